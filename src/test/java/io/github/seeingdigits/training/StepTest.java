package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.seeingdigits.data.DataSet;
import io.github.seeingdigits.digit.Augmentation;
import io.github.seeingdigits.network.Adam;
import io.github.seeingdigits.network.Initialiser;
import io.github.seeingdigits.network.Loss;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Optimiser;
import io.github.seeingdigits.network.Parameter;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.SeededRandom;
import io.github.seeingdigits.network.Sgd;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A step, in two halves or with layers joined, against the network's own forward and backward, one after the other. */
class StepTest {
    private static final DataSet DATA = TinyDigits.all();
    private static final int BATCH = 64;
    private static final double RATE = 0.05;

    private final List<Team> teams = new ArrayList<>();

    @AfterEach
    void sendHelpersAway() {
        teams.forEach(Team::close);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "dense 784 128, relu 128, dense 128 10; adam; none",
                "dense 784 128, relu 128, dense 128 10; sgd; none",
                "dense 784 100, leaky-relu 100 0.01, dense 100 70, relu 70, dense 70 10; momentum; none",
                "scale 784 2 -1, dense 784 130, relu 130, dense 130 10; adam; shift",
                "dense 784 10; sgd; none",
                "dense 784 6, relu 6, dense 6 10; adam; none",
                "dense 784 64, dropout 64 0.3, dense 64 10; adam; shift",
                "conv 1x28x28 3 5, relu 1728, maxpool 3x24x24 2, conv 3x12x12 6 5, relu 384, maxpool 6x8x8 2, dense 96 10; sgd; none",
                "conv 1x28x28 5 3 pad 1, maxpool 5x28x28 2, relu 980, conv 5x14x14 8 4, maxpool 8x11x11 2, relu 200, dense 200 10; adam; shift",
                "conv 1x28x28 2 5 stride 2, relu 288, maxpool 2x12x12 3, conv 2x4x4 4 3, maxpool 4x2x2 2, dense 4 10; momentum; none"
            })
    void itGivesTheSameBitsForAnyNumberOfHelpers(String architecture, String rule, String changes) {
        Augmentation augmentation = changes.equals("none") ? Augmentation.none() : new Augmentation(2, 0, 0, 0, 0, 0);
        List<Double> losses = new ArrayList<>();
        List<float[]> alone = one(architecture, rule, augmentation, losses);
        for (int helpers = 0; helpers <= 3; helpers++) {
            assertBits(alone, cut(architecture, rule, augmentation, helpers, losses), helpers + " helpers");
        }
    }

    @Test
    void partsOfABatchShareWhatTheWholeHas() {
        PlainOps ops = new PlainOps();
        Network whole = new Network("dense 3 4, relu 4, dense 4 2", 5, ops);
        whole.initialise(Initialiser.fanInUniform(), new SeededRandom(1));
        Network part = whole.part(2, 4, ops);
        Matrix x = ops.matrix(5, 3);
        x.row[3][1] = 1;
        part.forward(x.part(2, 4), 2);
        Network alone = new Network(whole.architecture(), 5, ops);
        alone.copyParameters(whole);
        assertArrayEquals(alone.forward(x, 5).row[3], whole.output(2).row[3]);
        whole.parameters().get(0).value.row[1][0] += 1;
        assertEquals(
                whole.parameters().get(0).value.row[1][0], part.parameters().get(0).value.row[1][0]);
    }

    @Test
    void aNetworkThatKeepsSomethingOfABatchIsNotCut() {
        Network network = new Network("yat 3 2, dropout 2 0.5", 4, new PlainOps());
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> network.part(0, 2, new PlainOps()));
        assertEquals("\"yat 3 2, dropout 2 0.5\" cannot be cut in parts", refused.getMessage());
    }

    /** What a step is to give: images, forward, loss, backward, optimiser, without {@link Step}. */
    private static List<float[]> one(String architecture, String rule, Augmentation augmentation, List<Double> losses) {
        JvmOps ops = new JvmOps();
        SeededRandom random = new SeededRandom(5);
        Network network = network(architecture, ops, random);
        Optimiser optimiser = optimiser(rule, network, ops);
        Pixels pixels = new Pixels(Inked.of(DATA.train()), BATCH, augmentation, ops);
        int[] order = Pixels.inOrder(DATA.train().size());
        for (int from = 0; from < order.length; from += BATCH) {
            int n = Math.min(BATCH, order.length - from);
            pixels.draw(n, random);
            pixels.load(order, from, 0, n);
            Matrix outputs = network.forwardTraining(pixels.inputs(), n, random);
            losses.add(Loss.crossEntropy().lossAndGradient(outputs, pixels.labels(), network.logitGradient(), n));
            network.backward(n);
            optimiser.step(RATE);
        }
        return bits(network, optimiser);
    }

    private List<float[]> cut(
            String architecture, String rule, Augmentation augmentation, int helpers, List<Double> losses) {
        Team team = Helpers.join(new Team(), helpers);
        teams.add(team);
        JvmOps ops = new JvmOps(team);
        SeededRandom random = new SeededRandom(5);
        Network network = network(architecture, ops, random);
        Optimiser optimiser = optimiser(rule, network, ops);
        Pixels pixels = new Pixels(Inked.of(DATA.train()), BATCH, augmentation, ops);
        Step step = new Step(network, Loss.crossEntropy(), optimiser, pixels, BATCH, ops);
        int[] order = Pixels.inOrder(DATA.train().size());
        for (int from = 0; from < order.length; from += BATCH) {
            int n = Math.min(BATCH, order.length - from);
            assertEquals(losses.get(from / BATCH), step.show(order, from, n, random), 1e-9);
            step.move(n, RATE);
        }
        return bits(network, optimiser);
    }

    private static Network network(String architecture, JvmOps ops, SeededRandom random) {
        Network network = new Network(architecture, BATCH, ops);
        network.initialise(Initialiser.fanInUniform(), random);
        return network;
    }

    private static Optimiser optimiser(String rule, Network network, JvmOps ops) {
        return switch (rule) {
            case "adam" -> new Adam(network.parameters(), 0.01, ops);
            case "momentum" -> new Sgd(network.parameters(), 0.9, 0.001, ops);
            default -> new Sgd(network.parameters(), 0, 0, ops);
        };
    }

    private static List<float[]> bits(Network network, Optimiser optimiser) {
        List<float[]> rows = new ArrayList<>();
        for (Parameter p : network.parameters()) {
            rows.addAll(List.of(p.value.row));
            rows.addAll(List.of(p.gradient().row));
        }
        for (Matrix m : optimiser.state()) {
            rows.addAll(List.of(m.row));
        }
        return rows;
    }

    private static void assertBits(List<float[]> expected, List<float[]> found, String who) {
        assertEquals(expected.size(), found.size());
        for (int i = 0; i < found.size(); i++) {
            assertArrayEquals(expected.get(i), found.get(i), who + ", row " + i);
        }
    }
}
