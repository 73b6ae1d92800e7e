package io.github.seeingdigits.figure;

import io.github.seeingdigits.network.Network;

/** Ten probabilities as bars, one row per digit; the largest stands out. */
public final class ProbabilityBars {
    /** Height of one row in CSS pixels. */
    public static final double ROW = 25;

    private static final double BAR = 15;
    private static final double LABEL = 20;
    private static final double VALUE = 50;

    private ProbabilityBars() {}

    /**
     * Draws one row per probability from (x, y) down.
     *
     * @param probabilities one per class, or null for an empty drawing: only the tracks are drawn
     * @param width of the whole, label and value included, in CSS pixels
     */
    public static void draw(Surface surface, double x, double y, double width, float[] probabilities, int classes) {
        int best = probabilities == null ? -1 : Network.argmax(probabilities);
        double track = width - LABEL - VALUE;
        for (int k = 0; k < classes; k++) {
            double top = y + k * ROW;
            double baseline = top + ROW / 2 + 5;
            boolean leads = k == best;
            surface.text(Integer.toString(k), x, baseline, 15, Align.START, leads ? Tone.ACCENT : Tone.INK, leads);
            surface.fill(x + LABEL, top + (ROW - BAR) / 2, track, BAR, Tone.RULE, 0.5);
            if (probabilities != null) {
                double length = track * probabilities[k];
                surface.fill(x + LABEL, top + (ROW - BAR) / 2, length, BAR, leads ? Tone.ACCENT : Tone.MUTED, 1);
                surface.text(
                        Numbers.percent(probabilities[k]),
                        x + width,
                        baseline,
                        13,
                        Align.END,
                        leads ? Tone.ACCENT : Tone.MUTED,
                        leads);
            }
        }
    }
}
