package io.github.seeingdigits.training;

import io.github.seeingdigits.digit.Augmentation;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import java.util.function.Consumer;

/**
 * Everything that decides what a training run gives. Start from {@link #of} and change what differs; every change gives a new
 * recipe:
 *
 * <pre>
 * Recipe.of("dense 784 10").optimiser(Optimisation.adam()).rate(0.001, Schedule.COSINE).epochs(5)
 * </pre>
 *
 * The input is always pixel / 255 (a network that wants it otherwise starts with a {@code scale} layer), a network with fewer
 * than ten outputs sees the first digits only, and the last batch of an epoch is smaller where the batch does not divide the training
 * set.
 */
public final class Recipe implements Cloneable {
    /** What every recipe does to its parameters at the end, in the words of the record. */
    public static final String ROUNDING = "parameters to binary16 after training, before every measurement";

    private String architecture;
    private int classes;
    private Examples examples = Examples.MNIST;
    private Augmentation augmentation = Augmentation.none();
    private Objective loss;
    private Initialisation initialiser = Initialisation.FAN_IN_UNIFORM;
    private Optimisation optimiser = Optimisation.adam();
    private double rate = 0.001;
    private Schedule schedule = Schedule.CONSTANT;
    private int batch = 64;
    private int epochs = 5;
    private int seeds = 5;
    private int publishedSeed = 1;
    private double floor;
    private int moments = 31;

    private Recipe(Network network, Objective loss) {
        this.architecture = network.architecture();
        this.classes = network.classes();
        this.loss = loss;
    }

    /**
     * Adam at a constant 0.001 from PyTorch's default start, batches of 64, 5 epochs, 5 seeds, no floor. The loss is the
     * cross-entropy or, after a softermax, the likelihood.
     *
     * @throws io.github.seeingdigits.network.ModelFormatException if the architecture is none
     */
    public static Recipe of(String architecture) {
        Network network = new Network(architecture, 1, new PlainOps());
        return new Recipe(network, network.endsInProbabilities() ? Objective.LIKELIHOOD : Objective.CROSS_ENTROPY);
    }

    /** @throws IllegalArgumentException naming the value that is out of range */
    private Recipe with(Consumer<Recipe> change) {
        try {
            Recipe changed = (Recipe) clone();
            change.accept(changed);
            changed.check();
            return changed;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError("a Recipe is cloneable", e);
        }
    }

    private void check() {
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
        require(moments >= 2, "moments must be >= 2, got " + moments);
        require(floor >= 0 && floor <= 1, "floor must be 0 to 1, got " + floor);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** The same with another architecture, whose outputs must suit the loss. */
    public Recipe architecture(String changed) {
        Network network = new Network(changed, 1, new PlainOps());
        return with(r -> {
            r.architecture = network.architecture();
            r.classes = network.classes();
        });
    }

    /** The same with other examples to learn from. */
    public Recipe examples(Examples changed) {
        return with(r -> r.examples = changed);
    }

    /** The same with every picture changed at random each time it is shown. Only for pictures of 28×28. */
    public Recipe augmentation(Augmentation changed) {
        return with(r -> r.augmentation = changed);
    }

    /** The same with another start. */
    public Recipe initialiser(Initialisation changed) {
        return with(r -> r.initialiser = changed);
    }

    /** The same with another loss, which must fit what the network ends in. */
    public Recipe loss(Objective changed) {
        return with(r -> r.loss = changed);
    }

    /** The same with another optimiser. */
    public Recipe optimiser(Optimisation changed) {
        return with(r -> r.optimiser = changed);
    }

    /** The same with another learning rate, {@code > 0}, and the schedule that multiplies it. */
    public Recipe rate(double changed, Schedule over) {
        return with(r -> {
            r.rate = changed;
            r.schedule = over;
        });
    }

    /** The same with {@code changed} images per step, at least 1. */
    public Recipe batch(int changed) {
        return with(r -> r.batch = changed);
    }

    /** The same with each image shown {@code changed} times, at least once. */
    public Recipe epochs(int changed) {
        return with(r -> r.epochs = changed);
    }

    /**
     * Seeds 1 to {@code changed}, of which {@code published} becomes the model: 1 unless there is a reason, which must not be
     * that it did best.
     */
    public Recipe seeds(int changed, int published) {
        return with(r -> {
            r.seeds = changed;
            r.publishedSeed = published;
        });
    }

    /** The same with another least mean test accuracy, 0 to 1, below which the model is not written. */
    public Recipe floor(double changed) {
        return with(r -> r.floor = changed);
    }

    /** The same run, of which the replay shows {@code changed} moments: enough for a smooth slider, each a byte per parameter. */
    public Recipe moments(int changed) {
        return with(r -> r.moments = changed);
    }

    /** See {@link io.github.seeingdigits.network.Architecture}. */
    public String architecture() {
        return architecture;
    }

    /** How many classes the network tells apart; it sees no others. */
    public int classes() {
        return classes;
    }

    /** What it learns from. */
    public Examples examples() {
        return examples;
    }

    /** How each picture is changed before it is shown. */
    public Augmentation augmentation() {
        return augmentation;
    }

    /** How parameters start. */
    public Initialisation initialiser() {
        return initialiser;
    }

    /** What training makes small. */
    public Objective loss() {
        return loss;
    }

    public Optimisation optimiser() {
        return optimiser;
    }

    /** The learning rate that {@link #schedule} multiplies. */
    public double rate() {
        return rate;
    }

    public Schedule schedule() {
        return schedule;
    }

    /** Images per step. */
    public int batch() {
        return batch;
    }

    /** How often each training image is shown. */
    public int epochs() {
        return epochs;
    }

    /** How many runs, with seeds 1, 2, …. */
    public int seeds() {
        return seeds;
    }

    /** Whose network becomes the model. */
    public int publishedSeed() {
        return publishedSeed;
    }

    /** The least mean test accuracy, 0 to 1, with which the model may be written. */
    public double floor() {
        return floor;
    }

    /** How many moments of the run its replay shows. */
    int moments() {
        return moments;
    }

    /** Steps in one epoch over {@code images} training images. */
    int stepsPerEpoch(int images) {
        return (images + batch - 1) / batch;
    }
}
