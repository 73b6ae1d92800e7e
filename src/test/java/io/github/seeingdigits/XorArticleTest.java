package io.github.seeingdigits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.seeingdigits.analysis.ActivationMaximisation;
import io.github.seeingdigits.analysis.XorRun;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.figure.MaximiseFigure;
import io.github.seeingdigits.figure.XorFigure;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.SeededRandom;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code content/xor.md} says of its networks, and tells readers to try, is so. */
class XorArticleTest {
    private static final int RELU = 0;
    private static final int YAT = 2;

    /** For each 5 of our own a stroke that closes it at the lower left, and one at the upper right. */
    private static final List<String> LOWER_LEFT =
            List.of(";310,790,320,620,340,450", ";360,820,355,640,370,450", ";300,810,330,630,370,450");

    private static final List<String> UPPER_RIGHT =
            List.of(";680,170,680,350,660,540", ";690,170,670,320,630,500", ";700,180,670,340,600,500");

    private static Network network(String id) {
        return ModelFolder.read(Path.of("models", id)).network(1);
    }

    private static float[] ink(String strokes) {
        return Ink.of(Drawing.decode(strokes));
    }

    private static JsonNode findings(String id) throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("models", id, "record.json").toFile())
                .get("findings");
    }

    private static XorRun trained(int kind, int seed) {
        XorRun run = XorFigure.start(kind, seed);
        run.train(3000);
        return run;
    }

    /** A run with these parameters that takes no step. */
    private static XorRun with(String architecture, float... parameters) {
        Network network = new Network(architecture, 1, new PlainOps());
        network.setParameters(parameters);
        return XorFigure.fitting(network);
    }

    @Test
    void twoStrokesMakeASixANineAndAnEightOfEveryFive() throws IOException {
        Network network = network("cnn");
        List<String> fives = OwnStrokes.of(5);
        for (int i = 0; i < 3; i++) {
            String five = fives.get(i);
            assertEquals(5, Network.argmax(network.predict(ink(five))));
            assertEquals(6, Network.argmax(network.predict(ink(five + LOWER_LEFT.get(i)))));
            assertEquals(9, Network.argmax(network.predict(ink(five + UPPER_RIGHT.get(i)))));
            assertEquals(8, Network.argmax(network.predict(ink(five + LOWER_LEFT.get(i) + UPPER_RIGHT.get(i)))));
        }
    }

    @Test
    void noSumHasASquaredErrorBelowAQuarterAndOneHalfHasThat() {
        SeededRandom random = new SeededRandom(1);
        for (int i = 0; i < 2000; i++) {
            float[] three = new float[3];
            for (int k = 0; k < 3; k++) {
                three[k] = (float) (2 * random.nextGaussian());
            }
            XorRun run = with("dense 2 1", three);
            float[] value = new float[4];
            for (int k = 0; k < 4; k++) {
                value[k] = run.output(run.input(k));
            }
            assertEquals(value[0] + value[3], value[1] + value[2], 1e-5);
            double errors = 0;
            for (int k = 0; k < 4; k++) {
                errors += (k == 0 || k == 3 ? 1 : -1) * (value[k] - run.label(k));
            }
            assertEquals(2, errors, 1e-5);
            assertTrue(run.error() >= 0.25 - 1e-6, "error " + run.error());
            assertTrue(run.right() < 4);
        }
        assertEquals(0.25, with("dense 2 1", 0, 0, 0.5f).error(), 1e-9);
    }

    @Test
    void ofSixteenTablesAllButExclusiveOrAndItsOppositeHaveASum() {
        for (int table = 0; table < 16; table++) {
            boolean found = false;
            // Two weights of −1, 0 or 1, and a bias that is no whole number.
            for (int k = 0; k < 54; k++) {
                XorRun sum = with("dense 2 1", k % 3 - 1, k / 3 % 3 - 1, k / 9 - 2.25f);
                boolean all = true;
                for (int i = 0; i < 4; i++) {
                    all &= sum.output(sum.input(i)) > 0.5 == ((table >> i & 1) == 1);
                }
                found |= all;
            }
            assertEquals(table != 0b0110 && table != 0b1001, found, "table " + table);
        }
    }

    @Test
    void aSumReadsThreeOfFourAtFourTimesTheError() {
        XorRun sum = with("dense 2 1", 1, 1, 0);
        assertEquals(3, sum.right());
        assertEquals(2, sum.output(sum.input(3)));
        assertEquals(1, sum.error(), 1e-9);
    }

    @Test
    void overPixelsTheSumsOfTheFourDigitsMakeTheSameTwoAndTwo() throws IOException {
        Network sums = network("softmax-10");
        SeededRandom random = new SeededRandom(2);
        float[][] pictures = new float[4][Ink.PIXELS];
        for (int i = 0; i < Ink.PIXELS; i++) {
            // Each pixel belongs to the 5, to one of two strokes that do not overlap, or to none.
            int part = (int) (4 * random.nextFloat());
            for (int k = 0; k < 4; k++) {
                pictures[k][i] = part == 0 || part == 1 && k % 2 == 1 || part == 2 && k / 2 == 1 ? 0.8f : 0;
            }
        }
        float[] both = new float[10];
        for (int k = 0; k < 4; k++) {
            float[] scores = sums.logits(pictures[k]);
            for (int j = 0; j < 10; j++) {
                both[j] += (k == 0 || k == 3 ? 1 : -1) * scores[j];
            }
        }
        for (float difference : both) {
            assertEquals(0, difference, 1e-3);
        }
    }

    @Test
    void noRecordedSumLearntItAndAllEndedAtOneHalf() throws IOException {
        JsonNode linear = findings("xor-relu").get("linear");
        assertEquals(0, linear.get("solved").asInt());
        for (JsonNode seed : linear.get("seeds")) {
            for (JsonNode output : seed.get("outputs")) {
                assertEquals(0.5, output.asDouble(), 0.01);
            }
        }
    }

    @Test
    void theTrainedNetworkReadsAsTheTextSays() {
        Network network = network("xor-relu");
        XorRun run = XorFigure.fitting(network);
        String line = "(0, 1): units 0.00, 0.75, 0.00, 0.36; 0.00 + 0.51 + 0.00 − 0.20 + 0.69 = 1.00.";
        assertTrue(XorFigure.arithmetic(run).contains(line), XorFigure.arithmetic(run));
        float[][] units = new float[4][];
        for (int i = 0; i < 4; i++) {
            run.output(run.input(i));
            units[i] = run.network().output(1).row[0].clone();
            assertTrue((units[i][0] > 0) == (i == 0), "neither");
            assertEquals(0, units[i][2], "dead");
        }
        // The last one: nothing for none, a little for one, much for both.
        assertEquals(0, units[0][3]);
        for (int i = 1; i <= 2; i++) {
            assertTrue(units[i][3] > 0 && units[i][3] < units[3][3] / 4);
        }
        float[][] outgoing = network.parameters().get(2).value.row;
        assertTrue(outgoing[0][0] < 0 && outgoing[3][0] < 0, "both take away");
        assertEquals(4, run.right());
    }

    @Test
    void twoUnitsWithWholeNumbersDoIt() {
        // Both weights of the first unit, then of the second; biases; then the outgoing ones.
        XorRun run = with("dense 2 2, relu 2, dense 2 1", 1, 1, 1, 1, 0, -1, 1, -2, 0);
        for (int i = 0; i < 4; i++) {
            assertEquals(run.label(i), run.output(run.input(i)));
        }
    }

    @Test
    void theFirstStartArrivesTheSecondGetsThreeRightAndTheThirdStaysAtOneHalf() {
        assertEquals(4, trained(RELU, 1).right());
        assertTrue(trained(RELU, 1).error() < 0.001);
        XorRun second = trained(RELU, 2);
        assertEquals(3, second.right());
        int living = 0;
        for (int unit = 0; unit < 4; unit++) {
            boolean alive = false;
            for (int i = 0; i < 4; i++) {
                second.output(second.input(i));
                alive |= second.network().output(1).row[0][unit] > 0;
            }
            living += alive ? 1 : 0;
        }
        assertEquals(1, living);
        XorRun third = trained(RELU, 3);
        for (int i = 0; i < 4; i++) {
            assertEquals(0.5, third.output(third.input(i)), 0.01);
        }
    }

    @Test
    void withThreeDeadUnitsNoneLearntItAndWithTwoSomeDid() throws IOException {
        int[] learnt = new int[5];
        for (JsonNode seed : findings("xor-relu").at("/relu/seeds")) {
            learnt[seed.get("dead").asInt()] += seed.get("solved").asBoolean() ? 1 : 0;
        }
        assertEquals(0, learnt[3] + learnt[4]);
        assertTrue(learnt[2] > 0 && learnt[1] + learnt[2] > learnt[0]);
    }

    @Test
    void oneUnitWithASquareHasItInItsHead() {
        XorRun yat = with("yat 2 1 eps 1e-9", 1, -1);
        double[] values = {0, 0.2, 1, 0};
        for (int i = 0; i < 4; i++) {
            assertEquals(values[i], yat.output(yat.input(i)), 1e-6);
            double sum = yat.input(i)[0] - yat.input(i)[1];
            assertEquals(yat.label(i), sum * sum, "the square alone");
        }
    }

    @Test
    void withoutAFactorNoneLearntItThoughMostHaveTheRightOrder() throws IOException {
        JsonNode constant = findings("xor-yat").get("constant-alpha");
        assertEquals(0, constant.get("solved").asInt());
        assertTrue(2 * constant.get("separated").asInt() > constant.get("runs").asInt());
    }

    @Test
    void theFirstYatUnitBeginsOnAnExampleAndTheSecondArrives() {
        XorRun first = XorFigure.start(YAT, 1);
        assertEquals(44, first.output(first.input(2)), 0.5);
        first.train(3000);
        assertEquals(3, first.right());
        assertEquals(1, first.output(first.input(2)), 0.05);
        assertTrue(first.output(first.input(1)) < 0.05);
        assertEquals(4, trained(YAT, 2).right());
    }

    @Test
    void askedForASixEveryFiveGetsInkInItsGapAndAtTheRim() throws IOException {
        Network network = network("hidden-10");
        double best = 0;
        for (String six : OwnStrokes.of(6)) {
            best = Math.max(best, network.logits(ink(six))[6]);
        }
        List<String> fives = OwnStrokes.of(5);
        for (int i = 0; i < 3; i++) {
            float[] five = ink(fives.get(i));
            float[] closed = ink(fives.get(i) + LOWER_LEFT.get(i));
            ActivationMaximisation ascent = MaximiseFigure.begin(network, 6, 2, five.clone());
            ascent.step(MaximiseFigure.RATE);
            assertTrue(network.predict(ascent.input())[6] > 0.99);
            ascent.step(MaximiseFigure.RATE);
            ascent.step(MaximiseFigure.RATE);
            double gap = 0;
            int inGap = 0;
            double rim = 0;
            for (int k = 0; k < Ink.PIXELS; k++) {
                if (closed[k] - five[k] > 0.5) {
                    gap += ascent.input()[k] - five[k];
                    inGap++;
                }
                // MNIST's digits leave four pixels free on every side.
                if (k / Ink.SIZE < 3) {
                    rim = Math.max(rim, ascent.input()[k]);
                }
            }
            assertTrue(inGap > 10 && gap / inGap > 0.25, "in the gap " + gap / inGap);
            assertTrue(rim > 0.9, "at the rim " + rim);
            for (int step = 3; step < 400; step++) {
                ascent.step(MaximiseFigure.RATE);
            }
            assertTrue(ascent.value() > 5 * best, ascent.value() + " against " + best);
        }
    }
}
