package io.github.seeingdigits.figure;

import io.github.seeingdigits.analysis.Inverted;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Network;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of ten ⵟ scores when the picture or the weights are inverted, beside the factor that the formula gives; and how many
 * test digits networks of several kinds and starts then read, with the spread over their seeds.
 */
public final class InversionFigure implements FigureKind {
    /** The buttons, by the numbers of {@link Inverted}. */
    public static final String[] CHANGES = {"As drawn", "−x", "−w", "1 − x"};

    private static final String MEASURED = "findings/inversion/";
    private static final String CHANCE = "baselines/chance";
    private static final String[] MEASUREMENTS = {"original", "inputNegated", "weightsNegated", "photographicNegative"};
    private static final String[] ENDS = {"mean", "min", "max"};
    private static final String[][] NETWORKS = {
        {"nmn", "ⵟ, Xavier start"},
        {"no-bias", "ⵟ without bias"},
        {"positive", "ⵟ, positive start"},
        {"class-means", "ⵟ, class-mean start"},
        {"linear", "linear"},
        {"relu", "ten ReLU units"}
    };

    private static final double WIDTH = 640;
    private static final double PICTURE = 140;
    private static final double GAP = 20;
    private static final double TOP = 24;
    private static final double ROW = 30;
    private static final double NUMBER = 62;
    private static final double LEGEND = 22;
    private static final double LINE = 38;

    @Override
    public String name() {
        return "inversion";
    }

