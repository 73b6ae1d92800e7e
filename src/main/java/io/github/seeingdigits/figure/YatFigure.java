package io.github.seeingdigits.figure;

import io.github.seeingdigits.analysis.Vectors;
import io.github.seeingdigits.analysis.YatUnit;
import io.github.seeingdigits.digit.Drawing;
import java.util.List;

/**
 * One ⵟ unit with two inputs as a landscape, with its value along a ray, and beside it the weighted sum, the angle and the distance
 * that it is made of. Everything that is shown follows from six numbers, see {@link YatNumbers}.
 */
public final class YatFigure implements FigureKind {
    /** The picture shows both inputs from minus this to this. */
    public static final double REACH = 3;

    /** Where the ray is held. */
    private static final double HANDLE = 0.85 * REACH;

    private static final String[] LEVELS = {"1/16", "1/4", "1", "4", "16", "64", "256"};
    private static final double WIDTH = 640;
    private static final double GAP = 20;
    private static final double TOP = 24;
    private static final double KEY = 36;
    private static final double LARGEST = 300;
    private static final double LARGEST_PART = 150;
    private static final int STEPS = 160;

    @Override
    public String name() {
        return "yat";
    }

    @Override
    public String purpose() {
        return "Drag the weights of one ⵟ unit, change ε, b and α, and follow its value along a ray, beside the sum, the angle and"
                + " the distance that it is made of.";
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    @Override
    public Still still(Exhibit exhibit, Drawing sample, Parameters parameters) {
        double[] numbers = YatNumbers.of(exhibit.network());
        double half = (WIDTH - GAP) / 2;
        return new Still() {
            @Override
            public double width() {
                return WIDTH;
            }

            @Override
            public double height() {
                return YatFigure.height(half) + GAP + partsHeight(WIDTH);
            }

            @Override
            public void draw(Surface surface) {
                drawField(surface, half, numbers);
                drawRay(surface, half + GAP, half, YatFigure.height(half), numbers);
                drawParts(surface, YatFigure.height(half) + GAP, WIDTH, numbers);
            }

            @Override
            public String[][] table() {
                return YatNumbers.table(numbers);
            }
        };
    }

    /** The height of {@link #drawField}, in CSS pixels. */
    public static double height(double width) {
        return TOP + chart(width).height + Chart.BELOW + KEY;
    }

    /** The scales of the landscape in a picture of this width, in CSS pixels. */
    public static Chart chart(double width) {
        double side = Math.min(LARGEST, width - Chart.LEFT - 4);
        return new Chart(Chart.LEFT, TOP, side, side).x(-REACH, REACH).y(-REACH, REACH);
    }

    /** Where the ray is held, two coordinates. */
    public static double[] handle(double[] numbers) {
        float[] d = YatNumbers.direction(numbers);
        return new double[] {HANDLE * d[0], HANDLE * d[1]};
    }

    /**
     * What one of the four fields is in {@code cells} × {@code cells} places, the first at the upper left, on a scale from −1 to 1.
     *
     * @param part 0 for ⵟ, in eighths: which of the {@link #LEVELS} it reaches; 1 for w·x + b, 2 for cos(w, x), 3 for −‖w − x‖, with
     *     the largest magnitude of the picture as 1
     */
    public static float[] field(double[] numbers, int part, int cells) {
        YatUnit unit = YatNumbers.unit(numbers);
        float[] w = YatNumbers.weight(numbers);
        double sum = Math.abs(w[0]) + Math.abs(w[1]);
        double largest = part == 1
                ? sum * REACH + Math.abs(numbers[YatNumbers.BIAS])
                : Math.hypot(Math.abs(w[0]) + REACH, Math.abs(w[1]) + REACH);
        float[] field = new float[cells * cells];
        for (int i = 0; i < field.length; i++) {
            float[] x = {
                (float) (((i % cells + 0.5) * 2 / cells - 1) * REACH),
                (float) ((1 - (i / cells + 0.5) * 2 / cells) * REACH)
            };
            if (part == 0) {
                int band = 0;
                double value = unit.response(x);
                for (double level = 1.0 / 16; band < LEVELS.length && value >= level; level *= 4) {
                    band++;
                }
                field[i] = (float) band / (LEVELS.length + 1);
            } else {
                field[i] = (float) (part == 2 ? Vectors.cosine(w, x) : YatNumbers.value(numbers, part, x) / largest);
            }
        }
        return field;
    }

    /** Draws the landscape. {@code width} in CSS pixels, at least 280. */
    public static void drawField(Surface surface, double width, double[] numbers) {
        Chart chart = chart(width);
        YatUnit unit = YatNumbers.unit(numbers);
        int cells = cells(chart.width);
        surface.image(
                chart.left,
                chart.top,
                chart.width,
                chart.height,
                cells,
                cells,
                ColourMap.diverging(field(numbers, 0, cells), 1));
        surface.text("ⵟ(w, x)", chart.left, 16, 15, Align.START, Tone.INK, true);
        surface.text(
                YatNumbers.largest(unit, "largest "), chart.left + chart.width, 16, 13, Align.END, Tone.INK, false);
        chart.axes(surface, "x₁", "x₂", false);
        double[] w = {numbers[0], numbers[1]};
        double square = w[0] * w[0] + w[1] * w[1];
        if (square > 0) {
            double back = -numbers[YatNumbers.BIAS] / square;
            double[] zero = line(surface, chart, back * w[0], back * w[1], -w[1], w[0], -1e3, Tone.MUTED);
            if (zero != null) {
                surface.text("0", zero[0] + 8, zero[1] + 5, 13, Align.START, Tone.INK, true);
            }
        }
        float[] d = YatNumbers.direction(numbers);
        line(surface, chart, 0, 0, d[0], d[1], 0, Tone.INK);
        double[] held = handle(numbers);
        knob(surface, chart, held, Tone.INK);
        surface.line(
                new double[] {chart.atX(0), chart.atX(w[0])},
                new double[] {chart.atY(0), chart.atY(w[1])},
                3,
                Tone.ACCENT);
        for (int i = 0; i < 4; i++) {
            float[] x = YatNumbers.corner(i);
            int label = i == 1 || i == 2 ? 1 : 0;
            double atX = chart.atX(x[0]);
            double atY = chart.atY(x[1]);
            surface.dot(atX, atY, 9, Tone.INK, 1);
            surface.dot(atX, atY, 8, Tone.PAPER, 1);
            surface.text(Integer.toString(label), atX, atY + 5, 13, Align.MIDDLE, Tone.digit(label), true);
            surface.fill(atX - 14, atY + 10, 28, 14, Tone.PAPER, 0.6);
            surface.text(Numbers.fixed(unit.response(x), 2), atX, atY + 21, 12, Align.MIDDLE, Tone.INK, false);
        }
        double scale = unit.maximiserScale();
        double[] top = {scale * w[0], scale * w[1]};
        if (Math.max(Math.abs(top[0]), Math.abs(top[1])) <= REACH) {
            surface.dot(chart.atX(top[0]), chart.atY(top[1]), 13, Tone.ACCENT, 0.4);
        }
        knob(surface, chart, w, Tone.ACCENT);
        // Away from the maximum, which lies further out.
        surface.text(
                "w", chart.atX(w[0]) + 12, chart.atY(w[1]) + (w[1] > 0 ? 18 : -8), 15, Align.START, Tone.ACCENT, true);
        key(surface, chart);
    }

    private static void knob(Surface surface, Chart chart, double[] at, Tone tone) {
        surface.dot(chart.atX(at[0]), chart.atY(at[1]), 8, Tone.PAPER, 1);
        surface.dot(chart.atX(at[0]), chart.atY(at[1]), 6, tone, 1);
    }

    /** The colours and the levels between them. */
    private static void key(Surface surface, Chart chart) {
        float[] bands = new float[LEVELS.length + 1];
        for (int k = 0; k < bands.length; k++) {
            bands[k] = (float) k / bands.length;
        }
        double y = chart.top + chart.height + Chart.BELOW + 2;
        surface.image(chart.left, y, chart.width, 12, bands.length, 1, ColourMap.diverging(bands, 1));
        surface.frame(chart.left, y, chart.width, 12, Tone.RULE);
        for (int k = 0; k < LEVELS.length; k++) {
            double x = chart.left + (k + 1) * chart.width / bands.length;
            surface.text(LEVELS[k], x, y + 27, 12, Align.MIDDLE, Tone.MUTED, false);
        }
    }

    /**
     * Draws what lies in the picture of the line through (x, y), from {@code from} times (dx, dy) onwards.
     *
     * @return a place near where it begins, in CSS pixels; null if it passes the picture by
     */
    private static double[] line(
            Surface surface, Chart chart, double x, double y, double dx, double dy, double from, Tone tone) {
        double[] at = {x, y};
        double[] step = {dx, dy};
        double first = from;
        double last = 1e3;
        for (int k = 0; k < 2; k++) {
            if (Math.abs(step[k]) > 1e-9) {
                double one = (-REACH - at[k]) / step[k];
                double other = (REACH - at[k]) / step[k];
                first = Math.max(first, Math.min(one, other));
                last = Math.min(last, Math.max(one, other));
            } else if (Math.abs(at[k]) > REACH) {
                return null;
            }
        }
        if (first >= last) {
            return null;
        }
        double[] xs = {chart.atX(x + first * dx), chart.atX(x + last * dx)};
        double[] ys = {chart.atY(y + first * dy), chart.atY(y + last * dy)};
        surface.line(xs, ys, 2, tone);
        return new double[] {xs[0] + 0.05 * (xs[1] - xs[0]), ys[0] + 0.05 * (ys[1] - ys[0])};
    }

    /** Draws the value along the ray, and what it tends to. In CSS pixels; {@code width} at least 280. */
    public static void drawRay(Surface surface, double left, double width, double height, double[] numbers) {
        YatUnit unit = YatNumbers.unit(numbers);
        float[] d = YatNumbers.direction(numbers);
        double limit = unit.limit(d);
        double top = Math.max(0.1, 1.5 * unit.largestLimit());
        Chart chart = new Chart(left + Chart.LEFT, TOP, width - Chart.LEFT - 8, height - TOP - Chart.BELOW)
                .powers(-1, 3)
                .y(0, top);
        surface.text("Along the ray", chart.left, 16, 15, Align.START, Tone.INK, true);
        chart.axes(surface, "distance from (0, 0)", "value", false);
        double y = chart.atY(limit);
        for (double x = chart.left; x < chart.left + chart.width; x += 10) {
            surface.fill(x, y - 1, 6, 2, Tone.ACCENT, 1);
        }
        // On the side that the line does not come from.
        boolean below = Vectors.dot(YatNumbers.weight(numbers), d) > 0 && y < chart.top + chart.height - 24;
        surface.text(
                "tends to " + Numbers.size(limit),
                chart.left + chart.width,
                below ? y + 18 : y - 8,
                13,
                Align.END,
                Tone.ACCENT,
                true);
        double[] xs = new double[STEPS + 1];
        double[] ys = new double[STEPS + 1];
        int count = 0;
        double before = 0;
        for (int i = 0; i <= STEPS; i++) {
            double far = Math.pow(10, 4.0 * i / STEPS - 1);
            double value = unit.response(new float[] {(float) (far * d[0]), (float) (far * d[1])});
            boolean inside = value <= top || before <= top;
            if (inside) {
                xs[count] = chart.left + i * chart.width / STEPS;
                ys[count++] = chart.atY(Math.min(top, value));
            }
            // Where it leaves through the top, the line is interrupted.
            if (count > 1 && (value > top || i == STEPS)) {
                surface.line(java.util.Arrays.copyOf(xs, count), java.util.Arrays.copyOf(ys, count), 2.5, Tone.INK);
            }
            count = value > top ? 0 : count;
            before = value;
        }
    }

    /** How finely a field is drawn: a place for every two pixels. One at least, because a page may be folded away to nothing. */
    private static int cells(double side) {
        return Math.max(1, (int) side / 2);
    }

    private static double partSide(double width) {
        return Math.min(LARGEST_PART, width / YatNumbers.PARTS.length - 10);
    }

    /** The height of {@link #drawParts}, in CSS pixels. */
    public static double partsHeight(double width) {
        return TOP + partSide(width) + 10;
    }

    /** Draws the sum, the angle and the distance side by side. In CSS pixels; {@code width} at least 280. */
    public static void drawParts(Surface surface, double top, double width, double[] numbers) {
        double column = width / YatNumbers.PARTS.length;
        double side = partSide(width);
        int cells = cells(side);
        for (int part = 1; part <= YatNumbers.PARTS.length; part++) {
            double x = (part - 1) * column + (column - side) / 2;
            surface.text(YatNumbers.PARTS[part - 1], x, top + 15, 13, Align.START, Tone.INK, true);
            surface.image(x, top + TOP, side, side, cells, cells, ColourMap.diverging(field(numbers, part, cells), 1));
            surface.frame(x, top + TOP, side, side, Tone.RULE);
            Chart chart = new Chart(x, top + TOP, side, side).x(-REACH, REACH).y(-REACH, REACH);
            surface.dot(chart.atX(numbers[0]), chart.atY(numbers[1]), 5, Tone.PAPER, 1);
            surface.dot(chart.atX(numbers[0]), chart.atY(numbers[1]), 4, Tone.ACCENT, 1);
        }
    }
}
