package io.github.seeingdigits.training;

import io.github.seeingdigits.data.DataSet;
import java.util.stream.IntStream;

/**
 * What no network is needed for: the test accuracies that any model has to beat.
 *
 * @param chance of guessing without a look
 * @param majorityDigit the commonest class of the training images
 * @param majorityAccuracy of always answering it
 * @param nearestMeanAccuracy of answering the class whose mean training image is nearest
 */
record Baselines(double chance, int majorityDigit, double majorityAccuracy, double nearestMeanAccuracy) {
    /** Measures them on data with {@code classes} classes. */
    static Baselines of(DataSet data, int classes) {
        int[] counts = new int[classes];
        for (int label : data.train().labels()) {
            counts[label]++;
        }
        int majority = 0;
        for (int c = 1; c < classes; c++) {
            majority = counts[c] > counts[majority] ? c : majority;
        }
        float[][] means = ClassMeans.of(data.train(), classes);
        int[] seen = IntStream.range(0, classes).filter(c -> counts[c] > 0).toArray();
        int rightByMajority = 0;
        int rightByMean = 0;
        for (int i = 0; i < data.test().size(); i++) {
            int label = data.test().labels()[i];
            rightByMajority += label == majority ? 1 : 0;
            rightByMean += label == nearest(means, seen, data.test().pixels()[i]) ? 1 : 0;
        }
        double images = data.test().size();
        return new Baselines(1.0 / classes, majority, rightByMajority / images, rightByMean / images);
    }

    /** The class whose mean image is nearest in Euclidean distance, of those in {@code seen}. */
    private static int nearest(float[][] means, int[] seen, byte[] image) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int c : seen) {
            double distance = 0;
            for (int k = 0; k < image.length; k++) {
                double difference = means[c][k] - (image[k] & 0xFF) / 255.0;
                distance += difference * difference;
            }
            if (distance < least) {
                least = distance;
                nearest = c;
            }
        }
        return nearest;
    }
}
