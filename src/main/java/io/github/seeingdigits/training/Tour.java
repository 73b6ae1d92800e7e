package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.analysis.manifold.Pca;
import io.github.seeingdigits.network.View;
import java.util.ArrayList;
import java.util.List;

/**
 * What layers of a network make of a fixed sample of test images, epoch by epoch, in ten dimensions: a grand tour then shows
 * them from all sides (Asimov 1985, <i>The grand tour: a tool for viewing multidimensional data</i>, SIAM Journal on
 * Scientific and Statistical Computing).
 *
 * <p>A layer with more than ten outputs is turned to the principal axes of what it gives at the end of training, so that the
 * axes mean the same at every moment.
 */
public final class Tour {
    private static final int DIMENSIONS = 10;

    private Tour() {}

    /**
     * Trains the published seed once more and publishes the view {@code tour}: moments × layers × images × 10.
     *
     * @param layers indices of layers with at least ten outputs
     * @param node receives the layers, the images and the part of each layer's variance that its ten axes hold
     */
    public static void measure(Study study, List<Integer> layers, ObjectNode node) {
        Sample sample = Sample.of(study.data().test(), study.recipe().classes());
        List<List<float[][]>> moments = new ArrayList<>();
        study.watch((epoch, network) -> {
            List<float[][]> clouds = new ArrayList<>();
            for (int layer : layers) {
                clouds.add(rows(sample.outputs(network, List.of(layer)), sample.size()));
            }
            moments.add(clouds);
        });
        ArrayNode explained = node.putArray("explained");
        float[] all = new float[moments.size() * layers.size() * sample.size() * DIMENSIONS];
        for (int l = 0; l < layers.size(); l++) {
            float[][] end = moments.get(moments.size() - 1).get(l);
            boolean wide = end[0].length > DIMENSIONS;
            Pca axes = wide ? Pca.of(end) : null;
            explained.add(wide ? axes.explained(DIMENSIONS) : 1);
            for (int m = 0; m < moments.size(); m++) {
                float[][] cloud = moments.get(m).get(l);
                float[][] seen = wide ? axes.project(cloud, DIMENSIONS) : cloud;
                for (int i = 0; i < seen.length; i++) {
                    int at = ((m * layers.size() + l) * seen.length + i) * DIMENSIONS;
                    System.arraycopy(seen[i], 0, all, at, DIMENSIONS);
                }
            }
        }
        study.publish("tour", new View(new int[] {moments.size(), layers.size(), sample.size(), DIMENSIONS}, all));
        node.put("axes", "epochs from 0, layers, test images, principal axes or logits");
        Views.numbers(node.putArray("layers"), layers.stream().mapToInt(i -> i).toArray());
        Views.numbers(node.putArray("images"), sample.indices());
        Views.numbers(node.putArray("labels"), sample.labels());
    }

    private static float[][] rows(float[] flat, int rows) {
        int cols = flat.length / rows;
        float[][] split = new float[rows][cols];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(flat, i * cols, split[i], 0, cols);
        }
        return split;
    }
}
