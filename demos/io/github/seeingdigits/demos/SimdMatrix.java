package io.github.seeingdigits.demos;

import io.github.seeingdigits.network.Matrix;

/**
 * A matrix in the memory of a {@link Kernel}: rows one after the other, each filled up with zeros to a multiple of 64 bytes, and
 * to Java arrays like any others.
 */
final class SimdMatrix extends Matrix {
    final SimdOps owner;
    /** Where the first row begins. */
    final int at;

    SimdMatrix(float[][] row, int cols, SimdOps owner, int at) {
        super(row, cols);
        this.owner = owner;
        this.at = at;
    }

    /** Gradients are set to zero in every step of training, which is worth a shorter way. */
    @Override
    public void fill(float value) {
        if (value == 0) {
            owner.zero(this);
        } else {
            super.fill(value);
        }
    }
}
