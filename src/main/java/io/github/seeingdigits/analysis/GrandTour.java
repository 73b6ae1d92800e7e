package io.github.seeingdigits.analysis;

/**
 * A plane that turns in a space of several dimensions, and what is seen of the space on it: points x are drawn at Aᵀx, where the two
 * columns of A, n×2, are orthonormal. Row i of A is where the unit vector of axis i is drawn.
 *
 * <p>By itself the plane turns as in a grand tour (Asimov 1985, doi:10.1137/0906011): every pair of axes at a speed of its own, none a
 * multiple of another, so that every view comes near in time. A reader can take hold of an axis, or of any other vector, and pull its
 * image elsewhere, as Li, Zhao and Scheidegger have it (2020, doi:10.23915/distill.00025).
 */
public final class GrandTour {
    /** What is pulled may come this near to its full length: the other axes need something to stand on. */
    private static final double LONGEST = 0.98;

    /** The fractional part of the golden ratio: its multiples are spread evenly and never meet. */
    private static final double GOLDEN = 0.6180339887498949;

    /** Below this, a plane has no second direction. */
    private static final double FLAT = 1e-9;

    private final int axes;
    private final double[] x;
    private final double[] y;

    /**
     * A plane that shows all axes at the same length, evenly around the circle.
     *
     * @param axes at least 3
     */
    public GrandTour(int axes) {
        this.axes = axes;
        x = new double[axes];
        y = new double[axes];
        for (int i = 0; i < axes; i++) {
            x[i] = Math.cos(2 * Math.PI * i / axes);
            y[i] = Math.sin(2 * Math.PI * i / axes);
        }
        orthonormalise();
    }

    /** How many dimensions the space has. */
    public int axes() {
        return axes;
    }

    /** How far to the right the unit vector of an axis is drawn. */
    public double x(int axis) {
        return x[axis];
    }

    /** How far up. */
    public double y(int axis) {
        return y[axis];
    }

    /**
     * Sets the rows of A, which are made orthonormal in their columns, the first of which keeps its direction.
     *
     * @return whether the columns span a plane; if they do not, nothing changes
     */
    public boolean set(double[] rightward, double[] upward) {
        double[] oldX = x.clone();
        double[] oldY = y.clone();
        System.arraycopy(rightward, 0, x, 0, axes);
        System.arraycopy(upward, 0, y, 0, axes);
        if (orthonormalise()) {
            return true;
        }
        System.arraycopy(oldX, 0, x, 0, axes);
        System.arraycopy(oldY, 0, y, 0, axes);
        return false;
    }

    /** Gram and Schmidt's method on the two columns. */
    private boolean orthonormalise() {
        double length = Math.sqrt(dot(x, x));
        if (!(length > FLAT)) {
            return false;
        }
        scale(x, 1 / length);
        double along = dot(x, y);
        for (int i = 0; i < axes; i++) {
            y[i] -= along * x[i];
        }
        length = Math.sqrt(dot(y, y));
        if (!(length > FLAT)) {
            return false;
        }
        scale(y, 1 / length);
        return true;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void scale(double[] a, double factor) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= factor;
        }
    }

    /**
     * Turns the space in front of the plane: a small rotation in the plane of every two axes, one after the other.
     *
     * @param angle how far the fastest pair turns, in radians
     */
    public void turn(double angle) {
        int pair = 0;
        for (int i = 0; i < axes; i++) {
            for (int j = 0; j < i; j++) {
                double speed = ++pair * GOLDEN;
                rotate(i, j, angle * (2 * (speed - Math.floor(speed)) - 1));
            }
        }
        orthonormalise();
    }

    private void rotate(int i, int j, double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        for (double[] column : new double[][] {x, y}) {
            double first = column[i];
            column[i] = cos * first - sin * column[j];
            column[j] = sin * first + cos * column[j];
        }
    }

    /**
     * Pulls the image of a vector to another place, as far as an orthonormal frame can follow: no vector is drawn longer than it is.
     *
     * <p>With u the vector's direction, r = Aᵀu its image and B = A − u·rᵀ the rest, the plane becomes u·qᵀ + B·(BᵀB)^(−½)·(I −
     * q·qᵀ)^(½). Its columns are orthonormal for any B, because Bᵀu = 0; u is drawn at q; and for q = r nothing moves, because BᵀB = I −
     * r·rᵀ.
     *
     * @param vector as many numbers as there are axes, not all zero
     * @param toX where its image is to be, in units of the space
     */
    public void pull(float[] vector, double toX, double toY) {
        double norm = Math.sqrt(Vectors.dot(vector, vector));
        if (!(norm > FLAT)) {
            return;
        }
        double[] u = new double[axes];
        for (int i = 0; i < axes; i++) {
            u[i] = vector[i] / norm;
        }
        double qx = toX / norm;
        double qy = toY / norm;
        double length = Math.sqrt(qx * qx + qy * qy);
        if (length > LONGEST) {
            qx *= LONGEST / length;
            qy *= LONGEST / length;
        }
        double rx = dot(x, u);
        double ry = dot(y, u);
        double[] from = root(rx, ry, -0.5);
        double[] to = root(qx, qy, 0.5);
        double xx = from[0] * to[0] + from[1] * to[1];
        double xy = from[0] * to[1] + from[1] * to[2];
        double yx = from[1] * to[0] + from[2] * to[1];
        double yy = from[1] * to[1] + from[2] * to[2];
        for (int i = 0; i < axes; i++) {
            double bx = x[i] - u[i] * rx;
            double by = y[i] - u[i] * ry;
            x[i] = u[i] * qx + bx * xx + by * yx;
            y[i] = u[i] * qy + bx * xy + by * yy;
        }
        orthonormalise();
    }

    /**
     * (I − r·rᵀ) to a power, as its upper left, off-diagonal and lower right element: its eigenvectors are r, with 1 − ‖r‖², and what is
     * perpendicular to it, with 1.
     */
    private static double[] root(double rx, double ry, double power) {
        double square = rx * rx + ry * ry;
        if (square < FLAT) {
            return new double[] {1, 0, 1};
        }
        double change = (Math.pow(Math.max(1e-6, 1 - square), power) - 1) / square;
        return new double[] {1 + change * rx * rx, change * rx * ry, 1 + change * ry * ry};
    }
}
