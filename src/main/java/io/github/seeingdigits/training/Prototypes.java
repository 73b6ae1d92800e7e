package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.analysis.SecondMoment;
import io.github.seeingdigits.analysis.Vectors;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far the weight vectors of a first layer are pictures of digits: their angles and distances to what a digit's training
 * images have in common.
 */
public final class Prototypes {
    /** A pixel belongs to a digit's inked area if its mean ink over the digit's training images is at least this. */
    private static final double INKED = 0.1;

    private final float[][] means;
    private final float[] overall;
    private final SecondMoment[] moments;
    private final float[][] best;

    /** Looks at all training images of {@code study}. */
    public Prototypes(Study study) {
        means = study.classMeans();
        LabelledImages train = study.data().train();
        moments = new SecondMoment[means.length];
        for (int c = 0; c < means.length; c++) {
            moments[c] = new SecondMoment(means[c].length);
        }
        double[] sums = new double[means[0].length];
        for (int i = 0; i < train.size(); i++) {
            float[] x = Study.input(train.pixels()[i]);
            moments[train.labels()[i]].add(x);
            for (int k = 0; k < x.length; k++) {
                sums[k] += x[k];
            }
        }
        overall = new float[sums.length];
        for (int k = 0; k < sums.length; k++) {
            overall[k] = (float) (sums[k] / train.size());
        }
        best = Arrays.stream(moments).map(SecondMoment::principal).toArray(float[][]::new);
    }

    /** {@code means()[c]} is the mean training image of class c. */
    public float[][] means() {
        return means;
    }

    /** {@code best()[c]} is the unit vector with the largest mean cos² to class c's training images. */
    public float[][] best() {
        return best;
    }

    /** The weight vectors of the first layer's units, units×inputs. */
    public static float[][] weights(Network network) {
        Parameter weight = network.parameters().get(0);
        float[][] weights = new float[weight.value.cols][weight.value.rows];
        for (int k = 0; k < weight.value.rows; k++) {
            for (int j = 0; j < weight.value.cols; j++) {
                weights[j][k] = weight.value.row[k][j];
            }
        }
        return weights;
    }

    /** What any direction is to be compared with: the class means and the best directions themselves. */
    public void references(ObjectNode node) {
        ArrayNode norm = node.putArray("meanImageNorm");
        ArrayNode mean = node.putArray("meanSquaredCosineOfMeanImage");
        ArrayNode top = node.putArray("bestMeanSquaredCosine");
        ArrayNode angle = node.putArray("cosineOfMeanImageAndBest");
        ArrayNode outside = node.putArray("meanImageEnergyOutsideInk");
        ArrayNode pixels = node.putArray("inkedPixels");
        for (int c = 0; c < means.length; c++) {
            norm.add(Vectors.norm(means[c]));
            mean.add(moments[c].meanSquaredCosine(means[c]));
            top.add(moments[c].meanSquaredCosine(best[c]));
            angle.add(Vectors.cosine(means[c], best[c]));
            outside.add(energyOutside(means[c], means[c]));
            int area = 0;
            for (float value : means[c]) {
                area += value >= INKED ? 1 : 0;
            }
            pixels.add(area);
        }
        // Two digits' mean images are far from being at right angles, so a cosine is to be read beside these.
        double[] others = IntStream.range(0, means.length * means.length)
                .filter(i -> i / means.length != i % means.length)
                .mapToDouble(i -> Vectors.cosine(means[i / means.length], means[i % means.length]))
                .toArray();
        Spread.put(node, "cosineOfTwoMeanImages", others);
    }

