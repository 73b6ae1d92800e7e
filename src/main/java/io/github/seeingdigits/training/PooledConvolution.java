package io.github.seeingdigits.training;

import io.github.seeingdigits.network.Architecture;
import io.github.seeingdigits.network.Convolution;
import io.github.seeingdigits.network.Layer;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.MaxPool;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Parameter;
import io.github.seeingdigits.network.Relu;
import io.github.seeingdigits.network.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * A convolution, a rectifier and max pooling, the last two in either order, as one layer. The output of the convolution, four times as
 * large as what is left of it, is never written down, nor its gradient, of which three quarters and more are zero.
 *
 * <p>Gives the bits that the three layers give one after the other.
 */
final class PooledConvolution implements Layer {
    private final List<Layer> three;
    private final Convolution convolution;
    private final Pooling pooling;
    private final JvmWindows windows;
    /** What the last {@link #forward} gave: where it is zero nothing goes back. */
    private Matrix output;

    private PooledConvolution(List<Layer> three, Window pool, int batch, JvmWindows windows) {
        this.three = three;
        this.convolution = (Convolution) three.get(0);
        this.pooling = new Pooling(pool, batch);
        this.windows = windows;
    }

    /**
     * {@code network} with one layer instead of such three wherever they follow each other; the parameters are the same objects.
     *
     * @param batch the largest number of examples
     * @param ops that {@code network} was made with
     */
    static Network join(Network network, int batch, JvmOps ops) {
        List<Layer> layers = network.layers();
        List<Layer> joined = new ArrayList<>();
        for (int i = 0; i < layers.size(); ) {
            List<Layer> next = layers.subList(i, Math.min(i + 3, layers.size()));
            Window pool = pool(next);
            joined.add(pool == null ? layers.get(i) : new PooledConvolution(next, pool, batch, ops.windows()));
            i += pool == null ? 1 : next.size();
        }
        return new Network(joined, batch, ops);
    }

    /** How these layers pool if they are such three, else null. */
    private static Window pool(List<Layer> layers) {
        if (layers.size() < 3 || !(layers.get(0) instanceof Convolution)) {
            return null;
        }
        boolean rectifiedFirst = layers.get(1) instanceof Relu;
        Layer pool = layers.get(rectifiedFirst ? 2 : 1);
        boolean joins = pool instanceof MaxPool max
                && Pooling.fits(max.window())
                && (rectifiedFirst || layers.get(2) instanceof Relu);
        return joins ? ((MaxPool) pool).window() : null;
    }

    @Override
    public int inputs() {
        return convolution.inputs();
    }

    @Override
    public int outputs() {
        return pooling.window.outputs();
    }

    /** As the three describe themselves. */
    @Override
    public String describe() {
        return Architecture.describe(three);
    }

    @Override
    public List<Parameter> parameters() {
        return convolution.parameters();
    }

    @Override
    public void forward(Matrix x, Matrix y, int n) {
        output = y;
        windows.convolve(x, convolution, pooling, y, n);
    }

    @Override
    public void backward(Matrix x, Matrix dy, Matrix dx, int n) {
        windows.gradients(x, convolution, pooling, output, dy, dx, n);
    }
}
