package io.github.seeingdigits.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.seeingdigits.digit.Distortion;
import io.github.seeingdigits.digit.Ink;
import org.junit.jupiter.api.Test;

class SlantTest {
    /** A stroke from (14 − 6·slope, 20) up to (14 + 6·slope, 8), for whole slopes one pixel a row. */
    private static float[] stroke(int slope) {
        float[] ink = new float[Ink.PIXELS];
        for (int y = 8; y <= 20; y++) {
            ink[y * Ink.SIZE + 14 + slope * (14 - y)] = 0.5f;
        }
        return ink;
    }

    @Test
    void aStrokeLeansByAsMuchAsItMovesRightPerRowUpwards() {
        assertEquals(0, Slant.of(stroke(0)), 1e-12);
        assertEquals(1, Slant.of(stroke(1)), 1e-12);
        assertEquals(-2, Slant.of(stroke(-2)), 1e-12);
        assertEquals(1, Slant.of(Distortion.shift(stroke(1), 3, -2)), 1e-6, "wherever it stands");
    }

    @Test
    void slantingAPictureAddsToItsSlant() {
        float[] thick = Distortion.thicken(stroke(0), 1.5);
        for (double slope : new double[] {-0.5, 0.25, 0.7}) {
            assertEquals(Slant.of(thick) + slope, Slant.of(Distortion.slant(thick, slope)), 0.01);
        }
    }

    @Test
    void whatHasNoHeightHasNoSlant() {
        assertEquals(0, Slant.of(new float[Ink.PIXELS]));
        float[] row = new float[Ink.PIXELS];
        row[14 * Ink.SIZE + 3] = 1;
        row[14 * Ink.SIZE + 9] = 1;
        assertEquals(0, Slant.of(row));
    }
}
