package io.github.seeingdigits.training;

import io.github.seeingdigits.network.Layer;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Parameter;
import io.github.seeingdigits.network.SeededRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * The two passes through a network that is trained: {@link Network#forwardTraining} and {@link Network#backward}, to the last bit, but
 * with neighbouring layers taken together where that is faster. What such neighbours give to each other is in no {@link Network#output}.
 */
final class Passes {
    /** One layer, or some that are taken together. */
    private interface Stage {
        void forward(Matrix x, Matrix y, int n, SeededRandom random);

        void backward(Matrix x, Matrix y, Matrix dy, Matrix dx, int n);
    }

    private final Network network;
    private final JvmOps ops;
    private final List<Stage> stages = new ArrayList<>();
    /** What each stage gives, and the gradient with respect to it. */
    private final List<Matrix> outputs = new ArrayList<>();

    private final List<Matrix> gradients = new ArrayList<>();
    private Matrix input;

    /** Passes of at most {@code batch} examples through {@code network}, which was made with {@code ops}. */
    Passes(Network network, int batch, JvmOps ops) {
        this.network = network;
        this.ops = ops;
        List<Layer> layers = network.layers();
        for (int i = 0; i < layers.size(); i++) {
            PooledConvolution pooled = PooledConvolution.of(layers, i, batch, ops.windows());
            if (pooled == null) {
                stages.add(single(layers.get(i)));
            } else {
                stages.add(together(pooled));
                i += PooledConvolution.LAYERS - 1;
            }
            outputs.add(network.output(i));
            gradients.add(ops.matrix(batch, layers.get(i).outputs()));
        }
    }

    private static Stage single(Layer layer) {
        return new Stage() {
            @Override
            public void forward(Matrix x, Matrix y, int n, SeededRandom random) {
                layer.forwardTraining(x, y, n, random);
            }

            @Override
            public void backward(Matrix x, Matrix y, Matrix dy, Matrix dx, int n) {
                layer.backward(x, dy, dx, n);
            }
        };
    }

    private static Stage together(PooledConvolution pooled) {
        return new Stage() {
            @Override
            public void forward(Matrix x, Matrix y, int n, SeededRandom random) {
                pooled.forward(x, y, n);
            }

            @Override
            public void backward(Matrix x, Matrix y, Matrix dy, Matrix dx, int n) {
                pooled.backward(x, y, dy, dx, n);
            }
        };
    }

    /** See {@link Network#forwardTraining}. */
    Matrix forward(Matrix x, int n, SeededRandom random) {
        input = x;
        for (int s = 0; s < stages.size(); s++) {
            stages.get(s).forward(s == 0 ? x : outputs.get(s - 1), outputs.get(s), n, random);
        }
        return outputs.get(stages.size() - 1);
    }

    /** Where to put the gradient with respect to the outputs before {@link #backward}. */
    Matrix logitGradient() {
        return gradients.get(stages.size() - 1);
    }

    /** Replaces every parameter's gradient by that of the last {@link #forward}'s {@code n} examples. */
    void backward(int n) {
        for (Parameter p : network.parameters()) {
            ops.clear(p.gradient());
        }
        for (int s = stages.size() - 1; s >= 0; s--) {
            Matrix x = s == 0 ? input : outputs.get(s - 1);
            Matrix dx = s == 0 ? null : gradients.get(s - 1);
            stages.get(s).backward(x, outputs.get(s), gradients.get(s), dx, n);
        }
    }
}
