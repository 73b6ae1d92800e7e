package io.github.seeingdigits.training;

import io.github.seeingdigits.network.Dense;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.Window;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * {@link io.github.seeingdigits.network.Ops} in the shape that is fastest on the JVM; what it does not override is done as
 * in {@link PlainOps}. Sums use fused multiply-adds, so results differ from the browser's in the last bits.
 *
 * <p>Inputs that are zero are skipped in both directions: forward example by example, and for the parameter gradient pixel
 * by pixel (the list of examples that ink it), so that each gradient row is written once per batch.
 *
 * <p>With helpers in its {@link Team}, a loop is cut where its results are independent: by example, or by weight row.
 * Every number is still computed by one thread, in one order, so the bits are the same for any number of threads, nothing
 * has to be added up afterwards, and one thread alone pays nothing. Cutting the batch into shards with a gradient each
 * would cost one more pass over all gradients for every shard.
 */
final class JvmOps extends PlainOps {
    private final Sharing sharing;
    private final JvmWindows windows = new JvmWindows(this);
    /** Scratch memory by width, for inputs nobody told us about. */
    private final Map<Integer, NonZeros> scanned = new HashMap<>();

    private final Map<Long, Matrix> transposed = new HashMap<>();
    private final Map<Long, Matrix> sums = new HashMap<>();
    private int[] all = new int[0];
    private Matrix knownInput;
    private NonZeros known;
    private final ThreadLocal<Columns> columns = ThreadLocal.withInitial(Columns::new);

    /** Works alone. */
    JvmOps() {
        this(new Team());
    }

    /** Works with the helpers in {@code team}. */
    JvmOps(Team team) {
        this.sharing = new Sharing(team);
    }

    /**
     * From now on {@code nonZeros} describes {@code x}, whatever is in it: saves looking for the non-zeros. Who calls this
     * keeps the two in step.
     */
    void know(Matrix x, NonZeros nonZeros) {
        knownInput = x;
        known = nonZeros;
    }

    @Override
    public void affine(Matrix x, Matrix weights, Matrix bias, Matrix y, int n) {
        NonZeros inputs = nonZeros(x);
        sharing.share(n * weights.rows * weights.cols / 4, (part, parts) -> {
            int to = Sharing.end(n, part, parts);
            for (int i = Sharing.begin(n, part, parts); i < to; i++) {
                System.arraycopy(bias.row[0], 0, y.row[i], 0, y.cols);
                scan(inputs, i, x);
            }
            addRows(inputs, weights, y, Sharing.begin(n, part, parts), to);
        });
    }

    /**
     * A share of {@link #affine}: what some blocks of the inputs bring, those that {@link Pixels#fetch} fetches for the share. One share after
     * the other gives the same bits as all at once.
     *
     * @param x a matrix whose non-zeros are {@link #know}n
     * @param layer has rows of weights that are no shorter than {@link RowSums#SHORTEST_VECTOR}
     */
    void affineShare(Matrix x, Dense layer, Matrix y, int n, int share, int shares) {
        NonZeros inputs = nonZeros(x);
        for (int i = 0; share == 0 && i < n; i++) {
            System.arraycopy(layer.bias().value.row[0], 0, y.row[i], 0, y.cols);
        }
        int from = Sharing.begin(inputs.blocks, share, shares);
        addRows(inputs, layer.weight().value, y, 0, n, from, Sharing.end(inputs.blocks, share, shares));
    }

    /** y += x·rows for examples {@code from} to before {@code to}; every weight row is fetched once for all of them. */
    private static void addRows(NonZeros x, Matrix rows, Matrix y, int from, int to) {
        addRows(x, rows, y, from, to, 0, x.blocks);
    }

    /** The same for the blocks of inputs from {@code firstBlock} to before {@code endBlock}; short rows are not cut in blocks. */
    private static void addRows(NonZeros x, Matrix rows, Matrix y, int from, int to, int firstBlock, int endBlock) {
        if (y.cols < RowSums.SHORTEST_VECTOR) {
            for (int i = from; i < to; i++) {
                RowSums.add(y.row[i], x.values(i), x.columns(i), x.begin(i, 0), x.begin(i, x.blocks), rows.row);
            }
            return;
        }
        for (int b = firstBlock; b < endBlock; b++) {
            for (int i = from; i < to; i++) {
                RowSums.add(y.row[i], x.values(i), x.columns(i), x.begin(i, b), x.begin(i, b + 1), rows.row);
            }
        }
    }

