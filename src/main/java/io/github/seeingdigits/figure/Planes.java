package io.github.seeingdigits.figure;

import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Layer;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.Relu;
import io.github.seeingdigits.network.View;
import java.util.List;

/**
 * A chain of layers of two units each, seen as planes: where each of them puts a sample of test images at every moment of
 * training, and what the rest of the network makes of each place.
 */
public final class Planes {
    /** The view that is drawn: moments × images × units of the layers with parameters, one layer after the other. */
    public static final String VIEW = "sample";

    private final Network network;
    private final View view;
    private final int moments;
    private final int images;
    private final int units;

    /** The layers with two outputs, by their place in the network. */
    private final int[] layers;

    /**
     * The planes of a network.
     *
     * @param network may be given other parameters from moment to moment; its own for {@link #classes}
     * @param view see {@link #VIEW}
     * @throws IllegalArgumentException if the network does not begin with {@code dense 784 2}, or the view is another's
     */
    public Planes(Network network, View view) {
        this.network = network;
        this.view = view;
        int[] shape = view.shape();
        moments = shape[0];
        images = shape.length == 3 ? shape[1] : 0;
        units = shape.length == 3 ? shape[2] : 0;
        List<Layer> all = network.layers();
        int[] found = new int[all.size()];
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            if (all.get(i).outputs() == 2 && column(i) + 2 <= units) {
                found[count++] = i;
            }
        }
        if (count == 0 || found[0] != 0 || network.inputs() != Ink.PIXELS || images < classes()) {
            throw new IllegalArgumentException(
                    "the figure needs a model that begins with \"dense 784 2\" and a view of what its layers give, but this one is \""
                            + network.architecture() + "\" with a view of " + units + " units");
        }
        layers = new int[count];
        System.arraycopy(found, 0, layers, 0, count);
    }

    /** A copy of {@code network} whose parameters may be changed, for {@link #Planes}. */
    public static Network copy(Network network) {
        Network copy = new Network(network.architecture(), 1, new PlainOps());
        copy.copyParameters(network);
        return copy;
    }

    private boolean rectifies(int layer) {
        return network.layers().get(layer).parameters().isEmpty();
    }

    /** Where in the view the outputs of a layer begin; a rectifier's are computed from those of the layer before. */
    private int column(int layer) {
        int column = 0;
        for (int i = 0; i < (rectifies(layer) ? layer - 1 : layer); i++) {
            column += rectifies(i) ? 0 : network.layers().get(i).outputs();
        }
        return column;
    }

    /** How many planes there are. */
    public int size() {
        return layers.length;
    }

    /** What plane {@code p} is called. */
    public String name(int p) {
        boolean after = rectifies(layers[p]);
        int number = 0;
        for (int i = 0; i <= p; i++) {
            number += rectifies(layers[i]) ? 0 : 1;
        }
        return (after ? "ReLU " : "Layer ") + number;
    }

    /** All planes, by their number from 0. */
    public int[] all() {
        int[] all = new int[layers.length];
        for (int p = 0; p < all.length; p++) {
            all[p] = p;
        }
        return all;
    }

    /** The planes that a rectifier folds, by their number. */
    public int[] folded() {
        int[] found = new int[layers.length];
        int count = 0;
        for (int p = 1; p < layers.length; p++) {
            if (network.layers().get(layers[p]) instanceof Relu) {
                found[count++] = p - 1;
            }
        }
        int[] folded = new int[count];
        System.arraycopy(found, 0, folded, 0, count);
        return folded;
    }

    /** How many moments of training there are. */
    public int moments() {
        return moments;
    }

    /** How many digits the network tells apart; they are 0, 1, … */
    public int classes() {
        return network.classes();
    }

    /** The digit that is on image {@code i}: a sample has as many of each, one after the other. */
    public int label(int i) {
        return i * classes() / images;
    }

    /** Where plane {@code p} puts each image at a moment: images × 2. */
    public Matrix points(int moment, int p) {
        int column = column(layers[p]);
        float[][] rows = new float[images][2];
        for (int i = 0; i < images; i++) {
            System.arraycopy(view.values(), (moment * images + i) * units + column, rows[i], 0, 2);
        }
        Matrix points = new Matrix(rows, 2);
        return rectifies(layers[p]) ? through(points, layers[p], layers[p] + 1) : points;
    }

    /** Where plane {@code p} puts a drawing, now. */
    public float[] point(float[] ink, int p) {
        network.logits(ink);
        return network.output(layers[p]).row[0];
    }

    /** What the rest of the network, as it is now, makes of places in plane {@code p}: a digit for each. */
    public int[] classes(Matrix places, int p) {
        Matrix scores = through(places, layers[p] + 1, network.layers().size());
        int[] classes = new int[places.rows];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = network.read(scores.row[i]);
        }
        return classes;
    }

    private Matrix through(Matrix x, int from, int to) {
        Matrix at = x;
        for (int i = from; i < to; i++) {
            int outputs = network.layers().get(i).outputs();
            Matrix next = new Matrix(new float[x.rows][outputs], outputs);
            network.layers().get(i).forward(at, next, x.rows);
            at = next;
        }
        return at;
    }

    /** Scales for plane {@code p} on which all points of all moments have room, and the origin has. */
    public Chart chart(int p, double left, double top, double width, double height) {
        float[] least = new float[2];
        float[] most = {1e-3f, 1e-3f};
        for (int moment = 0; moment < moments; moment++) {
            for (float[] point : points(moment, p).row) {
                for (int k = 0; k < 2; k++) {
                    least[k] = Math.min(least[k], point[k]);
                    most[k] = Math.max(most[k], point[k]);
                }
            }
        }
        float x = (most[0] - least[0]) / 16;
        float y = (most[1] - least[1]) / 16;
        return new Chart(left, top, width, height).x(least[0] - x, most[0] + x).y(least[1] - y, most[1] + y);
    }

    /** Draws the points, and at the middle of each class its digit. */
    public void scatter(Surface surface, Chart chart, Matrix points) {
        int classes = classes();
        double[] x = new double[classes];
        double[] y = new double[classes];
        int[] count = new int[classes];
        for (int i = 0; i < images; i++) {
            int label = label(i);
            double atX = chart.atX(points.row[i][0]);
            double atY = chart.atY(points.row[i][1]);
            x[label] += atX;
            y[label] += atY;
            count[label]++;
            surface.dot(atX, atY, 3, Tone.digit(label), 0.75);
        }
        for (int k = 0; k < classes; k++) {
            digit(surface, x[k] / count[k], y[k] / count[k], k);
        }
    }

    /** Draws where the drawing lies, at the edge if that is outside. */
    public void own(Surface surface, Chart chart, float[] point) {
        double x = within(chart.atX(point[0]), chart.left, chart.width);
        double y = within(chart.atY(point[1]), chart.top, chart.height);
        own(surface, x, y);
    }

    /** Draws the mark of the drawing. */
    static void own(Surface surface, double x, double y) {
        surface.dot(x, y, 9, Tone.INK, 1);
        surface.dot(x, y, 7, Tone.PAPER, 1);
        surface.dot(x, y, 5, Tone.ACCENT, 1);
    }

    /** Names the digit whose points are around a place. */
    static void digit(Surface surface, double x, double y, int digit) {
        surface.dot(x, y, 10, Tone.PAPER, 0.85);
        surface.text(Integer.toString(digit), x, y + 6, 17, Align.MIDDLE, Tone.digit(digit), true);
    }

    private static double within(double at, double from, double length) {
        return Math.max(from, Math.min(from + length, at));
    }
}
