package io.github.seeingdigits.analysis;

/** The middle of each class in a cloud of points that has as many of each class, one after the other. */
public final class Centres {
    private Centres() {}

    /** The class of point {@code i} of {@code count}. */
    public static int label(int i, int count, int classes) {
        return i * classes / count;
    }

    /** The mean of each class: classes × dimensions. */
    public static float[][] of(float[][] points, int classes) {
        float[][] centres = new float[classes][points[0].length];
        int each = points.length / classes;
        for (int i = 0; i < points.length; i++) {
            float[] centre = centres[label(i, points.length, classes)];
            for (int k = 0; k < centre.length; k++) {
                centre[k] += points[i][k] / each;
            }
        }
        return centres;
    }

    /** The share of points that lie nearer to their own class's centre than to any other's. */
    public static double nearest(float[][] points, float[][] centres) {
        int right = 0;
        for (int i = 0; i < points.length; i++) {
            int best = 0;
            float least = Float.MAX_VALUE;
            for (int c = 0; c < centres.length; c++) {
                float distance = 0;
                for (int k = 0; k < centres[c].length; k++) {
                    float d = points[i][k] - centres[c][k];
                    distance += d * d;
                }
                if (distance < least) {
                    least = distance;
                    best = c;
                }
            }
            right += best == label(i, points.length, centres.length) ? 1 : 0;
        }
        return (double) right / points.length;
    }
}
