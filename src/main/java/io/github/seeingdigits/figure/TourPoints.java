package io.github.seeingdigits.figure;

import io.github.seeingdigits.analysis.Centres;
import io.github.seeingdigits.analysis.GrandTour;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.View;

/** What layers of a network gave for test images after each epoch, at one layer and one moment of the reader's choice, and on a plane. */
public final class TourPoints {
    /** The view that is drawn: epochs × layers × images × axes. */
    static final String VIEW = "tour";

    /** Steps from one epoch to the next, between which points move in straight lines. */
    public static final int STEPS = 10;

    static final int DIGITS = 10;

    final int axes;
    final int images;
    private final int epochs;
    private final int layers;
    private final float[] values;
    private final Network network;
    private final Facts facts;
    private final int[] shape;

    /** Where the images lie now: images × axes. */
    private final float[][] points;

    /** Where they are seen: images × 2, and the centre of each digit likewise. */
    private final float[][] seen;

    private float[][] centres;
    private float[][] seenCentres;
    private double apart;
    private int layer;

    /** The largest distance from the origin at any moment, by layer. */
    private final double[] radius;

    /**
     * The points of a view.
     *
     * @param facts with {@code findings/tour/layers} and {@code findings/tour/explained}
     * @throws IllegalArgumentException if the view has another shape
     */
    public TourPoints(Network network, View view, Facts facts) {
        this.network = network;
        this.facts = facts;
        shape = view.shape();
        if (shape.length != 4 || shape[2] % DIGITS != 0 || shape[3] < 3) {
            throw new IllegalArgumentException("the figure needs a view of epochs, layers, images and axes");
        }
        epochs = shape[0];
        layers = shape[1];
        images = shape[2];
        axes = shape[3];
        values = view.values();
        points = new float[images][axes];
        seen = new float[images][2];
        radius = new double[layers];
        for (int m = 0; m < epochs; m++) {
            for (int i = 0; i < layers * images; i++) {
                double squares = 0;
                for (int k = 0; k < axes; k++) {
                    float value = values[(m * layers * images + i) * axes + k];
                    squares += value * value;
                }
                radius[i / images] = Math.max(radius[i / images], Math.sqrt(squares));
            }
        }
        go(layers - 1, last());
    }

    /** The number of the last moment; the first is 0, before training. */
    public int last() {
        return (epochs - 1) * STEPS;
    }

    /** What the layers are called. */
    public String[] names() {
        String[] names = new String[layers];
        for (int l = 0; l < layers; l++) {
            int outputs = network.layers().get(layer(l)).outputs();
            names[l] = outputs + (isScores(l) ? " scores" : " units");
        }
        return names;
    }

    private int layer(int l) {
        return (int) facts.number("findings/tour/layers/" + l);
    }

    private boolean isScores(int l) {
        return layer(l) == network.layers().size() - 1;
    }

    /** Whether the axes are the scores of digits rather than directions in which points differ most. */
    public boolean isScores() {
        return isScores(layer);
    }

    /** Moves all points to a layer and a moment. */
    public void go(int to, int moment) {
        layer = to;
        int epoch = Math.min(epochs - 2, moment / STEPS);
        float share = (float) (moment - epoch * STEPS) / STEPS;
        int step = layers * images * axes;
        for (int i = 0; i < images; i++) {
            int at = ((epoch * layers + layer) * images + i) * axes;
            for (int k = 0; k < axes; k++) {
                points[i][k] = values[at + k] + share * (values[at + k + step] - values[at + k]);
            }
        }
        centres = Centres.of(points, DIGITS);
        apart = Centres.nearest(points, centres);
    }

    /** Looks at all points on a plane. */
    public void look(GrandTour tour) {
        for (int i = 0; i < images; i++) {
            look(tour, points[i], seen[i]);
        }
        seenCentres = Centres.of(seen, DIGITS);
    }

    private static void look(GrandTour tour, float[] point, float[] onto) {
        double x = 0;
        double y = 0;
        for (int k = 0; k < point.length; k++) {
            x += tour.x(k) * point[k];
            y += tour.y(k) * point[k];
        }
        onto[0] = (float) x;
        onto[1] = (float) y;
    }

    /** Where a drawing is seen; null unless the points are the scores of the trained network, which are known of any drawing. */
    public float[] own(GrandTour tour, float[] ink, int moment) {
        if (!isScores() || moment < last()) {
            return null;
        }
        float[] own = new float[2];
        look(tour, network.logits(ink), own);
        return own;
    }

    /** What a handle holds: the unit vector of axis k or, from {@link #axes} on, the centre of a digit. */
    public float[] held(int handle) {
        if (handle >= axes) {
            return centres[handle - axes];
        }
        float[] axis = new float[axes];
        axis[handle] = 1;
        return axis;
    }

    /** One image or, of a digit's centre, its digit's middle on the plane, in units of the layer. */
    float[] seen(int i) {
        return seen[i];
    }

    float[] seenCentre(int digit) {
        return seenCentres[digit];
    }

    /** Units of the layer in the picture's radius. */
    public double radius() {
        return radius[layer];
    }

    /** The share of images that lie nearest their own digit's centre on the plane, and with all axes. */
    double apartOnPlane() {
        return Centres.nearest(seen, seenCentres);
    }

    double apart() {
        return apart;
    }

    /** The share of the layer's variance that its axes hold. */
    double explained() {
        return facts.number("findings/tour/explained/" + layer);
    }
}
