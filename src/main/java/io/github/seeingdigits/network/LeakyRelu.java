package io.github.seeingdigits.network;

/**
 * The leaky rectifier: yₖ = xₖ where xₖ > 0, else a·xₖ with a small slope a.
 *
 * <p>Its derivative is ∂L/∂xₖ = ∂L/∂yₖ where xₖ > 0, else a·∂L/∂yₖ, so that no unit is ever dead (Maas, Hannun and Ng
 * 2013, <i>Rectifier Nonlinearities Improve Neural Network Acoustic Models</i>, ICML). No parameters.
 */
public final class LeakyRelu extends SameSize {
    static final LayerKind KIND = new LayerKind("leaky-relu", "SIZE SLOPE") {
        @Override
        Layer read(LayerText text, Ops ops) {
            return new LeakyRelu(text.size(), text.number("slope", false, 1), ops);
        }
    };

    private final Decimal slope;
    private final Ops ops;

    /** A rectifier for {@code size} numbers whose {@code slope} below zero is a, from 0 to less than 1. */
    public LeakyRelu(int size, Decimal slope, Ops ops) {
        super(size);
        this.slope = slope;
        this.ops = ops;
    }

    @Override
    public String describe() {
        return "leaky-relu " + size + " " + slope;
    }

    @Override
    public void forward(Matrix x, Matrix y, int n) {
        ops.rectify(x, (float) slope.value(), y, n);
    }

    @Override
    public void backward(Matrix x, Matrix dy, Matrix dx, int n) {
        if (dx != null) {
            ops.rectifyGradient(x, (float) slope.value(), dy, dx, n);
        }
    }
}
