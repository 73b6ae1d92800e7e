package io.github.seeingdigits.figure;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import java.util.List;

/**
 * A report on each hidden unit: its mean activation by digit as a table of shades, and for one unit its weights and its
 * activations by digit, mean ± standard deviation, with the drawing's own beside them.
 */
public final class ReportFigure implements FigureKind {
    /** In CSS pixels. */
    public static final double HEIGHT = 530;

    private static final double WIDTH = 640;

    /** About how wide a letter of a label is that keeps what lies below it from showing through. */
    private static final double LETTER = 7;

    private static final double TOP = 42;
    private static final double BOTTOM = 310;
    private static final double NAME = 26;
    private static final double WITHOUT = 64;
    private static final double READABLE = 34;
    private static final double PANEL = 340;
    private static final double CHART = 150;

    @Override
    public String name() {
        return "report";
    }

    @Override
    public String purpose() {
        return "Read what was measured about each hidden unit: what it answers to, how widely, and what it is worth.";
    }

    @Override
    public List<String> parameters() {
        return List.of("unit");
    }

    @Override
    public List<String> facts() {
        return List.of(UnitFacts.PATHS);
    }

    @Override
    public Still still(Exhibit exhibit, Drawing sample, Parameters parameters) {
        HiddenUnits units = new HiddenUnits(exhibit.network());
        UnitFacts facts = new UnitFacts(exhibit.facts(), units.units);
        units.weights(0);
        int chosen = parameters.whole("unit", 0, units.units - 1, 0);
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
                units.see(Ink.of(sample));
                ReportFigure.draw(surface, WIDTH, units, facts, chosen, true);
            }

