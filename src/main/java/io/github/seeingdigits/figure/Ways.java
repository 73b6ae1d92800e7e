package io.github.seeingdigits.figure;

import io.github.seeingdigits.analysis.manifold.PrincipalPictures;
import io.github.seeingdigits.network.View;
import java.util.ArrayList;
import java.util.List;

/**
 * Two ways from one digit to another, one of all pairs at a time: straight, one picture fading into the other, and along real
 * digits, each a near neighbour of the next. Both go from 0 to 1, with the same time for each hop of a path.
 */
public final class Ways {
    /** How many digits there are. */
    public static final int DIGITS = 10;

    private static final String FACTS = "findings/paths/";
    private static final int PAIRS = DIGITS * (DIGITS + 1) / 2;
    private static final String[] NAMES = {
        "from", "to", "straight", "path", "images", "largestHop", "pointsOnLine", "pointsOnPath", "labels"
    };
    private static final String RATIO = FACTS + "lengthRatio/mean";

    /** Below this confidence the network counts as unsure. */
    private static final double SURE = 0.9;

    private final PrincipalPictures pictures;
    private final Facts facts;

    /** Points × confidence and digit, and images × coefficients. */
    private final float[] said;

    private final float[] coefficients;
    private final int columns;

    /** The digits at either end. */
    private int from;

    private int to;

    /** Where the record has the way. It goes from the smaller digit to the larger. */
    private int pair;

    /** The first of the way's points, and of its images, in the views. */
    private int firstPoint;

    private int firstImage;

    /**
     * The ways of all pairs, from a digit to itself at first.
     *
     * @param views in the order of {@link PathsFigure#VIEWS}: components; points × confidence and digit, of each way first the
     *     straight line's, then the path's; the images on all paths × coefficients
     * @param facts with what {@link #facts()} names
     * @throws IllegalArgumentException if they do not fit one another
     */
    public Ways(View[] views, Facts facts) {
        pictures = new PrincipalPictures(views[0]);
        said = views[1].values();
        coefficients = views[2].values();
        int[] stations = views[2].shape();
        columns = stations[stations.length - 1];
        this.facts = facts;
        if (facts.size(FACTS + "ways") != PAIRS) {
            throw new IllegalArgumentException("the figure needs a model with a way for each of " + PAIRS
                    + " pairs of digits in findings.paths.ways");
        }
        int points = 0;
        int images = 0;
        for (pair = 0; pair < PAIRS; pair++) {
            points += count(false) + count(true);
            images += images();
        }
        if (views[1].shape().length != 2
                || said.length != 2 * points
                || coefficients.length != images * columns
                || columns > pictures.size()) {
            throw new IllegalArgumentException("the figure needs a model with views \"ways\" of " + points
                    + " × 2 numbers and \"stations\" of " + images + " images");
        }
        choose(0, 0);
    }

    /** The parts of a record that are read. */
    static List<String> facts() {
        List<String> all = new ArrayList<>();
        for (int w = 0; w < PAIRS; w++) {
            for (String name : NAMES) {
                all.add(FACTS + "ways/" + w + "/" + name);
            }
        }
        all.add(RATIO);
        return all;
    }

    private double number(String name) {
        return facts.number(FACTS + "ways/" + pair + "/" + name);
    }

    /** Takes the ways between two digits; for one and the same, from its most typical image to the one least like that. */
    public void choose(int from, int to) {
        this.from = from;
        this.to = to;
        firstPoint = 0;
        firstImage = 0;
        for (pair = 0; number("from") != Math.min(from, to) || number("to") != Math.max(from, to); pair++) {
            firstPoint += count(false) + count(true);
            firstImage += images();
        }
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    /** How many images are on the path, its ends included. */
    public int images() {
        return (int) number("images");
    }

    /** The digit that image {@code i} of the path is. */
    public int label(int i) {
        int images = images();
        return (int) number("labels/" + (from > to ? images - 1 - i : i));
    }

    /** The length of a way, in distances between pictures of pixels from 0 to 1. */
    public double length(boolean path) {
        return number(path ? "path" : "straight");
    }

    /** The longest hop from one image of the path to the next. */
    public double largestHop() {
        return number("largestHop");
    }

    /** At how many points of a way the network was asked. */
    public int count(boolean path) {
        return (int) number(path ? "pointsOnPath" : "pointsOnLine");
    }

    private int hops(boolean path) {
        return path ? images() - 1 : 1;
    }

    /** Where point {@code p} of a way is, 0 to 1. */
    public double at(boolean path, int p) {
        int steps = count(path) / hops(path);
        int q = from > to ? count(path) - 1 - p : p;
        double at = (q / steps + (double) (q % steps) / (steps - 1)) / hops(path);
        return from > to ? 1 - at : at;
    }

    /** The point of a way that is nearest to a place on it. */
    public int point(boolean path, double at) {
        int steps = count(path) / hops(path);
        double hop = at * hops(path);
        int whole = Math.min(hops(path) - 1, (int) hop);
        return whole * steps + (int) Math.round((hop - whole) * (steps - 1));
    }

    private float said(boolean path, int p, int column) {
        int q = from > to ? count(path) - 1 - p : p;
        return said[2 * (firstPoint + (path ? count(false) : 0) + q) + column];
    }

    /** How sure the network is of its answer at point {@code p}. */
    public double confidence(boolean path, int p) {
        return said(path, p, 0);
    }

    /** What the network reads at point {@code p}. */
    public int read(boolean path, int p) {
        return (int) said(path, p, 1);
    }

    /** The point of a way at which the network is least sure. */
    public int weakest(boolean path) {
        int weakest = 0;
        for (int p = 1; p < count(path); p++) {
            weakest = confidence(path, p) < confidence(path, weakest) ? p : weakest;
        }
        return weakest;
    }

    /** Along how much of its length the network is unsure. Its least confidence would say more of the steps in which a way is looked at. */
    public double unsure(boolean path) {
        int unsure = 0;
        for (int p = 0; p < count(path); p++) {
            unsure += confidence(path, p) < SURE ? 1 : 0;
        }
        return length(path) * unsure / count(path);
    }

    /** The picture at a place, 0 to 1: a mix of the way's two ends, or of the two images of the path it lies between. */
    public float[] picture(boolean path, double at) {
        int last = images() - 1;
        double hop = (from > to ? 1 - at : at) * hops(path);
        int whole = Math.min(hops(path) - 1, (int) hop);
        float share = (float) (hop - whole);
        int a = firstImage + whole;
        int b = path ? a + 1 : firstImage + last;
        float[] mix = new float[columns];
        for (int c = 0; c < columns; c++) {
            mix[c] = (1 - share) * coefficients[a * columns + c] + share * coefficients[b * columns + c];
        }
        return pictures.picture(mix);
    }

    /** How many times longer paths are than straight lines, on average over all pairs. */
    double meanRatio() {
        return facts.number(RATIO);
    }
}
