package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.analysis.Ablation;
import io.github.seeingdigits.analysis.FeatureReport;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.network.Network;
import java.util.function.ToDoubleBiFunction;

/** Puts what the hidden units of networks respond to into a record. */
public final class Features {
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
}
