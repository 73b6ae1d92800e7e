package io.github.seeingdigits.figure;

import io.github.seeingdigits.analysis.Stress;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import java.util.ArrayList;
import java.util.List;

/**
 * A changed drawing, what each network makes of it, and how well each read test digits that were changed in the same way. Networks have
 * letters, the same in the list and at the ends of their lines.
 */
public final class StressFigure implements ComparisonKind {
    /** The parameter with the kind of change, by the name that records have for it. */
    public static final String CHANGE = "change";

    /** The kinds by their names for readers. */
    public static final String[] NAMES = {"Shift", "Rotation", "Scale", "Noise", "Stroke width", "Inversion"};

    private static final String[] AXES = {
        "pixels to the right",
        "degrees clockwise",
        "times as large",
        "largest change of a pixel",
        "pixels gained on either side of a stroke",
        "0: as it is, 1: its negative"
    };

    /** Amounts at which something is to be seen. */
    private static final double[] TELLING = {3, 30, 0.75, 0.6, 1.5, 1};

    private static final double WIDTH = 640;

    /** Letters of a title for which there is room on a phone. */
    private static final int LONGEST = 32;

    private static final double WIDE = 560;
    private static final double ROW = 24;
    private static final double CHART = 250;
    private static final double LETTERS = 24;
    private static final double LETTER = 14;

    @Override
    public String name() {
        return "stress";
    }

    @Override
    public String purpose() {
        return "Shift, turn, scale, blur with noise, thicken or invert the drawing, see which networks change their answer, and how"
                + " well each read test digits changed like that.";
    }

    @Override
    public List<String> parameters() {
        return List.of(MODELS, CHANGE);
    }

    @Override
    public List<String> facts() {
        return List.of("published/test/accuracy", "published/robustness");
    }

    /** The kind that an article asks for. */
    public static int kind(Parameters parameters) {
        String change = parameters.choice(CHANGE, Stress.KINDS);
        int kind = 0;
        while (!Stress.KINDS[kind].equals(change)) {
            kind++;
        }
        return kind;
    }

    /** The step at which a kind is first shown. */
    public static int telling(int kind) {
        return Stress.step(kind, TELLING[kind]);
    }

    @Override
    public Still still(List<Exhibit> exhibits, Drawing sample, Parameters parameters) {
        int kind = kind(parameters);
        float[] ink = Ink.of(sample);
        float[] changed = Stress.apply(kind, TELLING[kind], ink);
        List<StressRow> rows = new ArrayList<>();
        for (Exhibit exhibit : exhibits) {
            StressRow row = new StressRow(exhibit.id(), exhibit.title(), exhibit.facts());
            row.ask(sample.isEmpty() ? null : exhibit.network(), ink, changed);
            rows.add(row);
        }
        return new Still() {
            @Override
            public double width() {
                return WIDTH;
            }

            @Override
            public double height() {
                return StressFigure.height(rows.size(), WIDTH);
            }

            @Override
            public void draw(Surface surface) {
                StressFigure.draw(surface, WIDTH, rows, kind, TELLING[kind], changed, 0);
            }

            @Override
            public String[][] table() {
                return StressFigure.table(rows, kind);
            }
        };
    }

    /** Where the chart begins: the list of networks stands above it, beside the picture or below that. */
    private static double chartTop(int rows, double width) {
        return 26 + (width >= WIDE ? Math.max(176, rows * ROW) : 128 + rows * ROW);
    }

    /** Of the whole, in CSS pixels. */
    public static double height(int rows, double width) {
        return chartTop(rows, width) + CHART + Chart.BELOW;
    }

    /**
     * Draws all of it.
     *
     * @param width in CSS pixels, at least 250
     * @param changed the drawing after the change
     * @param chosen the network whose line stands out
     */
    public static void draw(
            Surface surface, double width, List<StressRow> rows, int kind, double amount, float[] changed, int chosen) {
        boolean wide = width >= WIDE;
        double side = wide ? 168 : 116;
        surface.image(0, 0, side, side, Ink.SIZE, Ink.SIZE, ColourMap.ink(changed));
        surface.frame(0, 0, side, side, Tone.RULE);
        double left = wide ? side + 24 : 0;
        double y = wide ? 0 : side + 12;
        for (int i = 0; i < rows.size(); i++) {
            StressRow row = rows.get(i);
            double at = y + i * ROW + 16;
            boolean changes = row.before != row.after;
            surface.beginUnit(i);
            surface.text(letter(i), left, at, 14, Align.START, i == chosen ? Tone.ACCENT : Tone.INK, true);
            String name = wide || row.title.length() <= LONGEST ? row.title : row.id;
            surface.text(name, left + 20, at, 13, Align.START, i == chosen ? Tone.ACCENT : Tone.INK, false);
            surface.text(row.answer(), width, at, 14, Align.END, changes ? Tone.WARNING : Tone.INK, changes);
            surface.end();
        }
        chart(surface, width, rows, kind, amount, chosen);
    }

    private static String letter(int i) {
        return String.valueOf((char) ('A' + i));
    }

