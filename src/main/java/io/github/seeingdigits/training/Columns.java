package io.github.seeingdigits.training;

import io.github.seeingdigits.network.Matrix;
import java.util.Arrays;

/** One block of a batch, column by column: which examples ink a pixel, and how much. */
final class Columns {
    private int[][] example = new int[0][];
    private float[][] value = new float[0][];
    private final int[] count = new int[NonZeros.BLOCK];

    /** dW += xᵀ·dy for the weight rows of block {@code b}. */
    void add(NonZeros x, int b, Matrix dy, Matrix dWeights, int n) {
        if (example.length == 0 || example[0].length < n) {
            example = new int[NonZeros.BLOCK][n];
            value = new float[NonZeros.BLOCK][n];
        }
        Arrays.fill(count, 0);
        int first = b * NonZeros.BLOCK;
        for (int i = 0; i < n; i++) {
            int[] columns = x.columns(i);
            float[] values = x.values(i);
            int to = x.begin(i, b + 1);
            for (int e = x.begin(i, b); e < to; e++) {
                int c = columns[e] - first;
                int at = count[c]++;
                example[c][at] = i;
                value[c][at] = values[e];
            }
        }
        int last = Math.min(NonZeros.BLOCK, dWeights.rows - first);
        for (int c = 0; c < last; c++) {
            RowSums.add(dWeights.row[first + c], value[c], example[c], 0, count[c], dy.row);
        }
    }
}
