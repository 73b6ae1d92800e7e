package io.github.seeingdigits.network;

import java.util.List;

/**
 * Max pooling: of the numbers under each {@link Window}, channel by channel, only the largest goes on: y_p = maxₜ x_pt.
 *
 * <p>Its derivative hands ∂L/∂y_p to the input that was largest, the first one among equals, and nothing to the others
 * (Riesenhuber and Poggio 1999, doi:10.1038/14819). No parameters.
 */
public final class MaxPool extends Sliding {
    static final LayerKind KIND = new LayerKind("maxpool", "CHANNELSxHEIGHTxWIDTH KERNEL [stride N]") {
        @Override
        Layer read(LayerText text, Ops ops) {
            return new MaxPool(text.window(false, true, false), ops);
        }
    };

    private final Ops ops;

    /** Pools over {@code window}, which has no padding and as many units as channels. */
    public MaxPool(Window window, Ops ops) {
        super(window);
        this.ops = ops;
    }

    /** The stride is not written where it equals the kernel, so that windows neither overlap nor leave gaps. */
    @Override
    public String describe() {
        return "maxpool " + window.shape() + " " + window.kernel
                + (window.stride == window.kernel ? "" : " stride " + window.stride);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public void forward(Matrix x, Matrix y, int n) {
        ops.maxPool(x, y, window, n);
    }

    @Override
    public void backward(Matrix x, Matrix dy, Matrix dx, int n) {
        if (dx != null) {
            ops.maxPoolGradient(x, dy, dx, window, n);
        }
    }
}
