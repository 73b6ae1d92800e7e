package io.github.seeingdigits.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.digit.Handwriting;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.digit.Specimens;
import io.github.seeingdigits.network.Dense;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.SeededRandom;
import org.junit.jupiter.api.Test;

class TrainingRunTest {
    private static final String SOFTMAX = "dense 784 10";
    private static final int RATE = 0;
    private static final int BATCH = 1;
    private static final int START = 2;

    private final LabelledPixels train = digits(1, 40);
    private final LabelledPixels heldBack = digits(2, 30);

    private static LabelledPixels digits(int seed, int count) {
        Handwriting handwriting = new Handwriting(seed);
        float[] pixels = new float[count * 784];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % 10;
            System.arraycopy(Ink.of(handwriting.next(labels[i])), 0, pixels, i * 784, 784);
        }
        return new LabelledPixels(pixels, labels);
    }

    private TrainingRun run(String architecture, TrainingSettings settings) {
        return new TrainingRun(architecture, settings, train, heldBack, new PlainOps());
    }

    private static float[][] weights(TrainingRun run) {
        return ((Dense) run.network().layers().get(0)).weight().value.row;
    }

    /** From zeros every probability is a tenth, so the first step can be written down: rate·mean of x·([right] − 0.1). */
    @Test
    void theFirstStepFromZerosIsTheMeanGradientOfTheFirstBatch() {
        for (int batch : new int[] {8, 40}) {
            TrainingSettings settings =
                    new TrainingSettings().with(START, "zero").with(RATE, "0.3").with(BATCH, batch == 40 ? "128" : "8");
            TrainingRun run = run(SOFTMAX, settings);
            assertEquals(batch, run.batch());
            assertEquals(Math.log(10), run.curve().last(LearningCurve.LOSS), 1e-6);
            assertEquals(Math.log(10), run.curve().last(LearningCurve.HELD_LOSS), 1e-6);
            assertEquals(0.1, run.curve().last(LearningCurve.HELD_RIGHT), 1e-6, "zeros take all for a 0");
            run.step();
            int[] order = new int[40];
            for (int i = 0; i < order.length; i++) {
                order[i] = i;
            }
            new SeededRandom(1).shuffle(order);
            for (int k = 0; k < 784; k++) {
                for (int j = 0; j < 10; j++) {
                    double sum = 0;
                    for (int i = 0; i < batch; i++) {
                        sum += train.pixels[order[i] * 784 + k] * ((train.labels[order[i]] == j ? 1 : 0) - 0.1);
                    }
                    assertEquals(0.3 * sum / batch, weights(run)[k][j], 1e-6, "weight " + k + ", " + j);
                }
            }
        }
    }

    /** Loss and accuracy once more, in double precision, from the weights alone. */
    @Test
    void theCurveSaysWhatTheNetworkIsWorth() {
        TrainingRun run = run(SOFTMAX, new TrainingSettings());
        for (int i = 0; i < 9; i++) {
            run.step();
        }
        assertMeasured(run, train, LearningCurve.LOSS, LearningCurve.RIGHT);
        assertMeasured(run, heldBack, LearningCurve.HELD_LOSS, LearningCurve.HELD_RIGHT);
        assertTrue(run.curve().last(LearningCurve.LOSS) < 0.9 * run.curve().get(0, LearningCurve.LOSS));
    }

    private static void assertMeasured(TrainingRun run, LabelledPixels pictures, int loss, int right) {
        float[] bias = ((Dense) run.network().layers().get(0)).bias().value.row[0];
        double total = 0;
        double correct = 0;
        int size = pictures.labels.length;
        for (int i = 0; i < size; i++) {
            double[] z = new double[10];
            double sum = 0;
            int best = 0;
            for (int j = 0; j < 10; j++) {
                z[j] = bias[j];
                for (int k = 0; k < 784; k++) {
                    z[j] += (double) pictures.pixels[i * 784 + k] * weights(run)[k][j];
                }
                sum += Math.exp(z[j]);
                best = z[j] > z[best] ? j : best;
            }
            total += Math.log(sum) - z[pictures.labels[i]];
            correct += best == pictures.labels[i] ? 1 : 0;
        }
        assertEquals(total / size, run.curve().last(loss), 1e-5);
        assertEquals(correct / size, run.curve().last(right), 1e-6);
    }

    @Test
    void theSameSettingsGiveTheSameRunAndAnotherSeedAnother() {
        TrainingRun one = run(SOFTMAX, new TrainingSettings());
        TrainingRun same = run(SOFTMAX, new TrainingSettings());
        TrainingRun other = run(SOFTMAX, new TrainingSettings().with(TrainingSettings.SEED, "2"));
        for (int i = 0; i < 12; i++) {
            one.step();
            same.step();
            other.step();
        }
        assertEquals(12, one.steps());
        assertArrayEquals(one.curve().toArray(), same.curve().toArray());
        assertNotEquals(one.curve().last(LearningCurve.LOSS), other.curve().last(LearningCurve.LOSS));
    }

    @Test
    void everyRoundShowsEveryPictureOnceWithTheRestInASmallerBatch() {
        // With a rate this small, weights hardly move, so the steps of a round add up to one over all.
        TrainingSettings slow =
                new TrainingSettings().with(START, "zero").with(RATE, "0.001").with(BATCH, "32");
        TrainingRun run = run(SOFTMAX, slow);
        run.step();
        run.step();
        double[] expected = new double[10];
        int[] order = new int[40];
        for (int i = 0; i < 40; i++) {
            order[i] = i;
        }
        new SeededRandom(1).shuffle(order);
        for (int i = 0; i < 40; i++) {
            double share = i < 32 ? 1.0 / 32 : 1.0 / 8;
            for (int j = 0; j < 10; j++) {
                expected[j] += 0.001 * share * ((train.labels[order[i]] == j ? 1 : 0) - 0.1);
            }
        }
        float[] bias = ((Dense) run.network().layers().get(0)).bias().value.row[0];
        for (int j = 0; j < 10; j++) {
            assertEquals(expected[j], bias[j], 2e-6);
        }
    }

    @Test
    void aHiddenLayerOfZerosNeverLearnsWhatItsInputsSay() {
        TrainingRun run = run("dense 784 5, relu 5, dense 5 10", new TrainingSettings().with(START, "zero"));
        for (int i = 0; i < 20; i++) {
            run.step();
        }
        for (float[] row : weights(run)) {
            assertArrayEquals(new float[5], row);
        }
    }

    @Test
    void measuringSeldomChangesNothingButWhatIsMeasured() {
        TrainingSettings settings = new TrainingSettings();
        TrainingRun often = run(SOFTMAX, settings);
        TrainingRun seldom =
                new TrainingRun(SOFTMAX, settings, train, heldBack, new PlainOps(), LearningCurve.every(8));
        for (int i = 0; i < 20; i++) {
            often.step();
            seldom.step();
        }
        assertArrayEquals(weights(often), weights(seldom));
        LearningCurve few = seldom.curve();
        assertEquals(4, few.size(), "0, 8, 16 and 20");
        for (int i = 0; i < few.size(); i++) {
            int step = (int) few.get(i, LearningCurve.STEP);
            for (int number = 0; number < 5; number++) {
                assertEquals(often.curve().get(step, number), few.get(i, number), "step " + step);
            }
        }
    }

    @Test
    void aRunEndsWhenNumbersOutgrowAllBounds() {
        TrainingRun run = run("scale 784 255 0, dense 784 10, dense 10 10", new TrainingSettings().with(RATE, "3"));
        for (int i = 0; i < 300 && !run.ended(); i++) {
            run.step();
        }
        assertTrue(run.ended());
        assertFalse(run(SOFTMAX, new TrainingSettings()).ended());
    }

    @Test
    void specimensAreTakenFromTheSheetInTheirOrder() {
        byte[] sheet = new byte[3 * 784];
        // Three tiles in a row: the first pixels of the second and third.
        sheet[28] = (byte) 255;
        sheet[56] = (byte) 51;
        LabelledPixels two = LabelledPixels.of(new Specimens(sheet, 3, "405", new int[3], false), 1, 3);
        assertArrayEquals(new int[] {0, 5}, two.labels);
        assertEquals(1f, two.pixels[0]);
        assertEquals(0.2f, two.pixels[784]);
        assertEquals(2 * 784, two.pixels.length);
        assertThrows(IllegalArgumentException.class, () -> new LabelledPixels(new float[784], new int[2]));
        assertThrows(IllegalArgumentException.class, () -> new LabelledPixels(new float[0], new int[0]));
    }
}
