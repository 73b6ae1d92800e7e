package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.analysis.Slant;
import io.github.seeingdigits.analysis.Vectors;
import io.github.seeingdigits.data.DataSet;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.digit.Distortion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a unit makes of the slant of one digit's images. The images are cut into fifths by {@link Slant}, at the slants that
 * cut the training images so; and test images are also slanted on purpose, so that nothing but the slant differs.
 */
public final class Slants {
    private static final int BINS = 5;
    /** Test images that are slanted on purpose: enough for a mean, few enough to wait for. */
    private static final int SLANTED = 300;

    private static final double[] TARGETS = {-0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8, 1, 1.2};

    private final float[] mean;
    private final double[] edges = new double[BINS - 1];
    private final float[][] binMeans;
    private final List<float[]> test;
    private final double[] slants;

    /**
     * One unit of a network.
     *
     * @param response what it gives for an input
     */
    public record Unit(float[] weight, ToDoubleFunction<float[]> response) {}

    /** Looks at all images of {@code digit}. */
    public Slants(DataSet data, int digit, float[] mean) {
        this.mean = mean;
        List<float[]> train = images(data.train(), digit);
        double[] trainSlants = train.stream().mapToDouble(Slant::of).toArray();
        double[] sorted = trainSlants.clone();
        Arrays.sort(sorted);
        for (int i = 1; i < BINS; i++) {
            edges[i - 1] = sorted[i * sorted.length / BINS];
        }
        binMeans = new float[BINS][mean.length];
        int[] counts = counts(trainSlants);
        for (int i = 0; i < trainSlants.length; i++) {
            int bin = bin(trainSlants[i]);
            binMeans[bin] = Vectors.scaledSum(1.0 / counts[bin], train.get(i), binMeans[bin]);
        }
        test = images(data.test(), digit);
        slants = test.stream().mapToDouble(Slant::of).toArray();
    }

    private static List<float[]> images(LabelledImages set, int digit) {
        List<float[]> images = new ArrayList<>();
        for (int i = 0; i < set.size(); i++) {
            if (set.labels()[i] == digit) {
                images.add(Study.input(set.pixels()[i]));
            }
        }
        return images;
    }

    private int bin(double slant) {
        int bin = 0;
        while (bin < edges.length && slant >= edges[bin]) {
            bin++;
        }
        return bin;
    }

    private int[] counts(double[] all) {
        int[] counts = new int[BINS];
        for (double slant : all) {
            counts[bin(slant)]++;
        }
        return counts;
    }

    /** The digit's test images, in the set's order. */
    public List<float[]> test() {
        return test;
    }

    /** Their slants. */
    public double[] slants() {
        return slants.clone();
    }

    /**
     * Writes for every digit the mean and standard deviation of its test images' slants, and its total variance: the mean
     * squared distance to the mean image, summed over pixels.
     */
    public static void byDigit(DataSet data, float[][] means, ObjectNode node) {
        ArrayNode slant = node.putArray("meanSlant");
        ArrayNode deviation = node.putArray("standardDeviationOfSlant");
        ArrayNode variance = node.putArray("totalVariance");
        ArrayNode relative = node.putArray("totalVarianceByMeanSquaredNorm");
        for (int digit = 0; digit < means.length; digit++) {
            List<float[]> images = images(data.test(), digit);
            double[] slants = images.stream().mapToDouble(Slant::of).toArray();
            double average = mean(slants);
            slant.add(average);
            deviation.add(Math.sqrt(mean(Arrays.stream(slants)
                    .map(s -> (s - average) * (s - average))
                    .toArray())));
            float[] centre = means[digit];
            double total = mean(images.stream()
                    .mapToDouble(x -> Math.pow(Vectors.distance(x, centre), 2))
                    .toArray());
            variance.add(total);
            relative.add(total
                    / mean(images.stream().mapToDouble(x -> Vectors.dot(x, x)).toArray()));
        }
    }

    /** Writes the fifths: their edges, their test images, and how far their mean images differ. */
    public void describe(ObjectNode node) {
        numbers(node.putArray("edges"), edges);
        int[] counts = counts(slants);
        numbers(
                node.putArray("testImages"),
                Arrays.stream(counts).asDoubleStream().toArray());
        double[] sums = new double[BINS];
        for (double slant : slants) {
            sums[bin(slant)] += slant;
        }
        ArrayNode average = node.putArray("meanSlant");
        for (int bin = 0; bin < BINS; bin++) {
            average.add(sums[bin] / Math.max(1, counts[bin]));
        }
        node.put("cosineOfFirstAndLastMeanImage", Vectors.cosine(binMeans[0], binMeans[BINS - 1]));
        node.put("slantOfMeanImage", Slant.of(mean));
        numbers(node.putArray("slantedTo"), TARGETS);
    }

