package io.github.seeingdigits.figure;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Matrix;
import java.util.List;

/**
 * What a rectifier does to a plane: points with both coordinates above zero stay, the others move to an axis or to the origin.
 * Between before (t = 0) and after (t = 1) a negative coordinate x is drawn at (1 − t)·x.
 */
public final class FoldFigure implements FigureKind {
    /** In CSS pixels. */
    public static final double HEIGHT = 372;

    private static final double WIDTH = 640;

    /** About how wide a letter of a label is that keeps what lies below it from showing through. */
    private static final double LETTER = 7;

    private static final double TOP = 8;
    private static final String[] FATES = {"stay", "to the first axis", "to the second axis", "to the origin"};

    @Override
    public String name() {
        return "fold";
    }

    @Override
    public String purpose() {
        return "Fold a plane along its axes, as a ReLU does, and count which digits end up on top of each other.";
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
        Planes planes = new Planes(Planes.copy(exhibit.network()), exhibit.view(Planes.VIEW));
        int[] folded = planes.folded();
        if (folded.length == 0) {
            throw new IllegalArgumentException(
                    "the figure needs a model with a ReLU after a layer of two units, but this one is \""
                            + exhibit.network().architecture() + "\"");
        }
        int plane = folded[parameters.whole("layer", 0, folded.length - 1, 0)];
        float[] own = sample.isEmpty() ? null : planes.point(Ink.of(sample), plane);
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
                FoldFigure.draw(surface, planes, chart(planes, plane, WIDTH), plane, 1, own);
            }

            @Override
            public String[][] table() {
                return FoldFigure.table(planes, plane);
            }
        };
    }

    /** The scales of plane {@code p} in a picture of this width, in CSS pixels, at least 280. */
    public static Chart chart(Planes planes, int p, double width) {
        return planes.chart(p, Chart.LEFT, TOP, width - Chart.LEFT - 4, HEIGHT - TOP - Chart.BELOW);
    }

    private static float folded(float x, double t) {
        return x < 0 ? (float) (x * (1 - t)) : x;
    }

    /**
     * Draws the trained network's points on their way.
     *
     * @param chart from {@link #chart}
     * @param t 0 before the rectifier, 1 after it
     * @param own where the drawing lies before it; null if there is none
     */
    public static void draw(Surface surface, Planes planes, Chart chart, int plane, double t, float[] own) {
        chart.axes(surface, "first unit", "second unit", false);
        surface.fill(chart.atX(0) - 0.75, chart.top, 1.5, chart.height, Tone.INK, 1);
        surface.fill(chart.left, chart.atY(0) - 0.75, chart.width, 1.5, Tone.INK, 1);
        Matrix before = planes.points(planes.moments() - 1, plane);
        float[][] now = new float[before.rows][];
        for (int i = 0; i < now.length; i++) {
            float[] point = before.row[i];
            now[i] = new float[] {folded(point[0], t), folded(point[1], t)};
            if (t > 0) {
                surface.dot(chart.atX(point[0]), chart.atY(point[1]), 2, Tone.digit(planes.label(i)), 0.25);
            }
        }
        planes.scatter(surface, chart, new Matrix(now, 2));
        if (own != null) {
            planes.own(surface, chart, new float[] {folded(own[0], t), folded(own[1], t)});
        }
        int[][] counts = counts(planes, plane);
        for (boolean cover : new boolean[] {true, false}) {
            for (int q = 0; q < FATES.length; q++) {
                boolean right = q < 2;
                double x = right ? chart.left + chart.width : chart.left + 6;
                double y = q % 2 == 0 ? chart.top + 16 : chart.top + chart.height - 10;
                String text = counts[q][planes.classes()] + " " + FATES[q];
                double wide = LETTER * text.length();
                if (cover) {
                    surface.fill(right ? x - wide : x, y - 12, wide, 16, Tone.PAPER, 0.85);
                } else {
                    surface.text(text, x, y, 13, right ? Align.END : Align.START, Tone.INK, true);
                }
            }
        }
    }

    /** How many points of each digit, and in the end of all, lie in each quadrant, as {@link #FATES} has them. */
    private static int[][] counts(Planes planes, int plane) {
        int[][] counts = new int[FATES.length][planes.classes() + 1];
        Matrix points = planes.points(planes.moments() - 1, plane);
        for (int i = 0; i < points.rows; i++) {
            int quadrant = (points.row[i][0] > 0 ? 0 : 2) + (points.row[i][1] > 0 ? 0 : 1);
            counts[quadrant][planes.label(i)]++;
            counts[quadrant][planes.classes()]++;
        }
        return counts;
    }

    /** Which digits go where, in words. */
    public static String words(Planes planes, int plane) {
        StringBuilder text = new StringBuilder();
        int[][] counts = counts(planes, plane);
        for (int q = 0; q < FATES.length; q++) {
            text.append(q == 0 ? "Of the sample, " : q == FATES.length - 1 ? ", and " : ", ");
            text.append(counts[q][planes.classes()]).append(' ').append(FATES[q]);
        }
        int[] lost = counts[FATES.length - 1];
        if (lost[planes.classes()] > 0) {
            String between = " (";
            for (int k = 0; k < planes.classes(); k++) {
                if (lost[k] > 0) {
                    text.append(between).append(lost[k]).append(" × ").append(k);
                    between = ", ";
                }
            }
            text.append("), where nothing tells them apart");
        }
        return text.append('.').toString();
    }

    private static String[][] table(Planes planes, int plane) {
        int[][] counts = counts(planes, plane);
        String[] signs = {"+ +", "+ −", "− +", "− −"};
        String[][] table = new String[FATES.length + 1][planes.classes() + 2];
        table[0][0] = "Signs before the ReLU";
        for (int q = 0; q < FATES.length; q++) {
            table[q + 1][0] = signs[q] + ": " + FATES[q];
        }
        for (int k = 0; k <= planes.classes(); k++) {
            boolean all = k == planes.classes();
            table[0][k + 1] = all ? "All" : "Digit " + k;
            for (int q = 0; q < FATES.length; q++) {
                table[q + 1][k + 1] = Integer.toString(counts[q][k]);
            }
        }
        return table;
    }
}
