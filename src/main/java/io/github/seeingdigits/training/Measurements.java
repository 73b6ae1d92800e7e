package io.github.seeingdigits.training;

import io.github.seeingdigits.data.Idx;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.data.Mnist;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Replay;
import java.util.ArrayList;
import java.util.List;

/**
 * What was measured on the trained networks of one experiment.
 *
 * @param train on the training images, for each seed in order
 * @param test on the test images, for each seed in order
 * @param published the network of the published seed
 * @param replay how that network came about
 * @param shifted test accuracy of the published network when every test image is moved right by 1, 2, … pixels
 * @param baselines what is reached without a network
 */
record Measurements(
        List<Evaluation> train,
        List<Evaluation> test,
        Network published,
        Replay replay,
        List<Double> shifted,
        Baselines baselines) {
    private static final int FARTHEST_SHIFT = 6;

    /** Measures the networks of seeds 1, 2, …. */
    static Measurements of(List<Network> networks, int publishedSeed, Replay replay, Mnist mnist) {
        List<Evaluation> train = new ArrayList<>();
        List<Evaluation> test = new ArrayList<>();
        for (Network network : networks) {
            train.add(Evaluation.of(network, mnist.train()));
            test.add(Evaluation.of(network, mnist.test()));
        }
        Network published = networks.get(publishedSeed - 1);
        List<Double> shifted = new ArrayList<>();
        for (int pixels = 1; pixels <= FARTHEST_SHIFT; pixels++) {
            shifted.add(
                    Evaluation.of(published, movedRight(mnist.test(), pixels)).accuracy());
        }
        return new Measurements(train, test, published, replay, shifted, Baselines.of(mnist.train(), mnist.test()));
    }

    /** Mean over the seeds of the accuracy on the test images: what a recipe's floor is compared with. */
    double meanTestAccuracy() {
        return test.stream()
                .mapToDouble(Evaluation::accuracy)
                .summaryStatistics()
                .getAverage();
    }

    /** The images with every row moved right; paper comes in on the left, and what leaves on the right is lost. */
    static LabelledImages movedRight(LabelledImages set, int pixels) {
        byte[][] moved = new byte[set.size()][Idx.PIXELS];
        for (int i = 0; i < moved.length; i++) {
            for (int y = 0; y < Idx.PIXELS; y += Idx.SIDE) {
                System.arraycopy(set.pixels()[i], y, moved[i], y + pixels, Idx.SIDE - pixels);
            }
        }
        return new LabelledImages(moved, set.labels(), set.imagesSha256(), set.labelsSha256());
    }
}
