package io.github.seeingdigits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.seeingdigits.analysis.ActivationMaximisation;
import io.github.seeingdigits.analysis.Vectors;
import io.github.seeingdigits.analysis.XorRun;
import io.github.seeingdigits.analysis.YatUnit;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.figure.MaximiseFigure;
import io.github.seeingdigits.figure.XorFigure;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Parameter;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.SeededRandom;
import io.github.seeingdigits.network.Yat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What {@code content/nmn.md} derives, says of its network and in words about its records is so; see also {@code YatUnitTest}. */
class NmnArticleTest {
    private static final float[] W = {3, 4};

    private final Network network = ModelFolder.read(Path.of("models/nmn-10")).network(1);

    private static JsonNode record(String id) throws IOException {
        return new ObjectMapper().readTree(Path.of("models", id, "record.json").toFile());
    }

    private static float[] at(double radius, double angle) {
        return new float[] {(float) (radius * Math.cos(angle)), (float) (radius * Math.sin(angle))};
    }

    @Test
    void unitsThatCouldSayMillionsSayTwentyAndNeverLessThanZero() throws IOException {
        Yat layer = (Yat) network.layers().get(0);
        double least =
                record("nmn-10").at("/findings/landscape/nmn/maximum/min").asDouble();
        for (int j = 0; j < 10; j++) {
            assertTrue(YatUnit.of(layer, j).maximum() >= 0.999 * least);
        }
        for (String three : OwnStrokes.of(3)) {
            float[] values = network.logits(Ink.of(Drawing.decode(three))).clone();
            assertEquals(20, values[3], 4);
            for (float value : values) {
                assertTrue(value >= 0);
            }
        }
    }

    @Test
    void theTableOfThreeWaysToBeAlikeIsRight() {
        YatUnit unit = new YatUnit(W, 0, 1, 1);
        double[][] rows = {
            {3, 4, 25, 1, 0, 625}, {6, 8, 50, 1, 5, 96.2}, {-3, -4, -25, -1, 10, 6.2}, {4, -3, 0, 0, 7.1, 0}
        };
        for (double[] row : rows) {
            float[] x = {(float) row[0], (float) row[1]};
            assertEquals(row[2], Vectors.dot(W, x));
            assertEquals(row[3], Vectors.cosine(W, x), 1e-9);
            assertEquals(row[4], Vectors.distance(W, x), 0.05);
            assertEquals(row[5], unit.response(x), 0.05);
        }
        assertEquals(650, unit.maximum(), 1e-9);
        assertEquals(1.04, unit.maximiserScale(), 1e-9);
        assertTrue(unit.maximum() > unit.response(W), "the published bound is the value at w");
    }

    @Test
    void halfThePeakIsLeftAtTheRootOfEpsilon() throws IOException {
        JsonNode land = record("nmn-10").at("/findings/landscape/nmn");
        assertEquals(Math.sqrt(1e-5), land.at("/halfMaximumRadius/mean").asDouble(), 1e-6);
    }

    @Test
    void farAwayItIsBoundedButDoesNotFade() {
        YatUnit unit = new YatUnit(W, 0, 1, 1);
        for (double far : new double[] {1e3, 1e5}) {
            assertEquals(25, unit.response(at(far, Math.atan2(4, 3))), 0.5);
            assertEquals(25, unit.response(at(far, Math.atan2(-4, -3))), 0.5);
            assertEquals(0, unit.response(at(far, Math.atan2(3, -4))), 0.01);
        }
    }

    @Test
    void contoursAboveTheLargestLimitCloseAndThoseBelowDoNot() {
        YatUnit unit = new YatUnit(W, 0, 1, 1);
        double largest = 0;
        boolean[] found = new boolean[25];
        for (int degree = 0; degree < 3600; degree++) {
            double value = unit.response(at(1e4, degree * Math.PI / 1800));
            largest = Math.max(largest, value);
            found[Math.min(24, (int) value)] = true;
        }
        assertTrue(largest < 25.5, "above W nothing is left far away: " + largest);
        for (boolean each : found) {
            assertTrue(each, "every value below W is still found there");
        }
    }

