package io.github.seeingdigits.analysis.manifold;

/** The points nearest to one place, and what lies between them: small enough for the page, where {@link Neighbours} finds all at once. */
public final class Nearest {
    private Nearest() {}

    /** ‖a − b‖². */
    private static double squared(float[] a, float[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            double difference = a[j] - b[j];
            sum += difference * difference;
        }
        return sum;
    }

    /**
     * The {@code count} points nearest to a place, the nearest first, of equally near ones the first.
     *
     * @param points rows as long as {@code place}, more than {@code count} of them
     * @param except a point that is not looked at; −1 for none
     */
    public static int[] of(float[][] points, float[] place, int count, int except) {
        int[] found = new int[count];
        double[] distance = new double[count];
        java.util.Arrays.fill(distance, Double.POSITIVE_INFINITY);
        for (int i = 0; i < points.length; i++) {
            double d = i == except ? Double.POSITIVE_INFINITY : squared(points[i], place);
            int at = count;
            for (; at > 0 && d < distance[at - 1]; at--) {
                if (at < count) {
                    distance[at] = distance[at - 1];
                    found[at] = found[at - 1];
                }
            }
            if (at < count) {
                distance[at] = d;
                found[at] = i;
            }
        }
        return found;
    }

    /**
     * The mean of {@code values} of some points, each weighed by one over its distance from a place (Shepard 1968, "A two-dimensional
     * interpolation function for irregularly-spaced data"). A point at the place itself decides alone, or nearly so.
     *
     * @param points rows as long as {@code place}
     * @param values a row for each of {@code points}
     * @param of which points
     */
    public static float[] between(float[][] points, float[] place, float[][] values, int[] of) {
        float[] mean = new float[values[0].length];
        double all = 0;
        for (int i : of) {
            all += 1 / (1e-9 + Math.sqrt(squared(points[i], place)));
        }
        for (int i : of) {
            double weight = 1 / (1e-9 + Math.sqrt(squared(points[i], place))) / all;
            for (int k = 0; k < mean.length; k++) {
                mean[k] += (float) (weight * values[i][k]);
            }
        }
        return mean;
    }
}
