package io.github.seeingdigits.figure;

import io.github.seeingdigits.analysis.ConfusionMatrix;
import io.github.seeingdigits.digit.Drawing;
import java.util.List;

/**
 * Which digit was read as which: a cell for each, mistakes on a scale of their own, so that the few are seen beside the many that
 * were read rightly; or how two networks differ in it.
 */
public final class ConfusionFigure implements ComparisonKind {
    private static final int DIGITS = ConfusionMatrix.DIGITS;
    private static final String COUNTS = "published/test/confusion";
    private static final double WIDTH = 640;
    private static final double WIDE = 480;
    private static final double LEFT = 40;
    private static final double TOP = 58;
    private static final double BELOW = 48;
    private static final String[] PLURALS = {
        "zeros", "ones", "twos", "threes", "fours", "fives", "sixes", "sevens", "eights", "nines"
    };

    @Override
    public String name() {
        return "confusion";
    }

    @Override
    public String purpose() {
        return "See which digits a network takes for which, pick a mistake and look at examples of it, and compare two networks"
                + " mistake by mistake.";
    }

    @Override
    public List<String> facts() {
        return List.of("title", COUNTS);
    }

    @Override
    public boolean runsNetwork() {
        return false;
    }

    /** The matrix that a record has. */
    public static ConfusionMatrix matrix(Facts facts) {
        int[] counts = new int[DIGITS * DIGITS];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (int) facts.number(COUNTS + "/" + i / DIGITS + "/" + i % DIGITS);
        }
        return new ConfusionMatrix(counts);
    }

    @Override
    public Still still(List<Exhibit> exhibits, Drawing sample, Parameters parameters) {
        Exhibit shown = exhibits.get(0);
        ConfusionMatrix matrix = matrix(shown.facts());
        return new Still() {
            @Override
            public double width() {
                return WIDTH;
            }

            @Override
            public double height() {
                return ConfusionFigure.height(WIDTH);
            }

            @Override
            public void draw(Surface surface) {
                String title = shown.title() + ": " + title(matrix, null);
                ConfusionFigure.draw(surface, WIDTH, title, matrix, null, matrix.worst(), -1, -1);
            }

            @Override
            public String[][] table() {
                String[][] table = new String[DIGITS + 1][DIGITS + 2];
                table[0][0] = "True digit";
                table[0][DIGITS + 1] = "Misread";
                for (int k = 0; k < DIGITS; k++) {
                    table[0][k + 1] = "read as " + k;
                    table[k + 1][0] = Integer.toString(k);
                    table[k + 1][DIGITS + 1] = Integer.toString(matrix.wrong(k, false));
                    for (int answer = 0; answer < DIGITS; answer++) {
                        table[k + 1][answer + 1] = Integer.toString(matrix.count(k, answer));
                    }
                }
                return table;
            }
        };
    }

    private static double cellWidth(double width) {
        return (width - LEFT - (width < WIDE ? 32 : 92)) / DIGITS;
    }

    private static double cellHeight(double width) {
        return width < WIDE ? 27 : 34;
    }

    /** The height of {@link #draw}, in CSS pixels. */
    public static double height(double width) {
        return TOP + DIGITS * cellHeight(width) + BELOW;
    }

    /** The cell at a place: 10 times the digit and the answer; −1 outside. In CSS pixels. */
    public static int at(double width, double x, double y) {
        double[] place = {LEFT, TOP, DIGITS * cellWidth(width), DIGITS * cellHeight(width)};
        return MapLayout.cell(place, DIGITS, DIGITS * DIGITS, x, y);
    }

    /**
     * Draws a network's matrix, or how another's differs from it.
     *
     * @param width in CSS pixels, at least 260
     * @param title what is shown
     * @param matrix of the network
     * @param other of the network that it is compared with, or null
     * @param chosen the cell that is framed
     * @param answer what the network reads of the current digit; −1 for nothing
     * @param digit what the current digit is; −1 if nobody knows
     */
    public static void draw(
            Surface surface,
            double width,
            String title,
            ConfusionMatrix matrix,
            ConfusionMatrix other,
            int chosen,
            int answer,
            int digit) {
        double w = cellWidth(width);
        double h = cellHeight(width);
        double right = LEFT + DIGITS * w;
        double bottom = TOP + DIGITS * h;
        boolean wide = width >= WIDE;
        surface.text(title, 0, 15, 14, Align.START, Tone.INK, true);
        surface.text("the network’s answer", LEFT, 35, 13, Align.START, Tone.MUTED, false);
        surface.text(wide ? "misread" : "wrong", width, 35, 13, Align.END, Tone.MUTED, false);
        surface.textUpwards("true digit", 12, TOP, 13, Align.END, Tone.MUTED);
        colours(surface, w, h, matrix, other);
        for (int k = 0; k < DIGITS; k++) {
            double x = LEFT + (k + 0.5) * w;
            double y = TOP + (k + 0.5) * h + 4.5;
            String name = Integer.toString(k);
            surface.text(name, x, TOP - 6, 14, Align.MIDDLE, Tone.digit(k), true);
            surface.text(name, LEFT - 10, y, 14, Align.MIDDLE, Tone.digit(k), true);
            String wrong = change(matrix.wrong(k, false), other == null ? -1 : other.wrong(k, false));
            surface.text(wrong, wide ? right + 38 : width, y, 12, Align.END, Tone.INK, false);
            if (wide && other == null) {
                String share = Runs.percent((double) matrix.wrong(k, false) / Math.max(1, matrix.total(k, false)));
                surface.text(share, width, y, 12, Align.END, Tone.MUTED, false);
            }
            wrong = change(matrix.wrong(k, true), other == null ? -1 : other.wrong(k, true));
            surface.text(wrong, x, bottom + 17, 12, Align.MIDDLE, Tone.INK, false);
        }
        surface.text("below: others read as it", right, bottom + 36, 13, Align.END, Tone.MUTED, false);
        if (answer >= 0) {
            ring(surface, LEFT + answer * w, TOP - 20, w, 20 + DIGITS * h, Tone.ACCENT);
        }
        if (digit >= 0) {
            ring(surface, LEFT - 20, TOP + digit * h, 20 + DIGITS * w, h, Tone.ACCENT);
        }
        ring(surface, LEFT + chosen % DIGITS * w, TOP + chosen / DIGITS * h, w, h, Tone.INK);
    }

    private static void ring(Surface surface, double x, double y, double w, double h, Tone tone) {
        double[] xs = {x, x + w, x + w, x, x};
        double[] ys = {y, y, y + h, y + h, y};
        surface.line(xs, ys, 2.5, tone);
    }

    /** A number, or by how much another differs from it. */
    private static String change(int count, int other) {
        int more = other - count;
        return other < 0 ? Integer.toString(count) : (more > 0 ? "+" : "") + Numbers.fixed(more, 0);
    }

    private static void colours(Surface surface, double w, double h, ConfusionMatrix matrix, ConfusionMatrix other) {
        double most = 1;
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < DIGITS * DIGITS; i++) {
                int row = i / DIGITS;
                int column = i % DIGITS;
                int count = matrix.count(row, column);
                int compared = other == null ? -1 : other.count(row, column);
                int size = other == null ? count : Math.abs(compared - count);
                boolean mistake = row != column;
                if (pass == 0) {
                    most = mistake ? Math.max(most, size) : most;
                    continue;
                }
                double x = LEFT + column * w;
                double y = TOP + row * h;
                Tone tone = other == null ? Tone.ACCENT : compared > count ? Tone.WARNING : Tone.MUTED;
                surface.fill(
                        x, y, w - 1, h - 1, mistake ? tone : Tone.RULE, mistake ? 0.65 * Math.sqrt(size / most) : 0.6);
                String text = size == 0 && mistake ? "" : change(count, compared);
                if (text.length() * 7 <= w) {
                    surface.text(text, x + w / 2, y + h / 2 + 4.5, 12, Align.MIDDLE, Tone.INK, mistake);
                }
            }
        }
    }

    /** What the picture is headed by: how much is misread, or how much more or less by the other network. */
    public static String title(ConfusionMatrix matrix, ConfusionMatrix other) {
        return other == null
                ? matrix.wrong() + " of " + Numbers.grouped(matrix.total()) + " misread"
                : change(matrix.wrong(), other.wrong()) + " mistakes in all";
    }

    private static String times(ConfusionMatrix matrix, int digit, int answer) {
        int count = matrix.count(digit, answer);
        int all = matrix.total(digit, false);
        return digit + " read as " + answer + ": " + count + " of " + Numbers.grouped(all) + " " + PLURALS[digit] + " ("
                + Runs.percent((double) count / Math.max(1, all)) + ")";
    }

    /**
     * A cell in words, and its counterpart on the other side of the diagonal.
     *
     * @param chosen see {@link #at}
     */
    public static String words(ConfusionMatrix matrix, int chosen) {
        int digit = chosen / DIGITS;
        int answer = chosen % DIGITS;
        return times(matrix, digit, answer)
                + (digit == answer ? "" : ". The other way round, " + times(matrix, answer, digit))
                + ". In all, " + matrix.wrong(digit, false) + " " + PLURALS[digit] + " are misread, and "
                + matrix.wrong(answer, true) + (matrix.wrong(answer, true) == 1 ? " other is" : " others are")
                + " read as "
                + answer + ".";
    }

    /** The same cell of two networks in words. */
    public static String words(
            String name, ConfusionMatrix matrix, String otherName, ConfusionMatrix other, int chosen) {
        int digit = chosen / DIGITS;
        int answer = chosen % DIGITS;
        return name + ", " + times(matrix, digit, answer) + "; " + otherName + ", " + other.count(digit, answer)
                + ". Orange: mistakes that the second makes more often; grey: less often.";
    }

    /** What can be seen of a cell, in words. */
    public static String examples(boolean mnist, int sheet, int found, int shown, int chosen) {
        int digit = chosen / DIGITS;
        return (mnist
                        ? "Of the " + sheet + " " + PLURALS[digit] + " of the test set that this page has"
                        : "This copy of the site has no test images. Of " + sheet + " " + PLURALS[digit]
                                + " of our own")
                + ", the network reads " + found + " as " + chosen % DIGITS
                + (found > shown ? "; these are " + shown + " of them." : found == 0 ? "." : ":");
    }
}
