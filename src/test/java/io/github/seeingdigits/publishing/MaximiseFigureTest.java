package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.analysis.ActivationMaximisation;
import io.github.seeingdigits.analysis.Vectors;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.figure.FirstLayer;
import io.github.seeingdigits.figure.MaximiseFigure;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class MaximiseFigureTest {
    private static Network network(String id) {
        return ModelFolder.read(Path.of("models", id)).network(1);
    }

    @Test
    void inALinearNetworkTheSlopeIsTheWeightImageAndTheAscentDrawsIt() {
        Network network = network("softmax-10");
        float[] weights = new FirstLayer(network).weights(3);
        for (int limit = 0; limit < 2; limit++) {
            ActivationMaximisation ascent = MaximiseFigure.begin(network, 3, limit, null);
            assertArrayEquals(weights, ascent.slope());
            assertTrue(Vectors.correlation(weights, ascent.input()) < 0.2, "noise is not the weights");
            for (int i = 0; i < 300; i++) {
                ascent.step(MaximiseFigure.RATE);
            }
            assertEquals(1, Vectors.correlation(weights, ascent.input()), 1e-6, MaximiseFigure.LIMITS[limit]);
        }
        ActivationMaximisation ink = MaximiseFigure.begin(network, 3, 2, null);
        for (int i = 0; i < 300; i++) {
            ink.step(MaximiseFigure.RATE);
        }
        assertTrue(Vectors.correlation(weights, ink.input()) < 0.95, "within ink it does not");
    }

    @Test
    void theStillShowsBothPicturesAndTheirCorrelation() throws Exception {
        String caption = MaximiseFigure.words(7, 1.5, new float[] {1, 2, 3}, new float[] {2, 4, 6});
        assertEquals("After 7 steps: score 1.50, correlation 1.0000.", caption);
        String figures = MaximiseFigure.words(7, 1.5, new float[] {1, 2, 3}, new float[] {6, 4, 2});
        assertTrue(figures.endsWith("correlation −1.0000."), figures);
        float[] picture = new float[784];
        picture[0] = 1;
        var surface = Jsoup.parse(SvgSurface.markup(
                new io.github.seeingdigits.figure.Still() {
                    @Override
                    public double width() {
                        return 640;
                    }

                    @Override
                    public double height() {
                        return MaximiseFigure.HEIGHT;
                    }

                    @Override
                    public void draw(io.github.seeingdigits.figure.Surface on) {
                        MaximiseFigure.draw(on, 640, 3, picture, picture, caption);
                    }

                    @Override
                    public String[][] table() {
                        return new String[0][];
                    }
                },
                "c"));
        assertEquals(2, surface.select("image").size());
        assertTrue(surface.text().contains(caption), surface.text());
    }

    @Test
    void aNetworkOfOtherInputsIsRefused() {
        Network small = new Network("dense 2 3", 1, new PlainOps());
        String problem = assertThrows(IllegalArgumentException.class, () -> MaximiseFigure.begin(small, 0, 0, null))
                .getMessage();
        assertTrue(problem.contains("\"dense 2 3\""), problem);
    }
}
