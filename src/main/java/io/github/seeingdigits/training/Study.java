package io.github.seeingdigits.training;

import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.data.Mnist;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;

/**
 * What an experiment looks into once its networks are trained, and how: the networks, the data, and controls made by the same
 * recipe.
 *
 * @param recipe as it was run
 * @param networks of seeds 1, 2, …, rounded
 * @param training trains the recipe anew on other data
 */
public record Study(Recipe recipe, List<Network> networks, Mnist mnist, Function<Mnist, List<Network>> training) {
    private static final int BATCH = 64;
    /** Any number will do, as long as it is always the same. */
    private static final int SHUFFLING_SEED = 20_000;

    /** The networks as they were before the first step of training. */
    public List<Network> untrained() {
        List<Network> untrained = new ArrayList<>();
        for (int seed = 1; seed <= networks.size(); seed++) {
            Network network = new Network(recipe.architecture(), 1, new PlainOps());
            network.initialise(recipe.initialiser().initialiser(mnist.train()), new SeededRandom(seed));
            untrained.add(network);
        }
        return untrained;
    }

    /**
     * Networks trained by the same recipe on the same images with their labels shuffled, so that there is nothing to learn but
     * each image by heart.
     */
    public List<Network> trainedOnShuffledLabels() {
        LabelledImages train = mnist.train();
        int[] order = IntStream.range(0, train.size()).toArray();
        new SeededRandom(SHUFFLING_SEED).shuffle(order);
        int[] labels = new int[train.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = train.labels()[order[i]];
        }
        LabelledImages shuffled =
                new LabelledImages(train.pixels(), labels, train.imagesSha256(), train.labelsSha256());
        return training.apply(new Mnist(shuffled, mnist.test()));
    }

    /** Hands {@code consumer} what layer {@code layer} of {@code network} gives for each image, with the image's label. */
    public void activations(Network network, int layer, LabelledImages set, ObjIntConsumer<float[]> consumer) {
        JvmOps ops = new JvmOps();
        Network copy = copy(network, BATCH, ops);
        Pixels pixels = new Pixels(Inked.of(set), BATCH, ops);
        int[] order = Pixels.inOrder(set.size());
        for (int from = 0; from < order.length; from += BATCH) {
            int n = Math.min(BATCH, order.length - from);
            pixels.load(order, from, n);
            copy.forward(pixels.inputs(), n);
            Matrix output = copy.output(layer);
            for (int i = 0; i < n; i++) {
                consumer.accept(output.row[i], pixels.labels()[i]);
            }
        }
    }

    /** The part of the test images that {@code network} reads correctly. */
    public double testAccuracy(Network network) {
        return Evaluation.of(network, mnist.test()).accuracy();
    }

    /** A network with the same parameters, to be changed. */
    public static Network copy(Network network) {
        return copy(network, 1, new PlainOps());
    }

    private static Network copy(Network network, int batch, PlainOps ops) {
        Network copy = new Network(network.architecture(), batch, ops);
        copy.copyParameters(network);
        return copy;
    }
}
