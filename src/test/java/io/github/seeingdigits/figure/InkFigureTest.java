package io.github.seeingdigits.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Network;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InkFigureTest {
    private final Network network =
            ModelFolder.read(Path.of("models/softmax-10")).network(1);

    @Test
    void everyWayIsItsOwn() {
        for (int i = 0; i < InkFigure.WAYS; i++) {
            assertEquals(i, InkFigure.way(InkFigure.steps(i)));
        }
        assertEquals(Ink.Steps.ALL, InkFigure.steps(InkFigure.WAYS - 1));
        assertEquals(0, InkFigure.row(InkFigure.WAYS - 1));
    }

    @Test
    void withoutItsStepsANetworkReadsLittle() {
        float all = InkFigure.read(network, Ink.Steps.ALL);
        float withoutFit = InkFigure.read(network, new Ink.Steps(false, true, true));
        float withoutCentre = InkFigure.read(network, new Ink.Steps(true, false, true));
        float none = InkFigure.read(network, new Ink.Steps(false, false, false));
        // The hands are as various as hands can be; the same network reads 92 % of MNIST.
        assertTrue(all > 0.78, "all steps: " + all);
        assertTrue(withoutFit < all - 0.3, "without cropping and scaling: " + withoutFit);
        assertTrue(withoutCentre < all - 0.15, "without centring: " + withoutCentre);
        assertTrue(none < 0.2, "without any step: " + none);
    }
}
