package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Ops;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The fast loops against the plain ones, on shapes of every kind, and with helpers against without. */
class JvmOpsTest {
    private final Team team = new Team();

    @AfterEach
    void sendHelpersAway() {
        team.close();
    }

    @RepeatedTest(40)
    void everyLoopGivesWhatThePlainOneGives(RepetitionInfo repetition) {
        int seed = repetition.getCurrentRepetition();
        assertClose(results(new PlainOps(), seed, 60), results(new JvmOps(), seed, 60));
    }

    @RepeatedTest(10)
    void helpersDoNotChangeABit(RepetitionInfo repetition) {
        int seed = repetition.getCurrentRepetition();
        Helpers.join(team, 3);
        List<Matrix> alone = results(new JvmOps(), seed, 300);
        List<Matrix> helped = results(new JvmOps(team), seed, 300);
        for (int m = 0; m < alone.size(); m++) {
            for (int i = 0; i < alone.get(m).rows; i++) {
                assertArrayEquals(alone.get(m).row[i], helped.get(m).row[i], "result " + m + ", row " + i);
            }
        }
    }

    @Test
    void rectifyingGivesTheSameBitsAtEverySign() {
        float[] edges = {0f, -0f, 1f, -1f, Float.MIN_VALUE, -Float.MIN_VALUE, 1e-30f, Float.MAX_VALUE, -3e38f, 0.5f};
        for (float slope : new float[] {0f, 0.01f, 1f}) {
            List<List<float[]>> both = new ArrayList<>();
            for (Ops ops : List.of(new PlainOps(), new JvmOps())) {
                Matrix x = ops.matrix(1, edges.length);
                Matrix dy = ops.matrix(1, edges.length);
                Matrix y = ops.matrix(1, edges.length);
                Matrix dx = ops.matrix(1, edges.length);
                for (int k = 0; k < edges.length; k++) {
                    x.row[0][k] = edges[k];
                    dy.row[0][k] = k % 2 == 0 ? 2.5f : -0.3f;
                }
                ops.rectify(x, slope, y, 1);
                ops.rectifyGradient(x, slope, dy, dx, 1);
                both.add(List.of(y.row[0], dx.row[0]));
            }
            assertArrayEquals(both.get(0).get(0), both.get(1).get(0), "forward, slope " + slope);
            assertArrayEquals(both.get(0).get(1), both.get(1).get(1), "backward, slope " + slope);
        }
    }

    @Test
    void batchesOfEverySizeMayFollowEachOther() {
        JvmOps ops = new JvmOps();
        for (int seed = 1; seed < 30; seed++) {
            assertClose(results(new PlainOps(), seed, 40), results(ops, seed, 40));
        }
    }

    @Test
    void rowsAndColumnsOfOneSizeDoNotShareScratchMemory() {
        assertClose(results(new PlainOps(), 1, 12, 12, 12), results(new JvmOps(), 1, 12, 12, 12));
        assertClose(results(new PlainOps(), 1, 20, 20, 10), results(new JvmOps(), 1, 20, 20, 10));
    }

    @Test
    void everyPartIsDoneOnceWhoeverDoesIt() {
        Helpers.join(team, 2);
        for (int piece = 0; piece < 2000; piece++) {
            AtomicInteger[] done = new AtomicInteger[Team.MOST_PARTS];
            for (int i = 0; i < done.length; i++) {
                done[i] = new AtomicInteger();
            }
            AtomicInteger of = new AtomicInteger();
            team.run((part, parts) -> {
                done[part].incrementAndGet();
                of.set(parts);
            });
            assertTrue(of.get() >= 1);
            for (int i = 0; i < done.length; i++) {
                assertEquals(i < of.get() ? 1 : 0, done[i].get(), "part " + i + " of " + of);
            }
        }
    }

    @Test
    void aPartThatFailsFailsTheWhole() {
        Helpers.join(team, 1);
        assertThrows(
                IllegalStateException.class,
                () -> team.run((part, parts) -> {
                    throw new ArithmeticException("on purpose");
                }));
    }

    private static List<Matrix> results(Ops ops, int seed, int largest) {
        SeededRandom random = new SeededRandom(seed);
        return results(
                ops, seed, 1 + random.nextInt(largest), 1 + random.nextInt(largest), 1 + random.nextInt(largest));
    }

    /** What every operation of a layer gives for inputs of which many are zero. */
    private static List<Matrix> results(Ops ops, int seed, int batch, int inputs, int outputs) {
        SeededRandom random = new SeededRandom(seed);
        int n = 1 + random.nextInt(batch);
        Matrix x = filled(ops, batch, inputs, random, 0.3f + 0.7f * random.nextFloat());
        Matrix weights = filled(ops, inputs, outputs, random, 1);
        Matrix bias = filled(ops, 1, outputs, random, 1);
        Matrix y = filled(ops, batch, outputs, random, 1);
        Matrix dy = filled(ops, batch, outputs, random, 0.6f);
        Matrix dx = filled(ops, batch, inputs, random, 1);
        Matrix dWeights = filled(ops, inputs, outputs, random, 1);
        Matrix dBias = filled(ops, 1, outputs, random, 1);
        ops.affine(x, weights, bias, y, n);
        ops.affineParameterGradient(x, dy, dWeights, dBias, n);
        ops.affineInputGradient(dy, weights, dx, n);
        List<Matrix> results = new ArrayList<>(List.of(y, dWeights, dBias, dx));
        for (float momentum : new float[] {0, 0.9f}) {
            Matrix value = filled(ops, inputs, outputs, random, 1);
            Matrix velocity = ops.matrix(inputs, outputs);
            ops.sgd(value, dWeights, velocity, 0.1f, momentum, 0.01f);
            ops.sgd(value, dWeights, velocity, 0.1f, momentum, 0.01f);
            results.add(value);
        }
        Matrix value = filled(ops, inputs, outputs, random, 1);
        Matrix mean = ops.matrix(inputs, outputs);
        Matrix variance = ops.matrix(inputs, outputs);
        ops.adam(value, dWeights, mean, variance, 0.01f, 0.9f, 0.999f, 1e-8f);
        results.addAll(List.of(value, mean, variance));
        return results;
    }

    private static Matrix filled(Ops ops, int rows, int cols, SeededRandom random, float density) {
        Matrix m = ops.matrix(rows, cols);
        for (float[] row : m.row) {
            for (int j = 0; j < cols; j++) {
                row[j] = random.nextFloat() < density ? 2 * random.nextFloat() - 1 : 0;
            }
        }
        return m;
    }

    private static void assertClose(List<Matrix> expected, List<Matrix> found) {
        for (int m = 0; m < expected.size(); m++) {
            for (int i = 0; i < expected.get(m).rows; i++) {
                assertArrayEquals(expected.get(m).row[i], found.get(m).row[i], 1e-4f, "result " + m + ", row " + i);
            }
        }
    }
}
