package io.github.seeingdigits.training;

import io.github.seeingdigits.data.DataSet;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.SeededRandom;
import io.github.seeingdigits.network.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;

/**
 * What an experiment looks into once its networks are trained, and how: the networks, the data, its variants, and controls
 * made by the same recipe.
 */
public final class Study {
    /** What findings call an experiment's own recipe where they list it beside its variants. */
    public static final String RECIPE = "recipe";

    private static final int BATCH = 64;
    /** Any number will do, as long as it is always the same. */
    private static final int SHUFFLING_SEED = 20_000;

    private final Recipe recipe;
    private final List<Network> networks;
    private final double[][] testByEpoch;
    private final DataSet data;
    private final Function<DataSet, List<Network>> training;
    private final Map<String, Study> variants;
    private final Map<String, Network> others;
    private final Map<String, View> views = new LinkedHashMap<>();

    /**
     * A study of one recipe.
     *
     * @param recipe as it was run
     * @param networks of seeds 1, 2, …, rounded
     * @param testByEpoch {@code testByEpoch[i][e]} is the test accuracy of seed i + 1 after epoch e + 1, before rounding
     * @param training trains the recipe anew on other data
     * @param variants studies of what the experiment compares with, by name
     * @param others published networks of the experiments that it needs, by id
     */
    public Study(
            Recipe recipe,
            List<Network> networks,
            double[][] testByEpoch,
            DataSet data,
            Function<DataSet, List<Network>> training,
            Map<String, Study> variants,
            Map<String, Network> others) {
        this.recipe = recipe;
        this.networks = List.copyOf(networks);
        this.testByEpoch = testByEpoch;
        this.data = data;
        this.training = training;
        this.variants = variants;
        this.others = others;
    }

    /** As it was run. */
    public Recipe recipe() {
        return recipe;
    }

    /** Of seeds 1, 2, …, rounded as they are published. */
    public List<Network> networks() {
        return networks;
    }

    /** {@code testByEpoch()[i][e]} is the test accuracy of seed i + 1 after epoch e + 1, before rounding; not a copy. */
    public double[][] testByEpoch() {
        return testByEpoch;
    }

    /** The network that the site offers. */
    public Network published() {
        return networks.get(recipe.publishedSeed() - 1);
    }

    /** What they learnt from and were measured with. */
    public DataSet data() {
        return data;
    }

    /**
     * The study of a variant.
     *
     * @throws IllegalArgumentException if the experiment has none of that name
     */
    public Study variant(String name) {
        Study variant = variants.get(name);
        if (variant == null) {
            throw new IllegalArgumentException("unknown variant \"" + name + "\"; known: " + variants.keySet());
        }
        return variant;
    }

    /** The studies of all variants, by name, in the experiment's order. */
    public Map<String, Study> variants() {
        return variants;
    }

    /**
     * The published network of another experiment.
     *
     * @throws IllegalArgumentException if the experiment does not say that it needs it
     */
    public Network other(String id) {
        Network other = others.get(id);
        if (other == null) {
            throw new IllegalArgumentException(
                    "experiment \"" + id + "\" is not among those needed: " + others.keySet());
        }
        return other;
    }

    /**
     * Publishes what a figure draws as {@code view-NAME.bin}.
     *
     * @param name lower-case words with hyphens
     */
    public void publish(String name, View view) {
        views.put(name, view);
    }

    /** What was published so far. */
    Map<String, View> views() {
        return views;
    }

    /** The networks as they were before the first step of training. */
    public List<Network> untrained() {
        return untrained(networks.size());
    }

    /** The networks that training with seeds 1 to {@code seeds} starts from, also for seeds that it was not run with. */
    public List<Network> untrained(int seeds) {
        List<Network> untrained = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            Network network = new Network(recipe.architecture(), 1, new PlainOps());
            network.initialise(recipe.initialiser().initialiser(data.train()), new SeededRandom(seed));
            untrained.add(network);
        }
        return untrained;
    }

    /**
     * Networks trained by the same recipe on the same images with their labels shuffled, so that there is nothing to learn but
     * each image by heart.
     */
    public List<Network> trainedOnShuffledLabels() {
        LabelledImages train = data.train();
        int[] order = IntStream.range(0, train.size()).toArray();
        new SeededRandom(SHUFFLING_SEED).shuffle(order);
        int[] labels = new int[train.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = train.labels()[order[i]];
        }
        LabelledImages shuffled =
                new LabelledImages(train.pixels(), labels, train.imagesSha256(), train.labelsSha256());
        return training.apply(new DataSet(shuffled, data.test()));
    }

    /**
     * Trains the published seed once more, for what must be seen on the way.
     *
     * @param moments told the number of epochs so far, 0 first, and the network as it is then, to be read and not kept
     */
    public void watch(BiConsumer<Integer, Network> moments) {
        int steps = recipe.stepsPerEpoch(data.train().size());
        new Trainer(recipe, recipe.publishedSeed(), data).run((step, images, network) -> {
            if (step % steps == 0) {
                moments.accept(step / steps, network);
            }
        });
    }

    /** Hands {@code consumer} what layer {@code layer} of {@code network} gives for each image, with the image's label. */
    public static void activations(Network network, int layer, LabelledImages set, ObjIntConsumer<float[]> consumer) {
        activations(network, set, (outputs, label) -> consumer.accept(outputs[layer], label));
    }

    /** Hands {@code consumer} what all layers of {@code network} give for each image, layer by layer, with its label. */
    static void activations(Network network, LabelledImages set, ObjIntConsumer<float[][]> consumer) {
        JvmOps ops = new JvmOps();
        Network copy = copy(network, BATCH, ops);
        Pixels pixels = new Pixels(Inked.of(set), BATCH, ops);
        int[] order = Pixels.inOrder(set.size());
        for (int from = 0; from < order.length; from += BATCH) {
            int n = Math.min(BATCH, order.length - from);
            pixels.load(order, from, 0, n);
            copy.forward(pixels.inputs(), n);
            for (int i = 0; i < n; i++) {
                float[][] outputs = new float[copy.layers().size()][];
                for (int layer = 0; layer < outputs.length; layer++) {
                    outputs[layer] = copy.output(layer).row[i];
                }
                consumer.accept(outputs, pixels.labels()[i]);
            }
        }
    }

    /** What a network is given for an image: pixel / 255. */
    public static float[] input(byte[] pixels) {
        float[] input = new float[pixels.length];
        for (int k = 0; k < input.length; k++) {
            input[k] = (pixels[k] & 0xFF) / 255f;
        }
        return input;
    }

    /** {@code classMeans()[c]} is the mean training image of class c, pixels from 0 to 1. */
    public float[][] classMeans() {
        return ClassMeans.of(data.train(), recipe.classes());
    }

    /** The part of {@code set}'s images that {@code network} reads correctly. */
    public static double accuracy(Network network, LabelledImages set) {
        return Evaluation.of(network, set).accuracy();
    }

    /** The part of the test images that {@code network} reads correctly. */
    public double testAccuracy(Network network) {
        return accuracy(network, data.test());
    }

    /** A network with the same parameters, to be changed. */
    public static Network copy(Network network) {
        return copy(network, 1, new PlainOps());
    }

    static Network copy(Network network, int batch, PlainOps ops) {
        Network copy = new Network(network.architecture(), batch, ops);
        copy.copyParameters(network);
        return copy;
    }
}
