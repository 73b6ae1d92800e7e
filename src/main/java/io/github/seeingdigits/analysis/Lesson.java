package io.github.seeingdigits.analysis;

import io.github.seeingdigits.network.Loss;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Ops;
import io.github.seeingdigits.network.Parameter;
import io.github.seeingdigits.network.Sgd;

/**
 * Teaches a copy of a network one picture, a step of gradient descent at a time. The network itself never changes.
 *
 * <p>A rate that suits one network does nothing to another, so each step finds its own: the loss L over the squared length of its
 * gradient, which would bring the loss to zero if it fell in a straight line (Polyak 1987, <i>Introduction to Optimization</i>).
 * Where the way is so bent that the loss would not fall, the step is halved until it does.
 */
public final class Lesson {
    private static final int HALVINGS = 12;

    private final Network published;
    private final Network pupil;
    /** The pupil before its last step. */
    private final Network before;

    private final Loss loss;
    private final Sgd optimiser;
    private final Matrix picture;
    private final int[] label = new int[1];

    /** Copies {@code published} into memory that {@code ops} gives. */
    public Lesson(Network published, Ops ops) {
        this.published = published;
        pupil = copy(published, ops);
        before = copy(published, ops);
        loss = published.endsInProbabilities() ? Loss.likelihood() : Loss.crossEntropy();
        optimiser = new Sgd(pupil.parameters(), 0, 0, ops);
        picture = ops.matrix(1, published.inputs());
    }

    private static Network copy(Network network, Ops ops) {
        Network copy = new Network(network.architecture(), 1, ops);
        copy.copyParameters(network);
        return copy;
    }

    /** The copy as it is now. */
    public Network network() {
        return pupil;
    }

    /**
     * Takes one step towards the answer {@code digit} for {@code pixels}.
     *
     * @param pixels as many as the network has inputs
     * @return whether the loss fell; false leaves the copy as it was: there is nothing more to learn
     */
    public boolean step(float[] pixels, int digit) {
        System.arraycopy(pixels, 0, picture.row[0], 0, picture.cols);
        label[0] = digit;
        double start = loss();
        pupil.backward(1);
        double rate = start / squaredGradient();
        before.copyParameters(pupil);
        for (int i = 0; i < HALVINGS && rate > 0 && rate < Float.MAX_VALUE; i++) {
            optimiser.step(rate);
            if (loss() < start) {
                return true;
            }
            pupil.copyParameters(before);
            rate /= 2;
        }
        return false;
    }

    /** The loss of the picture, whose gradient is left where {@link Network#backward} expects it. Nothing is dropped. */
    private double loss() {
        return loss.lossAndGradient(pupil.forward(picture, 1), label, pupil.logitGradient(), 1);
    }

    private double squaredGradient() {
        double sum = 0;
        for (Parameter parameter : pupil.parameters()) {
            for (float[] row : parameter.gradient().row) {
                for (float g : row) {
                    sum += (double) g * g;
                }
            }
        }
        return sum;
    }

    /** Brings back exactly the numbers that were published. */
    public void takeBack() {
        pupil.copyParameters(published);
    }
}
