package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.data.DataSet;
import io.github.seeingdigits.digit.Augmentation;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    /**
     * Logits ±z of which {@code right} in ten are right. Cross-entropy is least where the softmax says right/10, so the
     * temperature is 2z/ln(p/(1 − p)).
     */
    private static double temperature(float z, int right) {
        List<float[]> logits = new ArrayList<>();
        int[] labels = new int[10];
        for (int i = 0; i < 10; i++) {
            logits.add(new float[] {z, -z});
            labels[i] = i < right ? 0 : 1;
        }
        return Calibration.temperature(logits, labels);
    }

    @Test
    void theTemperatureMakesConfidenceEqualToAccuracy() {
        assertEquals(6 / Math.log(9), temperature(3, 9), 1e-5);
        assertEquals(0.5 / Math.log(4), temperature(0.25f, 8), 1e-5);
    }

    @Test
    void aNetworkThatIsAlwaysRightOrNeverStopsAtTheEdgeOfTheSearch() {
        // Below 0.06 the loss is zero to a double's precision.
        assertEquals(Math.exp(-3), temperature(1, 10), 0.015);
        assertEquals(Math.exp(3), temperature(1, 2), 1e-4);
    }

    @Test
    void everyEleventhTrainingImageIsHeldOutAndTheTestImagesPlayNoPart() {
        DataSet data = TinyDigits.all();
        Recipe recipe = Recipe.of("dense 784 10").batch(32).epochs(1).seeds(1, 1);
        Network published = new Network(recipe.architecture(), 1, new PlainOps());
        Calibration calibration = Calibration.of(recipe, published, data, 1);
        assertEquals(300 / 11, calibration.heldOut());
        DataSet otherTest = new DataSet(data.train(), TinyDigits.images(50, 9));
        assertEquals(calibration, Calibration.of(recipe, published, otherTest, 3));
        // Where pictures change at random, the published network itself is asked: of no opinion, at any temperature.
        Recipe changed = recipe.augmentation(new Augmentation(2, 0, 0, 0, 0, 0));
        assertNotEquals(calibration, Calibration.of(changed, published, data, 1));
        assertTrue(Calibration.fits(recipe));
        assertFalse(Calibration.fits(recipe.loss(Objective.SQUARED_ERROR)));
    }
}
