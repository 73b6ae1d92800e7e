package io.github.seeingdigits.digit;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.seeingdigits.data.Mnist;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The fit for drawings is the one that MNIST's makers used: their own digits, enlarged, come back as they were. */
class MnistFitTest {
    private static final int IMAGES = 1000;
    private static final int TIMES = 10;

    @Test
    void testDigitsEnlargedTenTimesComeBackTheSame() {
        Optional<Path> mnist = Mnist.find(System.getenv());
        assumeTrue(mnist.isPresent(), "MNIST is not on this machine; set MNIST_DIR to run this test");
        byte[][] images = Mnist.load(mnist.get()).test().pixels();
        int same = 0;
        for (int i = 0; i < IMAGES; i++) {
            float[] expected = new float[Ink.PIXELS];
            for (int k = 0; k < expected.length; k++) {
                expected[k] = (images[i][k] & 0xFF) / 255f;
            }
            float[] fitted = Ink.of(enlarged(expected));
            boolean equal = true;
            for (int k = 0; k < expected.length; k++) {
                equal &= Math.abs(expected[k] - fitted[k]) < 1e-3;
            }
            same += equal ? 1 : 0;
        }
        // The rest were centred on a rounding that their makers did otherwise.
        assertTrue(same >= 0.99 * IMAGES, same + " of " + IMAGES + " came back the same");
    }

    private static Raster enlarged(float[] picture) {
        int size = Ink.SIZE * TIMES;
        Raster large = new Raster(size, size);
        for (int j = 0; j < size; j++) {
            for (int i = 0; i < size; i++) {
                large.ink[j * size + i] = picture[j / TIMES * Ink.SIZE + i / TIMES];
            }
        }
        return large;
    }
}
