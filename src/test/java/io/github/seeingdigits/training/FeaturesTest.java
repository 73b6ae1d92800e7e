package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.seeingdigits.analysis.Ablation;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.network.Initialiser;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.SeededRandom;
import io.github.seeingdigits.network.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeaturesTest {
    private static final int IMAGES = 300;

    private static LabelledImages noise() {
        Random random = new Random(5);
        byte[][] pixels = new byte[IMAGES][784];
        int[] labels = new int[IMAGES];
        for (int i = 0; i < IMAGES; i++) {
            random.nextBytes(pixels[i]);
            labels[i] = i % 10;
        }
        return new LabelledImages(pixels, labels, "", "");
    }

    @Test
    void everySetOfUnitsIsCountedAsANetworkWithoutThemWouldBe() {
        Network network = new Network("dense 784 4, relu 4, dense 4 10", 1, new PlainOps());
        network.initialise(Initialiser.fanInUniform(), new SeededRandom(3));
        LabelledImages set = noise();
        int[] expected = new int[16];
        for (int off = 0; off < expected.length; off++) {
            Network silenced = Study.copy(network);
            for (int k = 0; k < 4; k++) {
                if ((off & 1 << k) != 0) {
                    Ablation.silence(silenced, 1, k);
                }
            }
            expected[off] = Evaluation.of(silenced, set).correct();
        }
        assertArrayEquals(expected, Features.rightBySubset(network, 1, set));
    }

    @Test
    void aLayerThatTheLastOneDoesNotFollowIsRefused() {
        Network network = new Network("dense 784 4, relu 4, dense 4 4, relu 4, dense 4 10", 1, new PlainOps());
        assertThrows(IllegalArgumentException.class, () -> Features.rightBySubset(network, 1, noise()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden-10", "hidden-6", "hidden-6-dead"})
    void thePublishedCountsAgreeWithTheRecord(String id) throws IOException {
        Path folder = Path.of("models", id);
        View view = View.decode(Files.readAllBytes(folder.resolve("view-subsets.bin")));
        var record = ModelFolder.read(folder).record();
        float[] counts = view.values();
        assertEquals(
                record.at("/published/test/correct").asInt(), 100 * (int) counts[0] + (int) counts[1], "all units on");
        var units = record.at("/findings/units");
        assertEquals(1 << units.size(), view.shape()[0]);
        for (int k = 0; k < units.size(); k++) {
            int right = 100 * (int) counts[2 << k] + (int) counts[(2 << k) + 1];
            assertEquals(units.get(k).get("accuracyWithout").asDouble(), right / 10_000.0, 1e-9, "without unit " + k);
        }
    }
}
