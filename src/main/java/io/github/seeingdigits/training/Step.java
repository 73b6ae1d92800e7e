package io.github.seeingdigits.training;

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
 * each: first every thread takes some examples from their pixels to what goes back to the first layer, then every thread takes some
 * rows of the parameters, sums their gradients over all examples and moves them. Other networks share the loops of each layer.
 * Either way every number is computed by one thread in one order.
 */
final class Step {
    /** The examples that one thread takes. */
    private record Part(int from, int to, Network network, Matrix inputs) {}

    private final Network network;
    private final Loss loss;
    private final Optimiser optimiser;
    private final Pixels pixels;
    private final int batch;
    private final JvmOps ops;
    private final boolean separable;
    /** By how many parts a batch is cut in. */
    private final Map<Integer, Part[]> cut = new HashMap<>();

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
    }

    /**
     * Shows the network the images {@code order[first]} … {@code order[first + n − 1]}; {@link #move} comes next.
     *
     * @param random what changes images and drops units
     * @return the mean loss
     */
    double show(int[] order, int first, int n, SeededRandom random) {
        pixels.draw(n, random);
        return separable ? showParts(order, first, n, random) : showWhole(order, first, n, random);
    }

    private double showWhole(int[] order, int first, int n, SeededRandom random) {
        ops.sharing()
                .share(
                        Pixels.COST * n,
                        (part, parts) ->
                                pixels.load(order, first, Sharing.begin(n, part, parts), Sharing.end(n, part, parts)));
        Matrix outputs = network.forwardTraining(pixels.inputs(), n, random);
        return loss.lossAndGradient(outputs, pixels.labels(), network.logitGradient(), n);
    }

    private double showParts(int[] order, int first, int n, SeededRandom random) {
        Arrays.fill(losses, 0);
        ops.sharing().share(batch * network.parameterCount() / 2, (i, parts) -> {
            Part part = part(i, parts);
            int count = Math.min(part.to, n) - part.from;
            if (count > 0) {
                pixels.load(order, first, part.from, part.from + count);
                int[] labels = new int[count];
                System.arraycopy(pixels.labels(), part.from, labels, 0, count);
                Matrix outputs = part.network.forwardTraining(part.inputs, count, random);
                losses[i] = loss.lossAndGradient(outputs, labels, part.network.logitGradient(), count, n);
                part.network.backwardInputs(count);
            }
        });
        double sum = 0;
        for (double some : losses) {
            sum += some;
        }
        return sum;
    }

    /** Alone, the whole batch is one part. */
    private synchronized Part part(int i, int parts) {
        return cut.computeIfAbsent(parts, this::parts)[i];
    }

    private Part[] parts(int parts) {
        Part[] all = new Part[parts];
        for (int i = 0; i < parts; i++) {
            int from = Sharing.begin(batch, i, parts);
            int to = Sharing.end(batch, i, parts);
            JvmOps own = new JvmOps();
            all[i] = new Part(from, to, network.part(from, to, own), pixels.part(from, to, own));
        }
        return all;
    }

    /** Moves the parameters against the gradient of the {@code n} images that were shown. */
    void move(int n, double rate) {
        if (!separable) {
            network.backward(n);
            optimiser.step(rate);
            return;
        }
        ops.sharing().together(() -> {
            network.backwardParameters(pixels.inputs(), n);
            optimiser.step(rate);
        });
    }
}
