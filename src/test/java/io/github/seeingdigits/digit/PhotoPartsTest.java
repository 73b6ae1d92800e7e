package io.github.seeingdigits.digit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * What in a photograph belongs to the digit and what does not, one rule at a time, on clean pictures of bars: 60 pixels tall and
 * 12 wide is the digit.
 */
class PhotoPartsTest {
    private static final int SIDE = PhotoInk.SIDE;

    /** A page of {@code width} by {@code height} pixels. */
    private static Raster page(int width, int height, double paper) {
        Raster page = new Raster(width, height);
        Arrays.fill(page.ink, (float) paper);
        return page;
    }

    private static Raster bar(Raster page, int left, int top, int width, int height, double brightness) {
        for (int y = Math.max(0, top); y < Math.min(page.height, top + height); y++) {
            for (int x = Math.max(0, left); x < Math.min(page.width, left + width); x++) {
                page.ink[y * page.width + x] = (float) brightness;
            }
        }
        return page;
    }

    /** The digit alone. */
    private static Raster one() {
        return bar(page(SIDE, SIDE, 0.9), 90, 66, 12, 60, 0.1);
    }

    private static Raster with(int left, int top, int width, int height) {
        return bar(one(), left, top, width, height, 0.1);
    }

    private static float[] found(Raster photo) {
        PhotoInk found = PhotoInk.of(photo);
        assertNull(found.problem());
        return found.ink();
    }

    private static void assertAsAlone(Raster photo, String what) {
        assertArrayEquals(found(one()), found(photo), 1e-6f, what);
    }

    private static void assertProblem(PhotoInk.Problem problem, Raster photo) {
        PhotoInk found = PhotoInk.of(photo);
        assertEquals(problem, found.problem());
        assertNull(found.ink());
    }

    /** How many of the 28 rows, or columns, have ink. */
    private static int extent(float[] ink, boolean rows) {
        int count = 0;
        for (int a = 0; a < Ink.SIZE; a++) {
            float most = 0;
            for (int b = 0; b < Ink.SIZE; b++) {
                most = Math.max(most, ink[rows ? a * Ink.SIZE + b : b * Ink.SIZE + a]);
            }
            count += most > 0.3 ? 1 : 0;
        }
        return count;
    }

    @Test
    void aBarIsAOne() {
        float[] ink = found(one());
        assertEquals(Ink.BOX, extent(ink, true), 1);
        double across = 0;
        for (int i = 0; i < Ink.SIZE; i++) {
            across += ink[14 * Ink.SIZE + i];
        }
        assertEquals(Ink.PEN, across, 0.8);
    }

    /** A bar across, 24 pixels wide, above the digit: 30 % of the digit's size is the farthest that a part lies. */
    @Test
    void aPieceThatIsNearIsAPartAndOneFarAwayIsNone() {
        float[] near = found(with(84, 46, 24, 8));
        assertTrue(extent(near, false) > extent(found(one()), false), "the part is missing");
        assertAsAlone(with(84, 28, 24, 8), "a piece 30 pixels away");
        // Beside it, where no part of a digit that is as tall can be.
        assertTrue(extent(found(with(110, 90, 10, 12)), false) > 5, "the part is missing");
        assertAsAlone(with(140, 90, 10, 12), "a piece 38 pixels away");
    }

    /** 4 % of the digit's ink is a part, less is dust. */
    @Test
    void dustIsNoPart() {
        assertAsAlone(with(106, 90, 3, 3), "a speck");
        float[] dotted = found(with(106, 90, 7, 7));
        assertTrue(extent(dotted, false) > extent(found(one()), false), "the dot is missing");
    }

    @Test
    void twoThatStandBesideEachOtherAndAreTallAreTwoDigits() {
        assertProblem(PhotoInk.Problem.SEVERAL, with(118, 66, 12, 60));
        assertProblem(PhotoInk.Problem.SEVERAL, with(62, 66, 12, 60));
        assertProblem(PhotoInk.Problem.SEVERAL, with(118, 86, 12, 38));
        // Half as tall, and near: a part, as of a 4.
        assertTrue(extent(found(with(112, 86, 12, 26)), false) > 5);
        // As tall, but with hardly any ink: a hair.
        assertNull(PhotoInk.of(bar(one(), 110, 66, 1, 60, 0.4)).problem());
    }

    /** One above the other, as in a column of numbers. */
    @Test
    void twoThatAreFarApartAndHaveAsMuchInkAreTwoDigits() {
        assertProblem(PhotoInk.Problem.SEVERAL, with(70, 20, 50, 16));
        assertProblem(PhotoInk.Problem.SEVERAL, with(70, 156, 50, 16));
        assertAsAlone(with(84, 160, 24, 8), "a quarter of the ink far away");
    }

    @Test
    void manyPiecesAreConfusing() {
        Raster many = page(SIDE, SIDE, 0.9);
        for (int k = 0; k < 6; k++) {
            bar(many, 14 + 30 * k, 66, 12, 60, 0.1);
        }
        assertProblem(PhotoInk.Problem.CONFUSED, many);
        // Each too far away or too small to be another digit, together most of the ink.
        Raster crumbs = one();
        for (int x = 10; x < 180; x += 17) {
            for (int y : new int[] {12, 29, 150, 167}) {
                bar(crumbs, x, y, 7, 7, 0.1);
            }
        }
        assertProblem(PhotoInk.Problem.CONFUSED, crumbs);
    }

