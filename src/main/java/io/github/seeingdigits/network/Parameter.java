package io.github.seeingdigits.network;

/** A block of numbers that training adjusts: its value, and the gradient of the loss with respect to it. */
public final class Parameter {
    /** What it is within its layer: {@code weight} or {@code bias}. */
    public final String name;

    public final Matrix value;
    private final Ops ops;
    private Matrix gradient;

    Parameter(String name, Matrix value, Ops ops) {
        this.name = name;
        this.value = value;
        this.ops = ops;
    }

    /** Same shape as {@link #value}. Allocated when first asked for, because prediction never needs it. */
    public Matrix gradient() {
        if (gradient == null) {
            gradient = ops.matrix(value.rows, value.cols);
        }
        return gradient;
    }

    /** How many numbers it holds. */
    public int size() {
        return value.rows * value.cols;
    }
}
