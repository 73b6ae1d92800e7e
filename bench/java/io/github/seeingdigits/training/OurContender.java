package io.github.seeingdigits.training;

import com.sun.management.OperatingSystemMXBean;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.data.Mnist;
import io.github.seeingdigits.network.CrossEntropy;
import io.github.seeingdigits.network.Dense;
import io.github.seeingdigits.network.Initialiser;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Parameter;
import io.github.seeingdigits.network.SeededRandom;
import io.github.seeingdigits.network.Sgd;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains 784-128-10 for one epoch whenever a line comes in, and answers with wall seconds, CPU seconds and the mean loss.
 * Shuffling and turning bytes into inputs are counted here, though not for the other contenders.
 */
final class OurContender {
    private static final int BATCH = 64;
    private static final int HIDDEN = 128;
    private static final double RATE = 0.1;

    private final LabelledImages train;
    private final JvmOps ops;
    private final Pixels pixels;
    private final Dense first;
    private final Dense second;
    private final Matrix hidden;
    private final Matrix dHidden;
    private final Matrix logits;
    private final Matrix dLogits;
    private final List<Parameter> parameters = new ArrayList<>();
    private final Sgd sgd;
    private final int[] order;
    private final SeededRandom random = new SeededRandom(1);

    private OurContender(LabelledImages train, Team team) {
        this.train = train;
        ops = new JvmOps(team);
        pixels = new Pixels(Inked.of(train), BATCH, ops);
        first = new Dense(784, HIDDEN, ops);
        second = new Dense(HIDDEN, 10, ops);
        hidden = ops.matrix(BATCH, HIDDEN);
        dHidden = ops.matrix(BATCH, HIDDEN);
        logits = ops.matrix(BATCH, 10);
        dLogits = ops.matrix(BATCH, 10);
        Initialiser.fanInUniform().initialise(first, random);
        Initialiser.fanInUniform().initialise(second, random);
        parameters.addAll(first.parameters());
        parameters.addAll(second.parameters());
        sgd = new Sgd(parameters, 0, 0, ops);
        order = Pixels.inOrder(train.size());
    }

    private double epoch() {
        random.shuffle(order);
        double loss = 0;
        int steps = 0;
        for (int from = 0; from < order.length; from += BATCH) {
            int n = Math.min(BATCH, order.length - from);
            pixels.load(order, from, n);
            loss += step(n);
            steps++;
        }
        return loss / steps;
    }

    private double step(int n) {
        first.forward(pixels.inputs(), hidden, n);
        relu(n);
        second.forward(hidden, logits, n);
        double loss = CrossEntropy.lossAndGradient(logits, pixels.labels(), dLogits, n);
        for (Parameter p : parameters) {
            p.gradient().fill(0);
        }
        second.backward(hidden, dLogits, dHidden, n);
        reluBackward(n);
        first.backward(pixels.inputs(), dHidden, null, n);
        sgd.step(RATE);
        return loss;
    }

    private void relu(int n) {
        for (int i = 0; i < n; i++) {
            float[] h = hidden.row[i];
            for (int j = 0; j < HIDDEN; j++) {
                h[j] = Math.max(0, h[j]);
            }
        }
    }

    private void reluBackward(int n) {
        for (int i = 0; i < n; i++) {
            float[] h = hidden.row[i];
            float[] d = dHidden.row[i];
            for (int j = 0; j < HIDDEN; j++) {
                d[j] *= Math.min(1, h[j] * Float.MAX_VALUE);
            }
        }
    }

    public static void main(String[] args) throws IOException {
        Team team = new Team();
        for (int i = 1; i < Integer.parseInt(args[0]); i++) {
            Thread helper = new Thread(team::help, "helper");
            helper.setDaemon(true);
            helper.start();
        }
        OurContender contender =
                new OurContender(Mnist.load(System.getenv()).train(), team);
        OperatingSystemMXBean os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        System.out.println("ready");
        while (in.readLine() != null) {
            long wall = System.nanoTime();
            long cpu = os.getProcessCpuTime();
            double loss = contender.epoch();
            System.out.println((System.nanoTime() - wall) / 1e9 + " " + (os.getProcessCpuTime() - cpu) / 1e9 + " " + loss);
        }
    }
}
