package io.github.seeingdigits.training;

import io.github.seeingdigits.data.DataSet;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.network.HalfFloat;
import io.github.seeingdigits.network.Layer;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Optimiser;
import io.github.seeingdigits.network.Parameter;
import io.github.seeingdigits.network.SeededRandom;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One run of a recipe with one seed, on one thread and whoever helps its {@link Team}.
 *
 * <p>The seed's one random stream first fills the parameters, then shuffles the training images before every epoch, changes
 * them where the recipe says so, and decides what is dropped, so a run depends on recipe, seed and data alone. Runs with different seeds share nothing that
 * changes and may go side by side. At the end of every epoch a run leaves a checkpoint, from which it goes on bit for bit.
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

        /** What it must remember to go on after an interruption. */
        default byte[] save() {
            return new byte[0];
        }

        /**
         * Goes on after an interruption.
         *
         * @param images how many training images had been shown
         * @param saved what {@link #save} gave then, from its position to its limit
         */
        default void restore(int images, ByteBuffer saved) {}
    }

    private final Recipe recipe;
    private final int seed;
    private final LabelledImages train;
    private final JvmOps ops;
    private final Network network;
    private final Inked test;
    private final int[] testCorrect;
    private final Pixels pixels;
    private final Optimiser optimiser;
    private final Step next;
    private final Checkpoints checkpoints;
    private final SeededRandom random;
    private final int[] order;
    private int epoch;
    private int step;
    private int shown;

    /** Works alone and leaves no checkpoints. */
    Trainer(Recipe recipe, int seed, DataSet data) {
        this(recipe, seed, Inked.of(data.train()), Inked.of(data.test()), new Team(), Checkpoints.none());
    }

    /** Works with the helpers of {@code team}, and leaves checkpoints where {@code checkpoints} keeps them. */
    Trainer(Recipe recipe, int seed, Inked inked, Inked test, Team team, Checkpoints checkpoints) {
        this.recipe = recipe;
        this.seed = seed;
        this.train = inked.images();
        this.checkpoints = checkpoints;
        this.ops = new JvmOps(team);
        this.network = new Network(recipe.architecture(), recipe.batch(), ops);
        this.pixels = new Pixels(inked, recipe.batch(), recipe.augmentation(), ops);
        this.optimiser = recipe.optimiser().start(network, ops);
        this.next = new Step(network, recipe.loss().loss(), optimiser, pixels, recipe.batch(), ops);
        this.random = new SeededRandom(seed);
        this.order = Pixels.inOrder(train.size());
        this.test = test;
        this.testCorrect = new int[recipe.epochs()];
    }

    /**
     * Trains to the end, from the start or from a checkpoint.
     *
     * @return the network with every parameter rounded to half precision, so that what is measured is what is published
     * @throws TrainingException naming the layer if the loss is not finite
     * @throws io.github.seeingdigits.data.DataException if the checkpoint is damaged or belongs to another recipe
     */
    Network run(Watcher watcher) {
        byte[] checkpoint = checkpoints.read(seed);
        if (checkpoint == null) {
            network.initialise(recipe.initialiser().initialiser(train), random);
            watcher.at(step, shown, network);
        } else {
            restore(checkpoint, watcher);
        }
        while (epoch < recipe.epochs()) {
            epoch(watcher);
            testCorrect[epoch] = Evaluation.of(network, test).correct();
            epoch++;
            if (checkpoints.kept()) {
                checkpoints.write(seed, checkpoint(watcher));
            }
        }
        round();
        return network;
    }

    /** Test accuracy after each epoch so far, of the network before it was rounded. */
    double[] testByEpoch() {
        double images = test.images().size();
        return IntStream.of(testCorrect)
                .limit(epoch)
                .mapToDouble(c -> c / images)
                .toArray();
    }

    private void epoch(Watcher watcher) {
        int steps = recipe.epochs() * recipe.stepsPerEpoch(train.size());
        random.shuffle(order);
        for (int from = 0; from < order.length; from += recipe.batch()) {
            int n = Math.min(recipe.batch(), order.length - from);
            double loss = next.show(order, from, n, random);
            if (Double.isNaN(loss) || Double.isInfinite(loss)) {
                throw diverged(loss, epoch, step, n);
            }
            next.move(n, recipe.rate() * recipe.schedule().factor((double) step / steps));
            step++;
            shown += n;
            watcher.at(step, shown, network);
            if (Thread.currentThread().isInterrupted()) {
                throw new TrainingException("seed " + seed + " was stopped at step " + step);
            }
        }
    }

    /** See {@link Checkpoint} for the order. */
    private byte[] checkpoint(Watcher watcher) {
        byte[] watched = watcher.save();
        int numbers = 4 + 4 + order.length + testCorrect.length;
        ByteBuffer b =
                Checkpoint.begin(Checkpoint.FINGERPRINT + 4 * numbers + Checkpoint.size(remembered()) + watched.length);
        b.put(Checkpoints.fingerprint(recipe, seed, train));
        b.putInt(seed).putInt(epoch).putInt(step).putInt(shown);
        Checkpoint.put(b, random.state());
        Checkpoint.put(b, order);
        Checkpoint.put(b, testCorrect);
        Checkpoint.put(b, remembered());
        return Checkpoint.seal(b.put(watched));
    }

    private void restore(byte[] checkpoint, Watcher watcher) {
        String file = checkpoints.file(seed).toString();
        ByteBuffer b = Checkpoint.open(checkpoint, file);
        try {
            byte[] fingerprint = new byte[Checkpoint.FINGERPRINT];
            b.get(fingerprint);
            if (!Arrays.equals(fingerprint, Checkpoints.fingerprint(recipe, seed, train))) {
                throw Checkpoint.refuse(file, "belongs to another recipe, seed or data set");
            }
            b.getInt();
            epoch = b.getInt();
            step = b.getInt();
            shown = b.getInt();
            int[] state = new int[4];
            Checkpoint.get(b, state);
            random.restore(state);
            Checkpoint.get(b, order);
            Checkpoint.get(b, testCorrect);
            Checkpoint.get(b, remembered());
            optimiser.restore(step);
            watcher.restore(shown, b);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw Checkpoint.refuse(file, "does not hold what it should (" + e + ")");
        }
    }

    private List<Matrix> remembered() {
        List<Matrix> all = new ArrayList<>();
        for (Parameter p : network.parameters()) {
            all.add(p.value);
        }
        all.addAll(optimiser.state());
        return all;
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
