package io.github.seeingdigits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Layer;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Parameter;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What {@code content/convolution.md} says of its network, and tells readers to try, is so. */
class ConvolutionArticleTest {
    private static final String SLASH = ";650,250,350,750";

    private final Network network = ModelFolder.read(Path.of("models/cnn")).network(1);

    private int read(String strokes) {
        return Network.argmax(network.predict(Ink.of(Drawing.decode(strokes))));
    }

    @Test
    void aZeroStruckThroughStaysAZero() throws IOException {
        for (String strokes : OwnStrokes.of(0)) {
            assertEquals(0, read(strokes), strokes);
            assertEquals(0, read(strokes + SLASH), strokes);
        }
    }

    @Test
    void theNumbersOfWeightsAreThoseInTheText() {
        assertEquals(208, count(network.layers().get(0)));
        assertEquals(3216, count(network.layers().get(3)));
        assertEquals(8 * 24 * 24, network.layers().get(0).outputs());
        assertEquals(256, network.layers().get(5).outputs());
        assertEquals(
                1_179_648,
                network.layers().get(3).inputs() * network.layers().get(3).outputs());
    }

    private static int count(Layer layer) {
        int count = 0;
        for (Parameter parameter : layer.parameters()) {
            count += parameter.value.rows * parameter.value.cols;
        }
        return count;
    }
}
