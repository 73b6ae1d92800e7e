package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.analysis.Slant;
import io.github.seeingdigits.analysis.Vectors;
import io.github.seeingdigits.data.DataSet;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.digit.Distortion;
import io.github.seeingdigits.digit.Ink;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlantsTest {
    /** Twenty strokes, slanted by −0.5 to 1.4. */
    private static final LabelledImages STROKES = strokes();

    private final float[] mean = ClassMeans.of(STROKES, 2)[1];
    private final Slants slants = new Slants(new DataSet(STROKES, STROKES), 1, mean);

    private static LabelledImages strokes() {
        byte[][] pixels = new byte[20][Ink.PIXELS];
        int[] labels = new int[20];
        float[] upright = new float[Ink.PIXELS];
        for (int y = 6; y <= 22; y++) {
            for (int x = 13; x <= 15; x++) {
                upright[y * Ink.SIZE + x] = 1;
            }
        }
        for (int i = 0; i < 20; i++) {
            float[] stroke = Distortion.slant(upright, -0.5 + i / 10.0);
            for (int k = 0; k < Ink.PIXELS; k++) {
                pixels[i][k] = (byte) Math.round(255 * stroke[k]);
            }
            labels[i] = 1;
        }
        return new LabelledImages(pixels, labels, "", "");
    }

    private ObjectNode measured(Slants.Unit unit) {
        ObjectNode node = ModelFolder.newObject();
        slants.measure(List.of(unit), node);
        return node;
    }

    @Test
    void theImagesAreCutIntoFifthsByTheirSlant() {
        ObjectNode node = ModelFolder.newObject();
        slants.describe(node);
        assertEquals("[4.0,4.0,4.0,4.0,4.0]", node.path("testImages").toString());
        assertEquals(-0.35, node.at("/meanSlant/0").asDouble(), 0.02);
        assertEquals(1.25, node.at("/meanSlant/4").asDouble(), 0.02);
        assertEquals(0.45, node.path("slantOfMeanImage").asDouble(), 0.02);
    }

    @Test
    void aUnitForOneSlantRespondsMostInItsFifthAndAnAverageInTheMiddle() {
        float[] last = slants.test().get(19);
        ObjectNode slanted = measured(new Slants.Unit(last, x -> Vectors.dot(last, x)));
        assertEquals(
                "[0.0,0.0,0.0,0.0,1.0]", slanted.path("respondsMostInFifth").toString());
        assertEquals(0, slanted.path("nearerToMeanImageThanToAnyFifths").asInt());
        assertTrue(slanted.at("/correlationOfResponseAndSlant/mean").asDouble() > 0.5);
        assertEquals(1.4, slanted.at("/slantOfPicture/mean").asDouble(), 0.03);

        ObjectNode average = measured(new Slants.Unit(mean, x -> Vectors.cosine(mean, x)));
        assertEquals(
                "[0.0,0.0,1.0,0.0,0.0]", average.path("respondsMostInFifth").toString());
        assertEquals(1, average.path("nearerToMeanImageThanToAnyFifths").asInt());
        assertEquals(0, average.at("/correlationOfResponseAndSlant/mean").asDouble(), 0.1);
        assertEquals(1, average.at("/cosineToMeanImage/mean").asDouble(), 1e-6);
    }

    @Test
    void imagesAreSlantedToTheTargetWhateverTheirSlantWas() {
        // Slanted to −0.6, −0.4, … 1.2.
        ObjectNode node = measured(new Slants.Unit(mean, Slant::of));
        for (int t = 0; t < 10; t++) {
            assertEquals(
                    -0.6 + 0.2 * t, node.path("responseWhenSlanted").path(t).asDouble(), 0.03);
        }
        assertEquals(1, node.at("/correlationOfResponseAndSlant/mean").asDouble(), 1e-9);
    }

    @Test
    void aNegatedUnitIsJudgedByItsOpposite() {
        float[] negated = Vectors.scaledSum(-1, mean, new float[mean.length]);
        ObjectNode node = measured(new Slants.Unit(negated, x -> 1));
        assertEquals(1, node.at("/cosineToMeanImage/mean").asDouble(), 1e-6);
        assertEquals(0, node.at("/correlationOfResponseAndSlant/mean").asDouble(), "a response that never varies");
    }
}
