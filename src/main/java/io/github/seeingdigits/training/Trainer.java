package io.github.seeingdigits.training;

import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.network.HalfFloat;
import io.github.seeingdigits.network.Layer;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Ops;
import io.github.seeingdigits.network.Optimiser;
import io.github.seeingdigits.network.Parameter;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.SeededRandom;

/**
 * One run of a recipe with one seed, on one thread.
 *
 * <p>The seed's one random stream first fills the parameters, then shuffles the training images before every epoch and
 * decides what is dropped, so a run depends on recipe, seed and data alone. Runs with different seeds share nothing and may go side by side.
 */
final class Trainer {
    /** Told what happens during a run. */
    interface Watcher {
        /**
         * Called before the first step with {@code step} 0 and after each step.
         *
         * @param step how many steps were taken
         * @param images how many training images were shown
         * @param network as it is now, not rounded; to be read, not kept
         */
        void at(int step, int images, Network network);
    }

    private final Recipe recipe;
    private final int seed;
    private final LabelledImages train;
    private final Ops ops = new PlainOps();
    private final Network network;
    private final Pixels pixels;

    Trainer(Recipe recipe, int seed, LabelledImages train) {
        this.recipe = recipe;
        this.seed = seed;
        this.train = train;
        this.network = new Network(recipe.architecture(), recipe.batch(), ops);
        this.pixels = new Pixels(train, recipe.batch(), ops);
    }

    /**
     * Trains from start to end.
     *
     * @return the network with every parameter rounded to half precision, so that what is measured is what is published
     * @throws TrainingException naming the layer if the loss is not finite
     */
    Network run(Watcher watcher) {
        SeededRandom random = new SeededRandom(seed);
        network.initialise(recipe.initialiser().initialiser(train), random);
        Optimiser optimiser = recipe.optimiser().start(network, ops);
        int[] order = Pixels.inOrder(train.size());
        int steps = recipe.epochs() * recipe.stepsPerEpoch(train.size());
        int step = 0;
        int shown = 0;
        watcher.at(step, shown, network);
        for (int epoch = 0; epoch < recipe.epochs(); epoch++) {
            random.shuffle(order);
            for (int from = 0; from < order.length; from += recipe.batch()) {
                int n = Math.min(recipe.batch(), order.length - from);
                pixels.load(order, from, n);
                double loss = lossAndGradient(n, random);
                if (Double.isNaN(loss) || Double.isInfinite(loss)) {
                    throw diverged(loss, epoch, step, n);
                }
                optimiser.step(recipe.rate() * recipe.schedule().factor((double) step / steps));
                step++;
                shown += n;
                watcher.at(step, shown, network);
                if (Thread.currentThread().isInterrupted()) {
                    throw new TrainingException("seed " + seed + " was stopped at step " + step);
                }
            }
        }
        round();
        return network;
    }

    private double lossAndGradient(int n, SeededRandom random) {
        Matrix outputs = network.forwardTraining(pixels.inputs(), n, random);
        double loss = recipe.loss().loss().lossAndGradient(outputs, pixels.labels(), network.logitGradient(), n);
        network.backward(n);
        return loss;
    }

    private void round() {
        for (Parameter p : network.parameters()) {
            for (float[] row : p.value.row) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = HalfFloat.round(row[j]);
                    if (row[j] - row[j] != 0) {
                        throw new TrainingException("seed " + seed + ": after training, a " + p.name
                                + " does not fit a half-precision number; lower the rate " + recipe.rate());
                    }
                }
            }
        }
    }

    private TrainingException diverged(double loss, int epoch, int step, int n) {
        return new TrainingException("seed " + seed + ", epoch " + (epoch + 1) + ", step " + (step + 1)
                + ": the loss is " + loss + ", because " + culprit(n) + ". Lower the rate " + recipe.rate()
                + "; nothing was written");
    }

    /** Names the first layer with a parameter or an output that is not finite. */
    private String culprit(int n) {
        Matrix x = pixels.inputs();
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            String name = "layer " + i + " (" + layer.describe() + ")";
            for (Parameter p : layer.parameters()) {
                if (!finite(p.value, p.value.rows)) {
                    return name + " has a " + p.name + " that is not finite";
                }
            }
            Matrix y = ops.matrix(n, layer.outputs());
            layer.forward(x, y, n);
            if (!finite(y, n)) {
                return name + " gives an output that is not finite";
            }
            x = y;
        }
        return "the outputs are too far apart";
    }

    private static boolean finite(Matrix m, int rows) {
        for (int i = 0; i < rows; i++) {
            for (float value : m.row[i]) {
                if (value - value != 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
