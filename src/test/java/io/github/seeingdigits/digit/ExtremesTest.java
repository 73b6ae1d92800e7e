package io.github.seeingdigits.digit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Morphology against its definition, pixel by pixel, and by hand. */
class ExtremesTest {
    private static Raster random(int width, int height) {
        Random random = new Random(31L * width + height);
        Raster picture = new Raster(width, height);
        for (int p = 0; p < picture.ink.length; p++) {
            picture.ink[p] = random.nextFloat();
        }
        return picture;
    }

    /** The definition: the largest, or the smallest, in the part of the square that lies in the picture. */
    private static Raster square(Raster picture, int radius, boolean largest) {
        Raster result = new Raster(picture.width, picture.height);
        for (int y = 0; y < picture.height; y++) {
            for (int x = 0; x < picture.width; x++) {
                float extreme = largest ? -1 : 2;
                for (int v = y - radius; v <= y + radius; v++) {
                    for (int u = x - radius; u <= x + radius; u++) {
                        if (u >= 0 && v >= 0 && u < picture.width && v < picture.height) {
                            float value = picture.ink[v * picture.width + u];
                            extreme = largest ? Math.max(extreme, value) : Math.min(extreme, value);
                        }
                    }
                }
                result.ink[y * picture.width + x] = extreme;
            }
        }
        return result;
    }

    @Test
    void theClosingIsTheSmallestOfTheLargest() {
        for (int[] size : new int[][] {{1, 1, 2}, {9, 7, 1}, {12, 5, 2}, {4, 11, 3}, {6, 6, 9}, {5, 5, 0}}) {
            Raster picture = random(size[0], size[1]);
            float[] before = picture.ink.clone();
            assertArrayEquals(
                    square(square(picture, size[2], true), size[2], false).ink,
                    Extremes.closing(picture, size[2]).ink,
                    size[0] + " by " + size[1] + ", radius " + size[2]);
            assertArrayEquals(before, picture.ink, "it changed the picture that it was given");
        }
    }

    /** The disc of radius r: full up to r, none from r + 1, in proportion between. */
    @Test
    void aDotBecomesADisc() {
        Raster dot = new Raster(7, 7);
        dot.ink[3 * 7 + 3] = 1;
        Raster disc = Extremes.thicken(dot, 1);
        double[] expected = {0, 0, 0, 0, 0, 0, 0};
        assertArrayEquals(expected, row(disc, 0), 1e-6);
        // √5 is beyond 2, and √2 is 0.414 beyond 1.
        assertArrayEquals(new double[] {0, 0, 0, 0, 0, 0, 0}, row(disc, 1), 1e-6);
        double corner = 2 - Math.sqrt(2);
        assertArrayEquals(new double[] {0, 0, corner, 1, corner, 0, 0}, row(disc, 2), 1e-6);
        assertArrayEquals(new double[] {0, 0, 1, 1, 1, 0, 0}, row(disc, 3), 1e-6);
        assertArrayEquals(row(disc, 2), row(disc, 4), 0);
        assertArrayEquals(expected, row(disc, 5), 1e-6);

        Raster half = Extremes.thicken(dot, 1.5);
        // Two pixels away is half a pixel beyond 1.5; √5 is 0.736 beyond.
        assertArrayEquals(new double[] {0, 0, 2.5 - Math.sqrt(5), 0.5, 2.5 - Math.sqrt(5), 0, 0}, row(half, 1), 1e-6);
        assertArrayEquals(new double[] {0, 0.5, 1, 1, 1, 0.5, 0}, row(half, 3), 1e-6);
        assertArrayEquals(new double[] {0, 0, 0, 1, 0, 0, 0}, row(Extremes.thicken(dot, 0), 3), 0);
    }

    /** A stroke of five rows loses one on either side; beyond the picture's edge there is paper. */
    @Test
    void aNegativeRadiusMakesStrokesThinner() {
        Raster stroke = new Raster(9, 7);
        for (int p = 9; p < 6 * 9; p++) {
            stroke.ink[p] = 1;
        }
        Raster thin = Extremes.thicken(stroke, -1);
        double[] none = new double[9];
        double[] inside = {0, 1, 1, 1, 1, 1, 1, 1, 0};
        assertArrayEquals(none, row(thin, 0), 0);
        assertArrayEquals(none, row(thin, 1), 0);
        for (int j = 2; j <= 4; j++) {
            assertArrayEquals(inside, row(thin, j), 1e-6, "row " + j);
        }
        assertArrayEquals(none, row(thin, 5), 0);
        assertEquals(0, thin.ink[6 * 9 + 4]);
        // Half a pixel less on either side.
        Raster less = Extremes.thicken(stroke, -0.5);
        assertEquals(0.5, less.ink[9 + 4], 1e-6);
        assertEquals(1, less.ink[2 * 9 + 4], 1e-6);
    }

    private static double[] row(Raster picture, int j) {
        double[] row = new double[picture.width];
        for (int i = 0; i < row.length; i++) {
            row[i] = picture.ink[j * picture.width + i];
        }
        return row;
    }
}
