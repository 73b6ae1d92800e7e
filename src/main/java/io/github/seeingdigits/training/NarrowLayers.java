package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.analysis.LogisticReadOut;
import io.github.seeingdigits.analysis.Plane;
import io.github.seeingdigits.network.Layer;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Relu;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * What happens to two classes of images in a chain of layers of two units each: where the points are, what the rectifiers take
 * away, and what a straight cut could still tell. Measured on the test images; read-outs are fitted on the training images.
 */
public final class NarrowLayers {
    /** Rounding aside, all points are on one line. */
    private static final double ON_ONE_LINE = 1 - 1e-6;

    private final Outcomes outcomes;
    private final List<Layer> layers;
    private final List<LayerOutputs> train = new ArrayList<>();
    private final List<LayerOutputs> test = new ArrayList<>();

    /**
     * Runs all images through all of {@code study}'s networks.
     *
     * @param outcomes which of them learned
     */
    public NarrowLayers(Study study, Outcomes outcomes) {
        this.outcomes = outcomes;
        this.layers = study.published().layers();
        for (Network network : study.networks()) {
            train.add(LayerOutputs.of(network, study.data().train()));
            test.add(LayerOutputs.of(network, study.data().test()));
        }
    }

    /**
     * What a record says about a chain of planes: the {@code outcomes} of all recipes, and the {@code planes} of the experiment's
     * own recipe and of the one with a single softmax.
     */
    public static void measure(Study study, ObjectNode findings) {
        Outcomes.putAll(study, findings.putObject("outcomes"));
        ObjectNode planes = findings.putObject("planes");
        Study single = study.variant(Remedies.SINGLE);
        new NarrowLayers(study, new Outcomes(study)).put(planes.putObject(Study.RECIPE));
        new NarrowLayers(single, new Outcomes(single)).put(planes.putObject(Remedies.SINGLE));
    }

    /** One entry for each layer, each number apart for the runs that learned and for those that collapsed. */
    public void put(ObjectNode node) {
        ArrayNode all = node.putArray("layers");
        for (int i = 0; i < layers.size(); i++) {
            int layer = i;
            ObjectNode one = all.addObject();
            one.put("layer", layers.get(i).describe());
            spread(one, "readOutError", (fit, see) -> readOutError(layer, fit, see));
            spread(one, "principalShare", (fit, see) -> plane(see, layer).principalShare());
            spread(one, "places", (fit, see) -> plane(see, layer).places());
            if (layers.get(i) instanceof Relu) {
                spread(one, "livingUnits", (fit, see) -> fit.living(layer).count());
                spread(one, "varianceKept", (fit, see) -> kept(see, layer));
            } else if (i + 1 < layers.size()) {
                quadrants(one.putObject("quadrants"), layer);
            }
        }
        lines(node.putObject("onOneLine"));
        livingUnits(node.putArray("livingUnits"));
    }

    private void spread(ObjectNode node, String name, ToDoubleBiFunction<LayerOutputs, LayerOutputs> measure) {
        double[] values = new double[test.size()];
        for (int run = 0; run < values.length; run++) {
            values[run] = measure.applyAsDouble(train.get(run), test.get(run));
        }
        outcomes.split(node.putObject(name), values);
    }

    private static Plane plane(LayerOutputs outputs, int layer) {
        return new Plane(outputs.values()[layer]);
    }

    private static double readOutError(int layer, LayerOutputs fit, LayerOutputs see) {
        return new LogisticReadOut(fit.values()[layer], fit.labels()).error(see.values()[layer], see.labels());
    }

    /** The part of the points' variance that a rectifier leaves; nothing is left of nothing. */
    private static double kept(LayerOutputs outputs, int layer) {
        double before = plane(outputs, layer - 1).variance();
        return before == 0 ? 0 : plane(outputs, layer).variance() / before;
    }

    /** The parts of the points in each quadrant before a rectifier. */
    private void quadrants(ObjectNode node, int layer) {
        String[] names = {"bothPositive", "firstPositive", "secondPositive", "nonePositive"};
        for (int q = 0; q < names.length; q++) {
            int quadrant = q;
            spread(node, names[q], (fit, see) -> plane(see, layer).quadrants()[quadrant]);
        }
        spread(node, "largest", (fit, see) -> {
            double largest = 0;
            for (double share : plane(see, layer).quadrants()) {
                largest = Math.max(largest, share);
            }
            return largest;
        });
    }

    /** In how many runs all test images' points are on one line after each layer. */
    private void lines(ObjectNode node) {
        ArrayNode learned = node.putArray("learned");
        ArrayNode collapsed = node.putArray("collapsed");
        for (int layer = 0; layer < layers.size(); layer++) {
            int[] counts = new int[2];
            for (int run = 0; run < test.size(); run++) {
                boolean line = plane(test.get(run), layer).principalShare() >= ON_ONE_LINE;
                counts[outcomes.learned(run) ? 0 : 1] += line ? 1 : 0;
            }
            learned.add(counts[0]);
            collapsed.add(counts[1]);
        }
    }

    /** For each seed how many units of each rectifier are alive: a digit for each layer. */
    private void livingUnits(ArrayNode node) {
        for (LayerOutputs outputs : train) {
            StringBuilder counts = new StringBuilder();
            for (int layer = 0; layer < layers.size(); layer++) {
                if (layers.get(layer) instanceof Relu) {
                    counts.append(outputs.living(layer).count());
                }
            }
            node.add(counts.toString());
        }
    }
}
