package io.github.seeingdigits.network;

import java.util.List;

/**
 * A two-dimensional convolution: filter f gives at position p the number y_fp = b_f + Σₜ w_ft·x_pt, where x_pt is the t-th
 * number under the {@link Window} at p. (As everywhere in this field the filter is not mirrored.)
 *
 * <p>Its derivatives are ∂L/∂w_ft = Σₚ x_pt·∂L/∂y_fp and ∂L/∂b_f = Σₚ ∂L/∂y_fp; an input collects w_ft·∂L/∂y_fp from every
 * window p that it lies in as number t (LeCun, Bottou, Bengio and Haffner 1998, doi:10.1109/5.726791). Parameters:
 * {@code weight} (filters×channels·kernel², a filter's numbers channel by channel, row by row, which is PyTorch's order)
 * and {@code bias} (1×filters).
 */
public final class Convolution extends Sliding {
    static final LayerKind KIND = new LayerKind("conv", "CHANNELSxHEIGHTxWIDTH FILTERS KERNEL [stride N] [pad N]") {
        @Override
        Layer read(LayerText text, Ops ops) {
            Window window = text.window(true, false, true);
            text.end();
            text.reserve(window.patch(), window.units, 1);
            return new Convolution(window, ops);
        }
    };

    private final Ops ops;
    private final Parameter weight;
    private final Parameter bias;

    /** A layer whose weights and biases are all zero until an {@link Initialiser} or a model file fills them. */
    public Convolution(Window window, Ops ops) {
        super(window);
        this.ops = ops;
        int fanOut = window.units * window.kernel * window.kernel;
        weight = new Parameter("weight", ops.matrix(window.units, window.patch()), window.patch(), fanOut, ops);
        bias = new Parameter("bias", ops.matrix(1, window.units), window.patch(), fanOut, ops);
    }

    /** filters×channels·kernel². */
    public Parameter weight() {
        return weight;
    }

    /** 1×filters. */
    public Parameter bias() {
        return bias;
    }

    @Override
    public String describe() {
        return "conv " + window.describeFilters();
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weight, bias);
    }

    @Override
    public void forward(Matrix x, Matrix y, int n) {
        ops.convolve(x, weight.value, bias.value, y, window, n);
    }

    @Override
    public void backward(Matrix x, Matrix dy, Matrix dx, int n) {
        ops.convolveParameterGradient(x, dy, weight.gradient(), bias.gradient(), window, n);
        if (dx != null) {
            ops.convolveInputGradient(dy, weight.value, dx, window, n);
        }
    }
}
