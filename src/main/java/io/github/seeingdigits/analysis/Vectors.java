package io.github.seeingdigits.analysis;

/**
 * Angles and lengths of pictures and filters taken as vectors. Sums run in double precision from the first element to the
 * last.
 */
public final class Vectors {
    private Vectors() {}

    /** a·b, of equal length. */
    public static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (double) a[k] * b[k];
        }
        return sum;
    }

    /** ‖a‖. */
    public static double norm(float[] a) {
        return Math.sqrt(dot(a, a));
    }

    /** The cosine of the angle between two vectors, −1 to 1; 0 if one of them is zero. */
    public static double cosine(float[] a, float[] b) {
        double norms = norm(a) * norm(b);
        return norms == 0 ? 0 : dot(a, b) / norms;
    }

    /** The cosine after the mean of its elements is taken from each: Pearson's correlation of the pixels. */
    public static double correlation(float[] a, float[] b) {
        return cosine(centred(a), centred(b));
    }

    private static float[] centred(float[] a) {
        double sum = 0;
        for (float value : a) {
            sum += value;
        }
        float mean = (float) (sum / a.length);
        float[] centred = new float[a.length];
        for (int k = 0; k < a.length; k++) {
            centred[k] = a[k] - mean;
        }
        return centred;
    }

    /** factor·a + b, a new vector. */
    public static float[] scaledSum(double factor, float[] a, float[] b) {
        float[] sum = new float[a.length];
        for (int k = 0; k < a.length; k++) {
            sum[k] = (float) (factor * a[k] + b[k]);
        }
        return sum;
    }

    /** ‖a − b‖. */
    public static double distance(float[] a, float[] b) {
        return norm(scaledSum(-1, b, a));
    }

    /**
     * The c for which c·a comes nearest to b, a·b/‖a‖²; what is left is ‖b‖·√(1 − cos²). It is negative where −a points
     * b's way, and 0 if a is zero.
     */
    public static double bestScale(float[] a, float[] b) {
        double square = dot(a, a);
        return square == 0 ? 0 : dot(a, b) / square;
    }
}
