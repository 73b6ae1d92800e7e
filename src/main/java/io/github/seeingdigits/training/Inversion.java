package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.analysis.Vectors;
import io.github.seeingdigits.analysis.YatUnit;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.digit.Distortion;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Parameter;
import io.github.seeingdigits.network.Yat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Whether networks read an inverted image as they read the image. Inverted has three meanings: every input negated, x → −x;
 * every weight of the first layer negated, w → −w; and the photographic negative, x → 1 − x. The first two are one and the same
 * for a first layer that is dense or ⵟ, with any bias; both are measured nevertheless.
 */
public final class Inversion {
    private static final int FIRST = 200;
    private static final double[] QUANTILES = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

    private Inversion() {}

    /**
     * Writes for {@code original}, {@code inputNegated}, {@code weightsNegated} and {@code photographicNegative} the test
     * accuracy over the networks and, for the last three, the part of test images that are read as before.
     */
    public static void measure(List<Network> networks, LabelledImages test, ObjectNode node) {
        List<Answers> original = ask(networks, test, UnaryOperator.identity());
        Spread.put(node.putObject("original"), "accuracy", accuracy(original, test));
        compare(original, ask(networks, test, Answers.scaled(-1)), test, node.putObject("inputNegated"));
        List<Network> negated = networks.stream().map(Inversion::negated).toList();
        compare(original, ask(negated, test, UnaryOperator.identity()), test, node.putObject("weightsNegated"));
        compare(original, ask(networks, test, Distortion::invert), test, node.putObject("photographicNegative"));
    }

    /**
     * For networks of one ⵟ layer: by what factor the response of each test image's own unit changes when the input is
     * negated. The units are also told apart by the side on which their class mean lies, because where −w is the picture the
     * negated input gets the larger response.
     *
     * @param means {@code means[c]} is the mean image of class c
     */
    public static void ratios(List<Network> networks, LabelledImages test, float[][] means, ObjectNode node) {
        List<Double> all = new ArrayList<>();
        List<Double> towards = new ArrayList<>();
        List<Double> away = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        for (Network network : networks) {
            List<YatUnit> units = new ArrayList<>();
            boolean[] turned = new boolean[means.length];
            for (int c = 0; c < means.length; c++) {
                units.add(YatUnit.of((Yat) network.layers().get(0), c));
                turned[c] = Vectors.dot(Prototypes.weights(network)[c], means[c]) < 0;
            }
            for (int i = 0; i < test.size(); i++) {
                int label = test.labels()[i];
                float[] x = Study.input(test.pixels()[i]);
                double ratio = units.get(label).inversionRatio(x);
                all.add(ratio);
                (turned[label] ? away : towards).add(ratio);
                others.add(units.get((label + 1) % means.length).inversionRatio(x));
            }
        }
        quantiles(all, node.putObject("ownUnit"));
        quantiles(towards, node.putObject("ownUnitTowardsItsMean"));
        quantiles(away, node.putObject("ownUnitAwayFromItsMean"));
        quantiles(others, node.putObject("nextDigitsUnit"));
    }

    /**
     * For networks that begin with a ⵟ layer of any size: by what factor its units' responses change when the input is negated,
     * over all units and the first {@value #FIRST} test images, and what decides that: the units' length beside the images'.
     */
    public static void firstLayerRatios(List<Network> networks, LabelledImages test, ObjectNode node) {
        List<Double> all = new ArrayList<>();
        List<Double> lengths = new ArrayList<>();
        List<Double> cosines = new ArrayList<>();
        for (Network network : networks) {
            float[][] weights = Prototypes.weights(network);
            for (int j = 0; j < weights.length; j++) {
                YatUnit unit = YatUnit.of((Yat) network.layers().get(0), j);
                for (int i = 0; i < Math.min(FIRST, test.size()); i++) {
                    float[] x = Study.input(test.pixels()[i]);
                    all.add(unit.inversionRatio(x));
                    lengths.add(Vectors.norm(weights[j]) / Vectors.norm(x));
                    cosines.add(Math.abs(Vectors.cosine(weights[j], x)));
                }
            }
        }
        quantiles(all, node.putObject("allUnits"));
        Spread.put(
                node,
                "weightNormByImageNorm",
                lengths.stream().mapToDouble(l -> l).toArray());
        Spread.put(
                node,
                "absoluteCosineOfWeightAndImage",
                cosines.stream().mapToDouble(c -> c).toArray());
    }

    private static void quantiles(List<Double> ratios, ObjectNode node) {
        double[] sorted = ratios.stream().mapToDouble(r -> r).sorted().toArray();
        node.put("count", sorted.length);
        if (sorted.length == 0) {
            return;
        }
        ArrayNode quantiles = node.putArray("quantiles");
        for (double q : QUANTILES) {
            quantiles.addObject().put("q", q).put("ratio", sorted[(int) (q * (sorted.length - 1))]);
        }
        node.put("within10Percent", share(sorted, 0.9, 1.1));
        node.put("belowOneHalf", share(sorted, 0, 0.5));
        node.put("belowOneTenth", share(sorted, 0, 0.1));
        node.put("aboveTwo", share(sorted, 2, Double.POSITIVE_INFINITY));
    }

    private static double share(double[] values, double from, double to) {
        return Arrays.stream(values).filter(v -> v >= from && v <= to).count() / (double) values.length;
    }

    private static List<Answers> ask(List<Network> networks, LabelledImages test, UnaryOperator<float[]> change) {
        return networks.stream()
                .map(network -> Answers.of(network, test, change))
                .toList();
    }

    private static double[] accuracy(List<Answers> answers, LabelledImages test) {
        return answers.stream().mapToDouble(a -> a.agreement(test.labels())).toArray();
    }

    private static void compare(List<Answers> original, List<Answers> inverted, LabelledImages test, ObjectNode node) {
        double[] agreement = new double[original.size()];
        double[] commonest = new double[original.size()];
        int classes = 1 + max(test.labels());
        for (int i = 0; i < agreement.length; i++) {
            agreement[i] = inverted.get(i).agreement(original.get(i).read());
            commonest[i] = (double) max(inverted.get(i).counts(classes)) / test.size();
        }
        Spread.put(node, "accuracy", accuracy(inverted, test));
        Spread.put(node, "agreement", agreement);
        // A network that answers nearly always the same tells nothing, whatever its accuracy.
        Spread.put(node, "shareOfCommonestAnswer", commonest);
    }

    private static int max(int[] values) {
        int max = values[0];
        for (int value : values) {
            max = Math.max(max, value);
        }
        return max;
    }

    /** A copy with every weight of the first layer that has any negated. */
    static Network negated(Network network) {
        Network copy = Study.copy(network);
        Parameter weight = copy.parameters().get(0);
        for (float[] row : weight.value.row) {
            for (int j = 0; j < row.length; j++) {
                row[j] = -row[j];
            }
        }
        return copy;
    }
}
