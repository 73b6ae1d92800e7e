package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.analysis.Ablation;
import io.github.seeingdigits.analysis.FeatureReport;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.network.Dense;
import io.github.seeingdigits.network.Layer;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.View;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/** Puts what the hidden units of networks respond to into a record. */
public final class Features {
    private static final int HUNDRED = 100;

    private Features() {}

    /** What layer {@code layer} of {@code network} responds to in {@code set}, whose labels are below {@code classes}. */
    public static FeatureReport report(Network network, int layer, LabelledImages set, int classes) {
        FeatureReport report = new FeatureReport(network.layers().get(layer).outputs(), classes);
        Study.activations(network, layer, set, report::add);
        return report;
    }

    /**
     * Describes every unit of a layer of the published network, an object each: {@code mean}, {@code deviation} and {@code
     * shareActive} by class over the test images, {@code favourite} class, {@code selectivity}, {@code dead} (zero for all
     * training images), and {@code accuracyWithout} it on the test images.
     *
     * @param layer the rectifier behind the units
     */
    public static void put(Study study, int layer, ArrayNode node) {
        Network network = study.published();
        int classes = study.recipe().classes();
        FeatureReport test = report(network, layer, study.data().test(), classes);
        FeatureReport train = report(network, layer, study.data().train(), classes);
        for (int unit = 0; unit < test.units(); unit++) {
            ObjectNode entry = node.addObject();
            entry.put("unit", unit);
            byClass(entry.putArray("mean"), test, unit, test::mean);
            byClass(entry.putArray("deviation"), test, unit, test::deviation);
            byClass(entry.putArray("shareActive"), test, unit, test::shareActive);
            entry.put("favourite", test.favourite(unit));
            entry.put("selectivity", test.selectivity(unit));
            entry.put("dead", train.dead(unit));
            entry.put("accuracyWithout", accuracyWithout(study, network, layer, unit));
        }
    }

    /**
     * Counts the units of a layer that are above zero for some training image: {@code histogram[n]} is the number of seeds with
     * n such units, and {@code accuracy[n]} their mean test accuracy, null where there are none.
     *
     * @param layer the rectifier behind the units
     */
    public static void putLiving(Study study, int layer, ObjectNode node) {
        int units = study.published().layers().get(layer).outputs();
        int[] histogram = new int[units + 1];
        double[] accuracy = new double[units + 1];
        ArrayNode bySeed = node.putArray("bySeed");
        for (Network network : study.networks()) {
            int living = report(
                            network, layer, study.data().train(), study.recipe().classes())
                    .living();
            bySeed.add(living);
            histogram[living]++;
            accuracy[living] += study.testAccuracy(network);
        }
        ArrayNode counts = node.putArray("histogram");
        ArrayNode means = node.putArray("accuracy");
        for (int living = 0; living <= units; living++) {
            counts.add(histogram[living]);
            if (histogram[living] == 0) {
                means.addNull();
            } else {
                means.add(accuracy[living] / histogram[living]);
            }
        }
    }

    private static void byClass(
            ArrayNode node, FeatureReport report, int unit, ToDoubleBiFunction<Integer, Integer> what) {
        for (int label = 0; label < report.classes(); label++) {
            node.add(what.applyAsDouble(unit, label));
        }
    }

    /** Test accuracy with the unit switched off. */
    public static double accuracyWithout(Study study, Network network, int layer, int unit) {
        Network silenced = Study.copy(network);
        Ablation.silence(silenced, layer, unit);
        return study.testAccuracy(silenced);
    }

    /**
     * Publishes the view {@code subsets}: how many test images the published network reads correctly for every combination of
     * units switched off. Its shape is 2^units × 2: bit k of the first index says that unit k is off, and the count is 100 ×
     * the first number + the second, because half precision holds no whole number of five digits.
     *
     * @param layer the rectifier behind the units; the layer after it must be {@link Dense} and the last
     * @param node told what the view's axes are
     */
    public static void publishSubsets(Study study, int layer, ObjectNode node) {
        int[] right = rightBySubset(study.published(), layer, study.data().test());
        float[] values = new float[2 * right.length];
        for (int subset = 0; subset < right.length; subset++) {
            values[2 * subset] = right[subset] / HUNDRED;
            values[2 * subset + 1] = right[subset] % HUNDRED;
        }
        study.publish("subsets", new View(new int[] {right.length, 2}, values));
        node.put("view", "subsets");
        node.put(
                "axes",
                "sets of units switched off, bit k for unit k; hundreds and rest of the number of test images read correctly");
    }

    /**
     * How many images of {@code set} the network reads correctly with units switched off: item s of 2^units for the set of
     * those units whose bits are set in s.
     *
     * @throws IllegalArgumentException unless a dense layer follows {@code layer} and is the last
     */
    static int[] rightBySubset(Network network, int layer, LabelledImages set) {
        List<Layer> layers = network.layers();
        if (layer + 2 != layers.size() || !(layers.get(layer + 1) instanceof Dense)) {
            throw new IllegalArgumentException("layer " + layer + " of \"" + network.architecture()
                    + "\" should be followed by a dense layer that is the last");
        }
        int units = layers.get(layer).outputs();
        JvmOps ops = new JvmOps();
        Dense last = (Dense) Study.copy(network, 1, ops).layers().get(layer + 1);
        Matrix activations = ops.matrix(set.size(), units);
        int[] labels = new int[set.size()];
        int[] filled = {0};
        Study.activations(network, layer, set, (row, label) -> {
            System.arraycopy(row, 0, activations.row[filled[0]], 0, units);
            labels[filled[0]++] = label;
        });
        Matrix left = ops.matrix(set.size(), units);
        Matrix logits = ops.matrix(set.size(), last.outputs());
        int[] right = new int[1 << units];
        for (int subset = 0; subset < right.length; subset++) {
            for (int i = 0; i < labels.length; i++) {
                for (int k = 0; k < units; k++) {
                    left.row[i][k] = (subset >> k & 1) == 0 ? activations.row[i][k] : 0;
                }
            }
            last.forward(left, logits, labels.length);
            for (int i = 0; i < labels.length; i++) {
                right[subset] += network.read(logits.row[i]) == labels[i] ? 1 : 0;
            }
        }
        return right;
    }
}
