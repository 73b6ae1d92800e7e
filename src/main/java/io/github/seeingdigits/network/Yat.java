package io.github.seeingdigits.network;

import java.util.List;

/**
 * The ⵟ layer ("yat"), a weighted sum and a distance in one: yⱼ = α·(wⱼ·x + bⱼ)² / (‖wⱼ − x‖² + ε).
 *
 * <p>With s = w·x + b, d = ‖w − x‖² and the gradients gₛ = ∂L/∂s = 2α·s/(d + ε)·∂L/∂y and g_d = ∂L/∂d =
 * −α·s²/(d + ε)²·∂L/∂y (subscript j left out), its derivatives are
 *
 * <ul>
 *   <li>∂L/∂w = gₛ·x + 2g_d·(w − x),
 *   <li>∂L/∂b = gₛ,
 *   <li>∂L/∂α = Σⱼ s²/(d + ε)·∂L/∂y,
 *   <li>∂L/∂x = Σⱼ gₛ·w + 2g_d·(x − w).
 * </ul>
 *
 * The formula is Bouhsine's (2024, arXiv:2411.08085), with b = 0 and α = 1; his code adds both. Parameters: {@code weight}
 * (inputs×outputs), {@code bias} (1×outputs) if asked for, and {@code alpha} (1×1, starting at 1) if learnable. Without
 * options there is no bias, α is 1 and ε 1e-5.
 */
public final class Yat implements Layer {
    static final LayerKind KIND = new LayerKind("yat", "INPUTS OUTPUTS " + YatOptions.USAGE) {
        @Override
        Layer read(LayerText text, Ops ops) {
            int inputs = text.size();
            int outputs = text.size();
            YatOptions options = YatOptions.read(text);
            text.end();
            text.reserve(inputs, outputs, 2);
            return new Yat(inputs, outputs, options, ops);
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

    private Yat(int inputs, int outputs, YatOptions options, Ops ops) {
        this.ops = ops;
        this.options = options;
        weight = new Parameter("weight", ops.matrix(inputs, outputs), inputs, outputs, ops);
        bias = new Parameter("bias", ops.matrix(1, outputs), inputs, outputs, ops);
        alpha = options.alpha(inputs, outputs, ops);
    }

    /** inputs×outputs: {@code weight().value.row[k][j]} is coordinate k of unit j's prototype. */
    public Parameter weight() {
        return weight;
    }

    /** b of unit {@code j}; 0 where no bias was asked for. */
    public float bias(int j) {
        return bias.value.row[0][j];
    }

    /** The scale α, learnt or constant. */
    public float alpha() {
        return options.alpha(alpha);
    }

    /** ε. */
    public float epsilon() {
        return options.epsilon();
    }

    @Override
    public int inputs() {
        return weight.value.rows;
    }

    @Override
    public int outputs() {
        return weight.value.cols;
    }

    @Override
    public String describe() {
        return "yat " + inputs() + " " + outputs() + options.describe();
    }

    @Override
    public List<Parameter> parameters() {
        return options.parameters(weight, bias, alpha);
    }

    @Override
    public void forward(Matrix x, Matrix y, int n) {
        state.reserve(n, outputs(), ops);
        ops.sumsAndSquaredDistances(x, weight.value, bias.value, state.dot, state.distance, n);
        options.forward(state.dot, state.distance, alpha, y, n);
    }

    @Override
    public void backward(Matrix x, Matrix dy, Matrix dx, int n) {
        state.reserveGradients(n, outputs(), ops);
        options.backward(state.dot, state.distance, alpha, dy, state.dDot, state.dDistance, n);
        ops.affineParameterGradient(x, state.dDot, weight.gradient(), bias.gradient(), n);
        ops.squaredDistancesParameterGradient(x, weight.value, state.dDistance, weight.gradient(), n);
        if (dx != null) {
            ops.affineInputGradient(state.dDot, weight.value, dx, n);
            ops.squaredDistancesInputGradient(x, weight.value, state.dDistance, dx, n);
        }
    }
}
