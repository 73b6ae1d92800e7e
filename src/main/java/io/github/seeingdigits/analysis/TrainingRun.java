package io.github.seeingdigits.analysis;

import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Loss;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Ops;
import io.github.seeingdigits.network.SeededRandom;
import io.github.seeingdigits.network.Sgd;

/**
 * Training from the first random weight on, one step of plain gradient descent at a time: the same on the JVM and in a page.
 *
 * <p>The seed's one random stream first fills the parameters, then puts the pictures in order before every round through them, as
 * in the site's own experiments. So a run follows from architecture, settings and pictures alone, up to the last bits, which differ
 * with the order in which {@link Ops} add.
 */
public final class TrainingRun {
    /** A run ends here. */
    public static final int LONGEST = 10_000;

    /** Pictures that are tested at a time. */
    private static final int CHUNK = 100;

    private final Network network;
    private final Loss loss;
    private final Sgd optimiser;
    private final SeededRandom random;
    private final double rate;
    private final int batch;
    private final LabelledPixels train;
    private final LabelledPixels heldBack;
    private final int[] order;
    /** What the network sees next, with its labels. */
    private final Matrix input;

    private final int[] labels;
    private final LearningCurve curve;
    private double right;
    private int next;
    private int steps;

    /**
     * Starts a run and measures it before its first step.
     *
     * @param architecture see {@link io.github.seeingdigits.network.Architecture}; its inputs are the pixels of a picture
     * @param train the pictures to learn from
     * @param heldBack other pictures, for testing only
     */
    public TrainingRun(
            String architecture, TrainingSettings settings, LabelledPixels train, LabelledPixels heldBack, Ops ops) {
        this(architecture, settings, train, heldBack, ops, new LearningCurve());
    }

    /** The same, measured only at the steps that {@code curve} keeps; it has no moments yet. */
    public TrainingRun(
            String architecture,
            TrainingSettings settings,
            LabelledPixels train,
            LabelledPixels heldBack,
            Ops ops,
            LearningCurve curve) {
        this.curve = curve;
        this.train = train;
        this.heldBack = heldBack;
        rate = settings.rate();
        batch = Math.min(settings.batch(), train.labels.length);
        int rows = Math.max(CHUNK, batch);
        network = new Network(architecture, rows, ops);
        input = ops.matrix(rows, Ink.PIXELS);
        labels = new int[rows];
        loss = network.endsInProbabilities() ? Loss.likelihood() : Loss.crossEntropy();
        optimiser = new Sgd(network.parameters(), 0, 0, ops);
        random = new SeededRandom(settings.seed());
        network.initialise(settings.initialiser(), random);
        order = new int[train.labels.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        next = order.length;
        measure();
    }

    /** The network as it is now. */
    public Network network() {
        return network;
    }

    /** How many steps were taken. */
    public int steps() {
        return steps;
    }

    /** How many pictures a full step looks at. */
    public int batch() {
        return batch;
    }

    /** Whether there is nothing more to do: {@link #LONGEST} steps were taken, or numbers had grown beyond all bounds when last measured. */
    public boolean ended() {
        float last = curve.last(LearningCurve.LOSS);
        return steps >= LONGEST || !(last < Float.MAX_VALUE);
    }

    /** The run so far, with the present moment. */
    public LearningCurve curve() {
        if ((int) curve.last(LearningCurve.STEP) != steps) {
            measure();
        }
        return curve;
    }

    /** One step: the mean gradient of the next batch, times the rate. The last batch of a round may be smaller. */
    public void step() {
        if (next == order.length) {
            random.shuffle(order);
            next = 0;
        }
        int n = Math.min(batch, order.length - next);
        for (int i = 0; i < n; i++) {
            load(train, order[next++], i);
        }
        loss.lossAndGradient(network.forwardTraining(input, n, random), labels, network.logitGradient(), n);
        network.backward(n);
        optimiser.step(rate);
        steps++;
        if (curve.keeps(steps)) {
            measure();
        }
    }

    private void measure() {
        double trainLoss = test(train);
        double trainRight = right;
        double heldLoss = test(heldBack);
        curve.add(steps, trainLoss, trainRight, heldLoss, right);
    }

    /** The mean loss on {@code pictures}; {@link #right} then is the share that is read correctly. */
    private double test(LabelledPixels pictures) {
        double total = 0;
        int correct = 0;
        int size = pictures.labels.length;
        for (int from = 0; from < size; from += CHUNK) {
            int n = Math.min(CHUNK, size - from);
            for (int i = 0; i < n; i++) {
                load(pictures, from + i, i);
            }
            Matrix outputs = network.forward(input, n);
            // The gradient is not wanted here, and is overwritten before the next step.
            total += n * loss.lossAndGradient(outputs, labels, network.logitGradient(), n);
            for (int i = 0; i < n; i++) {
                correct += network.read(outputs.row[i]) == labels[i] ? 1 : 0;
            }
        }
        right = (double) correct / size;
        return total / size;
    }

    /** Puts a picture into a row of the network's input. */
    private void load(LabelledPixels pictures, int picture, int row) {
        System.arraycopy(pictures.pixels, picture * Ink.PIXELS, input.row[row], 0, Ink.PIXELS);
        labels[row] = pictures.labels[picture];
    }
}