            @Override
            public String[][] table() {
                return ReportFigure.table(facts);
            }
        };
    }

    /** The unit in whose row of the table y lies, or −1. */
    public static int unitAt(double y, int units) {
        return y < TOP || y >= BOTTOM ? -1 : (int) ((y - TOP) / (BOTTOM - TOP) * units);
    }

    /**
     * Draws all of it.
     *
     * @param width in CSS pixels, at least 280
     * @param units after {@link HiddenUnits#see}
     * @param chosen the unit to show in detail
     * @param inked whether there is a drawing
     */
    public static void draw(
            Surface surface, double width, HiddenUnits units, UnitFacts facts, int chosen, boolean inked) {
        int classes = facts.mean[0].length;
        double cell = (width - NAME - WITHOUT) / classes;
        double row = (BOTTOM - TOP) / units.units;
        float[] means = new float[units.units * classes];
        float most = 1e-6f;
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) facts.mean[i / classes][i % classes];
            most = Math.max(most, means[i]);
        }
        surface.text("Mean activation by digit", 0, 14, 13, Align.START, Tone.INK, true);
        surface.text("right without", width, 14, 13, Align.END, Tone.MUTED, false);
        surface.image(NAME, TOP, cell * classes, BOTTOM - TOP, classes, units.units, ColourMap.diverging(means, most));
        for (int label = 0; label < classes; label++) {
            double x = NAME + (label + 0.5) * cell;
            surface.text(Integer.toString(label), x, TOP - 7, 14, Align.MIDDLE, Tone.digit(label), true);
        }
        for (int k = 0; k < units.units; k++) {
            double y = TOP + k * row;
            boolean strong = k == chosen;
            Tone tone = strong ? Tone.ACCENT : facts.active(k) == 0 ? Tone.WARNING : Tone.INK;
            surface.beginUnit(k);
            surface.text(Integer.toString(k), 2, y + row / 2 + 5, 14, Align.START, tone, strong);
            String worth = facts.active(k) == 0 ? "dead" : UnitFacts.share(facts.without[k]);
            surface.text(worth, width, y + row / 2 + 5, 13, Align.END, tone, strong);
            if (strong) {
                surface.frame(NAME, y, cell * classes, row, Tone.ACCENT);
                for (int label = 0; label < classes && cell >= READABLE; label++) {
                    String mean = Numbers.fixed(facts.mean[k][label], 1);
                    double x = NAME + (label + 0.5) * cell;
                    surface.fill(x - 13, y + row / 2 - 8, 26, 16, Tone.PAPER, 0.75);
                    surface.text(mean, x, y + row / 2 + 4, 12, Align.MIDDLE, Tone.INK, false);
                }
            }
            surface.end();
        }
        detail(surface, width, units, facts, chosen, inked);
    }

    private static void detail(
            Surface surface, double width, HiddenUnits units, UnitFacts facts, int k, boolean inked) {
        double picture = Math.min(CHART - 24, width * 0.32);
        float[] weights = units.weights(k);
        FilterImage.draw(surface, 0, PANEL, picture, "Unit " + k, "weights", weights, ColourMap.limit(weights), false);
        double[] mean = facts.mean[k];
        double highest = inked ? Math.max(1e-6, units.after(k)) : 1e-6;
        for (int label = 0; label < mean.length; label++) {
            highest = Math.max(highest, mean[label] + facts.deviation[k][label]);
        }
        double left = picture + 36;
        Chart chart = new Chart(left, PANEL, width - left, CHART)
                .x(-0.5, mean.length - 0.5)
                .y(0, highest * 1.02);
        surface.fill(left, chart.atY(0), width - left, 1, Tone.MUTED, 1);
        surface.fill(left, chart.atY(highest), width - left, 1, Tone.RULE, 1);
        surface.text(Numbers.fixed(highest, 1), left - 4, chart.atY(highest) + 5, 12, Align.END, Tone.MUTED, false);
        surface.text("0", left - 4, chart.atY(0) + 5, 12, Align.END, Tone.MUTED, false);
        for (int label = 0; label < mean.length; label++) {
            double x = chart.atX(label);
            double low = chart.atY(Math.max(0, mean[label] - facts.deviation[k][label]));
            double high = chart.atY(mean[label] + facts.deviation[k][label]);
            surface.line(new double[] {x, x}, new double[] {low, high}, 3, Tone.digit(label));
            surface.dot(x, chart.atY(mean[label]), 5, Tone.digit(label), 1);
            surface.text(Integer.toString(label), x, PANEL + CHART + 18, 14, Align.MIDDLE, Tone.digit(label), true);
        }
        if (inked) {
            double y = chart.atY(units.after(k));
            surface.fill(left, y - 1, width - left, 2, Tone.ACCENT, 1);
            String text = "your drawing " + Numbers.fixed(units.after(k), 1);
            double base = y < PANEL + 20 ? y + 15 : y - 6;
            surface.fill(width - LETTER * text.length(), base - 11, LETTER * text.length(), 14, Tone.PAPER, 0.85);
            surface.text(text, width, base, 13, Align.END, Tone.ACCENT, true);
        }
        surface.text("activation, mean ± standard deviation", width, HEIGHT - 2, 12, Align.END, Tone.MUTED, false);
    }

    private static String[][] table(UnitFacts facts) {
        int classes = facts.mean[0].length;
        String[][] table = new String[facts.mean.length + 1][classes + 4];
        table[0][0] = "Unit";
        table[0][classes + 1] = "Above zero for";
        table[0][classes + 2] = "Selectivity";
        table[0][classes + 3] = "Test accuracy without";
        for (int label = 0; label < classes; label++) {
            table[0][label + 1] = "Mean ± deviation for " + label;
        }
        for (int k = 0; k < facts.mean.length; k++) {
            String[] row = table[k + 1];
            row[0] = Integer.toString(k);
            for (int label = 0; label < classes; label++) {
                row[label + 1] =
                        Numbers.fixed(facts.mean[k][label], 2) + " ± " + Numbers.fixed(facts.deviation[k][label], 2);
            }
            row[classes + 1] = UnitFacts.share(facts.active(k));
            row[classes + 2] = Numbers.fixed(facts.selectivity[k], 2);
            row[classes + 3] = UnitFacts.share(facts.without[k]);
        }
        return table;
    }
}
