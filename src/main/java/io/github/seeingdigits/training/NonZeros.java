package io.github.seeingdigits.training;

import io.github.seeingdigits.network.Matrix;
import java.util.Arrays;

/**
 * Where the numbers of a batch are that are not zero, row by row (compressed sparse rows), with the places where every
 * block of {@link #BLOCK} columns begins, so that a block can be read column by column too.
 */
final class NonZeros {
    /** Columns to a block: the weight rows of a block then fit the processor's first cache while a batch passes by. */
    static final int BLOCK = 64;

    /** {@code column[i][e]} is the column of entry e in row i; columns ascend. */
    final int[][] column;
    /** {@code value[i][e]} is the number there. */
    final float[][] value;
    /** {@code start[i][b]} is the first entry of row i in block b; the last element is the number of entries. */
    final int[][] start;

    final int blocks;
    private final int columns;

    NonZeros(int rows, int columns) {
        // One more than columns, because a scan writes before it knows whether to keep.
        this(new int[rows][columns + 1], new float[rows][columns + 1], new int[rows][blocks(columns) + 1], columns);
    }

    private NonZeros(int[][] column, float[][] value, int[][] start, int columns) {
        this.columns = columns;
        this.blocks = blocks(columns);
        this.column = column;
        this.value = value;
        this.start = start;
    }

    private static int blocks(int columns) {
        return (columns + BLOCK - 1) / BLOCK;
    }

    /** Rows {@code from} to before {@code to}: the same lists, not a copy. */
    NonZeros part(int from, int to) {
        return new NonZeros(
                Arrays.copyOfRange(column, from, to),
                Arrays.copyOfRange(value, from, to),
                Arrays.copyOfRange(start, from, to),
                columns);
    }

    /** Whether this has room for {@code x}. */
    boolean fits(Matrix x) {
        return columns == x.cols && column.length >= x.rows;
    }

    /** Finds the non-zeros of one row. */
    void scan(int i, float[] x) {
        int[] c = column[i];
        float[] v = value[i];
        int[] s = start[i];
        int count = 0;
        for (int b = 0; b < blocks; b++) {
            s[b] = count;
            int end = Math.min(columns, (b + 1) * BLOCK);
            for (int k = b * BLOCK; k < end; k++) {
                // Written always and kept only if not zero: a branch here would be mispredicted all the time.
                c[count] = k;
                v[count] = x[k];
                count += x[k] != 0 ? 1 : 0;
            }
        }
        s[blocks] = count;
    }

    /** Takes the ink of one image; {@code scaled[v]} is the number that byte v stands for, zero for 0 alone. */
    void take(int i, Inked inked, int image, float[] scaled) {
        int[] c = column[i];
        float[] v = value[i];
        int[] s = start[i];
        int first = inked.start()[image];
        int count = inked.start()[image + 1] - first;
        Arrays.fill(s, 0);
        for (int e = 0; e < count; e++) {
            int entry = inked.entry()[first + e];
            int k = entry >>> 8;
            c[e] = k;
            v[e] = scaled[entry & 0xFF];
            s[k / BLOCK + 1] = e + 1;
        }
        // A block without entries begins where the one before it ended.
        for (int b = 1; b <= blocks; b++) {
            s[b] = Math.max(s[b], s[b - 1]);
        }
    }

    /** Sets the known non-zeros of row i to zero in {@code x}. */
    void clear(int i, float[] x) {
        int count = start[i][blocks];
        for (int e = 0; e < count; e++) {
            x[column[i][e]] = 0;
        }
    }

    /** Writes the non-zeros of row i into {@code x}, which is zero elsewhere. */
    void fill(int i, float[] x) {
        int count = start[i][blocks];
        for (int e = 0; e < count; e++) {
            x[column[i][e]] = value[i][e];
        }
    }
}
