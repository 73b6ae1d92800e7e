package io.github.seeingdigits.digit;

/**
 * The way from a drawing to the 28×28 picture that a network reads, the same that MNIST's digits went: fit into a box of
 * 20×20 pixels keeping the proportions, then place the box so that the centre of mass of the ink is in the middle of 28×28
 * (LeCun et al. 1998, doi:10.1109/5.726791, §III-A).
 *
 * <p>Networks trained on MNIST have never seen a digit anywhere else, so this step decides whether a drawing is understood.
 */
public final class Ink {
    /** Width and height of the picture that a network reads, in pixels. */
    public static final int SIZE = 28;

    /** Width and height of the box that a digit is fitted into, in pixels. */
    public static final int BOX = 20;

    /** Pixels in {@link #SIZE}×{@link #SIZE}. */
    public static final int PIXELS = SIZE * SIZE;

    /**
     * Width of the pen in pixels of the 28×28 picture. The pen is as wide as this whatever size the drawing had, because the
     * width of a stroke in MNIST does not depend on the size of the digit on paper either: both were scaled together.
     */
    public static final float PEN = 2.6f;

    /** Index of the pixel, in both directions, on which MNIST's centres of mass lie. */
    private static final float CENTRE = 14;

    /** Pixels drawn for each pixel of the box, in both directions; their mean makes soft edges. */
    private static final int DETAIL = 6;

    /** Drawings smaller than this part of the pad are not enlarged further, so that a dot stays a dot. */
    private static final float SMALLEST = 0.04f;

    /**
     * Symmetrical drawings have their centre of mass exactly between two pixels, where the last bit of a sum would decide.
     * This much decides instead, so that every machine places them alike.
     */
    private static final double TIE = 1e-3;

    private Ink() {}

    /**
     * The picture of a drawing. Where on the pad it was drawn, and how large, makes no difference.
     *
     * @return {@link #PIXELS} values from 0 to 1, row by row; all zero for an empty drawing
     */
    public static float[] of(Drawing drawing) {
        if (drawing.isEmpty()) {
            return new float[PIXELS];
        }
        float left = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float bottom = -Float.MAX_VALUE;
        for (Stroke stroke : drawing.strokes()) {
            for (int i = 0; i < stroke.size(); i++) {
                left = Math.min(left, stroke.x(i));
                right = Math.max(right, stroke.x(i));
                top = Math.min(top, stroke.y(i));
                bottom = Math.max(bottom, stroke.y(i));
            }
        }
        float extent = Math.max(Math.max(right - left, bottom - top), SMALLEST);
        // The line through the middle of the strokes spans the box less half a pen on either side.
        float scale = DETAIL * (BOX - PEN) / extent;
        float margin = DETAIL * PEN / 2;
        Raster fine = new Raster(DETAIL * BOX, DETAIL * BOX);
        for (Stroke stroke : drawing.strokes()) {
            for (int i = 0; i < stroke.size(); i++) {
                int from = Math.max(0, i - 1);
                fine.line(
                        margin + (stroke.x(from) - left) * scale,
                        margin + (stroke.y(from) - top) * scale,
                        margin + (stroke.x(i) - left) * scale,
                        margin + (stroke.y(i) - top) * scale,
                        DETAIL * PEN);
            }
        }
        // Cropped again, because a narrow drawing leaves part of the box empty, and that part may leave the picture.
        return centre(fine.scale(BOX, BOX).crop());
    }

    /** The picture of a raster of any size, white paper 0 and ink 1: crop, fit, centre. */
    public static float[] of(Raster picture) {
        Raster cropped = picture.crop();
        return cropped == null ? new float[PIXELS] : centre(fit(cropped));
    }

    /** Scales so that the longer side is {@link #BOX} pixels, keeping the proportions. */
    public static Raster fit(Raster cropped) {
        double scale = (double) BOX / Math.max(cropped.width, cropped.height);
        return cropped.scale(Math.max(1, (int) Math.round(cropped.width * scale)), Math.max(1, (int)
                Math.round(cropped.height * scale)));
    }

    /**
     * Places a picture of at most {@link #BOX}×{@link #BOX} pixels so that the centre of mass of its ink lies on the pixel
     * with index 14 in both directions, as near as whole pixels allow and no ink is lost.
     */
    public static float[] centre(Raster box) {
        double mass = 0;
        double momentX = 0;
        double momentY = 0;
        for (int j = 0; j < box.height; j++) {
            for (int i = 0; i < box.width; i++) {
                double ink = box.ink[j * box.width + i];
                mass += ink;
                momentX += ink * i;
                momentY += ink * j;
            }
        }
        float[] picture = new float[PIXELS];
        if (mass == 0) {
            return picture;
        }
        int left = offset(momentX / mass, box.width);
        int top = offset(momentY / mass, box.height);
        for (int j = 0; j < box.height; j++) {
            System.arraycopy(box.ink, j * box.width, picture, (top + j) * SIZE + left, box.width);
        }
        return picture;
    }

    private static int offset(double centre, int length) {
        int offset = (int) Math.floor(CENTRE - centre + 0.5 + TIE);
        return Math.max(0, Math.min(SIZE - length, offset));
    }
}
