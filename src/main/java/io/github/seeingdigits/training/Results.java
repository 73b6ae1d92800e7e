package io.github.seeingdigits.training;

import io.github.seeingdigits.data.DataSet;
import io.github.seeingdigits.network.Network;
import java.util.ArrayList;
import java.util.List;

/**
 * How the networks of one recipe did.
 *
 * @param networks of seeds 1, 2, …
 * @param train on the training images, for each seed in order
 * @param test on the test images, for each seed in order
 * @param testByEpoch {@code testByEpoch[i][e]} is the test accuracy of seed i + 1 after epoch e + 1
 */
record Results(
        Recipe recipe, List<Network> networks, List<Evaluation> train, List<Evaluation> test, double[][] testByEpoch) {
    /** Measures all networks of {@code runs}. */
    static Results of(Recipe recipe, Runs runs, DataSet data) {
        List<Evaluation> train = new ArrayList<>();
        List<Evaluation> test = new ArrayList<>();
        Inked trainInk = Inked.of(data.train());
        Inked testInk = Inked.of(data.test());
        for (Network network : runs.networks()) {
            train.add(Evaluation.of(network, trainInk));
            test.add(Evaluation.of(network, testInk));
        }
        return new Results(recipe, runs.networks(), train, test, runs.testByEpoch());
    }

    /** Mean over the seeds of the accuracy on the test images: what a recipe's floor is compared with. */
    double meanTestAccuracy() {
        return test.stream().mapToDouble(Evaluation::accuracy).average().orElseThrow();
    }

    /** The network that the site offers. */
    Network published() {
        return networks.get(recipe.publishedSeed() - 1);
    }
}
