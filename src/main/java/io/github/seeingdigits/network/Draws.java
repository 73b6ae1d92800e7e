package io.github.seeingdigits.network;

/** Fills parameters for {@link Initialiser}. */
final class Draws {
    /** Squared length, relative to that before, below which a vector was nearly a combination of those before it. */
    private static final double DEPENDENT = 1e-6;

    private Draws() {}

    /** Uniform in [−bound, bound), row by row. */
    static void uniform(Parameter p, double bound, SeededRandom random) {
        float b = (float) bound;
        for (float[] row : p.value.row) {
            for (int j = 0; j < row.length; j++) {
                row[j] = (2 * random.nextFloat() - 1) * b;
            }
        }
    }

    /** Normal with mean 0, row by row. */
    static void normal(Parameter p, double deviation, SeededRandom random) {
        for (float[] row : p.value.row) {
            for (int j = 0; j < row.length; j++) {
                row[j] = (float) (random.nextGaussian() * deviation);
            }
        }
    }

    /** Every bias of {@code layer}. */
    static void biases(Layer layer, float value) {
        for (Parameter p : layer.parameters()) {
            if (p.name.equals("bias")) {
                p.value.fill(value);
            }
        }
    }

    /**
     * Orthonormal columns or, of which there are fewer, rows: Gaussian vectors made orthogonal one after the other
     * (Gram–Schmidt, each vector twice for accuracy). The direction of the first is uniform on the sphere, that of each
     * other on the sphere that is left.
     */
    static void orthogonal(Parameter p, SeededRandom random) {
        Matrix m = p.value;
        boolean byRow = m.rows <= m.cols;
        int count = Math.min(m.rows, m.cols);
        double[][] basis = new double[count][Math.max(m.rows, m.cols)];
        for (int i = 0; i < count; i++) {
            double before;
            double left;
            do {
                before = 0;
                for (int k = 0; k < basis[i].length; k++) {
                    basis[i][k] = random.nextGaussian();
                    before += basis[i][k] * basis[i][k];
                }
                subtractProjections(basis, i);
                subtractProjections(basis, i);
                left = dot(basis[i], basis[i]);
            } while (left < DEPENDENT * before);
            double length = Math.sqrt(left);
            for (int k = 0; k < basis[i].length; k++) {
                basis[i][k] /= length;
                m.row[byRow ? i : k][byRow ? k : i] = (float) basis[i][k];
            }
        }
    }

    private static void subtractProjections(double[][] basis, int i) {
        for (int j = 0; j < i; j++) {
            double share = dot(basis[i], basis[j]);
            for (int k = 0; k < basis[i].length; k++) {
                basis[i][k] -= share * basis[j][k];
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /** Refuses layers whose weights are not stored as inputs×outputs. */
    static void requireInputRows(Parameter p, Layer layer, String what) {
        if (p.value.rows != layer.inputs() || p.value.cols != layer.outputs()) {
            throw new IllegalArgumentException("layer \"" + layer.describe() + "\" cannot start as " + what
                    + ": its weights do not lead from every input to every output");
        }
    }
}
