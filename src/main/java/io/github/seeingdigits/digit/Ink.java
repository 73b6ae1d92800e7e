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

    /** Width of the pen on the pad, as a part of the pad's width. */
    public static final float PAD_PEN = 0.07f;

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
     * The steps on this way, each of which can be left out to see what it is good for.
     *
     * @param fit crop what was drawn and scale it to {@link #BOX} pixels; otherwise the whole pad shrinks to the picture
     * @param centre move the centre of mass to the middle; otherwise a fitted box is placed in the middle by its edges, and
     *     a shrunken pad stays as it is
     * @param pen draw with a pen of {@link #PEN} pixels; otherwise the pen, {@link #PAD_PEN} on the pad, is scaled with the
     *     drawing, and is thick where that was small
     */
    public record Steps(boolean fit, boolean centre, boolean pen) {
        /** All of them, as networks need it. */
        public static final Steps ALL = new Steps(true, true, true);
    }

    /**
     * The picture of a drawing. Where on the pad it was drawn, and how large, makes no difference.
     *
     * @return {@link #PIXELS} values from 0 to 1, row by row; all zero for an empty drawing
     */
    public static float[] of(Drawing drawing) {
        return of(drawing, Steps.ALL);
    }

    /** The picture of a drawing by some of the steps. A picture that came ready-made has been through them, and stays. */
    public static float[] of(Drawing drawing, Steps steps) {
        if (drawing.picture() != null) {
            return drawing.picture().clone();
        }
        if (drawing.isEmpty()) {
            return new float[PIXELS];
        }
        Raster box = box(drawing, steps);
        if (!steps.centre) {
            return place(box, (SIZE - box.width) / 2, (SIZE - box.height) / 2);
        }
        // Empty edges may leave the picture.
        Raster cropped = box.crop();
        return cropped == null ? new float[PIXELS] : centre(cropped);
    }

    /**
     * What is placed in the picture: at most {@link #BOX}×{@link #BOX} pixels, without empty edges, if the drawing is fitted,
     * otherwise {@link #SIZE}×{@link #SIZE}. Only strokes have it.
     */
    public static Raster box(Drawing drawing, Steps steps) {
        float left = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float bottom = -Float.MAX_VALUE;
        float widest = 0;
        for (Stroke stroke : drawing.strokes()) {
            for (int i = 0; i < stroke.size(); i++) {
                left = Math.min(left, stroke.x(i));
                right = Math.max(right, stroke.x(i));
                top = Math.min(top, stroke.y(i));
                bottom = Math.max(bottom, stroke.y(i));
            }
            widest = Math.max(widest, stroke.widest());
        }
        float extent = Math.max(Math.max(right - left, bottom - top), SMALLEST);
        float scale = DETAIL * SIZE;
        if (steps.fit) {
            // The line through the middle of the strokes spans the box less half a pen on either side.
            scale = steps.pen ? DETAIL * (BOX - PEN * widest) / extent : DETAIL * BOX / (extent + PAD_PEN * widest);
        } else {
            left = 0;
            top = 0;
        }
        float pen = steps.pen ? DETAIL * PEN : PAD_PEN * scale;
        float margin = steps.fit ? pen * widest / 2 : 0;
        int size = steps.fit ? BOX : SIZE;
        Raster fine = new Raster(DETAIL * size, DETAIL * size);
        for (Stroke stroke : drawing.strokes()) {
            for (int i = 0; i < stroke.size(); i++) {
                int from = Math.max(0, i - 1);
                fine.line(
                        margin + (stroke.x(from) - left) * scale,
                        margin + (stroke.y(from) - top) * scale,
                        margin + (stroke.x(i) - left) * scale,
                        margin + (stroke.y(i) - top) * scale,
                        pen * (stroke.width(from) + stroke.width(i)) / 2);
            }
        }
        Raster box = fine.scale(size, size);
        Raster cropped = steps.fit ? box.crop() : null;
        return cropped == null ? box : cropped;
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
     * Places a picture of at most {@link #SIZE}×{@link #SIZE} pixels so that the centre of mass of its ink lies on the pixel
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
        return mass == 0
                ? new float[PIXELS]
                : place(box, offset(momentX / mass, box.width), offset(momentY / mass, box.height));
    }

    private static float[] place(Raster box, int left, int top) {
        float[] picture = new float[PIXELS];
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
