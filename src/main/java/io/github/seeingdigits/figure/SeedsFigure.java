package io.github.seeingdigits.figure;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Network;
import java.util.ArrayList;
import java.util.List;

/**
 * Every training run as a dot at its test error, a row for each architecture and recipe. The scale, log(1 + 2000 e), is linear
 * up to a few misread digits and logarithmic beyond. Dots that would cover others are moved aside, first down, then to the right.
 */
public final class SeedsFigure implements ComparisonKind {
    private static final double WIDTH = 640;
    private static final double ROW = 56;
    private static final double DOTS = 26;
    private static final double STEP = 7;
    private static final int STACK = 4;
    private static final double[] TICKS = {0, 0.001, 0.01, 0.1, 0.5};

    /** The parameter with the names of recipes. */
    public static final String RECIPES = "recipes";

    @Override
    public String name() {
        return "seeds";
    }

    @Override
    public String purpose() {
        return "See every training run as a dot, and which architectures and remedies leave learning to luck.";
    }

    @Override
    public List<String> parameters() {
        return List.of(MODELS, RECIPES);
    }

    @Override
    public List<String> facts() {
        return Runs.facts();
    }

    @Override
    public boolean runsNetwork() {
        return false;
    }

    @Override
    public boolean fits(Network network) {
        return network.inputs() == Ink.PIXELS;
    }

    @Override
    public String fitting() {
        return "read 784 pixels";
    }

    @Override
    public Still still(List<Exhibit> exhibits, Drawing sample, Parameters parameters) {
        List<Facts> facts = new ArrayList<>();
        for (Exhibit exhibit : exhibits) {
            facts.add(exhibit.facts());
        }
        List<Runs> rows = Runs.of(facts, parameters.text(RECIPES, ""));
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(
                    "none of the models has several runs of the recipes \"" + parameters.text(RECIPES, "all") + "\"");
        }
        return new Still() {
            @Override
            public double width() {
                return WIDTH;
            }

            @Override
            public double height() {
                return SeedsFigure.height(rows.size());
            }

            @Override
            public void draw(Surface surface) {
                SeedsFigure.draw(surface, WIDTH, rows, -1);
            }

            @Override
            public String[][] table() {
                return SeedsFigure.table(rows);
            }
        };
    }

    /** The height of {@link #draw}, in CSS pixels. */
    public static double height(int rows) {
        return rows * ROW + Chart.BELOW;
    }

    /** Where a test error lies, in CSS pixels. */
    private static double at(double error, double width) {
        return 8 + (width - 50) * Math.log(1 + 2000 * error) / Math.log(1 + 2000 * 0.5);
    }

    /** Where every run is drawn: x and y for each, one after the other, row by row. In CSS pixels. */
    public static double[] places(double width, List<Runs> rows) {
        int count = 0;
        for (Runs runs : rows) {
            count += runs.size;
        }
        double[] places = new double[2 * count];
        int next = 0;
        for (int r = 0; r < rows.size(); r++) {
            Runs runs = rows.get(r);
            boolean[] placed = new boolean[runs.size];
            double[] free = new double[STACK];
            for (int turn = 0; turn < runs.size; turn++) {
                int first = -1;
                for (int k = 0; k < runs.size; k++) {
                    first = !placed[k] && (first < 0 || runs.error(k) < runs.error(first)) ? k : first;
                }
                placed[first] = true;
                int line = 0;
                double x = at(runs.error(first), width);
                for (int i = 1; i < STACK; i++) {
                    line = Math.max(x, free[i]) < Math.max(x, free[line]) ? i : line;
                }
                x = Math.max(x, free[line]);
                free[line] = x + STEP;
                places[next + 2 * first] = x;
                places[next + 2 * first + 1] = r * ROW + DOTS + line * STEP;
            }
            next += 2 * runs.size;
        }
        return places;
    }

    /**
     * Draws all of it.
     *
     * @param width in CSS pixels, at least 280
     * @param chosen the run that stands out, counted through all rows; −1 for none
     */
    public static void draw(Surface surface, double width, List<Runs> rows, int chosen) {
        double bottom = rows.size() * ROW;
        boolean narrow = width < 480;
        for (double tick : TICKS) {
            double x = at(tick, width);
            surface.fill(x - 0.5, 0, 1, bottom, Tone.RULE, 0.7);
            if (narrow && tick == 0.001) {
                // Too close to zero for a label of its own.
                continue;
            }
            surface.text(
                    Numbers.fixed(100 * tick, tick == 0.001 ? 1 : 0) + "\u202f%",
                    x,
                    bottom + 18,
                    13,
                    tick == 0 ? Align.START : Align.MIDDLE,
                    Tone.MUTED,
                    false);
        }
        surface.text("test digits misread", width, bottom + 35, 13, Align.END, Tone.INK, false);
        double[] places = places(width, rows);
        int run = 0;
        for (int r = 0; r < rows.size(); r++) {
            Runs runs = rows.get(r);
            surface.beginUnit(r);
            surface.fill(0, r * ROW, width, 1, Tone.RULE, 1);
            surface.text(runs.title, 0, r * ROW + 15, 12, Align.START, Tone.INK, false);
            int collapsed = runs.collapsed();
            surface.text(
                    (collapsed == 0 ? "none" : collapsed) + " of " + runs.size + " failed",
                    narrow ? at(0.15, width) : width,
                    r * ROW + (narrow ? 40 : 15),
                    12,
                    Align.END,
                    collapsed == 0 ? Tone.MUTED : Tone.WARNING,
                    collapsed > 0);
            for (int k = 0; k < runs.size; k++, run++) {
                double x = places[2 * run];
                double y = places[2 * run + 1];
                if (run == chosen) {
                    surface.dot(x, y, 8, Tone.INK, 1);
                    surface.dot(x, y, 6, Tone.PAPER, 1);
                }
                surface.dot(x, y, 3, runs.error(k) > Runs.COLLAPSED ? Tone.WARNING : Tone.ACCENT, 1);
            }
            surface.end();
        }
    }

    private static String[][] table(List<Runs> rows) {
        String[][] table = new String[rows.size() + 1][];
        table[0] =
                new String[] {"Runs", "How many", "Failed (above 10\u202f%)", "Lowest test error", "Median", "Highest"};
        for (int r = 0; r < rows.size(); r++) {
            Runs runs = rows.get(r);
            double[] errors = new double[runs.size];
            for (int k = 0; k < errors.length; k++) {
                errors[k] = runs.error(k);
            }
            java.util.Arrays.sort(errors);
            double middle = (errors[(errors.length - 1) / 2] + errors[errors.length / 2]) / 2;
            table[r + 1] = new String[] {
                runs.title,
                Integer.toString(runs.size),
                Integer.toString(runs.collapsed()),
                Runs.percent(errors[0]),
                Runs.percent(middle),
                Runs.percent(errors[errors.length - 1])
            };
        }
        return table;
    }
}
