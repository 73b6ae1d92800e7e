package io.github.seeingdigits.training;

import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;

/**
 * Everything that decides what a training run gives. Start from {@link #of} and change what differs:
 *
 * <pre>
 * Recipe.of("dense 784 10").optimiser(Optimisation.adam()).rate(0.001).epochs(5)
 * </pre>
 *
 * The input is always pixel / 255, and the last batch of an epoch is smaller where the batch does not divide the training
 * set.
 *
 * @param architecture see {@link io.github.seeingdigits.network.Architecture}
 * @param loss what training makes small; it must fit what the last layer gives
 * @param rate the learning rate that {@code schedule} multiplies
 * @param batch images per step
 * @param epochs how often each training image is shown
 * @param seeds how many runs, with seeds 1, 2, …
 * @param publishedSeed whose network becomes the model; 1 unless there is a reason, which must not be that it did best
 * @param floor the least mean test accuracy, 0 to 1, with which the model may be written
 */
public record Recipe(
        String architecture,
        Initialisation initialiser,
        Objective loss,
        Optimisation optimiser,
        double rate,
        Schedule schedule,
        int batch,
        int epochs,
        int seeds,
        int publishedSeed,
        double floor) {
    /** What every recipe does to its parameters at the end, in the words of the record. */
    public static final String ROUNDING = "parameters to binary16 after training, before every measurement";

    /** @throws IllegalArgumentException naming the value that is out of range */
    public Recipe {
        require(rate > 0 && rate < Double.POSITIVE_INFINITY, "rate must be > 0 and finite, got " + rate);
        require(batch >= 1, "batch must be >= 1, got " + batch);
        require(epochs >= 1, "epochs must be >= 1, got " + epochs);
        require(seeds >= 1, "seeds must be >= 1, got " + seeds);
        require(
                publishedSeed >= 1 && publishedSeed <= seeds,
                "publishedSeed must be 1 to " + seeds + ", got " + publishedSeed);
        boolean probabilities = new Network(architecture, 1, new PlainOps()).endsInProbabilities();
        require(
                probabilities == loss.ofProbabilities(),
                "loss \"" + loss + "\" is made for " + (loss.ofProbabilities() ? "probabilities" : "logits")
                        + ", but \"" + architecture + "\" ends in " + (probabilities ? "probabilities" : "logits"));
        require(floor >= 0 && floor <= 1, "floor must be 0 to 1, got " + floor);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * Adam at a constant 0.001 from PyTorch's default start, batches of 64, 5 epochs, 5 seeds, no floor. The loss is the
     * cross-entropy or, after a softermax, the likelihood.
     *
     * @throws io.github.seeingdigits.network.ModelFormatException if the architecture is none
     */
    public static Recipe of(String architecture) {
        Network network = new Network(architecture, 1, new PlainOps());
        return new Recipe(
                network.architecture(),
                Initialisation.FAN_IN_UNIFORM,
                network.endsInProbabilities() ? Objective.LIKELIHOOD : Objective.CROSS_ENTROPY,
                Optimisation.adam(),
                0.001,
                Schedule.CONSTANT,
                64,
                5,
                5,
                1,
                0);
    }

    /** The same with another start. */
    public Recipe initialiser(Initialisation changed) {
        return new Recipe(
                architecture, changed, loss, optimiser, rate, schedule, batch, epochs, seeds, publishedSeed, floor);
    }

    /** The same with another loss, which must fit what the network ends in. */
    public Recipe loss(Objective changed) {
        return new Recipe(
                architecture,
                initialiser,
                changed,
                optimiser,
                rate,
                schedule,
                batch,
                epochs,
                seeds,
                publishedSeed,
                floor);
    }

    /** The same with another optimiser. */
    public Recipe optimiser(Optimisation changed) {
        return new Recipe(
                architecture, initialiser, loss, changed, rate, schedule, batch, epochs, seeds, publishedSeed, floor);
    }

    /** The same with another learning rate, {@code > 0}, and its schedule. */
    public Recipe rate(double changed, Schedule over) {
        return new Recipe(
                architecture, initialiser, loss, optimiser, changed, over, batch, epochs, seeds, publishedSeed, floor);
    }

    /** The same with {@code changed} images per step, at least 1. */
    public Recipe batch(int changed) {
        return new Recipe(
                architecture,
                initialiser,
                loss,
                optimiser,
                rate,
                schedule,
                changed,
                epochs,
                seeds,
                publishedSeed,
                floor);
    }

    /** The same with each image shown {@code changed} times, at least once. */
    public Recipe epochs(int changed) {
        return new Recipe(
                architecture,
                initialiser,
                loss,
                optimiser,
                rate,
                schedule,
                batch,
                changed,
                seeds,
                publishedSeed,
                floor);
    }

    /** Seeds 1 to {@code changed}, of which {@code published} becomes the model. */
    public Recipe seeds(int changed, int published) {
        return new Recipe(
                architecture, initialiser, loss, optimiser, rate, schedule, batch, epochs, changed, published, floor);
    }

    /** The same with another least mean test accuracy, 0 to 1. */
    public Recipe floor(double changed) {
        return new Recipe(
                architecture,
                initialiser,
                loss,
                optimiser,
                rate,
                schedule,
                batch,
                epochs,
                seeds,
                publishedSeed,
                changed);
    }

    /** Steps in one epoch over {@code images} training images. */
    int stepsPerEpoch(int images) {
        return (images + batch - 1) / batch;
    }
}
