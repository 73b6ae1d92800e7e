package io.github.seeingdigits.training;

import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.network.Network;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A fixed sample of test images for figures: the first of each class, as many of one as of the other, class by class.
 *
 * @param images the whole set
 * @param indices which of them
 */
record Sample(LabelledImages images, int[] indices) {
    private static final int SIZE = 300;

    /** A sample of at most 300 images with labels below {@code classes}. */
    static Sample of(LabelledImages images, int classes) {
        int[] indices = IntStream.range(0, classes)
                .flatMap(c -> IntStream.range(0, images.size())
                        .filter(i -> images.labels()[i] == c)
                        .limit(SIZE / classes))
                .toArray();
        return new Sample(images, indices);
    }

    int size() {
        return indices.length;
    }

    /** The class of each image. */
    int[] labels() {
        return IntStream.of(indices).map(i -> images.labels()[i]).toArray();
    }

    /** What {@code layers} of {@code network} give for each image: images × units, layer after layer. */
    float[] outputs(Network network, List<Integer> layers) {
        Network copy = Study.copy(network, 1, new JvmOps());
        int units =
                layers.stream().mapToInt(i -> copy.layers().get(i).outputs()).sum();
        float[] outputs = new float[size() * units];
        int at = 0;
        for (int index : indices) {
            copy.logits(Study.input(images.pixels()[index]));
            for (int layer : layers) {
                float[] row = copy.output(layer).row[0];
                System.arraycopy(row, 0, outputs, at, row.length);
                at += row.length;
            }
        }
        return outputs;
    }
}
