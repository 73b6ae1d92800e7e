package io.github.seeingdigits.figure;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Dense;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Network;
import java.util.List;

/**
 * A layer of two units as a plane: a sample of test images as points in the colours of their digits, over the answers that the
 * rest of the network gives to each place; beside it the weights of the first two units and the answer to the drawing.
 */
public final class PlaneFigure implements FigureKind {
    private static final double WIDTH = 640;
    private static final double SIDE = 300;
    private static final double TOP = 8;
    private static final double GAP = 14;
    private static final int CELLS = 50;

    @Override
    public String name() {
        return "plane";
    }

    @Override
    public String purpose() {
        return "Watch a layer of two units sort the digits in a plane, layer by layer and through training.";
    }

    @Override
    public List<String> parameters() {
        return List.of("layer");
    }

    @Override
    public List<String> views() {
        return List.of(Planes.VIEW);
    }

    @Override
    public Still still(Exhibit exhibit, Drawing sample, Parameters parameters) {
        Network network = Planes.copy(exhibit.network());
        Planes planes = new Planes(network, exhibit.view(Planes.VIEW));
        int plane = parameters.whole("layer", 0, planes.size() - 1, 0);
        float[] ink = sample.isEmpty() ? null : Ink.of(sample);
        int last = planes.moments() - 1;
        return new Still() {
            @Override
            public double width() {
                return WIDTH;
            }

            @Override
            public double height() {
                return PlaneFigure.height(WIDTH, planes.classes());
            }

            @Override
            public void draw(Surface surface) {
                PlaneFigure.draw(surface, WIDTH, network, planes, chart(planes, plane, WIDTH), last, plane, ink);
            }

            @Override
            public String[][] table() {
                return PlaneFigure.table(planes, last, plane);
            }
        };
    }

    private static boolean wide(double width) {
        return width > 520;
    }

    /** The height of {@link #draw}, in CSS pixels. */
    public static double height(double width, int classes) {
        double chart = TOP + SIDE + Chart.BELOW;
        return wide(width) ? chart : chart + GAP + filters(width) + GAP + 24 + classes * ProbabilityBars.ROW;
    }

    private static double filters(double width) {
        return FilterImage.height((beside(width) - GAP) / 2, false);
    }

    private static double beside(double width) {
        return wide(width) ? width - Chart.LEFT - SIDE - 2 * GAP : width;
    }

    /** The scales of plane {@code p} in a picture of this width, in CSS pixels, at least 280. */
    public static Chart chart(Planes planes, int p, double width) {
        return planes.chart(p, Chart.LEFT, TOP, wide(width) ? SIDE : width - Chart.LEFT - 4, SIDE);
    }

    /**
     * Draws all of it.
     *
     * @param network with the parameters of the moment
     * @param chart from {@link #chart}
     * @param ink the drawing's 784 values; null if there is none
     */
    public static void draw(
            Surface surface,
            double width,
            Network network,
            Planes planes,
            Chart chart,
            int moment,
            int plane,
            float[] ink) {
        regions(surface, planes, chart, plane);
        chart.axes(surface, "first unit", "second unit", false);
        planes.scatter(surface, chart, planes.points(moment, plane));
        double x = wide(width) ? chart.left + SIDE + 2 * GAP : 0;
        double y = wide(width) ? 0 : TOP + SIDE + Chart.BELOW + GAP;
        Matrix weights = ((Dense) network.layers().get(0)).weight().value;
        float[][] pictures = {FirstLayer.weights(weights, 0), FirstLayer.weights(weights, 1)};
        float limit = ColourMap.limit(pictures);
        double side = (beside(width) - GAP) / 2;
        String[] names = {"First unit", "Second unit"};
        for (int k = 0; k < 2; k++) {
            FilterImage.draw(surface, x + k * (side + GAP), y, side, names[k], "", pictures[k], limit, false);
        }
        y += filters(width) + GAP;
        surface.text("Your drawing", x, y + 14, 13, Align.START, Tone.MUTED, false);
        float[] answer = ink == null ? null : network.predict(ink);
        ProbabilityBars.draw(surface, x, y + 24, beside(width), answer, planes.classes());
        if (ink != null) {
            planes.own(surface, chart, planes.point(ink, plane));
        }
    }

    /** The answers to each place, pale; neighbours in a row that get the same are drawn as one. */
    private static void regions(Surface surface, Planes planes, Chart chart, int plane) {
        double cellX = chart.width / CELLS;
        double cellY = chart.height / CELLS;
        float[][] places = new float[CELLS * CELLS][];
        for (int i = 0; i < places.length; i++) {
            places[i] = new float[] {
                (float) chart.valueX(chart.left + (i % CELLS + 0.5) * cellX),
                (float) chart.valueY(chart.top + (i / CELLS + 0.5) * cellY)
            };
        }
        int[] answers = planes.classes(new Matrix(places, 2), plane);
        int from = 0;
        for (int i = 1; i <= answers.length; i++) {
            if (i % CELLS == 0 || answers[i] != answers[from]) {
                surface.fill(
                        chart.left + from % CELLS * cellX,
                        chart.top + from / CELLS * cellY,
                        (i - from) * cellX,
                        cellY,
                        Tone.digit(answers[from]),
                        0.2);
                from = i;
            }
        }
    }

    /** How many of a digit's points lie where the network answers with it, by digit. */
    private static int[] right(Planes planes, int moment, int plane) {
        int[] answers = planes.classes(planes.points(moment, plane), plane);
        int[] right = new int[planes.classes() + 1];
        for (int i = 0; i < answers.length; i++) {
            if (answers[i] == planes.label(i)) {
                right[answers[i]]++;
                right[planes.classes()]++;
            }
        }
        return right;
    }

    /** The picture in a sentence. */
    public static String words(Planes planes, int moment, int plane, float[] ink) {
        int images = planes.points(moment, plane).rows;
        String text = right(planes, moment, plane)[planes.classes()] + " of " + images
                + " sample digits lie where the rest of the network reads them rightly.";
        if (ink == null) {
            return text;
        }
        float[] own = planes.point(ink, plane);
        return text + " Your drawing lies at " + Numbers.fixed(own[0], 1) + ", " + Numbers.fixed(own[1], 1) + '.';
    }

    private static String[][] table(Planes planes, int moment, int plane) {
        Matrix points = planes.points(moment, plane);
        int[] right = right(planes, moment, plane);
        double[][] sums = new double[planes.classes()][3];
        for (int i = 0; i < points.rows; i++) {
            double[] sum = sums[planes.label(i)];
            sum[0] += points.row[i][0];
            sum[1] += points.row[i][1];
            sum[2]++;
        }
        String[][] table = new String[sums.length + 1][];
        table[0] = new String[] {"Digit", "First unit, mean", "Second unit, mean", "Points", "Read rightly"};
        for (int k = 0; k < sums.length; k++) {
            table[k + 1] = new String[] {
                Integer.toString(k),
                Numbers.fixed(sums[k][0] / sums[k][2], 2),
                Numbers.fixed(sums[k][1] / sums[k][2], 2),
                Numbers.fixed(sums[k][2], 0),
                Integer.toString(right[k])
            };
        }
        return table;
    }
}
