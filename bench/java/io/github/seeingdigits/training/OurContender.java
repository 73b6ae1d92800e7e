package io.github.seeingdigits.training;

import com.sun.management.OperatingSystemMXBean;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.data.Mnist;
import io.github.seeingdigits.network.Initialiser;
import io.github.seeingdigits.network.Loss;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.SeededRandom;
import io.github.seeingdigits.network.Sgd;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;

/**
 * Trains a network for one epoch whenever a line comes in, and answers with wall seconds, CPU seconds and the mean loss.
 * Arguments: threads, how many of the training images to use, and the architecture.
 * Shuffling and turning bytes into inputs are counted here, though not for the other contenders.
 */
final class OurContender {
    private static final int BATCH = 64;
    private static final double RATE = 0.1;

    private final Step step;
    private final int[] order;
    private final SeededRandom random = new SeededRandom(1);

    private OurContender(LabelledImages train, String architecture, int images, Team team) {
        JvmOps ops = new JvmOps(team);
        Pixels pixels = new Pixels(Inked.of(train), BATCH, ops);
        Network network = new Network(architecture, BATCH, ops);
        network.initialise(Initialiser.fanInUniform(), random);
        Sgd sgd = new Sgd(network.parameters(), 0, 0, ops);
        step = new Step(network, Loss.crossEntropy(), sgd, pixels, BATCH, ops);
        order = Pixels.inOrder(images);
    }

    private double epoch() {
        random.shuffle(order);
        double loss = 0;
        int steps = 0;
        for (int from = 0; from < order.length; from += BATCH) {
            int n = Math.min(BATCH, order.length - from);
            loss += step.show(order, from, n, random);
            step.move(n, RATE);
            steps++;
        }
        return loss / steps;
    }

    public static void main(String[] args) throws IOException {
        Team team = new Team();
        for (int i = 1; i < Integer.parseInt(args[0]); i++) {
            Thread helper = new Thread(team::help, "helper");
            helper.setDaemon(true);
            helper.start();
        }
        OurContender contender =
                new OurContender(Mnist.load(System.getenv()).train(), args[2], Integer.parseInt(args[1]), team);
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
