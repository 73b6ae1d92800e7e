package io.github.seeingdigits.browser;

import io.github.seeingdigits.data.Mnist;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** MNIST's test images where {@code MNIST_DIR} or the cache has them; the tests pass without. */
final class MnistForTests {
    private MnistForTests() {}

    static boolean available() {
        return Mnist.find(System.getenv()).isPresent();
    }

    /** The first {@code count} test images, 784 bytes each. */
    static Optional<List<byte[]>> testImages(int count) {
        return Mnist.find(System.getenv())
                .map(folder -> Arrays.asList(Mnist.load(folder).test().pixels()).subList(0, count));
    }
}
