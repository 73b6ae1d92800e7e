package io.github.seeingdigits.training;

import io.github.seeingdigits.network.Dense;
import io.github.seeingdigits.network.Loss;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Optimiser;
import io.github.seeingdigits.network.SeededRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * One step of training, with whoever helps: images in, forward, loss, backward, and the optimiser's step.
 *
 * <p>Where examples pass through a network on their own ({@link Network#separable}), a step has two halves, and the team meets once after
 * each: first every piece of the batch goes from its pixels to what goes back to the first layer, then every thread takes some
 * rows of the parameters, sums their gradients over all examples and moves them. Other networks share the loops of each layer.
 * Convolutions are joined with the pooling behind them first ({@link PooledConvolution}).
 *
 * <p>Most of the numbers are the weights that leave the pixels, and a processor that asks another for what that has just written waits long.
 * So where it can be done the rows of the first layer have owners: each thread adds up what its pixels bring, for one piece after
 * the other ({@link Pipeline}), and moves the same rows. What goes from one processor to another is a sum for each unit and example, and its gradient.
 *
 * <p>Either way every number is computed by one thread at a time, in one order, so the bits are the same for any number of threads.
 */
final class Step {
    /** More pieces than threads, so that a thread which the machine holds up is not waited for long. */
    private static final int PIECES_PER_THREAD = 2;

    /** Some examples of a batch, which one thread at a time takes on. */
    private record Piece(int from, int to, Network network, Matrix inputs, JvmOps ops) {}

    private final Network network;
    private final Loss loss;
    private final Optimiser optimiser;
    private final Pixels pixels;
    private final int batch;
    private final JvmOps ops;
    private final boolean separable;
    /** The network as it is shown images. */
    private final Network shown;
    /** The first layer if its rows can have owners: images are shown as they are, and the rows are long. Null otherwise. */
    private final Dense entry;
    /** The pieces that a batch is cut in for so many threads. */
    private final Map<Integer, Piece[]> cut = new HashMap<>();

    private final double[] losses = new double[Team.MOST_PARTS];

    /** Steps of at most {@code batch} images from {@code pixels}; all four were made with {@code ops}. */
    Step(Network network, Loss loss, Optimiser optimiser, Pixels pixels, int batch, JvmOps ops) {
        this.network = network;
        this.loss = loss;
        this.optimiser = optimiser;
        this.pixels = pixels;
        this.batch = batch;
        this.ops = ops;
        this.separable = network.separable();
        this.shown = separable ? network : PooledConvolution.join(network, batch, ops);
        this.entry = !pixels.changes()
                        && network.layers().get(0) instanceof Dense dense
                        && dense.outputs() >= RowSums.SHORTEST_VECTOR
                ? dense
                : null;
    }

    /**
     * Shows the network the images {@code order[first]} … {@code order[first + n − 1]}; {@link #move} comes next.
     *
     * @param random what changes images and drops units
     * @return the mean loss
     */
    double show(int[] order, int first, int n, SeededRandom random) {
        pixels.draw(n, random);
        return separable ? showPieces(order, first, n, random) : showWhole(order, first, n, random);
    }

    private double showWhole(int[] order, int first, int n, SeededRandom random) {
        ops.sharing()
                .share(
                        Pixels.COST * n,
                        (part, parts) ->
                                pixels.load(order, first, Sharing.begin(n, part, parts), Sharing.end(n, part, parts)));
        Matrix outputs = shown.forwardTraining(pixels.inputs(), n, random);
        return loss.lossAndGradient(outputs, pixels.labels(), shown.logitGradient(), n);
    }

    private double showPieces(int[] order, int first, int n, SeededRandom random) {
        int threads = ops.sharing().threads(batch * network.parameterCount() / 2);
        Piece[] pieces = cut.computeIfAbsent(threads, this::pieces);
        int owners = 0;
        if (entry != null) {
            owners = threads;
            pixels.loadInk(order, first, n);
        }
        Arrays.fill(losses, 0);
        Showing showing = new Showing(pieces, owners, order, first, n, random);
        ops.sharing().run(new Pipeline(pieces.length, owners, showing), threads);
        double sum = 0;
        for (double some : losses) {
            sum += some;
        }
        return sum;
    }

    /** What is done to a piece: the owners' shares of the first layer, if it has owners, then everything else. */
    private final class Showing implements Pipeline.Stages {
        private final Piece[] pieces;
        private final int owners;
        private final int[] order;
        private final int first;
        private final int n;
        private final SeededRandom random;

        private Showing(Piece[] pieces, int owners, int[] order, int first, int n, SeededRandom random) {
            this.pieces = pieces;
            this.owners = owners;
            this.order = order;
            this.first = first;
            this.n = n;
            this.random = random;
        }

        @Override
        public void prepare(int stage) {
            pixels.fetch(order, first, n, stage, owners);
        }

        @Override
        public void take(int i, int stage) {
            Piece piece = pieces[i];
            int count = Math.min(piece.to, n) - piece.from;
            if (count <= 0) {
                return;
            }
            if (stage < owners) {
                piece.ops.affineShare(piece.inputs, entry, piece.network.output(0), count, stage, owners);
            } else {
                losses[i] = forwardAndBack(piece, count);
            }
        }

        private double forwardAndBack(Piece piece, int count) {
            Matrix outputs;
            if (owners > 0) {
                outputs = piece.network.forwardTraining(1, count, random);
            } else {
                pixels.load(order, first, piece.from, piece.from + count);
                outputs = piece.network.forwardTraining(piece.inputs, count, random);
            }
            int[] labels = Arrays.copyOfRange(pixels.labels(), piece.from, piece.from + count);
            double mean = loss.lossAndGradient(outputs, labels, piece.network.logitGradient(), count, n);
            piece.network.backwardInputs(count);
            return mean;
        }
    }

    /** Alone, a thread takes the whole batch as one piece. */
    private Piece[] pieces(int threads) {
        int count = threads == 1 ? 1 : Math.min(Team.MOST_PARTS, PIECES_PER_THREAD * threads);
        Piece[] all = new Piece[count];
        for (int i = 0; i < count; i++) {
            int from = Sharing.begin(batch, i, count);
            int to = Sharing.end(batch, i, count);
            JvmOps own = new JvmOps();
            all[i] = new Piece(from, to, network.part(from, to, own), pixels.part(from, to, own), own);
        }
        return all;
    }

    /** Moves the parameters against the gradient of the {@code n} images that were shown. */
    void move(int n, double rate) {
        if (!separable) {
            shown.backward(n);
            optimiser.step(rate);
            return;
        }
        ops.sharing().together(() -> {
            network.backwardParameters(pixels.inputs(), n);
            optimiser.step(rate);
        });
    }
}