    /**
     * For networks whose first layer has one unit per class: how unit c lies to class c. Every quantity is written with its
     * spread over all units of all networks; cosines keep their sign, counted under {@code positive}, and what is called
     * {@code absolute} ignores it.
     *
     * @param byDigit whether to write the mean for each digit too
     */
    public void measure(List<Network> networks, boolean byDigit, ObjectNode node) {
        int classes = means.length;
        Table table = new Table(node, networks.size(), classes);
        int positive = 0;
        double[] recognised = new double[networks.size()];
        double[] recognisedCentred = new double[networks.size()];
        ArrayNode signed = node.putArray("cosines");
        for (int i = 0; i < networks.size(); i++) {
            float[][] weights = weights(networks.get(i));
            ArrayNode row = signed.addArray();
            for (int c = 0; c < classes; c++) {
                float[] w = weights[c];
                double cosine = Vectors.cosine(w, means[c]);
                row.add(cosine);
                positive += cosine > 0 ? 1 : 0;
                double norm = Vectors.norm(means[c]);
                float[] deviation = Vectors.scaledSum(-1, overall, means[c]);
                table.set("cosine", i, c, cosine);
                table.set("absoluteCosine", i, c, Math.abs(cosine));
                table.set("absoluteCorrelation", i, c, Math.abs(Vectors.correlation(w, means[c])));
                table.set("absoluteCosineToMeanMinusOverallMean", i, c, Math.abs(Vectors.cosine(w, deviation)));
                table.set("energyOutsideInk", i, c, energyOutside(w, means[c]));
                double squared = moments[c].meanSquaredCosine(w);
                table.set("meanSquaredCosine", i, c, squared);
                table.set("partOfBest", i, c, squared / moments[c].meanSquaredCosine(best[c]));
                table.set("norm", i, c, Vectors.norm(w));
                double distance = Vectors.distance(w, means[c]) / norm;
                double opposite = Vectors.norm(Vectors.scaledSum(1, w, means[c])) / norm;
                table.set("distance", i, c, distance);
                table.set("distanceOfNegated", i, c, opposite);
                table.set("leastDistance", i, c, Math.min(distance, opposite));
                table.set("bestScale", i, c, Vectors.bestScale(w, means[c]));
                table.set("distanceAtBestScale", i, c, Math.sqrt(1 - cosine * cosine));
                recognised[i] += nearest(w, new float[w.length]) == c ? 1 : 0;
                recognisedCentred[i] += nearest(w, overall) == c ? 1 : 0;
            }
        }
        node.put("units", networks.size() * classes);
        node.put("positive", positive);
        table.write(byDigit);
        Spread.put(node, "unitsNearestOwnMean", recognised);
        Spread.put(node, "unitsNearestOwnMeanMinusOverallMean", recognisedCentred);
    }

    /**
     * Shows other networks each unit as a picture, its weights clipped below zero and scaled to at most 1, negated first if
     * the unit is turned away from its class mean. Writes how many of a network's pictures are read as their own digit.
     *
     * @param networks one unit per class
     * @param judges have no part in {@code networks}
     */
    public void judge(List<Network> networks, List<Network> judges, ObjectNode node) {
        double[] right = new double[networks.size() * judges.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = read(weights(networks.get(i / judges.size())), judges.get(i % judges.size()));
        }
        Spread.put(node, "picturesReadRight", right);
    }

    private int read(float[][] weights, Network judge) {
        int right = 0;
        Network copy = Study.copy(judge);
        for (int c = 0; c < means.length; c++) {
            float[] picture = picture(weights[c], means[c]);
            right += Network.argmax(copy.predict(picture)) == c ? 1 : 0;
        }
        return right;
    }

    /** The ink in w, or in −w if that is nearer to {@code mean}: 0 to 1. */
    static float[] picture(float[] w, float[] mean) {
        float sign = Vectors.dot(w, mean) < 0 ? -1 : 1;
        float largest = Float.MIN_NORMAL;
        float[] picture = new float[w.length];
        for (int k = 0; k < w.length; k++) {
            picture[k] = Math.max(0, sign * w[k]);
            largest = Math.max(largest, picture[k]);
        }
        for (int k = 0; k < w.length; k++) {
            picture[k] /= largest;
        }
        return picture;
    }

    /** For first layers whose units have no class of their own: each unit beside the class mean it is most parallel to. */
    public void nearest(List<Network> networks, ObjectNode node) {
        List<Double> cosines = new ArrayList<>();
        double[] positive = new double[networks.size()];
        double[] distinct = new double[networks.size()];
        for (int i = 0; i < networks.size(); i++) {
            boolean[] seen = new boolean[means.length];
            float[][] weights = weights(networks.get(i));
            for (float[] w : weights) {
                int c = nearest(w, new float[w.length]);
                double cosine = Vectors.cosine(w, means[c]);
                cosines.add(Math.abs(cosine));
                positive[i] += cosine > 0 ? 1.0 / weights.length : 0;
                distinct[i] += seen[c] ? 0 : 1;
                seen[c] = true;
            }
        }
        Spread.put(
                node,
                "absoluteCosineToNearestMean",
                cosines.stream().mapToDouble(c -> c).toArray());
        Spread.put(node, "positiveShare", positive);
        Spread.put(node, "distinctNearestDigits", distinct);
    }

    /** The class whose mean, less {@code origin}, w is most parallel to, sign ignored. */
    private int nearest(float[] w, float[] origin) {
        int nearest = 0;
        double largest = -1;
        for (int c = 0; c < means.length; c++) {
            double cosine = Math.abs(Vectors.cosine(w, Vectors.scaledSum(-1, origin, means[c])));
            if (cosine > largest) {
                largest = cosine;
                nearest = c;
            }
        }
        return nearest;
    }

    /** The part of ‖w‖² on pixels where {@code mean} has hardly any ink. */
    private static double energyOutside(float[] w, float[] mean) {
        double outside = 0;
        for (int k = 0; k < w.length; k++) {
            outside += mean[k] >= INKED ? 0 : (double) w[k] * w[k];
        }
        return outside / Vectors.dot(w, w);
    }
}