    @Test
    void aPictureOfItIsMirroredByTheLineThroughItsWeights() {
        YatUnit unit = new YatUnit(W, 0.7, 1, 0.1);
        double axis = Math.atan2(4, 3);
        for (int i = 1; i < 100; i++) {
            assertEquals(
                    unit.response(at(0.2 * i, axis + 0.1 * i)),
                    unit.response(at(0.2 * i, axis - 0.1 * i)),
                    1e-3 * unit.response(at(0.2 * i, axis + 0.1 * i)) + 1e-4);
        }
    }

    @Test
    void farAwayTheGradientInTheInputDiesOutAndThatInTheWeightsDoesNot() {
        float[] w = {1.5f, -0.5f};
        float[] d = {0.6f, 0.8f};
        double dot = Vectors.dot(w, d);
        for (double far : new double[] {1e3, 1e4}) {
            float[] x = {(float) (far * d[0]), (float) (far * d[1])};
            for (int k = 0; k < 2; k++) {
                float step = 0.25f;
                float[] more = w.clone();
                float[] less = w.clone();
                more[k] += step;
                less[k] -= step;
                double inWeights =
                        (new YatUnit(more, 0, 1, 1e-5).response(x) - new YatUnit(less, 0, 1, 1e-5).response(x))
                                / (2 * step);
                assertEquals(2 * dot * d[k], inWeights, 0.01);
                float[] on = x.clone();
                float[] back = x.clone();
                on[k] += 1;
                back[k] -= 1;
                YatUnit unit = new YatUnit(w, 0, 1, 1e-5);
                double inInput = (unit.response(on) - unit.response(back)) / 2;
                assertTrue(Math.abs(inInput) < 5 / far, "at " + far + ": " + inInput);
            }
        }
    }

    @Test
    void threeUnitsWithThreeBiasesMakeABump() {
        SeededRandom random = new SeededRandom(3);
        for (int i = 0; i < 200; i++) {
            float[] w = {random.nextFloat() * 4 - 2, random.nextFloat() * 4 - 2};
            float[] x = {random.nextFloat() * 4 - 2, random.nextFloat() * 4 - 2};
            double b = random.nextFloat();
            double sum = new YatUnit(w, b + 1, 1, 0.1).response(x)
                    - 2 * new YatUnit(w, b, 1, 0.1).response(x)
                    + new YatUnit(w, b - 1, 1, 0.1).response(x);
            double distance = Vectors.distance(w, x);
            assertEquals(2 / (distance * distance + 0.1), sum, 1e-6 * sum);
        }
    }

    @Test
    void longOppositeWeightsComeNearToExclusiveOr() {
        double before = 1;
        for (float a : new float[] {1, 10, 100}) {
            Network unit = new Network("yat 2 1 alpha learnable", 1, new PlainOps());
            unit.setParameters(new float[] {a, -a, 2});
            double error = XorFigure.fitting(unit).error();
            assertTrue(error < before);
            before = error;
        }
        assertEquals(0, before, 1e-3);
    }

    @Test
    void mostStartsOfAYatUnitArriveAndTheFirstDoesNot() {
        int arrived = 0;
        for (int seed = 1; seed <= 30; seed++) {
            XorRun run = XorFigure.start(2, seed);
            run.train(3000);
            arrived += run.right() == 4 ? 1 : 0;
            assertTrue(seed > 1 || arrived == 0);
        }
        assertTrue(arrived > 15, arrived + " of 30");
    }

    @Test
    void onASphereTheZeroFindsItsWeightsAndTheSixTheirNegative() {
        assertEquals(1, agreement(0, 1), 0.001);
        assertEquals(-1, agreement(6, 1), 0.001);
        for (int output : new int[] {0, 6}) {
            ActivationMaximisation free = climb(output, 3);
            assertTrue(
                    Vectors.norm(free.input()) > 28, "longer than any drawing, all ink: " + Vectors.norm(free.input()));
            assertTrue(free.value()
                    < YatUnit.of((Yat) network.layers().get(0), output).largestLimit());
        }
    }