    @Test
    void whatRunsOutOfThePictureIsNoDigit() {
        for (int[] edge :
                new int[][] {{0, 40, 14, 100}, {SIDE - 14, 40, 14, 100}, {40, 0, 100, 14}, {40, SIDE - 14, 100, 14}}) {
            Raster alone = bar(page(SIDE, SIDE, 0.9), edge[0], edge[1], edge[2], edge[3], 0.1);
            assertProblem(PhotoInk.Problem.BLANK, alone);
            assertAsAlone(with(edge[0], edge[1], edge[2], edge[3]), "an edge of the paper");
        }
        assertAsAlone(with(0, 90, 10, 6), "a corner of something");
        // A stroke may touch the edge where it fills the picture.
        assertNotNull(found(bar(page(SIDE, SIDE, 0.9), 90, 0, 12, SIDE - 20, 0.1)));
    }

    /** A tenth of full contrast is ink, less is paper; in light that is grey as well. */
    @Test
    void inkStandsOutByATenth() {
        assertProblem(PhotoInk.Problem.BLANK, bar(page(SIDE, SIDE, 0.6), 90, 66, 12, 60, 0.52));
        assertArrayEquals(
                found(one()), found(bar(page(SIDE, SIDE, 0.6), 90, 66, 12, 60, 0.47)), 0.05f, "at little contrast");
    }

    @Test
    void aDotOfSevenPixelsIsTheSmallestDigit() {
        assertProblem(PhotoInk.Problem.BLANK, bar(page(SIDE, SIDE, 0.9), 90, 90, 5, 5, 0.1));
        assertNotNull(found(bar(page(SIDE, SIDE, 0.9), 90, 90, 7, 7, 0.1)));
        assertNotNull(found(bar(page(SIDE, SIDE, 0.9), 90, 90, 7, 3, 0.1)));
        assertNotNull(found(bar(page(SIDE, SIDE, 0.9), 90, 90, 3, 7, 0.1)));
    }

    @Test
    void aPictureHasAtLeastTwelvePixelsToASide() {
        assertProblem(PhotoInk.Problem.TOO_SMALL, page(11, 40, 0.9));
        assertProblem(PhotoInk.Problem.TOO_SMALL, page(40, 11, 0.9));
        assertNotNull(found(bar(page(12, 12, 0.9), 5, 3, 2, 6, 0.1)));
    }

    @Test
    void theNegativeGivesTheSameDigit() {
        Raster negative = one();
        for (int p = 0; p < negative.ink.length; p++) {
            negative.ink[p] = 1 - negative.ink[p];
        }
        assertAsAlone(negative, "white on black");
        // Where most of the picture is dark, but the paper is light.
        Raster table = bar(page(SIDE, SIDE, 0.05), 40, 20, 112, 152, 0.9);
        assertAsAlone(bar(table, 90, 66, 12, 60, 0.1), "on a sheet on a dark table");
    }

    /** Twice the pixels to a side, and a page that is not square. */
    @Test
    void theNumberOfPixelsDoesNotMatter() {
        Raster large = bar(page(2 * SIDE, 2 * SIDE, 0.9), 180, 132, 24, 120, 0.1);
        assertAsAlone(large, "at twice the size");
        assertAsAlone(bar(page(SIDE, 120, 0.9), 90, 30, 12, 60, 0.1), "on a low page");
        assertAsAlone(bar(page(120, SIDE, 0.9), 54, 66, 12, 60, 0.1), "on a narrow page");
    }

    /** A line of three pixels that falls so far over the page's length, along a row or, upright, along a column. */
    private static Raster ruled(Raster page, int at, int fall, boolean upright, double brightness) {
        for (int i = 0; i < SIDE; i++) {
            int across = at + fall * i / SIDE;
            bar(page, upright ? across : i, upright ? i : across, upright ? 3 : 1, upright ? 1 : 3, brightness);
        }
        return page;
    }

    @Test
    void linesFromEdgeToEdgeAreTakenAwayIfTheyHardlyClimb() {
        for (boolean upright : new boolean[] {false, true}) {
            for (int fall : new int[] {0, 6, -6, 13, -13}) {
                for (int at : new int[] {30, 150}) {
                    assertAsAlone(
                            ruled(one(), at, fall, upright, 0.4),
                            "a line at " + at + " that falls by " + fall + ", upright " + upright);
                }
            }
        }
        Raster squared = one();
        for (int at : new int[] {30, 50, 140, 160}) {
            ruled(squared, at, 2, false, 0.4);
            ruled(squared, at, -2, true, 0.4);
        }
        assertAsAlone(squared, "squared paper");
    }

    @Test
    void aStrokeStaysWhereALineCrossesIt() {
        float[] alone = found(one());
        float[] crossed = found(ruled(one(), 95, 0, false, 0.5));
        int differ = 0;
        for (int k = 0; k < alone.length; k++) {
            differ += Math.abs(alone[k] - crossed[k]) > 0.25 ? 1 : 0;
        }
        assertTrue(differ <= 4, differ + " pixels differ");
    }

    /** Such a line is a stroke that somebody drew. */
    @Test
    void aLineThatEndsBeforeTheEdgeStays() {
        float[] dash = found(bar(page(SIDE, SIDE, 0.9), 14, 90, SIDE - 28, 5, 0.1));
        assertEquals(Ink.BOX, extent(dash, false), 1);
        assertProblem(PhotoInk.Problem.BLANK, bar(page(SIDE, SIDE, 0.9), 0, 90, SIDE, 5, 0.1));
    }
}
