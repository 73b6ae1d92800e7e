package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.seeingdigits.analysis.Certainty;
import io.github.seeingdigits.analysis.InkShape;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.data.Mnist;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Network;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page's words promise holds on the test digits, for every published network that reads them. */
class TrustTest {
    /** Fewer answers than this in a tier say little about it. */
    private static final int ENOUGH = 50;

    static Stream<String> models() {
        return Experiments.all().keySet().stream().filter(id -> Files.exists(Path.of("models", id)));
    }

    private static LabelledImages testImages() {
        assumeTrue(
                Mnist.find(System.getenv()).isPresent(),
                "MNIST is not on this machine; set MNIST_DIR to run this test");
        return Mnist.load(System.getenv()).test();
    }

    private static float[] ink(byte[] pixels) {
        float[] ink = new float[pixels.length];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = (pixels[i] & 0xFF) / 255f;
        }
        return ink;
    }

    @ParameterizedTest
    @MethodSource("models")
    void sureIsNearlyAlwaysRightProbablyMostlyAndUnsureAboutHalfTheTime(String id) {
        Network network = ModelFolder.read(Path.of("models", id)).network(1);
        assumeTrue(network.inputs() == Ink.PIXELS && network.outputs() == 10, id + " does not read ten digits");
        LabelledImages test = testImages();
        int[] count = new int[3];
        int[] right = new int[3];
        for (int i = 0; i < test.size(); i++) {
            float[] probabilities = network.predict(ink(test.pixels()[i]));
            int tier = Certainty.of(probabilities).ordinal();
            count[tier]++;
            right[tier] += Network.argmax(probabilities) == test.labels()[i] ? 1 : 0;
        }
        double[] accuracy = new double[3];
        for (Certainty tier : Certainty.values()) {
            int t = tier.ordinal();
            accuracy[t] = (double) right[t] / Math.max(1, count[t]);
            System.out.println(id + ": " + tier.word + " in " + 100.0 * count[t] / test.size()
                    + " % of the answers, of which " + 100 * accuracy[t] + " % are right");
        }
        assertTrue(count[0] < ENOUGH || accuracy[0] > 0.97, "sure: " + accuracy[0]);
        assertTrue(count[1] < ENOUGH || accuracy[1] > 0.6 && accuracy[1] < 0.9, "probably: " + accuracy[1]);
        assertTrue(count[2] < ENOUGH || accuracy[2] < 0.65, "unsure: " + accuracy[2]);
    }

    @Test
    void hardlyATestDigitIsTakenForNone() {
        int refused = 0;
        for (byte[] pixels : testImages().pixels()) {
            refused += InkShape.of(ink(pixels)) == InkShape.POSSIBLE ? 0 : 1;
        }
        System.out.println(refused + " of 10000 test digits are taken for none");
        assertTrue(refused <= 5, refused + " of 10000");
    }
}