    private static void chart(
            Surface surface, double width, List<StressRow> rows, int kind, double amount, int chosen) {
        Chart chart = new Chart(Chart.LEFT, chartTop(rows.size(), width), width - Chart.LEFT - LETTERS, CHART);
        chart.x(Stress.amount(kind, 0), Stress.amount(kind, Stress.steps(kind)));
        chart.axes(surface, AXES[kind], "test digits right", true);
        double guess = chart.atY(0.1);
        surface.fill(chart.left, guess, chart.width, 1, Tone.WARNING, 1);
        surface.text("guessing", chart.left + 4, guess - 4, 12, Align.START, Tone.MUTED, false);
        for (int i = 0; i < rows.size(); i++) {
            if (i != chosen) {
                curve(surface, chart, rows.get(i).curve(kind), 1.25, Tone.MUTED);
            }
        }
        curve(surface, chart, rows.get(chosen).curve(kind), 3, Tone.ACCENT);
        double x = chart.atX(amount);
        surface.fill(x - 1, chart.top - 4, 2, chart.height + 4, Tone.INK, 1);
        boolean right = x > chart.left + chart.width / 2;
        surface.text(
                "you are here",
                x + (right ? -6 : 6),
                chart.top - 6,
                12,
                right ? Align.END : Align.START,
                Tone.INK,
                true);
        double[] places = letters(chart, rows, kind);
        double end = chart.left + chart.width;
        for (int i = 0; i < rows.size(); i++) {
            double accuracy = rows.get(i).curve(kind).at(amount);
            surface.dot(x, chart.atY(accuracy), i == chosen ? 5 : 3, i == chosen ? Tone.ACCENT : Tone.INK, 1);
            double from = chart.atY(rows.get(i).curve(kind).at(Stress.amount(kind, Stress.steps(kind))));
            surface.line(new double[] {end, end + 8}, new double[] {from, places[i]}, 1, Tone.MUTED);
            Tone tone = i == chosen ? Tone.ACCENT : Tone.INK;
            surface.text(letter(i), end + 11, places[i] + 5, 13, Align.START, tone, true);
        }
    }

    private static void curve(Surface surface, Chart chart, StressCurve curve, double width, Tone tone) {
        double[] xs = new double[curve.amounts.length];
        double[] ys = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = chart.atX(curve.amounts[i]);
            ys[i] = chart.atY(curve.accuracies[i]);
            surface.dot(xs[i], ys[i], width + 1.25, tone, 1);
        }
        surface.line(xs, ys, width, tone);
    }

    /** Where each letter stands at the right: at its line's end, or as near as none covers another. */
    static double[] letters(Chart chart, List<StressRow> rows, int kind) {
        int count = rows.size();
        double last = Stress.amount(kind, Stress.steps(kind));
        double[] places = new double[count];
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            places[i] = chart.atY(rows.get(i).curve(kind).at(last));
            int k = i;
            while (k > 0 && places[order[k - 1]] > places[i]) {
                order[k] = order[k - 1];
                k--;
            }
            order[k] = i;
        }
        // Down where they are too close, then up from the bottom edge.
        for (int k = 1; k < count; k++) {
            places[order[k]] = Math.max(places[order[k]], places[order[k - 1]] + LETTER);
        }
        double limit = chart.top + chart.height;
        for (int k = count - 1; k >= 0; k--) {
            places[order[k]] = Math.min(places[order[k]], limit);
            limit = places[order[k]] - LETTER;
        }
        return places;
    }

    /** The amount with what it is. */
    public static String amount(int kind, double amount) {
        return Numbers.fixed(amount, kind == 1 || kind == 5 ? 0 : 2) + (kind == 5 ? "" : " " + AXES[kind]);
    }

    /** The picture in words. */
    public static String words(List<StressRow> rows, int kind, double amount, int chosen) {
        int asked = 0;
        int kept = 0;
        for (StressRow row : rows) {
            asked += row.after < 0 ? 0 : 1;
            kept += row.after >= 0 && row.after == row.before ? 1 : 0;
        }
        StressRow row = rows.get(chosen);
        StressCurve curve = row.curve(kind);
        return NAMES[kind] + ", " + amount(kind, amount) + ": " + kept + " of " + asked
                + " networks keep their answer. " + row.title + ": " + row.answer()
                + (curve.measured(amount) ? ", and " : ", and, between amounts measured, about ")
                + Numbers.fixed(100 * curve.at(amount), 1) + "\u202f% of test digits right, unchanged "
                + Numbers.fixed(100 * curve.at(Stress.none(kind)), 1) + "\u202f%.";
    }

    private static String[][] table(List<StressRow> rows, int kind) {
        double[] amounts = rows.get(0).curve(kind).amounts;
        String[][] table = new String[rows.size() + 1][amounts.length + 2];
        table[0][0] = "Network";
        table[0][1] = "Reads the drawing as";
        for (int i = 0; i < rows.size(); i++) {
            table[i + 1][0] = letter(i) + ", " + rows.get(i).title;
            table[i + 1][1] = rows.get(i).answer();
            for (int k = 0; k < amounts.length; k++) {
                table[0][k + 2] = "Right at " + Numbers.fixed(amounts[k], kind == 1 ? 0 : 2);
                table[i + 1][k + 2] =
                        Numbers.fixed(100 * rows.get(i).curve(kind).at(amounts[k]), 1) + "\u202f%";
            }
        }
        return table;
    }
}
