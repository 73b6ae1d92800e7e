package io.github.seeingdigits.analysis.manifold;

/**
 * All eigenvalues and eigenvectors of a real symmetric matrix.
 *
 * <p>The matrix is made tridiagonal by reflections (Martin, Reinsch and Wilkinson 1968, "Householder's tridiagonalization of a
 * symmetric matrix"), then diagonal by the QL method with implicit shifts (Dubrulle, Martin and Wilkinson 1968, "The implicit
 * QL algorithm"). The error of an eigenvalue is a few units in the last place of the largest one, so an eigenvalue that
 * should be zero may come out as a tiny number of either sign.
 *
 * @param values n eigenvalues, the largest first
 * @param vectors {@code vectors[i]} belongs to {@code values[i]}: unit length, its entry of largest magnitude positive (the
 *     first among equals)
 */
public record SymmetricEigen(double[] values, double[][] vectors) {
    private static final double EPSILON = 0x1p-52;
    /** More than twice what is ever needed; without a bound, numbers that are not finite would turn for ever. */
    private static final int MOST_TURNS = 60;
    /** Of a matrix scaled to a largest entry of 1: what is smaller than the root of this is zero. Its inverse is finite. */
    private static final double NOTHING = 1e-290;

    /**
     * Decomposes {@code matrix}, of which only the part on and above the diagonal is read.
     *
     * @param matrix n rows of n; unchanged
     * @throws IllegalArgumentException if it is not square or has an entry that is not finite
     */
    public static SymmetricEigen of(double[][] matrix) {
        int n = matrix.length;
        double scale = 0;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            if (matrix[i].length != n) {
                throw new IllegalArgumentException("row " + i + " of the matrix has " + matrix[i].length
                        + " entries, expected as many as there are rows, " + n);
            }
            for (int j = i; j < n; j++) {
                double entry = matrix[i][j];
                if (!(Math.abs(entry) <= Double.MAX_VALUE)) {
                    throw new IllegalArgumentException("entry " + i + ", " + j
                            + " of the matrix is not a finite number; look for NaN in the data");
                }
                a[i][j] = entry;
                a[j][i] = entry;
                scale = Math.max(scale, Math.abs(entry));
            }
        }
        if (scale > 0) {
            for (double[] row : a) {
                for (int j = 0; j < n; j++) {
                    row[j] /= scale;
                }
            }
        }
        double[] diagonal = new double[n];
        double[] beside = new double[n];
        double[][] vectors = tridiagonalise(a, diagonal, beside);
        diagonalise(diagonal, beside, vectors);
        for (int i = 0; i < n; i++) {
            diagonal[i] *= scale;
        }
        return sorted(diagonal, vectors);
    }

    /**
     * Reflects {@code a} (destroyed) to a tridiagonal matrix T = QᵀAQ, entry k of {@code beside} being T[k][k+1].
     *
     * @return Qᵀ
     */
    private static double[][] tridiagonalise(double[][] a, double[] diagonal, double[] beside) {
        int n = a.length;
        double[][] reflectors = new double[n][];
        double[] p = new double[n];
        for (int k = 0; k < n - 1; k++) {
            double[] v = a[k];
            double tail = 0;
            for (int j = k + 2; j < n; j++) {
                tail += v[j] * v[j];
            }
            diagonal[k] = v[k];
            beside[k] = v[k + 1];
            if (tail < NOTHING) {
                continue;
            }
            double norm = Math.sqrt(v[k + 1] * v[k + 1] + tail);
            // The sign that adds magnitudes, so that nothing cancels.
            beside[k] = v[k + 1] > 0 ? -norm : norm;
            v[k + 1] -= beside[k];
            double beta = 2 / (v[k + 1] * v[k + 1] + tail);
            reflect(a, v, beta, p, k + 1);
            v[k] = beta;
            reflectors[k] = v;
        }
        if (n > 0) {
            diagonal[n - 1] = a[n - 1][n - 1];
        }
        return product(reflectors);
    }

    /** A ← HAH for H = I − β·vvᵀ, on the rows and columns from {@code start}; {@code p} is room to work in. */
    private static void reflect(double[][] a, double[] v, double beta, double[] p, int start) {
        int n = v.length;
        for (int j = start; j < n; j++) {
            p[j] = 0;
        }
        for (int i = start; i < n; i++) {
            addMultiple(p, a[i], beta * v[i], start);
        }
        double half = 0;
        for (int j = start; j < n; j++) {
            half += p[j] * v[j];
        }
        addMultiple(p, v, -half * beta / 2, start);
        for (int i = start; i < n; i++) {
            subtractBoth(a[i], v, p[i], p, v[i], start);
        }
    }

    private static void addMultiple(double[] y, double[] x, double factor, int start) {
        for (int j = start; j < y.length; j++) {
            y[j] += factor * x[j];
        }
    }

    private static void subtractBoth(double[] y, double[] v, double p, double[] w, double q, int start) {
        for (int j = start; j < y.length; j++) {
            y[j] -= p * v[j] + q * w[j];
        }
    }

    /** Multiplies the reflections from the last to the first; reflector k acts on entries k+1…, and holds its β in entry k. */
    private static double[][] product(double[][] reflectors) {
        int n = reflectors.length;
        double[][] q = new double[n][n];
        for (int i = 0; i < n; i++) {
            q[i][i] = 1;
        }
        for (int k = n - 2; k >= 0; k--) {
            double[] v = reflectors[k];
            if (v == null) {
                continue;
            }
            for (int i = k + 1; i < n; i++) {
                double dot = 0;
                for (int j = k + 1; j < n; j++) {
                    dot += q[i][j] * v[j];
                }
                addMultiple(q[i], v, -dot * v[k], k + 1);
            }
        }
        return q;
    }

    /** Turns the tridiagonal matrix diagonal, and the rows of {@code z} with it. */
    private static void diagonalise(double[] d, double[] e, double[][] z) {
        int n = d.length;
        double size = 0;
        for (int i = 0; i < n; i++) {
            size = Math.max(size, Math.abs(d[i]) + Math.abs(e[i]));
        }
        double small = EPSILON * size;
        for (int first = 0; first < n; first++) {
            int turns = 0;
            int last = decoupled(e, first, small);
            while (last > first) {
                if (++turns > MOST_TURNS) {
                    throw new IllegalStateException(
                            "eigenvalue " + first + " of " + n + " did not converge in " + MOST_TURNS + " turns");
                }
                turn(d, e, z, first, last);
                last = decoupled(e, first, small);
            }
        }
    }

    /** The first row from {@code first} on that is not coupled to the next one. */
    private static int decoupled(double[] e, int first, double small) {
        int last = first;
        while (last < e.length - 1 && Math.abs(e[last]) > small) {
            last++;
        }
        return last;
    }

    /** One implicitly shifted QL step on the rows {@code first} … {@code last}. */
    private static void turn(double[] d, double[] e, double[][] z, int first, int last) {
        // Wilkinson's shift: the eigenvalue of the leading 2×2 block that is nearer to d[first].
        double half = (d[first + 1] - d[first]) / (2 * e[first]);
        double root = length(half, 1);
        double g = d[last] - d[first] + e[first] / (half + (half < 0 ? -root : root));
        double sine = 1;
        double cosine = 1;
        double shift = 0;
        for (int i = last - 1; i >= first; i--) {
            double f = sine * e[i];
            double b = cosine * e[i];
            double r = length(f, g);
            e[i + 1] = r;
            if (r == 0) {
                // The matrix has fallen apart here: go on with its two halves.
                d[i + 1] -= shift;
                e[last] = 0;
                return;
            }
            sine = f / r;
            cosine = g / r;
            g = d[i + 1] - shift;
            double t = (d[i] - g) * sine + 2 * cosine * b;
            shift = sine * t;
            d[i + 1] = g + shift;
            g = cosine * t - b;
            rotate(z[i], z[i + 1], cosine, sine);
        }
        d[first] -= shift;
        e[first] = g;
        e[last] = 0;
    }

    /** √(a² + b²) without underflow, so that a rotation by two tiny numbers is one. */
    private static double length(double a, double b) {
        double larger = Math.max(Math.abs(a), Math.abs(b));
        return larger == 0 ? 0 : larger * Math.sqrt(a / larger * (a / larger) + b / larger * (b / larger));
    }

    private static void rotate(double[] a, double[] b, double cosine, double sine) {
        for (int k = 0; k < a.length; k++) {
            double x = a[k];
            double y = b[k];
            a[k] = cosine * x - sine * y;
            b[k] = sine * x + cosine * y;
        }
    }

    private static SymmetricEigen sorted(double[] values, double[][] vectors) {
        int n = values.length;
        for (int i = 0; i < n; i++) {
            int largest = i;
            for (int j = i + 1; j < n; j++) {
                largest = values[j] > values[largest] ? j : largest;
            }
            double value = values[i];
            values[i] = values[largest];
            values[largest] = value;
            double[] vector = vectors[i];
            vectors[i] = vectors[largest];
            vectors[largest] = vector;
            orient(vectors[i]);
        }
        return new SymmetricEigen(values, vectors);
    }

    private static void orient(double[] vector) {
        int largest = 0;
        for (int j = 1; j < vector.length; j++) {
            largest = Math.abs(vector[j]) > Math.abs(vector[largest]) ? j : largest;
        }
        if (vector[largest] < 0) {
            for (int j = 0; j < vector.length; j++) {
                vector[j] = -vector[j];
            }
        }
    }
}
