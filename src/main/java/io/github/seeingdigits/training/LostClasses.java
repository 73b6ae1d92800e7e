package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.analysis.LogisticReadOut;
import io.github.seeingdigits.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Classes that a network hardly ever answers, and where they went: for networks {@code dense, relu, dense}, over the test
 * images.
 */
public final class LostClasses {
    /** A class of whose images fewer are recognised counts as lost. */
    private static final double LOST = 0.1;

    private LostClasses() {}

    /**
     * Puts how many runs have lost a class, what that costs, and whether the hidden layer could still tell the lost class from the
     * one it is taken for: the error of a straight cut between the two before and after the rectifier.
     */
    public static void put(Study study, ObjectNode node) {
        TreeMap<Integer, Integer> runsByLost = new TreeMap<>();
        TreeMap<Integer, Integer> lostByDigit = new TreeMap<>();
        List<Double> errorWithout = new ArrayList<>();
        List<Double> errorWith = new ArrayList<>();
        List<Double> before = new ArrayList<>();
        List<Double> after = new ArrayList<>();
        List<Double> living = new ArrayList<>();
        List<Double> livingElse = new ArrayList<>();
        for (Network network : study.networks()) {
            LayerOutputs train = LayerOutputs.of(network, study.data().train());
            LayerOutputs test = LayerOutputs.of(network, study.data().test());
            int[][] confusion = Evaluation.of(network, study.data().test()).confusion();
            int lost = 0;
            for (int digit = 0; digit < confusion.length; digit++) {
                if (confusion[digit][digit] < LOST * sum(confusion[digit])) {
                    lost++;
                    lostByDigit.merge(digit, 1, Integer::sum);
                    int takenFor = largest(confusion[digit]);
                    before.add(cut(train, test, 0, digit, takenFor));
                    after.add(cut(train, test, 1, digit, takenFor));
                }
            }
            runsByLost.merge(lost, 1, Integer::sum);
            (lost > 0 ? errorWith : errorWithout).add(1 - study.testAccuracy(network));
            (lost > 0 ? living : livingElse).add((double) train.living(1).count());
        }
        node.put("lostBelowRecall", LOST);
        ObjectNode runs = node.putObject("runsByLostClasses");
        runsByLost.forEach((lost, count) -> runs.put(lost.toString(), count));
        ObjectNode digits = node.putObject("lostByDigit");
        lostByDigit.forEach((digit, count) -> digits.put(digit.toString(), count));
        spread(node, "errorWithLostClass", errorWith);
        spread(node, "errorWithoutLostClass", errorWithout);
        spread(node, "livingUnitsWithLostClass", living);
        spread(node, "livingUnitsWithoutLostClass", livingElse);
        spread(node, "cutErrorBeforeRectifier", before);
        spread(node, "cutErrorAfterRectifier", after);
    }

    private static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    private static int largest(int[] counts) {
        int best = 0;
        for (int k = 1; k < counts.length; k++) {
            best = counts[k] > counts[best] ? k : best;
        }
        return best;
    }

    /** The error with which a straight cut through layer {@code layer}, fitted on {@code train}, tells digit a from digit b. */
    private static double cut(LayerOutputs train, LayerOutputs test, int layer, int a, int b) {
        return new LogisticReadOut(points(train, layer, a, b), labels(train, layer, a, b))
                .error(points(test, layer, a, b), labels(test, layer, a, b));
    }

    private static float[][] points(LayerOutputs outputs, int layer, int a, int b) {
        List<float[]> points = new ArrayList<>(List.of(outputs.ofClass(layer, a)));
        points.addAll(List.of(outputs.ofClass(layer, b)));
        return points.toArray(new float[0][]);
    }

    private static int[] labels(LayerOutputs outputs, int layer, int a, int b) {
        int first = outputs.ofClass(layer, a).length;
        int[] labels = new int[first + outputs.ofClass(layer, b).length];
        for (int i = first; i < labels.length; i++) {
            labels[i] = 1;
        }
        return labels;
    }

    private static void spread(ObjectNode node, String name, List<Double> values) {
        if (!values.isEmpty()) {
            Spread.put(node, name, values.stream().mapToDouble(value -> value).toArray());
        }
    }
}
