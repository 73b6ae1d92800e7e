package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Relu;

/** What is to be known of networks that were shown the four examples of XOR. */
public final class XorStudy {
    private XorStudy() {}

    /**
     * Puts {@code solved}, how many of {@code runs} read all four examples; {@code separated}, in how many some threshold
     * would, if not one half; and for each seed its outputs for (0, 0), (0, 1), (1, 0), (1, 1) and, where there is a
     * rectifier, how many units are zero for all four.
     */
    public static void measure(Study study, ObjectNode node) {
        LabelledImages four = study.data().test();
        int solved = 0;
        int separated = 0;
        ArrayNode seeds = node.putArray("seeds");
        for (int i = 0; i < study.networks().size(); i++) {
            Network network = study.networks().get(i);
            boolean all = Study.accuracy(network, four) == 1;
            solved += all ? 1 : 0;
            ObjectNode seed = seeds.addObject();
            seed.put("seed", i + 1);
            seed.put("solved", all);
            ArrayNode outputs = seed.putArray("outputs");
            float[] range = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
            Study.activations(network, network.layers().size() - 1, four, (output, label) -> {
                outputs.add(output[0]);
                range[0] = label == 1 ? Math.min(range[0], output[0]) : range[0];
                range[1] = label == 0 ? Math.max(range[1], output[0]) : range[1];
            });
            boolean apart = range[0] > range[1];
            separated += apart ? 1 : 0;
            seed.put("separated", apart);
            for (int layer = 0; layer < network.layers().size(); layer++) {
                if (network.layers().get(layer) instanceof Relu relu) {
                    seed.put(
                            "dead",
                            relu.outputs()
                                    - Features.report(network, layer, four, 2).living());
                }
            }
        }
        node.put("solved", solved);
        node.put("separated", separated);
        node.put("runs", study.networks().size());
    }
}
