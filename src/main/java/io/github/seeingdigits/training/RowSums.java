package io.github.seeingdigits.training;

/**
 * The loop in which training spends its time: y += Σ cₑ·row[atₑ], a weighted sum of rows.
 *
 * <p>Each row is an array of its own and several are added in one pass, which is what the JVM's compiler turns into vector
 * instructions; the fused multiply-add rounds once. Rows too short for vectors are summed in local variables instead. The
 * order of additions depends on the entries alone.
 */
final class RowSums {
    /** Shorter rows do not fill a vector of the machines we know. */
    static final int SHORTEST_VECTOR = 16;

    private RowSums() {}

    /** Adds {@code c[e]·rows[at[e]]} to y for every entry e from {@code from} to before {@code to}. */
    static void add(float[] y, float[] c, int[] at, int from, int to, float[][] rows) {
        if (y.length < SHORTEST_VECTOR) {
            addShort(y, c, at, from, to, rows);
            return;
        }
        int e = from;
        for (; e + 3 < to; e += 4) {
            add4(y, c[e], rows[at[e]], c[e + 1], rows[at[e + 1]], c[e + 2], rows[at[e + 2]], c[e + 3], rows[at[e + 3]]);
        }
        if (e + 1 < to) {
            add2(y, c[e], rows[at[e]], c[e + 1], rows[at[e + 1]]);
            e += 2;
        }
        if (e < to) {
            add1(y, c[e], rows[at[e]], y.length);
        }
    }

    private static void add4(
            float[] y, float c0, float[] r0, float c1, float[] r1, float c2, float[] r2, float c3, float[] r3) {
        for (int j = 0; j < y.length; j++) {
            y[j] = Math.fma(c3, r3[j], Math.fma(c2, r2[j], Math.fma(c1, r1[j], Math.fma(c0, r0[j], y[j]))));
        }
    }

    private static void add2(float[] y, float c0, float[] r0, float c1, float[] r1) {
        for (int j = 0; j < y.length; j++) {
            y[j] = Math.fma(c1, r1[j], Math.fma(c0, r0[j], y[j]));
        }
    }

    private static void add1(float[] y, float c0, float[] r0, int length) {
        for (int j = 0; j < length; j++) {
            y[j] = Math.fma(c0, r0[j], y[j]);
        }
    }

    /**
     * {@code y[i]} += Σ w[i][t]·rows[t] for four sums, the first {@code length} numbers of each: every row is read once for
     * all of them.
     */
    static void addToFour(float[][] y, float[][] w, float[][] rows, int length) {
        int t = 0;
        for (; t + 1 < rows.length; t += 2) {
            add2ToFour(
                    y[0],
                    w[0][t],
                    w[0][t + 1],
                    y[1],
                    w[1][t],
                    w[1][t + 1],
                    y[2],
                    w[2][t],
                    w[2][t + 1],
                    y[3],
                    w[3][t],
                    w[3][t + 1],
                    rows[t],
                    rows[t + 1],
                    length);
        }
        if (t < rows.length) {
            for (int i = 0; i < y.length; i++) {
                add1(y[i], w[i][t], rows[t], length);
            }
        }
    }

    /** More rows or more sums a pass are three times slower, because the compiler makes no vectors of them. */
    private static void add2ToFour(
            float[] y0,
            float a0,
            float b0,
            float[] y1,
            float a1,
            float b1,
            float[] y2,
            float a2,
            float b2,
            float[] y3,
            float a3,
            float b3,
            float[] r,
            float[] s,
            int length) {
        for (int j = 0; j < length; j++) {
            float rj = r[j];
            float sj = s[j];
            y0[j] = Math.fma(b0, sj, Math.fma(a0, rj, y0[j]));
            y1[j] = Math.fma(b1, sj, Math.fma(a1, rj, y1[j]));
            y2[j] = Math.fma(b2, sj, Math.fma(a2, rj, y2[j]));
            y3[j] = Math.fma(b3, sj, Math.fma(a3, rj, y3[j]));
        }
    }

    /** Ten sums at a time, one for each digit, stay in registers. */
    private static void addShort(float[] y, float[] c, int[] at, int from, int to, float[][] rows) {
        int j = 0;
        for (; j + 10 <= y.length; j += 10) {
            addTen(y, j, c, at, from, to, rows);
        }
        for (; j < y.length; j++) {
            float sum = y[j];
            for (int e = from; e < to; e++) {
                sum = Math.fma(c[e], rows[at[e]][j], sum);
            }
            y[j] = sum;
        }
    }

    private static void addTen(float[] y, int j, float[] c, int[] at, int from, int to, float[][] rows) {
        float y0 = y[j];
        float y1 = y[j + 1];
        float y2 = y[j + 2];
        float y3 = y[j + 3];
        float y4 = y[j + 4];
        float y5 = y[j + 5];
        float y6 = y[j + 6];
        float y7 = y[j + 7];
        float y8 = y[j + 8];
        float y9 = y[j + 9];
        for (int e = from; e < to; e++) {
            float a = c[e];
            float[] r = rows[at[e]];
            y0 = Math.fma(a, r[j], y0);
            y1 = Math.fma(a, r[j + 1], y1);
            y2 = Math.fma(a, r[j + 2], y2);
            y3 = Math.fma(a, r[j + 3], y3);
            y4 = Math.fma(a, r[j + 4], y4);
            y5 = Math.fma(a, r[j + 5], y5);
            y6 = Math.fma(a, r[j + 6], y6);
            y7 = Math.fma(a, r[j + 7], y7);
            y8 = Math.fma(a, r[j + 8], y8);
            y9 = Math.fma(a, r[j + 9], y9);
        }
        y[j] = y0;
        y[j + 1] = y1;
        y[j + 2] = y2;
        y[j + 3] = y3;
        y[j + 4] = y4;
        y[j + 5] = y5;
        y[j + 6] = y6;
        y[j + 7] = y7;
        y[j + 8] = y8;
        y[j + 9] = y9;
    }
}