    @Override
    public void affineParameterGradient(Matrix x, Matrix dy, Matrix dWeights, Matrix dBias, int n) {
        sharing.share(0, (part, parts) -> {
            float[] db = dBias.row[0];
            for (int i = 0; i < n; i++) {
                float[] dyi = dy.row[i];
                for (int j = 0; j < db.length; j++) {
                    db[j] += dyi[j];
                }
            }
        });
        if (dWeights.cols < RowSums.SHORTEST_VECTOR) {
            fewOutputs(x, dy, dWeights, n);
            return;
        }
        NonZeros inputs = nonZeros(x);
        for (int i = 0; i < n; i++) {
            scan(inputs, i, x);
        }
        sharing.shareRows(n * dWeights.rows * dWeights.cols / 4, dWeights, (from, to) -> {
            Columns mine = columns.get();
            for (int b = from / NonZeros.BLOCK; b * NonZeros.BLOCK < to; b++) {
                mine.add(inputs, b, dy, dWeights, n);
            }
        });
    }

    /**
     * dW += xᵀ·dy computed as its transpose, one output at a time: with few outputs the rows of W are too short for
     * vectors, and those of x are long. Zeros are not worth skipping then.
     */
    private void fewOutputs(Matrix x, Matrix dy, Matrix dWeights, int n) {
        Matrix dyByOutput = scratch(transposed, dy.cols, dy.rows);
        Matrix byOutput = scratch(sums, dWeights.cols, dWeights.rows);
        int[] all = inOrder(n);
        sharing.share(n * dWeights.rows * dWeights.cols / 4, (part, parts) -> {
            int to = Sharing.end(dWeights.cols, part, parts);
            for (int j = Sharing.begin(dWeights.cols, part, parts); j < to; j++) {
                for (int i = 0; i < n; i++) {
                    dyByOutput.row[j][i] = dy.row[i][j];
                }
                Arrays.fill(byOutput.row[j], 0);
                RowSums.add(byOutput.row[j], dyByOutput.row[j], all, 0, n, x.row);
                for (int k = 0; k < dWeights.rows; k++) {
                    dWeights.row[k][j] += byOutput.row[j][k];
                }
            }
        });
    }

    @Override
    public void affineInputGradient(Matrix dy, Matrix weights, Matrix dx, int n) {
        Matrix rows = scratch(transposed, weights.cols, weights.rows);
        for (int k = 0; k < weights.rows; k++) {
            for (int j = 0; j < weights.cols; j++) {
                rows.row[j][k] = weights.row[k][j];
            }
        }
        NonZeros gradients = nonZeros(dy);
        sharing.share(n * weights.rows * weights.cols / 2, (part, parts) -> {
            int to = Sharing.end(n, part, parts);
            for (int i = Sharing.begin(n, part, parts); i < to; i++) {
                Arrays.fill(dx.row[i], 0);
                scan(gradients, i, dy);
            }
            addRows(gradients, rows, dx, Sharing.begin(n, part, parts), to);
        });
    }

    @Override
    public void adam(
            Matrix value,
            Matrix gradient,
            Matrix mean,
            Matrix variance,
            float step,
            float beta1,
            float beta2,
            float epsilon) {
        sharing.shareRows(8 * value.rows * value.cols, value, (from, to) -> {
            for (int i = from; i < to; i++) {
                adam(value.row[i], gradient.row[i], mean.row[i], variance.row[i], step, beta1, beta2, epsilon);
            }
        });
    }

    private static void adam(
            float[] p, float[] g, float[] m, float[] v, float step, float beta1, float beta2, float epsilon) {
        for (int j = 0; j < p.length; j++) {
            float mean = Math.fma(beta1, m[j], (1 - beta1) * g[j]);
            float variance = Math.fma(beta2, v[j], (1 - beta2) * g[j] * g[j]);
            m[j] = mean;
            v[j] = variance;
            p[j] -= step * mean / ((float) Math.sqrt(variance) + epsilon);
        }
    }

    @Override
    public void clear(Matrix value) {
        sharing.shareRows(value.rows * value.cols, value, (from, to) -> {
            for (int i = from; i < to; i++) {
                Arrays.fill(value.row[i], 0);
            }
        });
    }

    @Override
    public void shrink(Matrix value, float fraction) {
        sharing.shareRows(value.rows * value.cols, value, (from, to) -> super.shrink(value.part(from, to), fraction));
    }

