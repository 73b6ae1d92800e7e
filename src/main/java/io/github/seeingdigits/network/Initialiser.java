package io.github.seeingdigits.network;

/**
 * How a layer's parameters start before training.
 *
 * <p>Weights are drawn row by row. A layer's fan-in is how many inputs one of its outputs sums, its fan-out how many outputs
 * one input reaches; for a convolution both count the positions under its window. The α of a {@link Yat} layer always
 * starts at 1, and nothing here touches it.
 */
public interface Initialiser {
    /** Fills every parameter of {@code layer}, drawing from {@code random} in a fixed order. */
    void initialise(Layer layer, SeededRandom random);

    /**
     * Uniform in [−1/√fan-in, 1/√fan-in] for weights and biases alike, which is what PyTorch's {@code nn.Linear} and
     * {@code nn.Conv2d} do by default (Kaiming uniform with a = √5; He et al. 2015, arXiv:1502.01852). The distribution is
     * the same; the random stream is ours.
     */
    static Initialiser fanInUniform() {
        return (layer, random) -> {
            for (Parameter p : layer.parameters()) {
                if (p.name.equals("weight") || p.name.equals("bias")) {
                    Draws.uniform(p, 1 / Math.sqrt(p.fanIn), random);
                }
            }
        };
    }

    /**
     * Weights uniform in ±√(6/(fan-in + fan-out)), biases zero (Glorot and Bengio 2010, <i>Understanding the difficulty of
     * training deep feedforward neural networks</i>, AISTATS, equation 16; "Xavier").
     */
    static Initialiser xavierUniform() {
        return (layer, random) -> {
            for (Parameter p : layer.parameters()) {
                if (p.name.equals("weight")) {
                    Draws.uniform(p, Math.sqrt(6.0 / (p.fanIn + p.fanOut)), random);
                }
            }
            Draws.biases(layer, 0);
        };
    }

    /** Weights normal with the variance of {@link #xavierUniform}, 2/(fan-in + fan-out), biases zero. */
    static Initialiser xavierNormal() {
        return (layer, random) -> {
            for (Parameter p : layer.parameters()) {
                if (p.name.equals("weight")) {
                    Draws.normal(p, Math.sqrt(2.0 / (p.fanIn + p.fanOut)), random);
                }
            }
            Draws.biases(layer, 0);
        };
    }

    /**
     * Weights as {@link #xavierNormal}, biases uniform in ±1/√fan-in: the defaults of the code published with the ⵟ-product
     * (Bouhsine 2024, arXiv:2411.08085).
     */
    static Initialiser yatDefault() {
        return (layer, random) -> {
            xavierNormal().initialise(layer, random);
            for (Parameter p : layer.parameters()) {
                if (p.name.equals("bias")) {
                    Draws.uniform(p, 1 / Math.sqrt(p.fanIn), random);
                }
            }
        };
    }

    /** The absolute values of {@link #xavierNormal}: every prototype starts in the quadrant that pictures live in. */
    static Initialiser positive() {
        return (layer, random) -> {
            xavierNormal().initialise(layer, random);
            for (Parameter p : layer.parameters()) {
                if (p.name.equals("weight")) {
                    for (float[] row : p.value.row) {
                        for (int j = 0; j < row.length; j++) {
                            row[j] = Math.abs(row[j]);
                        }
                    }
                }
            }
        };
    }

    /** Weights normal with variance 2/fan-in, biases zero: made for rectifiers (He et al. 2015, arXiv:1502.01852). */
    static Initialiser he() {
        return (layer, random) -> {
            for (Parameter p : layer.parameters()) {
                if (p.name.equals("weight")) {
                    Draws.normal(p, Math.sqrt(2.0 / p.fanIn), random);
                }
            }
            Draws.biases(layer, 0);
        };
    }

    /**
     * A random weight matrix with orthonormal columns or, where it has more columns than rows, orthonormal rows; biases
     * zero (Saxe, McClelland and Ganguli 2014, arXiv:1312.6120). A convolution's matrix has one row for each filter.
     */
    static Initialiser orthogonal() {
        return (layer, random) -> {
            for (Parameter p : layer.parameters()) {
                if (p.name.equals("weight")) {
                    Draws.orthogonal(p, random);
                }
            }
            Draws.biases(layer, 0);
        };
    }

    /**
     * Output k starts as input k, as far as there are both: weights are those of the identity matrix, biases zero. Nothing
     * is drawn.
     *
     * @throws IllegalArgumentException for a layer that slides a window
     */
    static Initialiser identity() {
        return (layer, random) -> {
            for (Parameter p : layer.parameters()) {
                if (p.name.equals("weight")) {
                    Draws.requireInputRows(p, layer, "identity");
                    p.value.fill(0);
                    for (int k = 0; k < Math.min(p.value.rows, p.value.cols); k++) {
                        p.value.row[k][k] = 1;
                    }
                }
            }
            Draws.biases(layer, 0);
        };
    }

    /**
     * {@link #identity} for layers with as many outputs as inputs, which then pass on what they get; of a layer with more
     * inputs the identity would ignore all but the first few.
     *
     * @param others how the other layers start
     */
    static Initialiser squareIdentity(Initialiser others) {
        return (layer, random) -> (layer.inputs() == layer.outputs() ? identity() : others).initialise(layer, random);
    }

    /**
     * The units of the first layer start as the mean picture of a class each, unit j as that of class j modulo the number of
     * classes; biases zero.
     *
     * @param means {@code means[c]} is the mean input of class c; layers with another number of inputs than its length are
     *     left to {@code others}
     * @param others how the other layers start
     */
    static Initialiser classMeans(float[][] means, Initialiser others) {
        return (layer, random) -> {
            if (layer.inputs() != means[0].length || layer.parameters().isEmpty()) {
                others.initialise(layer, random);
                return;
            }
            for (Parameter p : layer.parameters()) {
                if (p.name.equals("weight")) {
                    Draws.requireInputRows(p, layer, "class means");
                    for (int k = 0; k < p.value.rows; k++) {
                        for (int j = 0; j < p.value.cols; j++) {
                            p.value.row[k][j] = means[j % means.length][k];
                        }
                    }
                }
            }
            Draws.biases(layer, 0);
        };
    }

    /** Weights as {@code weights} starts them, and then every bias {@code value}. */
    static Initialiser constantBias(Initialiser weights, float value) {
        return (layer, random) -> {
            weights.initialise(layer, random);
            Draws.biases(layer, value);
        };
    }
}
