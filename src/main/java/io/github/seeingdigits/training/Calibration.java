package io.github.seeingdigits.training;

import io.github.seeingdigits.data.DataSet;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.digit.Augmentation;
import io.github.seeingdigits.network.CrossEntropy;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fits the temperature that makes a network as sure as it is right: the T that gives softmax(z/T) the least cross-entropy on
 * images that were not trained on (Guo, Pleiss, Sun and Weinberger 2017, arXiv:1706.04599, section 4.2).
 *
 * <p>The published network has seen all training images, and test images are for measuring. So the published seed is trained
 * once more without every eleventh training image, and the temperature that suits that network there is the published one's.
 * Where a recipe changes its pictures at random, nobody need be trained again: every eleventh training image, changed anew, is
 * a picture that the published network never saw.
 */
record Calibration(double temperature, int heldOut) {
    /** No divisor of ten, because drawings come in the order of their digits. */
    private static final int EVERY = 11;
    /** The logarithms between which the temperature lies: e^±3 is 0.05 to 20. */
    private static final double MOST = 3;

    private static final int HALVINGS = 60;
    /** Any number will do, as long as it is always the same. */
    private static final int SEED = 70_000;

    /** Whether {@code recipe}'s networks give logits of more than one class. */
    static boolean fits(Recipe recipe) {
        return !recipe.loss().ofProbabilities() && recipe.loss() != Objective.SQUARED_ERROR;
    }

    /**
     * Fits the temperature of {@code published}, trained by {@code recipe} on {@code data}.
     *
     * @param threads how many may help; they change nothing but the time it takes
     */
    static Calibration of(Recipe recipe, Network published, DataSet data, int threads) {
        LabelledImages unseen = part(data.train(), true);
        Network network = published;
        if (recipe.augmentation().equals(Augmentation.none())) {
            network = train(recipe, new DataSet(part(data.train(), false), unseen), threads);
        } else {
            SeededRandom random = new SeededRandom(SEED);
            unseen = Robustness.changed(unseen, ink -> recipe.augmentation().apply(ink, random));
        }
        List<float[]> logits = new ArrayList<>();
        Study.activations(network, network.layers().size() - 1, unseen, (row, label) -> logits.add(row.clone()));
        return new Calibration(temperature(logits, unseen.labels()), unseen.size());
    }

    private static Network train(Recipe recipe, DataSet data, int threads) {
        Team team = new Team();
        for (int helper = 1; helper < threads; helper++) {
            Thread thread = new Thread(team::help, "helping");
            thread.setDaemon(true);
            thread.start();
        }
        try {
            Inked train = Inked.of(data.train());
            Inked test = Inked.of(data.test());
            return new Trainer(recipe, recipe.publishedSeed(), train, test, team, Checkpoints.none())
                    .run((step, images, network) -> {});
        } finally {
            team.close();
        }
    }

    private static LabelledImages part(LabelledImages set, boolean heldOut) {
        int[] chosen = IntStream.range(0, set.size())
                .filter(i -> i % EVERY == EVERY - 1 == heldOut)
                .toArray();
        byte[][] pixels = IntStream.of(chosen).mapToObj(i -> set.pixels()[i]).toArray(byte[][]::new);
        int[] labels = IntStream.of(chosen).map(i -> set.labels()[i]).toArray();
        return new LabelledImages(pixels, labels, set.imagesSha256(), set.labelsSha256());
    }

    /**
     * The temperature with the least mean cross-entropy, 0.05 to 20. The cross-entropy is convex in 1/T, so it falls and then
     * rises over ln T, and a golden-section search finds its lowest point (Kiefer 1953, <i>Sequential minimax search for a
     * maximum</i>).
     */
    static double temperature(List<float[]> logits, int[] labels) {
        double ratio = (Math.sqrt(5) - 1) / 2;
        double low = -MOST;
        double high = MOST;
        double left = high - ratio * (high - low);
        double right = low + ratio * (high - low);
        double atLeft = loss(logits, labels, left);
        double atRight = loss(logits, labels, right);
        for (int i = 0; i < HALVINGS; i++) {
            if (atLeft < atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - ratio * (high - low);
                atLeft = loss(logits, labels, left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + ratio * (high - low);
                atRight = loss(logits, labels, right);
            }
        }
        return StrictMath.exp((low + high) / 2);
    }

    private static double loss(List<float[]> logits, int[] labels, double logarithm) {
        float factor = (float) StrictMath.exp(-logarithm);
        double total = 0;
        float[] scaled = new float[logits.get(0).length];
        for (int i = 0; i < labels.length; i++) {
            for (int k = 0; k < scaled.length; k++) {
                scaled[k] = logits.get(i)[k] * factor;
            }
            total += CrossEntropy.loss(scaled, labels[i]);
        }
        return total / labels.length;
    }
}
