package io.github.seeingdigits.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.seeingdigits.network.Decimal;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.SeededRandom;
import org.junit.jupiter.api.Test;

class TrainingSettingsTest {
    @Test
    void everyWordStandsForItsNumber() {
        for (String rate : TrainingSettings.words(0)) {
            assertEquals(
                    Double.parseDouble(rate),
                    new TrainingSettings().with(0, rate).rate());
        }
        for (String batch : TrainingSettings.words(1)) {
            assertEquals(
                    Integer.parseInt(batch),
                    new TrainingSettings().with(1, batch).batch());
        }
        assertEquals(9999, new TrainingSettings().with(3, "9999").seed());
    }

    @Test
    void settingsAreChangedOneAtATimeAndTravelAsNumbers() {
        TrainingSettings settings = new TrainingSettings()
                .with(0, "0.03")
                .with(1, "8")
                .with(2, "he")
                .with(3, "77");
        TrainingSettings there = new TrainingSettings(settings.toArray());
        assertEquals("0.03 8 he 77", there.get(0) + " " + there.get(1) + " " + there.get(2) + " " + there.get(3));
        TrainingSettings first = new TrainingSettings();
        first.with(0, "3");
        assertEquals("0.1 32 uniform 1", first.get(0) + " " + first.get(1) + " " + first.get(2) + " " + first.get(3));
    }

    @Test
    void damagedWordsAreRefused() {
        TrainingSettings settings = new TrainingSettings();
        for (int setting = 0; setting < 4; setting++) {
            for (String damaged : new String[] {null, "", " ", "0,1", "-1", "1e99", "ten", "NaN", "10000", "\u0661"}) {
                assertNull(settings.with(setting, damaged), setting + ": " + damaged);
            }
        }
        assertNull(settings.with(3, "1.5"));
        assertEquals(-7, Decimal.whole("2147483648", -7));
        assertEquals(999_999_999, Decimal.whole("999999999", -7));
    }

    @Test
    void theStartsDifferAsTheirNamesSay() {
        String[] starts = TrainingSettings.words(2);
        double[] squares = new double[starts.length];
        double[] largest = new double[starts.length];
        double[] biases = new double[starts.length];
        for (int i = 0; i < starts.length; i++) {
            Network network = new Network("dense 784 10", 1, new PlainOps());
            network.initialise(new TrainingSettings().with(2, starts[i]).initialiser(), new SeededRandom(3));
            for (float[] row : network.parameters().get(0).value.row) {
                for (float w : row) {
                    squares[i] += w * w / 7840;
                    largest[i] = Math.max(largest[i], Math.abs(w));
                }
            }
            for (float b : network.parameters().get(1).value.row[0]) {
                biases[i] += Math.abs(b);
            }
        }
        assertEquals(1 / (3 * 784.0), squares[0], 0.05 / (3 * 784.0), "uniform");
        assertEquals(2 / 794.0, squares[1], 0.05 * 2 / 794.0, "xavier");
        assertEquals(2 / 784.0, squares[2], 0.05 * 2 / 784.0, "he");
        assertEquals(0, squares[3]);
        assertEquals(Math.sqrt(6 / 794.0), largest[1], 1e-3, "xavier is uniform");
        assertEquals(true, largest[2] > 3 * Math.sqrt(2 / 784.0), "he is normal");
        assertEquals(true, biases[0] > 0);
        assertEquals(0, biases[1] + biases[2] + biases[3]);
    }
}