    @Override
    public String purpose() {
        return "Invert the drawing or the weights, and compare every score with the factor that the formula gives, and networks by how"
                + " many test digits they still read.";
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    @Override
    public List<String> facts() {
        List<String> all = new ArrayList<>();
        all.add(CHANCE);
        for (String[] network : NETWORKS) {
            for (String measurement : MEASUREMENTS) {
                all.add(MEASURED + network[0] + "/" + measurement + "/accuracy");
            }
        }
        return all;
    }

    @Override
    public Still still(Exhibit exhibit, Drawing sample, Parameters parameters) {
        Inverted inverted = fitting(exhibit.network());
        float[] ink = Ink.of(sample);
        Facts facts = exhibit.facts();
        return new Still() {
            @Override
            public double width() {
                return WIDTH;
            }

            @Override
            public double height() {
                return InversionFigure.height(WIDTH);
            }

            @Override
            public void draw(Surface surface) {
                InversionFigure.draw(surface, WIDTH, inverted, facts, ink, Inverted.INPUT);
            }

            @Override
            public String[][] table() {
                return InversionFigure.table(facts);
            }
        };
    }

    /**
     * The network and its inverse.
     *
     * @throws IllegalArgumentException unless it is one ⵟ layer from 784 pixels to ten scores
     */
    public static Inverted fitting(Network network) {
        if (network.inputs() != Ink.PIXELS || network.outputs() != 10) {
            throw new IllegalArgumentException(
                    "the figure needs a model from 784 pixels to ten scores, but this one is \""
                            + network.architecture() + "\"");
        }
        return new Inverted(network);
    }

    private static boolean wide(double width) {
        return width > 520;
    }

    private static double scoresTop(double width) {
        return wide(width) ? 0 : TOP + PICTURE + GAP;
    }

    private static double networksTop(double width) {
        return wide(width) ? 2 * (TOP + PICTURE) + GAP : scoresTop(width) + TOP + 10 * ROW + GAP;
    }

    /** The height of {@link #draw}, in CSS pixels. */
    public static double height(double width) {
        return networksTop(width) + LEGEND + NETWORKS.length * LINE + Chart.BELOW + 8;
    }

    /**
     * Draws all of it.
     *
     * @param width in CSS pixels, at least 280
     * @param ink the picture, 784 numbers from 0 to 1
     * @param change one of the numbers of {@link Inverted}
     */
    public static void draw(Surface surface, double width, Inverted inverted, Facts facts, float[] ink, int change) {
        float[] before = inverted.scores(ink, Inverted.NONE);
        float[] after = inverted.scores(ink, change);
        int first = Network.argmax(before);
        float[] weights = inverted.weights(first, change);
        String turned = change == Inverted.WEIGHTS ? "−w" : "w";
        FilterImage.draw(
                surface,
                0,
                0,
                PICTURE,
                change == Inverted.INPUT || change == Inverted.NEGATIVE ? CHANGES[change] : "x",
                "what it sees",
                Inverted.input(ink, change),
                1,
                false);
        FilterImage.draw(
                surface,
                wide(width) ? 0 : width - PICTURE,
                wide(width) ? TOP + PICTURE : 0,
                PICTURE,
                turned,
                "weights of " + first,
                weights,
                ColourMap.limit(weights),
                false);
        double left = wide(width) ? PICTURE + GAP : 0;
        double top = scoresTop(width);
        double bars = left + 18;
        double length = width - bars - 2 * NUMBER;
        float largest = Math.max(before[first], after[Network.argmax(after)]);
        int last = Network.argmax(after);
        surface.text("as drawn", bars, top + 16, 13, Align.START, Tone.INK, false);
        if (change != Inverted.NONE) {
            surface.text(CHANGES[change], bars + 66, top + 16, 13, Align.START, Tone.ACCENT, true);
        }
        surface.text("× formula", width - NUMBER, top + 16, 13, Align.END, Tone.MUTED, false);
        surface.text("× here", width, top + 16, 13, Align.END, Tone.MUTED, false);
        for (int k = 0; k < before.length; k++) {
            double y = top + TOP + k * ROW;
            surface.beginUnit(k);
            surface.text(Integer.toString(k), left, y + 19, 15, Align.START, Tone.digit(k), true);
            bar(surface, bars, y + 4, length * before[k] / largest, k == first ? Tone.INK : Tone.MUTED, k == first);
            bar(surface, bars, y + 15, length * after[k] / largest, Tone.ACCENT, k == last);
            boolean exact = change == Inverted.INPUT || change == Inverted.WEIGHTS;
            number(surface, width - NUMBER, y, exact ? inverted.ratio(ink, k) : 0, k == first);
            number(surface, width, y, after[k] / before[k], k == first);
            surface.end();
        }
        surface.text(
                "dot: mean, bar: all seeds, ring: as drawn",
                0,
                networksTop(width) + 12,
                13,
                Align.START,
                Tone.MUTED,
                false);
        networks(surface, networksTop(width) + LEGEND, width, facts, change);
    }

    private static void bar(Surface surface, double x, double y, double length, Tone tone, boolean leads) {
        surface.fill(x, y, Math.max(1, length), 9, tone, leads ? 1 : 0.5);
    }

    /** A factor; a dash where there is none. */
    private static void number(Surface surface, double x, double y, double factor, boolean strong) {
        surface.text(factor(factor), x, y + 19, 13, Align.END, strong ? Tone.INK : Tone.MUTED, strong);
    }

    private static String factor(double factor) {
        return factor > 0 && factor < 1e4 ? Numbers.fixed(factor, 2) : "–";
    }

    private static double accuracy(Facts facts, int network, int change, int end) {
        return facts.number(MEASURED + NETWORKS[network][0] + "/" + MEASUREMENTS[change] + "/accuracy/" + ENDS[end]);
    }

    /** Each network's accuracy: the mean a dot, least to most over its seeds a bar, as drawn a ring. */
    private static void networks(Surface surface, double top, double width, Facts facts, int change) {
        double length = width - 12;
        double bottom = top + NETWORKS.length * LINE;
        double chance = 6 + length * facts.number(CHANCE);
        for (int i = 0; i <= 4; i++) {
            double x = 6 + i * length / 4;
            surface.fill(x - 0.5, top, 1, bottom - top, Tone.RULE, 0.7);
            surface.text(
                    Numbers.fixed(25 * i, 0) + "\u202f%",
                    x + (i == 0 ? -6 : i == 4 ? 6 : 0),
                    bottom + 18,
                    13,
                    i == 0 ? Align.START : i == 4 ? Align.END : Align.MIDDLE,
                    Tone.MUTED,
                    false);
        }
        surface.fill(chance - 0.75, top, 1.5, bottom - top, Tone.WARNING, 1);
        surface.text("chance " + Runs.percent(facts.number(CHANCE)), 0, bottom + 35, 13, Align.START, Tone.INK, false);
        surface.text("test digits read right", width, bottom + 35, 13, Align.END, Tone.INK, false);
        for (int n = 0; n < NETWORKS.length; n++) {
            double y = top + n * LINE;
            double from = 6 + length * accuracy(facts, n, change, 1);
            double to = 6 + length * accuracy(facts, n, change, 2);
            surface.text(NETWORKS[n][1], chance + 8, y + 14, 13, Align.START, Tone.INK, false);
            surface.text(range(facts, n, change), width - 8, y + 14, 13, Align.END, Tone.MUTED, false);
            surface.fill(from - 2, y + 22, to - from + 4, 6, Tone.ACCENT, 0.4);
            surface.dot(6 + length * accuracy(facts, n, Inverted.NONE, 0), y + 25, 5, Tone.INK, 1);
            surface.dot(6 + length * accuracy(facts, n, Inverted.NONE, 0), y + 25, 3.5, Tone.PAPER, 1);
            surface.dot(6 + length * accuracy(facts, n, change, 0), y + 25, 5, Tone.ACCENT, 1);
        }
    }

    private static String range(Facts facts, int network, int change) {
        return Numbers.fixed(100 * accuracy(facts, network, change, 1), 1) + "–"
                + Runs.percent(accuracy(facts, network, change, 2));
    }

    /** The picture in words. */
    public static String words(Inverted inverted, Facts facts, float[] ink, int change) {
        float[] before = inverted.scores(ink, Inverted.NONE);
        float[] after = inverted.scores(ink, change);
        int first = Network.argmax(before);
        StringBuilder text =
                new StringBuilder("As drawn the answer is ").append(first).append(", with a score of ");
        text.append(Numbers.fixed(before[first], 2)).append('.');
        if (change != Inverted.NONE) {
            text.append(" With ").append(CHANGES[change]).append(" that score is ");
            text.append(Numbers.fixed(after[first], 2));
            if (change != Inverted.NEGATIVE) {
                text.append(", times ")
                        .append(factor(inverted.ratio(ink, first)))
                        .append(" as the formula says");
            }
            text.append(", and the answer ").append(Network.argmax(after)).append('.');
        }
        text.append(" Of the test digits");
        for (int n = 0; n < NETWORKS.length; n++) {
            text.append(n == 0 ? ", " : "; ").append(NETWORKS[n][1]).append(" reads ");
            text.append(Runs.percent(accuracy(facts, n, change, 0)));
        }
        return text.append('.').toString();
    }

    private static String[][] table(Facts facts) {
        String[][] table = new String[NETWORKS.length + 1][CHANGES.length + 1];
        table[0][0] = "Test digits read right: mean (least to most of the seeds)";
        for (int c = 0; c < CHANGES.length; c++) {
            table[0][c + 1] = CHANGES[c];
            for (int n = 0; n < NETWORKS.length; n++) {
                table[n + 1][0] = NETWORKS[n][1];
                table[n + 1][c + 1] = Runs.percent(accuracy(facts, n, c, 0)) + " (" + range(facts, n, c) + ")";
            }
        }
        return table;
    }
}
