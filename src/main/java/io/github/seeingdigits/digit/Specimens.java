package io.github.seeingdigits.digit;

/**
 * Example digits with their labels, on one sheet: a grey picture of tiles, 28×28 pixels each, filled row by row. Any beginning of
 * the sheet has as many of one digit as of any other, give or take one.
 */
public final class Specimens {
    private static final float WHITE = 255;

    private final byte[] sheet;
    private final int columns;
    private final String labels;

    /**
     * Wraps a sheet.
     *
     * @param sheet unsigned bytes, row by row, 0 for paper and 255 for ink
     * @param columns tiles in a row
     * @param labels a character 0 to 9 for each specimen
     * @throws IllegalArgumentException if the sheet has no room for that many specimens, or a label is no digit
     */
    public Specimens(byte[] sheet, int columns, String labels) {
        int rows = columns < 1 ? 0 : (labels.length() + columns - 1) / columns;
        if (labels.isEmpty() || sheet.length != rows * columns * Ink.PIXELS) {
            throw new IllegalArgumentException("a sheet of " + labels.length() + " digits in " + columns
                    + " columns cannot have " + sheet.length + " pixels");
        }
        for (int i = 0; i < labels.length(); i++) {
            if (labels.charAt(i) < '0' || labels.charAt(i) > '9') {
                throw new IllegalArgumentException("label " + i + " is '" + labels.charAt(i) + "', expected 0 to 9");
            }
        }
        this.sheet = sheet;
        this.columns = columns;
        this.labels = labels;
    }

    /** How many there are. */
    public int size() {
        return labels.length();
    }

    /** Tiles in a row of the sheet. */
    public int columns() {
        return columns;
    }

    /** The digit that specimen {@code i} shows. */
    public int label(int i) {
        return labels.charAt(i) - '0';
    }

    /** What a network reads of specimen {@code i}: {@link Ink#PIXELS} values from 0 to 1, a new array. */
    public float[] pixels(int i) {
        float[] pixels = new float[Ink.PIXELS];
        int width = columns * Ink.SIZE;
        int corner = i / columns * Ink.SIZE * width + i % columns * Ink.SIZE;
        for (int k = 0; k < pixels.length; k++) {
            pixels[k] = (sheet[corner + k / Ink.SIZE * width + k % Ink.SIZE] & 0xFF) / WHITE;
        }
        return pixels;
    }
}
