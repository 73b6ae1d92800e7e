package io.github.seeingdigits.network;

/**
 * A matrix of 32-bit floats, one array per row.
 *
 * <p>Rows are arrays of their own because that is the shape the JVM's compiler vectorises; an {@link Ops} for another
 * machine may hand out rows that are views of one block of memory. A batch of examples is a matrix with one example per
 * row.
 */
public class Matrix {
    public final int rows;
    public final int cols;
    /** {@code row[i][j]} is the element in row {@code i}, column {@code j}. */
    public final float[][] row;

    /** Wraps rows of {@code cols} numbers each. Made by {@link Ops#matrix}, which decides where the rows live. */
    public Matrix(float[][] row, int cols) {
        this.rows = row.length;
        this.cols = cols;
        this.row = row;
    }

    /** Rows {@code from} to before {@code to}: the same numbers, not a copy. */
    public Matrix part(int from, int to) {
        float[][] some = new float[to - from][];
        System.arraycopy(row, from, some, 0, to - from);
        return new Matrix(some, cols);
    }

    /** Sets every element to {@code value}. */
    public void fill(float value) {
        for (float[] r : row) {
            for (int j = 0; j < cols; j++) {
                r[j] = value;
            }
        }
    }

    /** Copies all elements from {@code other}, which has the same shape. */
    public void set(Matrix other) {
        if (other.rows != rows || other.cols != cols) {
            throw new IllegalArgumentException(
                    "cannot copy a " + other.rows + "×" + other.cols + " matrix into a " + rows + "×" + cols + " one");
        }
        for (int i = 0; i < rows; i++) {
            System.arraycopy(other.row[i], 0, row[i], 0, cols);
        }
    }
}
