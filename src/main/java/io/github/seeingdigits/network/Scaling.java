package io.github.seeingdigits.network;

/**
 * The same straight line for every number: yₖ = factor·xₖ + offset, with ∂L/∂xₖ = factor·∂L/∂yₖ. No parameters.
 *
 * <p>Networks see pixels from 0 to 1. One that was published with pixels from −1 to 1 starts with {@code scale 784 2 -1},
 * one that saw bytes with {@code scale 784 255 0}; so how a pixel is scaled is part of the model and cannot be forgotten.
 */
public final class Scaling extends SameSize {
    static final LayerKind KIND = new LayerKind("scale", "SIZE FACTOR OFFSET") {
        @Override
        Layer read(LayerText text, Ops ops) {
            int size = text.size();
            Decimal factor = text.number("factor", true, MOST);
            boolean negative = text.minus();
            return new Scaling(size, factor, negative, text.number("offset", false, MOST));
        }
    };

    private static final int MOST = 1000;

    private final Decimal factor;
    private final boolean negative;
    private final Decimal offset;

    /** Scales {@code size} numbers; {@code negative} turns the sign of {@code offset}. */
    public Scaling(int size, Decimal factor, boolean negative, Decimal offset) {
        super(size);
        this.factor = factor;
        this.negative = negative;
        this.offset = offset;
    }

    @Override
    public String describe() {
        return "scale " + size + " " + factor + (negative ? " -" : " ") + offset;
    }

    @Override
    public void forward(Matrix x, Matrix y, int n) {
        float slope = (float) factor.value();
        float start = (float) (negative ? -offset.value() : offset.value());
        for (int i = 0; i < n; i++) {
            float[] from = x.row[i];
            float[] to = y.row[i];
            for (int k = 0; k < to.length; k++) {
                to[k] = slope * from[k] + start;
            }
        }
    }

    @Override
    public void backward(Matrix x, Matrix dy, Matrix dx, int n) {
        if (dx == null) {
            return;
        }
        float slope = (float) factor.value();
        for (int i = 0; i < n; i++) {
            float[] from = dy.row[i];
            float[] to = dx.row[i];
            for (int k = 0; k < to.length; k++) {
                to[k] = slope * from[k];
            }
        }
    }
}
