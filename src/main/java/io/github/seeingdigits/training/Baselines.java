package io.github.seeingdigits.training;

import io.github.seeingdigits.data.LabelledImages;

/** What no network is needed for: the test accuracies that any model has to beat. */
record Baselines(int majorityDigit, double majorityAccuracy, double nearestMeanAccuracy) {
    static final double CHANCE = 0.1;
    private static final int DIGITS = 10;

    /** Measures them. */
    static Baselines of(LabelledImages train, LabelledImages test) {
        int[] counts = new int[DIGITS];
        for (int label : train.labels()) {
            counts[label]++;
        }
        int majority = 0;
        for (int digit = 1; digit < DIGITS; digit++) {
            majority = counts[digit] > counts[majority] ? digit : majority;
        }
        double[][] means = means(train, counts);
        int rightByMajority = 0;
        int rightByMean = 0;
        for (int i = 0; i < test.size(); i++) {
            rightByMajority += test.labels()[i] == majority ? 1 : 0;
            rightByMean += test.labels()[i] == nearest(means, counts, test.pixels()[i]) ? 1 : 0;
        }
        return new Baselines(majority, (double) rightByMajority / test.size(), (double) rightByMean / test.size());
    }

    /** The mean training image of each digit, pixels 0 to 255. */
    private static double[][] means(LabelledImages train, int[] counts) {
        double[][] means = new double[DIGITS][train.pixels()[0].length];
        for (int i = 0; i < train.size(); i++) {
            double[] mean = means[train.labels()[i]];
            for (int k = 0; k < mean.length; k++) {
                mean[k] += train.pixels()[i][k] & 0xFF;
            }
        }
        for (int digit = 0; digit < DIGITS; digit++) {
            for (int k = 0; k < means[digit].length; k++) {
                means[digit][k] /= Math.max(1, counts[digit]);
            }
        }
        return means;
    }

    /** The digit whose mean image is nearest in Euclidean distance. */
    private static int nearest(double[][] means, int[] counts, byte[] image) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int digit = 0; digit < DIGITS; digit++) {
            double distance = 0;
            for (int k = 0; k < image.length; k++) {
                double difference = means[digit][k] - (image[k] & 0xFF);
                distance += difference * difference;
            }
            if (counts[digit] > 0 && distance < least) {
                least = distance;
                nearest = digit;
            }
        }
        return nearest;
    }
}
