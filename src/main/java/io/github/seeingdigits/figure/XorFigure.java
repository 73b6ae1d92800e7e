package io.github.seeingdigits.figure;

import io.github.seeingdigits.analysis.XorRun;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.network.Dense;
import io.github.seeingdigits.network.Layer;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Yat;
import java.util.List;

/**
 * Exclusive or: what a small network gives for every pair of inputs, blue above one half and orange below, and the sums behind
 * its four examples, line by line.
 */
public final class XorFigure implements FigureKind {
    /** What can be trained, and what it is called. */
    public static final String[] ARCHITECTURES = {"dense 2 4, relu 4, dense 4 1", "dense 2 1", "yat 2 1 alpha learnable"
    };

    /** See {@link #ARCHITECTURES}. */
    public static final String[] NAMES = {"Four ReLU units", "One linear unit", "One ⵟ unit"};

    private static final double WIDTH = 640;
    private static final double SIDE = 270;
    private static final double TOP = 8;
    private static final double GAP = 20;
    private static final double ROW = 76;
    private static final int CELLS = 50;
    private static final int STILL_STEPS = 3000;

    @Override
    public String name() {
        return "xor";
    }

    @Override
    public String purpose() {
        return "Train four ReLU units, one linear unit or one ⵟ unit on exclusive or, and follow the arithmetic.";
    }

    @Override
    public List<String> parameters() {
        return List.of("kind");
    }

    /** What is shown at first: 0 for the trained network, or what learns, from 1. */
    public static int kind(Parameters parameters) {
        return parameters.whole("kind", 0, NAMES.length, 0);
    }

    /**
     * A run that goes on from {@code network}.
     *
     * @throws IllegalArgumentException unless it has two inputs and one output
     */
    public static XorRun fitting(Network network) {
        if (network.inputs() != 2 || network.outputs() != 1) {
            throw new IllegalArgumentException("the figure needs a model with 2 inputs and 1 output, but this one is \""
                    + network.architecture() + "\"");
        }
        return XorRun.from(network);
    }

    /** A run of {@link #ARCHITECTURES} {@code kind} from the start. */
    public static XorRun start(int kind, int seed) {
        return XorRun.start(ARCHITECTURES[kind], kind == 2, seed);
    }

    @Override
    public Still still(Exhibit exhibit, Drawing sample, Parameters parameters) {
        int kind = kind(parameters);
        XorRun run = kind == 0 ? fitting(exhibit.network()) : start(kind - 1, 1);
        run.train(kind == 0 ? 0 : STILL_STEPS);
        return new Still() {
            @Override
            public double width() {
                return WIDTH;
            }

            @Override
            public double height() {
                return XorFigure.height(WIDTH);
            }

            @Override
            public void draw(Surface surface) {
                XorFigure.draw(surface, WIDTH, run);
            }

            @Override
            public String[][] table() {
                String[][] table = new String[XorRun.EXAMPLES + 1][];
                table[0] = new String[] {"Example", "How", "Gives", "Should be"};
                for (int i = 0; i < XorRun.EXAMPLES; i++) {
                    String[] lines = lines(run, i);
                    table[i + 1] = new String[] {
                        pair(run, i),
                        lines[0] + "; " + lines[1],
                        Numbers.fixed(run.output(run.input(i)), 3),
                        Integer.toString(run.label(i))
                    };
                }
                return table;
            }
        };
    }

    private static boolean wide(double width) {
        return width > 520;
    }

    /** The height of {@link #draw}, in CSS pixels. */
    public static double height(double width) {
        double chart = TOP + SIDE + Chart.BELOW;
        return wide(width) ? chart : chart + GAP + XorRun.EXAMPLES * ROW;
    }