    /**
     * Writes means over {@code units}, one of each network. The cosines' sign is turned so that it is positive for the mean
     * image. An average over slants should be nearer to the whole class's mean image than to that of any fifth, and respond
     * most in a middle fifth: both are counted.
     */
    public void measure(List<Unit> units, ObjectNode node) {
        double[] cosineToMean = new double[units.size()];
        double[] pictureSlant = new double[units.size()];
        double[] correlation = new double[units.size()];
        double[][] toBins = new double[units.size()][];
        double[][] responses = new double[units.size()][BINS];
        double[][] cosines = new double[units.size()][BINS];
        double[][] slantedResponse = new double[units.size()][TARGETS.length];
        double[][] slantedCosine = new double[units.size()][TARGETS.length];
        int nearestToWhole = 0;
        double[] largestResponse = new double[BINS];
        int[] counts = counts(slants);
        for (int u = 0; u < units.size(); u++) {
            Unit unit = units.get(u);
            float[] w = unit.weight;
            double sign = Vectors.dot(w, mean) < 0 ? -1 : 1;
            cosineToMean[u] = sign * Vectors.cosine(w, mean);
            pictureSlant[u] = Slant.of(Prototypes.picture(w, mean));
            toBins[u] = Arrays.stream(binMeans)
                    .mapToDouble(m -> sign * Vectors.cosine(w, m))
                    .toArray();
            nearestToWhole += Arrays.stream(toBins[u]).max().orElseThrow() < cosineToMean[u] ? 1 : 0;
            double[] response = test.stream().mapToDouble(unit.response).toArray();
            correlation[u] = correlation(unit);
            for (int i = 0; i < slants.length; i++) {
                int bin = bin(slants[i]);
                responses[u][bin] += response[i] / counts[bin];
                cosines[u][bin] += sign * Vectors.cosine(w, test.get(i)) / counts[bin];
            }
            int top = 0;
            for (int bin = 1; bin < BINS; bin++) {
                top = responses[u][bin] > responses[u][top] ? bin : top;
            }
            largestResponse[top]++;
            int n = Math.min(SLANTED, slants.length);
            for (int t = 0; t < TARGETS.length; t++) {
                for (int i = 0; i < n; i++) {
                    float[] slanted = Distortion.slant(test.get(i), TARGETS[t] - slants[i]);
                    slantedResponse[u][t] += unit.response.applyAsDouble(slanted) / n;
                    slantedCosine[u][t] += sign * Vectors.cosine(w, slanted) / n;
                }
            }
        }
        node.put("units", units.size());
        Spread.put(node, "cosineToMeanImage", cosineToMean);
        Spread.put(node, "slantOfPicture", pictureSlant);
        Spread.put(node, "correlationOfResponseAndSlant", correlation);
        node.put("nearerToMeanImageThanToAnyFifths", nearestToWhole);
        numbers(node.putArray("respondsMostInFifth"), largestResponse);
        numbers(node.putArray("cosineToFifthsMeanImage"), means(toBins));
        numbers(node.putArray("responseByFifth"), means(responses));
        numbers(node.putArray("cosineByFifth"), means(cosines));
        numbers(node.putArray("responseWhenSlanted"), means(slantedResponse));
        numbers(node.putArray("cosineWhenSlanted"), means(slantedCosine));
    }

    /** Pearson's correlation of the unit's responses to the test images with their slants. */
    public double correlation(Unit unit) {
        return correlation(test.stream().mapToDouble(unit.response).toArray(), slants);
    }

    private static double[] means(double[][] rows) {
        double[] means = new double[rows[0].length];
        for (double[] row : rows) {
            for (int k = 0; k < row.length; k++) {
                means[k] += row[k] / rows.length;
            }
        }
        return means;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** Pearson's; 0 if one of the two does not vary. */
    static double correlation(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return aa * bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
    }

    private static void numbers(ArrayNode node, double[] numbers) {
        for (double number : numbers) {
            node.add(number);
        }
    }
}
