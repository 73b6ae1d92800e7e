package io.github.seeingdigits.network;

import java.util.List;

/**
 * A fully connected layer: yⱼ = bⱼ + Σₖ xₖ·wₖⱼ.
 *
 * <p>Its derivatives are ∂L/∂wₖⱼ = xₖ·∂L/∂yⱼ, ∂L/∂bⱼ = ∂L/∂yⱼ and ∂L/∂xₖ = Σⱼ wₖⱼ·∂L/∂yⱼ (Rumelhart, Hinton and
 * Williams 1986, doi:10.1038/323533a0). Parameters: {@code weight} (inputs×outputs) and {@code bias} (1×outputs).
 */
public final class Dense implements Layer {
    static final LayerKind KIND = new LayerKind("dense", "INPUTS OUTPUTS") {
        @Override
        Layer read(LayerText text, Ops ops) {
            int inputs = text.size();
            int outputs = text.size();
            text.end();
            text.reserve(inputs, outputs, 1);
            return new Dense(inputs, outputs, ops);
        }
    };

    private final Ops ops;
    private final Parameter weight;
    private final Parameter bias;

    /** A layer whose weights and biases are all zero until an {@link Initialiser} or a model file fills them. */
    public Dense(int inputs, int outputs, Ops ops) {
        this.ops = ops;
        weight = new Parameter("weight", ops.matrix(inputs, outputs), inputs, outputs, ops);
        bias = new Parameter("bias", ops.matrix(1, outputs), inputs, outputs, ops);
    }

    /** inputs×outputs: {@code weight().value.row[k][j]} leads from input k to output j. */
    public Parameter weight() {
        return weight;
    }

    /** 1×outputs. */
    public Parameter bias() {
        return bias;
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
        return "dense " + inputs() + " " + outputs();
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weight, bias);
    }

    @Override
    public void forward(Matrix x, Matrix y, int n) {
        ops.affine(x, weight.value, bias.value, y, n);
    }

    @Override
    public void backward(Matrix x, Matrix dy, Matrix dx, int n) {
        ops.affineParameterGradient(x, dy, weight.gradient(), bias.gradient(), n);
        if (dx != null) {
            backwardInput(x, dy, dx, n);
        }
    }

    @Override
    public boolean separable() {
        return true;
    }

    @Override
    public void backwardInput(Matrix x, Matrix dy, Matrix dx, int n) {
        ops.affineInputGradient(dy, weight.value, dx, n);
    }
}
