package io.github.seeingdigits.figure;

/**
 * The weights into one unit as a picture: each pixel of the input coloured by the weight that leaves it, with a title above and,
 * where the unit leads on to others, its outgoing weights below.
 */
public final class FilterImage {
    private static final double TITLE = 24;
    private static final double STRIP = 30;
    private static final double CELLS = 12;
    /** Up to so many outgoing weights are written as numbers. */
    private static final int WRITTEN = 3;

    private FilterImage() {}

    /**
     * Height of a filter of the given width with its title, in CSS pixels.
     *
     * @param outgoing whether there are outgoing weights to show
     */
    public static double height(double width, boolean outgoing) {
        return width + TITLE + (outgoing ? STRIP : 0);
    }

    /**
     * Draws a title and, below it, a square picture with a frame.
     *
     * @param label what the unit stands for, set strong
     * @param note what else the title says, set muted
     * @param values the picture, as many rows as columns
     * @param limit see {@link ColourMap#diverging}
     * @param chosen whether to mark it with the accent
     */
    public static void draw(
            Surface surface,
            double x,
            double y,
            double width,
            String label,
            String note,
            float[] values,
            float limit,
            boolean chosen) {
        int side = (int) Math.round(Math.sqrt(values.length));
        surface.text(label, x, y + TITLE - 8, 15, Align.START, chosen ? Tone.ACCENT : Tone.INK, true);
        surface.text(note, x + width, y + TITLE - 8, 12, Align.END, chosen ? Tone.ACCENT : Tone.MUTED, chosen);
        surface.image(x, y + TITLE, width, width, side, side, ColourMap.diverging(values, limit));
        surface.frame(x, y + TITLE, width, width, chosen ? Tone.ACCENT : Tone.RULE);
    }

    /**
     * Draws the outgoing weights of a unit below its picture: as numbers if there are few, else as coloured cells with the number
     * of the output under each.
     *
     * @param y where {@link #draw} began
     * @param limit see {@link ColourMap#diverging}
     */
    public static void outgoing(Surface surface, double x, double y, double width, float[] weights, float limit) {
        double top = y + TITLE + width + 4;
        if (weights.length <= WRITTEN) {
            StringBuilder text = new StringBuilder("out");
            for (float weight : weights) {
                text.append(' ').append(Numbers.fixed(weight, 2));
            }
            surface.text(text.toString(), x, top + 14, 12, Align.START, Tone.MUTED, false);
            return;
        }
        surface.image(x, top, width, CELLS, weights.length, 1, ColourMap.diverging(weights, limit));
        surface.frame(x, top, width, CELLS, Tone.RULE);
        double cell = width / weights.length;
        if (weights.length > 10) {
            return;
        }
        for (int o = 0; o < weights.length; o++) {
            surface.text(
                    Integer.toString(o), x + (o + 0.5) * cell, top + CELLS + 11, 10, Align.MIDDLE, Tone.MUTED, false);
        }
    }
}
