package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.seeingdigits.data.DataSet;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.digit.Distortion;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import org.junit.jupiter.api.Test;

/** Hand-worked numbers: a network that looks at one pixel, and four images. */
class EvaluationTest {
    private static final double LOGIT = Math.log(9 * 3);

    /** Ink in pixel 0 gives "1" three quarters of the probability; without it, ten equal shares are read as 0. */
    private static Network network() {
        Network network = new Network("dense 784 10", 1, new PlainOps());
        network.parameters().get(0).value.row[0][1] = (float) LOGIT;
        return network;
    }

    private static LabelledImages images() {
        byte[][] pixels = new byte[4][784];
        pixels[0][0] = (byte) 255;
        pixels[1][0] = (byte) 255;
        return new LabelledImages(pixels, new int[] {1, 7, 0, 3}, "", "");
    }

    private final Evaluation evaluation = Evaluation.of(network(), images());

    @Test
    void accuracyErrorAndLossAreTheMeansOverAllImages() {
        assertEquals(2, evaluation.correct());
        assertEquals(0.5, evaluation.accuracy());
        assertEquals(0.5, evaluation.error());
        double expected = -(Math.log(0.75) + Math.log(0.25 / 9) + 2 * Math.log(0.1)) / 4;
        assertEquals(expected, evaluation.loss(), 1e-6);
    }

    @Test
    void theConfusionMatrixCountsLabelsByRow() {
        assertArrayEquals(new int[] {0, 1, 0, 0, 0, 0, 0, 0, 0, 0}, evaluation.confusion()[1]);
        assertArrayEquals(new int[] {0, 1, 0, 0, 0, 0, 0, 0, 0, 0}, evaluation.confusion()[7]);
        assertArrayEquals(new int[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0}, evaluation.confusion()[3]);
    }

    @Test
    void confidenceIsToldApartByRightAndWrong() {
        assertEquals((0.75 + 0.1) / 2, evaluation.confidenceWhenRight(), 1e-6);
        assertEquals((0.75 + 0.1) / 2, evaluation.confidenceWhenWrong(), 1e-6);
    }

    @Test
    void theCalibrationErrorWeighsTheGapOfEachBin() {
        // Half of the images at confidence 0.75, half at 0.1, each half right in one of two.
        assertEquals(0.5 * 0.25 + 0.5 * 0.4, evaluation.calibrationError(), 1e-6);
    }

    @Test
    void confidencesMoreThanAFifteenthApartNeverShareABin() {
        // One image right at 0.70, one wrong at 0.75: in one bin their gaps would partly cancel.
        Network network = new Network("dense 784 10", 1, new PlainOps());
        network.parameters().get(0).value.row[0][1] = (float) Math.log(9 * 0.70 / 0.30);
        network.parameters().get(0).value.row[1][1] = (float) Math.log(9 * 0.75 / 0.25);
        byte[][] pixels = new byte[2][784];
        pixels[0][0] = (byte) 255;
        pixels[1][1] = (byte) 255;
        Evaluation two = Evaluation.of(network, new LabelledImages(pixels, new int[] {1, 2}, "", ""));
        assertEquals((0.30 + 0.75) / 2, two.calibrationError(), 1e-6);
    }

    @Test
    void outputsThatAreProbabilitiesAreTakenAsTheyAre() {
        // Scores 3 and 1 for "1" and "2" with ink, 0 for everything without.
        Network network = new Network("dense 784 10, relu 10, softermax 10", 1, new PlainOps());
        network.parameters().get(0).value.row[0][1] = 3;
        network.parameters().get(0).value.row[0][2] = 1;
        network.parameters().get(1).value.row[0][0] = 1;
        network.parameters().get(1).value.row[0][1] = -1;
        byte[][] pixels = new byte[2][784];
        pixels[0][0] = (byte) 255;
        Evaluation two = Evaluation.of(network, new LabelledImages(pixels, new int[] {1, 0}, "", ""));
        // With ink 1, 2 and 1 of 4; without, everything is "0".
        assertEquals(1, two.accuracy());
        assertEquals((0.5 + 1) / 2, two.confidenceWhenRight(), 1e-6);
        assertEquals(Math.log(2) / 2, two.loss(), 1e-6);
    }

    @Test
    void movingRightBringsPaperInAndLosesTheEdge() {
        byte[][] pixels = new byte[1][784];
        pixels[0][28] = 1;
        pixels[0][28 + 25] = 2;
        byte[] moved = Robustness.changed(
                        new LabelledImages(pixels, new int[1], "", ""), ink -> Distortion.shift(ink, 3, 0))
                .pixels()[0];
        byte[] expected = new byte[784];
        expected[28 + 3] = 1;
        assertArrayEquals(expected, moved);
    }

    @Test
    void baselinesNeedNoNetwork() {
        LabelledImages train = TinyDigits.images(105, 3);
        Baselines baselines = Baselines.of(new DataSet(train, TinyDigits.images(100, 4)), 10);
        assertEquals(0.1, baselines.chance());
        assertEquals(0, baselines.majorityDigit());
        assertEquals(0.1, baselines.majorityAccuracy());
        assertEquals(1, baselines.nearestMeanAccuracy());
    }
}
