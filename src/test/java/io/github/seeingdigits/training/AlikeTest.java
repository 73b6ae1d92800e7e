package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.seeingdigits.data.LabelledImages;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlikeTest {
    /** Images that differ in two pixels only. */
    private static LabelledImages set(int[] labels, int[]... inks) {
        byte[][] pixels = new byte[inks.length][784];
        for (int i = 0; i < inks.length; i++) {
            pixels[i][0] = (byte) inks[i][0];
            pixels[i][783] = (byte) inks[i][1];
        }
        return new LabelledImages(pixels, labels, "", "");
    }

    @Test
    void theNearestOfDifferentLabelsComeFirstAndNoImageTwice() {
        // Distances in bytes: 0–1 is 5 (3, 4), 1–2 is 10, 3–2 is 51 and 3–0 far.
        Alike alike = new Alike(
                set(new int[] {4, 9, 4, 9}, new int[] {0, 0}, new int[] {3, 4}, new int[] {3, 14}, new int[] {3, 65}));
        List<Alike.Pair> pairs = alike.pairs();
        assertEquals(2, pairs.size());
        assertEquals(new Alike.Pair(0, 1, 5 / 255.0), pairs.get(0));
        assertEquals(new Alike.Pair(2, 3, 51 / 255.0), pairs.get(1), "1 and 2 are nearer, but 1 is taken");
        assertArrayEquals(new int[] {0, 1, 2, 3}, alike.images());
    }

    @Test
    void mediansSayWhatIsNear() {
        Alike alike = new Alike(set(new int[] {1, 1, 7}, new int[] {0, 0}, new int[] {51, 0}, new int[] {255, 0}));
        assertEquals(0.2, alike.median(true), 1e-9, "51/255 for both ones; the seven has none of its kind");
        assertEquals(0.8, alike.median(false), 1e-9, "1, 0.8 and 0.8");
    }

    @Test
    void bytesAbove127AreBright() {
        Alike alike = new Alike(set(new int[] {1, 7}, new int[] {0, 0}, new int[] {255, 0}));
        assertEquals(1, alike.pairs().get(0).distance(), 1e-9);
    }
}
