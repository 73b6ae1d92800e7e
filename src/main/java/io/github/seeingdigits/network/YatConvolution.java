package io.github.seeingdigits.network;

import java.util.List;

/**
 * The ⵟ layer on every patch of a picture: y_fp = α·(w_f·x_p + b_f)² / (‖w_f − x_p‖² + ε), where x_p holds the numbers under
 * the {@link Window} at p, padding as zeros.
 *
 * <p>Its derivatives are those of {@link Yat} with the patch for the input: with gₛ and g_d as there, for each f and p,
 * ∂L/∂w_f = Σₚ gₛ·x_p + 2g_d·(w_f − x_p), ∂L/∂b_f = Σₚ gₛ, ∂L/∂α = Σ s²/(d + ε)·∂L/∂y, and an input collects gₛ·w_ft +
 * 2g_d·(x_pt − w_ft) from every filter f and every window p that it lies in as number t (Bouhsine 2024, arXiv:2411.08085).
 * Parameters: {@code weight} (filters×channels·kernel²), {@code bias} (1×filters) if asked for, and {@code alpha} (1×1) if
 * learnable.
 */
public final class YatConvolution extends Sliding {
    static final LayerKind KIND =
            new LayerKind("yat-conv", "CHANNELSxHEIGHTxWIDTH FILTERS KERNEL [stride N] [pad N] " + YatOptions.USAGE) {
                @Override
                Layer read(LayerText text, Ops ops) {
                    Window window = text.window(true, false, true);
                    YatOptions options = YatOptions.read(text);
                    text.end();
                    text.reserve(window.patch(), window.units, 2);
                    return new YatConvolution(window, options, ops);
                }
            };

    private final Ops ops;
    private final YatOptions options;
    private final Parameter weight;
    /** Stays zero and is no parameter where no bias was asked for. */
    private final Parameter bias;
    /** Null where α is a constant. */
    private final Parameter alpha;

    private final YatState state = new YatState();

    private YatConvolution(Window window, YatOptions options, Ops ops) {
        super(window);
        this.ops = ops;
        this.options = options;
        int fanOut = window.units * window.kernel * window.kernel;
        weight = new Parameter("weight", ops.matrix(window.units, window.patch()), window.patch(), fanOut, ops);
        bias = new Parameter("bias", ops.matrix(1, window.units), window.patch(), fanOut, ops);
        alpha = options.alpha(window.patch(), fanOut, ops);
    }

    /** filters×channels·kernel². */
    public Parameter weight() {
        return weight;
    }

    @Override
    public String describe() {
        return "yat-conv " + window.describeFilters() + options.describe();
    }

    @Override
    public List<Parameter> parameters() {
        return options.parameters(weight, bias, alpha);
    }

    @Override
    public void forward(Matrix x, Matrix y, int n) {
        state.reserve(n, outputs(), ops);
        ops.convolve(x, weight.value, bias.value, state.dot, window, n);
        ops.squaredPatchDistances(x, weight.value, state.distance, window, n);
        options.forward(state.dot, state.distance, alpha, y, n);
    }

    @Override
    public void backward(Matrix x, Matrix dy, Matrix dx, int n) {
        state.reserveGradients(n, outputs(), ops);
        options.backward(state.dot, state.distance, alpha, dy, state.dDot, state.dDistance, n);
        ops.convolveParameterGradient(x, state.dDot, weight.gradient(), bias.gradient(), window, n);
        ops.squaredPatchDistancesParameterGradient(x, weight.value, state.dDistance, weight.gradient(), window, n);
        if (dx != null) {
            ops.convolveInputGradient(state.dDot, weight.value, dx, window, n);
            ops.squaredPatchDistancesInputGradient(x, weight.value, state.dDistance, dx, window, n);
        }
    }
}
