package io.github.seeingdigits.training;

import io.github.seeingdigits.data.LabelledImages;

/** The mean image of each class. */
final class ClassMeans {
    private ClassMeans() {}

    /**
     * {@code of(set, classes)[c]} is the mean input, pixel / 255, over all images of class c; zeros where there are none.
     *
     * @param classes more than any label
     */
    static float[][] of(LabelledImages set, int classes) {
        int pixels = set.pixels()[0].length;
        double[][] sums = new double[classes][pixels];
        int[] counts = new int[classes];
        for (int i = 0; i < set.size(); i++) {
            double[] sum = sums[set.labels()[i]];
            counts[set.labels()[i]]++;
            for (int k = 0; k < pixels; k++) {
                sum[k] += set.pixels()[i][k] & 0xFF;
            }
        }
        float[][] means = new float[classes][pixels];
        for (int c = 0; c < classes; c++) {
            for (int k = 0; k < pixels; k++) {
                means[c][k] = (float) (sums[c][k] / 255 / Math.max(1, counts[c]));
            }
        }
        return means;
    }
}
