package io.github.seeingdigits.training;

import io.github.seeingdigits.network.Matrix;
import java.util.Arrays;

/**
 * Where the numbers of a batch are that are not zero, row by row (compressed sparse rows), with the places where every
 * block of {@link #BLOCK} columns begins, so that a block can be read column by column too. A row is what {@link #scan} found, or
 * the {@link Inked} image that {@link #take} took, of which nothing is copied.
 */
final class NonZeros {
    /** Columns to a block: the weight rows of a block then fit the processor's first cache while a batch passes by. */
    static final int BLOCK = 64;

    final int blocks;
    private final int columns;
    /** Row 0 is row {@code offset} of all that follows, which parts of a batch share. */
    private final int offset;

    private final int rows;
    private final int[][] column;
    private final float[][] value;
    private final int[][] start;
    /** Row i's block b begins with entry {@code start[i][at[i] + b]}, and ends where the next begins. */
    private final int[] at;

    /** Memory for rows that are scanned; null for those that never were. */
    private final int[][] scannedColumn;

    private final float[][] scannedValue;
    private final int[][] scannedStart;

    /** Rows without entries. */
    NonZeros(int rows, int columns) {
        this.blocks = blocks(columns);
        this.columns = columns;
        this.offset = 0;
        this.rows = rows;
        this.column = new int[rows][];
        this.value = new float[rows][];
        this.start = new int[rows][];
        Arrays.fill(start, new int[blocks + 1]);
        this.at = new int[rows];
        this.scannedColumn = new int[rows][];
        this.scannedValue = new float[rows][];
        this.scannedStart = new int[rows][];
    }

    private NonZeros(NonZeros whole, int from, int to) {
        this.blocks = whole.blocks;
        this.columns = whole.columns;
        this.offset = whole.offset + from;
        this.rows = to - from;
        this.column = whole.column;
        this.value = whole.value;
        this.start = whole.start;
        this.at = whole.at;
        this.scannedColumn = whole.scannedColumn;
        this.scannedValue = whole.scannedValue;
        this.scannedStart = whole.scannedStart;
    }

    /** How many blocks so many columns make. */
    static int blocks(int columns) {
        return (columns + BLOCK - 1) / BLOCK;
    }

    /** Rows {@code from} to before {@code to}: the same lists, not a copy. */
    NonZeros part(int from, int to) {
        return new NonZeros(this, from, to);
    }

    /** Whether this has room for {@code x}. */
    boolean fits(Matrix x) {
        return columns == x.cols && rows >= x.rows;
    }

    /** {@code columns(i)[e]} is the column of entry e, for the entries of row i; they ascend. */
    int[] columns(int i) {
        return column[offset + i];
    }

    /** {@code values(i)[e]} is the number of entry e, for the entries of row i. */
    float[] values(int i) {
        return value[offset + i];
    }

    /** The first entry of row i in {@code block}; where the row's entries end, if there is no such block. */
    int begin(int i, int block) {
        return start[offset + i][at[offset + i] + block];
    }

    /** Finds the non-zeros of one row. */
    void scan(int i, float[] x) {
        int row = offset + i;
        if (scannedColumn[row] == null) {
            // One more than columns, because a scan writes before it knows whether to keep.
            scannedColumn[row] = new int[columns + 1];
            scannedValue[row] = new float[columns + 1];
            scannedStart[row] = new int[blocks + 1];
        }
        int[] c = scannedColumn[row];
        float[] v = scannedValue[row];
        int[] s = scannedStart[row];
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
        column[row] = c;
        value[row] = v;
        start[row] = s;
        at[row] = 0;
    }

    /** Lets row i be the ink of one image. */
    void take(int i, Inked inked, int image) {
        int row = offset + i;
        column[row] = inked.column();
        value[row] = inked.value();
        start[row] = inked.start();
        at[row] = image * blocks;
    }

    /** Sets the known non-zeros of row i to zero in {@code x}. */
    void clear(int i, float[] x) {
        int[] c = columns(i);
        int end = begin(i, blocks);
        for (int e = begin(i, 0); e < end; e++) {
            x[c[e]] = 0;
        }
    }

    /** Writes the non-zeros of row i into {@code x}, which is zero elsewhere. */
    void fill(int i, float[] x) {
        int[] c = columns(i);
        float[] v = values(i);
        int end = begin(i, blocks);
        for (int e = begin(i, 0); e < end; e++) {
            x[c[e]] = v[e];
        }
    }
}
