package io.github.seeingdigits.training;

import io.github.seeingdigits.network.Convolution;
import io.github.seeingdigits.network.Layer;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.MaxPool;
import io.github.seeingdigits.network.Relu;
import java.util.List;

/**
 * A convolution, a rectifier and max pooling, the last two in either order, in one pass. The output of the convolution, four times as
 * large as what is left of it, is never written down, nor its gradient, of which three quarters and more are zero.
 *
 * <p>Gives the bits that the three layers give one after the other.
 */
final class PooledConvolution {
    /** How many layers it stands for. */
    static final int LAYERS = 3;

    private final Convolution convolution;
    private final Pooling pooling;
    private final JvmWindows windows;

    private PooledConvolution(Convolution convolution, Pooling pooling, JvmWindows windows) {
        this.convolution = convolution;
        this.pooling = pooling;
        this.windows = windows;
    }

    /** What does the work of the layers from {@code first} on; null if they are not such three. */
    static PooledConvolution of(List<Layer> layers, int first, int batch, JvmWindows windows) {
        if (first + LAYERS > layers.size() || !(layers.get(first) instanceof Convolution convolution)) {
            return null;
        }
        Layer second = layers.get(first + 1);
        Layer third = layers.get(first + 2);
        Layer pool = second instanceof Relu ? third : second;
        boolean fits = pool instanceof MaxPool max && Pooling.fits(max.window());
        if (!fits || !(second instanceof Relu || third instanceof Relu)) {
            return null;
        }
        return new PooledConvolution(convolution, new Pooling(((MaxPool) pool).window(), batch), windows);
    }

    /** Computes {@code y}, what the last of the layers gives. */
    void forward(Matrix x, Matrix y, int n) {
        windows.convolve(x, convolution, pooling, y, n);
    }

    /** See {@link Layer#backward}; {@code y} is what {@link #forward} gave. */
    void backward(Matrix x, Matrix y, Matrix dy, Matrix dx, int n) {
        windows.gradients(x, convolution, pooling, y, dy, dx, n);
    }
}