    /** Draws all of it; {@code width} in CSS pixels, at least 280. */
    public static void draw(Surface surface, double width, XorRun run) {
        double side = wide(width) ? SIDE : width - Chart.LEFT - 4;
        Chart chart = new Chart(Chart.LEFT, TOP, side, SIDE).x(-0.5, 1.5).y(-0.5, 1.5);
        float[][] places = new float[CELLS * CELLS][];
        for (int i = 0; i < places.length; i++) {
            places[i] = new float[] {
                (float) (-0.5 + (i % CELLS + 0.5) * 2 / CELLS), (float) (1.5 - (i / CELLS + 0.5) * 2 / CELLS)
            };
        }
        Matrix outputs = run.network().forward(new Matrix(places, 2), places.length);
        float[] above = new float[places.length];
        for (int i = 0; i < above.length; i++) {
            above[i] = outputs.row[i][0] - 0.5f;
        }
        surface.image(chart.left, chart.top, side, SIDE, CELLS, CELLS, ColourMap.diverging(above, 0.5f));
        chart.axes(surface, "first input", "second input", false);
        surface.text("blue: above one half", 0, chart.top + SIDE + 35, 13, Align.START, Tone.MUTED, false);
        double x = wide(width) ? chart.left + side + GAP : 0;
        double y = wide(width) ? 0 : TOP + SIDE + Chart.BELOW + GAP;
        for (int i = 0; i < XorRun.EXAMPLES; i++, y += ROW) {
            int label = run.label(i);
            double atX = chart.atX(run.input(i)[0]);
            double atY = chart.atY(run.input(i)[1]);
            surface.dot(atX, atY, 12, Tone.INK, 1);
            surface.dot(atX, atY, 10.5, Tone.PAPER, 1);
            surface.text(Integer.toString(label), atX, atY + 6, 17, Align.MIDDLE, Tone.digit(label), true);
            boolean right = run.output(run.input(i)) > 0.5 == (label == 1);
            String[] lines = lines(run, i);
            surface.beginUnit(i);
            surface.text(pair(run, i) + " should give " + label, x, y + 18, 14, Align.START, Tone.INK, true);
            surface.text(lines[0], x, y + 38, 13, Align.START, Tone.MUTED, false);
            surface.text(
                    lines[1] + (right ? "" : ", wrong"),
                    x,
                    y + 57,
                    13,
                    Align.START,
                    right ? Tone.INK : Tone.WARNING,
                    !right);
            surface.end();
        }
    }

    private static String pair(XorRun run, int i) {
        return "(" + (int) run.input(i)[0] + ", " + (int) run.input(i)[1] + ")";
    }

    /** The sums behind example {@code i}: what comes before the last step, and the last step. */
    private static String[] lines(XorRun run, int i) {
        float[] input = run.input(i);
        float output = run.output(input);
        List<Layer> layers = run.network().layers();
        int last = layers.size() - 1;
        String result = " = " + Numbers.fixed(output, 2);
        if (layers.get(last) instanceof Yat yat) {
            double sum = yat.bias(0);
            double distance = yat.epsilon();
            for (int k = 0; k < 2; k++) {
                float weight = yat.weight().value.row[k][0];
                sum += weight * input[k];
                distance += (weight - input[k]) * (weight - input[k]);
            }
            return new String[] {
                "w·x = " + Numbers.fixed(sum, 3) + ", ‖w − x‖² + ε = " + Numbers.fixed(distance, 3),
                Numbers.fixed(yat.alpha(), 2) + " · (" + Numbers.fixed(sum, 3) + ")² ÷ " + Numbers.fixed(distance, 3)
                        + result
            };
        }
        Dense dense = (Dense) layers.get(last);
        float[] values = last == 0 ? input : run.network().output(last - 1).row[0];
        StringBuilder before = new StringBuilder(last == 0 ? "weights" : "units");
        StringBuilder sum = new StringBuilder();
        for (int k = 0; k < values.length; k++) {
            float weight = dense.weight().value.row[k][0];
            before.append(k == 0 ? " " : ", ").append(Numbers.fixed(last == 0 ? weight : values[k], 2));
            add(sum, weight * values[k]);
        }
        add(sum, dense.bias().value.row[0][0]);
        return new String[] {before.toString(), sum.append(result).toString()};
    }

    private static void add(StringBuilder sum, double term) {
        String text = Numbers.fixed(Math.abs(term), 2);
        if (sum.length() > 0) {
            sum.append(term < 0 ? " − " : " + ").append(text);
        } else {
            sum.append(Numbers.fixed(term, 2));
        }
    }

    /** How far it is, in words. */
    public static String words(XorRun run) {
        String when = run.steps() == 0
                ? "No step of training here: "
                : "After " + run.steps() + (run.steps() == 1 ? " step: " : " steps: ");
        return when + run.right() + " of 4 right, squared error " + Numbers.fixed(run.error(), 3) + ".";
    }

    /** The arithmetic of all examples, in words. */
    public static String arithmetic(XorRun run) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < XorRun.EXAMPLES; i++) {
            String[] lines = lines(run, i);
            text.append(pair(run, i))
                    .append(": ")
                    .append(lines[0])
                    .append("; ")
                    .append(lines[1])
                    .append(". ");
        }
        return text.toString();
    }
}
