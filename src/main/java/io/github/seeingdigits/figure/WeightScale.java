package io.github.seeingdigits.figure;

/** The key to the colours of signed weights: from full orange through the page's background to full blue. */
public final class WeightScale {
    /** In CSS pixels. */
    public static final double HEIGHT = 34;

    private static final double BAR = 12;
    private static final int STEPS = 61;

    private WeightScale() {}

    /**
     * Draws the scale from (x, y) down.
     *
     * @param width of the bar in CSS pixels
     * @param limit the magnitude that has the full colour
     */
    public static void draw(Surface surface, double x, double y, double width, double limit) {
        float[] values = new float[STEPS];
        for (int i = 0; i < STEPS; i++) {
            values[i] = 2f * i / (STEPS - 1) - 1;
        }
        surface.image(x, y, width, BAR, STEPS, 1, ColourMap.diverging(values, 1));
        surface.frame(x, y, width, BAR, Tone.RULE);
        double baseline = y + BAR + 16;
        int decimals = limit >= 10 ? 0 : limit >= 1 ? 1 : 2;
        surface.text("against " + Numbers.fixed(-limit, decimals), x, baseline, 12, Align.START, Tone.MUTED, false);
        surface.text("0", x + width / 2, baseline, 12, Align.MIDDLE, Tone.MUTED, false);
        surface.text("for +" + Numbers.fixed(limit, decimals), x + width, baseline, 12, Align.END, Tone.MUTED, false);
    }
}
