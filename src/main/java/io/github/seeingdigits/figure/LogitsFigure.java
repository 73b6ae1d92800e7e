package io.github.seeingdigits.figure;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Softmax;
import java.util.List;

/**
 * The way from scores to probabilities, a column for each step: score z, with the same amount c added to all, divided by the
 * temperature T, e raised to it, and divided by the sum: p = e^((z + c)/T) ÷ Σ e^((z + c)/T).
 */
public final class LogitsFigure implements FigureKind {
    /** The height of one score's row, the same in the page beside its slider. In CSS pixels. */
    public static final double ROW = 34;

    /** Scores that a slider reaches, in both directions from 0. */
    public static final double REACH = 30;

    private static final double WIDTH = 640;
    private static final double SLIDERS = 190;
    private static final double TOP = 30;
    /** Where the numbers of each column end, in parts of the width that is left beside the widest. */
    private static final double[] ENDS = {0.15, 0.31, 0.53};

    private static final double PERCENT = 48;

    @Override
    public String name() {
        return "logits";
    }

    @Override
    public String purpose() {
        return "Move the scores, add the same to all of them, change the temperature, and see each step to the probabilities.";
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    /**
     * The network, if it has scores that a softmax turns into probabilities.
     *
     * @throws IllegalArgumentException if it has not
     */
    public static Network fitting(Network network) {
        if (network.endsInProbabilities()
                || network.inputs() != Ink.PIXELS
                || network.outputs() < 2
                || network.outputs() > 10) {
            throw new IllegalArgumentException(
                    "the figure needs a model that gives 2 to 10 scores to 784 pixels, but this one is \""
                            + network.architecture() + "\"");
        }
        return network;
    }

    @Override
    public Still still(Exhibit exhibit, Drawing sample, Parameters parameters) {
        Network network = fitting(exhibit.network());
        float[] scores = network.logits(Ink.of(sample)).clone();
        double temperature = network.temperature();
        return new Still() {
            @Override
            public double width() {
                return WIDTH;
            }

            @Override
            public double height() {
                return LogitsFigure.height(scores.length);
            }

            @Override
            public void draw(Surface surface) {
                for (int k = 0; k < scores.length; k++) {
                    double y = TOP + (k + 0.5) * ROW;
                    double at = Math.max(-1, Math.min(1, scores[k] / REACH));
                    surface.text(Integer.toString(k), 0, y + 5, 15, Align.START, Tone.digit(k), true);
                    surface.fill(22, y - 1.5, SLIDERS - 44, 3, Tone.RULE, 1);
                    surface.dot(SLIDERS / 2 + at * (SLIDERS / 2 - 22), y, 7, Tone.ACCENT, 1);
                }
                LogitsFigure.draw(surface, SLIDERS, WIDTH - SLIDERS, scores, 0, temperature);
            }

            @Override
            public String[][] table() {
                return LogitsFigure.table(scores, temperature);
            }
        };
    }

    /** The height of {@link #draw}, in CSS pixels. */
    public static double height(int scores) {
        return TOP + (scores + 1) * ROW;
    }

    private static double power(float score, double shift, double temperature) {
        return StrictMath.exp((score + shift) / temperature);
    }

    private static double sum(float[] scores, double shift, double temperature) {
        double sum = 0;
        for (float score : scores) {
            sum += power(score, shift, temperature);
        }
        return sum;
    }

    /**
     * Draws the columns.
     *
     * @param x left edge, in CSS pixels
     * @param width at least 280
     * @param scores one for each digit
     * @param shift what is added to all of them
     * @param temperature above 0
     */
    public static void draw(Surface surface, double x, double width, float[] scores, double shift, double temperature) {
        float[] shares = new float[scores.length];
        Softmax.apply(scores, (float) temperature, shares);
        int best = Network.argmax(scores);
        double bars = x + width * ENDS[2] + 14;
        double length = x + width - PERCENT - bars;
        String[] headings = {
            shift == 0 ? "score" : "+ " + Numbers.fixed(shift, 1), "÷ " + Numbers.fixed(temperature, 2), "e to that"
        };
        for (int i = 0; i < headings.length; i++) {
            surface.text(headings[i], x + width * ENDS[i], 18, 13, Align.END, Tone.MUTED, false);
        }
        surface.text("÷ sum", x + width, 18, 13, Align.END, Tone.MUTED, false);
        for (int k = 0; k < scores.length; k++) {
            double y = TOP + (k + 0.5) * ROW;
            boolean leads = k == best;
            surface.beginUnit(k);
            surface.text(Integer.toString(k), x, y + 5, 15, Align.START, Tone.digit(k), true);
            double z = scores[k] + shift;
            number(surface, x + width * ENDS[0], y, Numbers.fixed(z, 1), z < 0 ? Tone.WARNING : Tone.INK);
            z /= temperature;
            number(surface, x + width * ENDS[1], y, Numbers.fixed(z, 2), z < 0 ? Tone.WARNING : Tone.INK);
            number(surface, x + width * ENDS[2], y, Numbers.size(StrictMath.exp(z)), Tone.INK);
            surface.fill(bars, y - 8, length, 16, Tone.RULE, 0.5);
            surface.fill(bars, y - 8, length * shares[k], 16, leads ? Tone.ACCENT : Tone.MUTED, 1);
            surface.text(
                    Numbers.percent(shares[k]),
                    x + width,
                    y + 5,
                    13,
                    Align.END,
                    leads ? Tone.ACCENT : Tone.MUTED,
                    leads);
            surface.end();
        }
        double y = TOP + (scores.length + 0.5) * ROW;
        surface.fill(x, y - ROW / 2, width, 1, Tone.INK, 1);
        surface.text("sum", x, y + 5, 13, Align.START, Tone.MUTED, false);
        number(surface, x + width * ENDS[2], y, Numbers.size(sum(scores, shift, temperature)), Tone.INK);
        surface.text("100\u202f%", x + width, y + 5, 13, Align.END, Tone.MUTED, false);
    }

    private static void number(Surface surface, double x, double y, String text, Tone tone) {
        surface.text(text, x, y + 5, 13, Align.END, tone, false);
    }

    /** What the lead of the highest score means, and what the shift does, in words. */
    public static String words(float[] scores, double shift, double temperature) {
        int best = Network.argmax(scores);
        int second = best == 0 ? 1 : 0;
        for (int k = 0; k < scores.length; k++) {
            second = k != best && scores[k] > scores[second] ? k : second;
        }
        double lead = scores[best] - scores[second];
        String text = best + " leads " + second + " by " + Numbers.fixed(lead, 1) + " points. At T = "
                + Numbers.fixed(temperature, 2) + " that is " + Numbers.size(StrictMath.exp(lead / temperature))
                + " to 1.";
        return shift == 0
                ? text
                : text + " Adding " + Numbers.fixed(shift, 1)
                        + " to every score multiplies every power, and their sum, by "
                        + Numbers.size(StrictMath.exp(shift / temperature)) + ": no probability moves.";
    }

    private static String[][] table(float[] scores, double temperature) {
        float[] shares = new float[scores.length];
        Softmax.apply(scores, (float) temperature, shares);
        String[][] table = new String[scores.length + 2][];
        table[0] =
                new String[] {"Digit", "Score", "÷ " + Numbers.fixed(temperature, 3), "e to that", "÷ sum: probability"
                };
        for (int k = 0; k < scores.length; k++) {
            table[k + 1] = new String[] {
                Integer.toString(k),
                Numbers.fixed(scores[k], 2),
                Numbers.fixed(scores[k] / temperature, 2),
                Numbers.size(power(scores[k], 0, temperature)),
                Numbers.fixed(100 * shares[k], 2) + "\u202f%"
            };
        }
        table[scores.length + 1] =
                new String[] {"Sum", "", "", Numbers.size(sum(scores, 0, temperature)), "100\u202f%"};
        return table;
    }
}