    private ActivationMaximisation climb(int output, int limit) {
        ActivationMaximisation ascent = MaximiseFigure.begin(network, output, limit, null);
        for (int step = 0; step < 400; step++) {
            ascent.step(MaximiseFigure.RATE);
        }
        return ascent;
    }

    private double agreement(int output, int limit) {
        float[] weights = new float[Ink.PIXELS];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = ((Yat) network.layers().get(0)).weight().value.row[k][output];
        }
        return Vectors.correlation(weights, climb(output, limit).input());
    }

    @Test
    void noDigitComesNearANeedle() throws IOException {
        JsonNode findings = record("nmn-10").get("findings");
        assertTrue(findings.at("/landscape/nmn/nearestImageByNorm/min").asDouble() > 1, "the blank page is nearer");
        assertEquals(
                0, findings.at("/landscape/nmn/ownResponseInClosedRegion/max").asDouble());
        assertTrue(findings.at("/landscape/class-means/ownResponseInClosedRegion/mean")
                        .asDouble()
                > 0);
        for (String kind : new String[] {"nmn", "linear"}) {
            assertEquals(
                    1000,
                    findings.at("/confidence/" + kind + "/scaled/4/factor").asDouble());
        }
        assertTrue(findings.at("/confidence/nmn/scaled/4/confidence/mean").asDouble()
                < findings.at("/confidence/linear/scaled/4/confidence/mean").asDouble());
    }

    @Test
    void withTenUnitsTheyAreEqualsAndWithMoreTheWorstReluIsBetterThanTheBestYat() throws IOException {
        JsonNode ten = record("nmn-10");
        assertEquals(
                ten.at("/test/accuracy/mean").asDouble(),
                ten.at("/variants/linear/test/accuracy/mean").asDouble(),
                0.005);
        JsonNode hidden = record("nmn-hidden");
        assertTrue(hidden.at("/test/accuracy/max").asDouble()
                        > hidden.at("/variants/relu-10/test/accuracy/min").asDouble()
                && hidden.at("/test/accuracy/min").asDouble()
                        < hidden.at("/variants/relu-10/test/accuracy/max").asDouble());
        for (String units : new String[] {"32", "100"}) {
            assertTrue(hidden.at("/variants/relu-" + units + "/test/accuracy/min")
                            .asDouble()
                    > hidden.at("/variants/nmn-" + units + "/test/accuracy/max").asDouble());
            assertEquals(
                    1,
                    hidden.at("/variants/nmn-" + units + "/recipe/parameters").asInt()
                            - hidden.at("/variants/relu-" + units + "/recipe/parameters")
                                    .asInt());
        }
        JsonNode deep = record("nmn-256-128");
        assertEquals(235_148, deep.at("/recipe/parameters").asInt());
        assertEquals(2, 235_148 - deep.at("/variants/relu/recipe/parameters").asInt());
        assertTrue(deep.at("/variants/relu/test/accuracy/min").asDouble()
                > deep.at("/test/accuracy/max").asDouble());
        assertEquals(
                deep.get("seeds").size(),
                deep.at("/findings/publishedRange/seedsWithin").asInt());
    }

    @Test
    void aNetworkOfZerosHasNoSlopeAnywhere() {
        Network zeros = new Network(network.architecture(), 1, new PlainOps());
        float[] ink = new float[Ink.PIXELS];
        Arrays.fill(ink, 0.5f);
        zeros.forwardTraining(new Matrix(new float[][] {ink}, Ink.PIXELS), 1, null);
        Arrays.fill(zeros.logitGradient().row[0], 1);
        zeros.backward(1);
        for (Parameter parameter : zeros.parameters()) {
            for (float[] row : parameter.gradient().row) {
                for (float slope : row) {
                    assertEquals(0, slope, parameter.name);
                }
            }
        }
    }
}
