package io.github.seeingdigits.network;

/**
 * Dropout: while training, each number becomes 0 with probability p and is otherwise divided by 1 − p, so that its mean
 * stays; when predicting, nothing happens: yₖ = mₖ·xₖ with mₖ ∈ {0, 1/(1−p)}, or mₖ = 1.
 *
 * <p>Its derivative is ∂L/∂xₖ = mₖ·∂L/∂yₖ (Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov 2014, JMLR 15,
 * 1929–1958; they shrink the weights after training instead, which comes to the same). No parameters.
 */
public final class Dropout extends SameSize {
    static final LayerKind KIND = new LayerKind("dropout", "SIZE RATE") {
        @Override
        Layer read(LayerText text, Ops ops) {
            return new Dropout(text.size(), text.number("rate", false, 1), ops);
        }
    };

    private final Decimal rate;
    private final Ops ops;
    /** m for the last batch; grows to the largest one. */
    private Matrix mask;
    /** Whether the last pass was one that drops. */
    private boolean dropping;

    /** Dropout for {@code size} numbers with the probability p = {@code rate}, from 0 to less than 1. */
    public Dropout(int size, Decimal rate, Ops ops) {
        super(size);
        this.rate = rate;
        this.ops = ops;
    }

    @Override
    public String describe() {
        return "dropout " + size + " " + rate;
    }

    @Override
    public void forward(Matrix x, Matrix y, int n) {
        dropping = false;
        copy(x, y, n);
    }

    /** It draws, and keeps what it drew. */
    @Override
    public boolean separable() {
        return false;
    }

    /** Draws one number for each input, example by example. */
    @Override
    public void forwardTraining(Matrix x, Matrix y, int n, SeededRandom random) {
        if (mask == null || mask.rows < n) {
            mask = ops.matrix(n, size);
        }
        dropping = true;
        float kept = (float) (1 / (1 - rate.value()));
        for (int i = 0; i < n; i++) {
            float[] m = mask.row[i];
            for (int k = 0; k < size; k++) {
                m[k] = random.nextFloat() < rate.value() ? 0 : kept;
            }
        }
        ops.multiply(x, mask, y, n);
    }

    @Override
    public void backward(Matrix x, Matrix dy, Matrix dx, int n) {
        if (dx == null) {
            return;
        }
        if (dropping) {
            ops.multiply(dy, mask, dx, n);
        } else {
            copy(dy, dx, n);
        }
    }

    private void copy(Matrix from, Matrix to, int n) {
        for (int i = 0; i < n; i++) {
            System.arraycopy(from.row[i], 0, to.row[i], 0, size);
        }
    }
}
