package io.github.seeingdigits.network;

/** How a layer's parameters start before training. */
public interface Initialiser {
    /** Fills every parameter of {@code layer}, drawing from {@code random} in a fixed order. */
    void initialise(Layer layer, SeededRandom random);

    /**
     * Uniform in [−1/√inputs, 1/√inputs] for weights and biases alike, which is what PyTorch's {@code nn.Linear} does by
     * default (Kaiming uniform with a = √5; He et al. 2015, arXiv:1502.01852). The distribution is the same; the random
     * stream is ours.
     */
    static Initialiser fanInUniform() {
        return (layer, random) -> {
            float bound = (float) (1 / Math.sqrt(layer.inputs()));
            for (Parameter p : layer.parameters()) {
                for (float[] row : p.value.row) {
                    for (int j = 0; j < row.length; j++) {
                        row[j] = (2 * random.nextFloat() - 1) * bound;
                    }
                }
            }
        };
    }
}
