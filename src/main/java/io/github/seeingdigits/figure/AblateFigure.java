package io.github.seeingdigits.figure;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.View;
import java.util.List;

/**
 * The network with some hidden units switched off: its answer to the drawing, and how many test digits it still reads. The
 * accuracy was measured for every combination of units; nothing is estimated.
 */
public final class AblateFigure implements FigureKind {
    /** The view with the test digits read correctly by every set of units switched off. */
    public static final String VIEW = "subsets";

    /** In CSS pixels. */
    public static final double HEIGHT = 376;

    private static final double WIDTH = 640;
    private static final double BARS = 106;
    private static final double TRACK = 16;
    private static final double TESTS = 10_000;
    private static final int HUNDRED = 100;

    @Override
    public String name() {
        return "ablate";
    }

    @Override
    public String purpose() {
        return "Switch hidden units off and see the answer and the test accuracy change, for every combination.";
    }

    @Override
    public List<String> parameters() {
        return List.of("off");
    }

    @Override
    public List<String> facts() {
        return HiddenUnits.facts();
    }

    @Override
    public List<String> views() {
        return List.of(VIEW);
    }

    @Override
    public Still still(Exhibit exhibit, Drawing sample, Parameters parameters) {
        HiddenUnits units = new HiddenUnits(exhibit.network());
        boolean[] dead = units.dead(exhibit.facts());
        View view = fitting(units, exhibit.view(VIEW));
        int chosen = parameters.whole("off", 0, units.units - 1, -1);
        int off = chosen < 0 ? 0 : 1 << chosen;
        float[] ink = Ink.of(sample);
        return new Still() {
            @Override
            public double width() {
                return WIDTH;
            }

            @Override
            public double height() {
                return HEIGHT;
            }

            @Override
            public void draw(Surface surface) {
                units.see(ink);
                AblateFigure.draw(surface, WIDTH, units, view, off, true);
            }

            @Override
            public String[][] table() {
                String[][] table = new String[units.units + 2][];
                table[0] = new String[] {"Switched off", "Test digits right", "Accuracy"};
                for (int row = 0; row <= units.units; row++) {
                    int set = row == 0 ? 0 : 1 << row - 1;
                    int right = right(view, set);
                    table[row + 1] = new String[] {
                        row == 0 ? "none" : "unit " + (row - 1) + (dead[row - 1] ? " (dead)" : ""),
                        Numbers.grouped(right),
                        percent(right)
                    };
                }
                return table;
            }
        };
    }

    /**
     * {@code view} if it belongs to the network.
     *
     * @throws IllegalArgumentException if it does not have two numbers for each set of units
     */
    public static View fitting(HiddenUnits units, View view) {
        if (view.values().length != 2 << units.units) {
            throw new IllegalArgumentException("view \"" + VIEW + "\" should have two numbers for each of "
                    + (1 << units.units) + " sets of units, but has " + view.values().length + " in all");
        }
        return view;
    }

    /** How many of the test digits are read correctly with the units of {@code off} switched off, bit k for unit k. */
    public static int right(View view, int off) {
        return HUNDRED * (int) view.values()[2 * off] + (int) view.values()[2 * off + 1];
    }

    /**
     * Draws all of it.
     *
     * @param width in CSS pixels, at least 280
     * @param units after {@link HiddenUnits#see}
     * @param view null while it is on the way
     * @param off the units that are switched off, bit k for unit k
     * @param inked whether there is a drawing to answer
     */
    public static void draw(Surface surface, double width, HiddenUnits units, View view, int off, boolean inked) {
        if (view != null) {
            double bar = width - 70;
            int all = right(view, 0);
            int left = right(view, off);
            surface.text("Test digits right", 0, 16, 14, Align.START, Tone.INK, true);
            surface.fill(0, 26, bar, TRACK, Tone.RULE, 0.5);
            surface.fill(0, 26, bar * all / TESTS, TRACK, Tone.ACCENT, 0.25);
            surface.fill(0, 26, bar * left / TESTS, TRACK, Tone.ACCENT, 1);
            surface.text(percent(left), width, 39, 16, Align.END, Tone.INK, true);
            mark(surface, bar * all / TESTS, "all units " + percent(all), Align.END);
            mark(surface, bar / units.outputs, "guessing", Align.START);
        }
        surface.text("Your drawing", 0, BARS - 14, 14, Align.START, Tone.INK, true);
        ProbabilityBars.draw(surface, 0, BARS, width, inked ? units.probabilities(off) : null, units.outputs);
    }

    private static void mark(Surface surface, double x, String words, Align align) {
        surface.fill(x, 22, 1, TRACK + 10, Tone.INK, 1);
        surface.text(words, x, 62, 12, align, Tone.MUTED, false);
    }

    /** A count of test digits as a percentage, exact to the digit. */
    public static String percent(int right) {
        return Numbers.fixed(right / (TESTS / HUNDRED), 2) + "\u202f%";
    }
}
