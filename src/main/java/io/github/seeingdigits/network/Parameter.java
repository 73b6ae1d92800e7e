package io.github.seeingdigits.network;

/** A block of numbers that training adjusts: its value, and the gradient of the loss with respect to it. */
public final class Parameter {
    /** What it is within its layer: {@code weight}, {@code bias} or {@code alpha}. */
    public final String name;

    public final Matrix value;
    /** How many inputs one output of its layer sums; initialisers scale by it. */
    public final int fanIn;
    /** How many outputs one input of its layer reaches: all of them, or filters·kernel² for a layer that slides a window. */
    public final int fanOut;

    private final Ops ops;
    private Matrix gradient;

    Parameter(String name, Matrix value, int fanIn, int fanOut, Ops ops) {
        this.name = name;
        this.value = value;
        this.fanIn = fanIn;
        this.fanOut = fanOut;
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
