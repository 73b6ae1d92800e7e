package io.github.seeingdigits.network;

/**
 * The rectifier: yₖ = max(0, xₖ).
 *
 * <p>Its derivative is ∂L/∂xₖ = ∂L/∂yₖ where xₖ > 0, else 0; at 0, where there is none, 0 is taken (Nair and Hinton 2010,
 * <i>Rectified Linear Units Improve Restricted Boltzmann Machines</i>, ICML). No parameters.
 */
public final class Relu extends SameSize {
    static final LayerKind KIND = new LayerKind("relu", "SIZE") {
        @Override
        Layer read(LayerText text, Ops ops) {
            return new Relu(text.size(), ops);
        }
    };

    private final Ops ops;

    /** A rectifier for {@code size} numbers. */
    public Relu(int size, Ops ops) {
        super(size);
        this.ops = ops;
    }

    @Override
    public String describe() {
        return "relu " + size;
    }

    @Override
    public void forward(Matrix x, Matrix y, int n) {
        ops.rectify(x, 0, y, n);
    }

    @Override
    public void backward(Matrix x, Matrix dy, Matrix dx, int n) {
        if (dx != null) {
            ops.rectifyGradient(x, 0, dy, dx, n);
        }
    }
}