    /** As in {@link PlainOps}; without momentum the velocity is never read, so it is not kept either. */
    @Override
    public void sgd(Matrix value, Matrix gradient, Matrix velocity, float rate, float momentum, float weightDecay) {
        sharing.shareRows(4 * value.rows * value.cols, value, (from, to) -> {
            for (int i = from; i < to; i++) {
                if (momentum == 0) {
                    descend(value.row[i], gradient.row[i], rate, weightDecay);
                } else {
                    descend(value.row[i], gradient.row[i], velocity.row[i], rate, momentum, weightDecay);
                }
            }
        });
    }

    private static void descend(float[] p, float[] g, float rate, float decay) {
        for (int j = 0; j < p.length; j++) {
            p[j] = Math.fma(-rate, Math.fma(decay, p[j], g[j]), p[j]);
        }
    }

    private static void descend(float[] p, float[] g, float[] v, float rate, float momentum, float decay) {
        for (int j = 0; j < p.length; j++) {
            float velocity = Math.fma(momentum, v[j], Math.fma(decay, p[j], g[j]));
            v[j] = velocity;
            p[j] = Math.fma(-rate, velocity, p[j]);
        }
    }

    /** How this shares its work. */
    Sharing sharing() {
        return sharing;
    }

    /** What slides windows over pictures. */
    JvmWindows windows() {
        return windows;
    }

    private NonZeros nonZeros(Matrix x) {
        if (x == knownInput) {
            return known;
        }
        NonZeros found = scanned.get(x.cols);
        if (found == null || !found.fits(x)) {
            found = new NonZeros(x.rows, x.cols);
            scanned.put(x.cols, found);
        }
        return found;
    }

    private void scan(NonZeros into, int i, Matrix x) {
        if (into != known) {
            into.scan(i, x.row[i]);
        }
    }

    /** The matrix of this shape in {@code pool}; whoever asks next for the same shape overwrites it. */
    private Matrix scratch(Map<Long, Matrix> pool, int rows, int cols) {
        long shape = (long) rows << 32 | cols;
        Matrix found = pool.get(shape);
        if (found == null) {
            found = matrix(rows, cols);
            pool.put(shape, found);
        }
        return found;
    }

    private int[] inOrder(int n) {
        if (all.length < n) {
            all = Pixels.inOrder(n);
        }
        return all;
    }

    @Override
    public void rectify(Matrix x, float slope, Matrix y, int n) {
        if (slope != 0) {
            super.rectify(x, slope, y, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            float[] xi = x.row[i];
            float[] yi = y.row[i];
            for (int k = 0; k < yi.length; k++) {
                yi[k] = Math.max(0f, xi[k]);
            }
        }
    }

    /** The same as a condition on the sign of x, but without the branch, which the compiler does not make vectors of. */
    @Override
    public void rectifyGradient(Matrix x, float slope, Matrix dy, Matrix dx, int n) {
        if (slope != 0) {
            super.rectifyGradient(x, slope, dy, dx, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            float[] xi = x.row[i];
            float[] dyi = dy.row[i];
            float[] dxi = dx.row[i];
            for (int k = 0; k < dxi.length; k++) {
                // Any positive number times the largest two powers of two in a row is at least 1, and zero stays zero.
                float open = Math.min(1f, Math.max(0f, xi[k]) * 0x1p127f * 0x1p127f);
                dxi[k] = open * dyi[k];
            }
        }
    }

    @Override
    public void convolve(Matrix x, Matrix weights, Matrix bias, Matrix y, Window window, int n) {
        windows.convolve(x, weights, bias, y, window, n);
    }

    @Override
    public void convolveParameterGradient(Matrix x, Matrix dy, Matrix dWeights, Matrix dBias, Window window, int n) {
        windows.convolveParameterGradient(x, dy, dWeights, dBias, window, n);
    }

    @Override
    public void convolveInputGradient(Matrix dy, Matrix weights, Matrix dx, Window window, int n) {
        windows.convolveInputGradient(dy, weights, dx, window, n);
    }

    @Override
    public void maxPool(Matrix x, Matrix y, Window window, int n) {
        windows.maxPool(x, y, window, n);
    }

    @Override
    public void maxPoolGradient(Matrix x, Matrix dy, Matrix dx, Window window, int n) {
        windows.maxPoolGradient(x, dy, dx, window, n);
    }
}
