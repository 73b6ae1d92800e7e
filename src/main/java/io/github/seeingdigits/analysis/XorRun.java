package io.github.seeingdigits.analysis;

import io.github.seeingdigits.network.Adam;
import io.github.seeingdigits.network.Initialiser;
import io.github.seeingdigits.network.Loss;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Optimiser;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.SeededRandom;

/**
 * A small network that learns exclusive or from its four examples: each step sees all of them, with Adam at a rate of 0.01 and the
 * mean squared error of the output.
 */
public final class XorRun {
    /** How many examples there are. */
    public static final int EXAMPLES = 4;

    /** So many inputs can be asked for at once. */
    public static final int MOST = 2500;

    private static final double RATE = 0.01;
    private static final int[] LABELS = {0, 1, 1, 0};

    private final Network network;
    private final Optimiser optimiser;
    private final Matrix examples = new Matrix(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, 2);
    private int steps;

    private XorRun(String architecture) {
        network = new Network(architecture, MOST, new PlainOps());
        optimiser = new Adam(network.parameters(), new PlainOps());
    }

    /**
     * A network before its first step.
     *
     * @param architecture with two inputs and one output
     * @param yat whether it starts as ⵟ units do, rather than uniform in ±1/√inputs
     * @param seed the same seed, the same run
     */
    public static XorRun start(String architecture, boolean yat, int seed) {
        XorRun run = new XorRun(architecture);
        run.network.initialise(yat ? Initialiser.yatDefault() : Initialiser.fanInUniform(), new SeededRandom(seed));
        return run;
    }

    /** Goes on from a trained network, of which a copy is made. */
    public static XorRun from(Network trained) {
        XorRun run = new XorRun(trained.architecture());
        run.network.copyParameters(trained);
        return run;
    }

    /** The network as it is now. */
    public Network network() {
        return network;
    }

    /** How many steps were taken. */
    public int steps() {
        return steps;
    }

    /** Takes so many steps. */
    public void train(int more) {
        for (int i = 0; i < more; i++) {
            error();
            network.backward(EXAMPLES);
            optimiser.step(RATE);
            steps++;
        }
    }

    /** The mean squared error now, averaged over the examples. */
    public double error() {
        Matrix outputs = network.forwardTraining(examples, EXAMPLES, null);
        return Loss.squaredError().lossAndGradient(outputs, LABELS, network.logitGradient(), EXAMPLES);
    }

    /** The two inputs of example {@code i}. */
    public float[] input(int i) {
        return examples.row[i];
    }

    /** What example {@code i} should give. */
    public int label(int i) {
        return LABELS[i];
    }

    /** What the network gives for two inputs. */
    public float output(float[] input) {
        return network.logits(input)[0];
    }

    /** How many examples it reads rightly, as above one half or not. */
    public int right() {
        int right = 0;
        for (int i = 0; i < EXAMPLES; i++) {
            right += network.read(network.logits(examples.row[i])) == LABELS[i] ? 1 : 0;
        }
        return right;
    }
}
