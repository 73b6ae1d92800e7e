package io.github.seeingdigits.digit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SpecimensTest {
    @Test
    void aTileIsCutOutOfTheSheetRowByRow() {
        byte[] sheet = new byte[2 * 3 * Ink.PIXELS];
        // Five specimens in three columns: the fourth begins the second row of tiles.
        sheet[28 * 84] = (byte) 255;
        sheet[28 * 84 + 27] = 51;
        sheet[29 * 84 + 3] = (byte) 128;
        sheet[55 * 84 + 55] = 1;
        Specimens specimens = new Specimens(sheet, 3, "01239", new int[] {3, 2, 1, 18, 7}, true);
        assertEquals(5, specimens.size());
        assertEquals(9, specimens.label(4));
        assertEquals(18, specimens.index(3));
        float[] fourth = specimens.pixels(3);
        assertEquals(1f, fourth[0]);
        assertEquals(0.2f, fourth[27]);
        assertEquals(128 / 255f, fourth[31]);
        assertEquals(1 / 255f, specimens.pixels(4)[783], "the last pixel of the fifth");
        float sum = 0;
        for (float pixel : specimens.pixels(0)) {
            sum += pixel;
        }
        assertEquals(0, sum, "nothing of one tile is in another");
    }

    @Test
    void aSheetThatDoesNotFitItsLabelsIsRefused() {
        assertEquals(
                "a sheet of 4 digits in 3 columns cannot have 2352 pixels and 4 places",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Specimens(new byte[3 * Ink.PIXELS], 3, "0123", new int[4], false))
                        .getMessage());
        assertEquals(
                "label 1 is 'x', expected 0 to 9",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Specimens(new byte[2 * Ink.PIXELS], 2, "0x", new int[2], false))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Specimens(new byte[0], 0, "", new int[0], false));
        assertThrows(
                IllegalArgumentException.class, () -> new Specimens(new byte[Ink.PIXELS], -1, "0", new int[1], false));
    }

    @Test
    void twoSheetsBecomeOneAndASpecimenIsFoundByItsLooksAndByItsPlace() {
        byte[] dark = new byte[2 * Ink.PIXELS];
        dark[28] = (byte) 200;
        Specimens first = new Specimens(dark, 2, "12", new int[] {7, 8}, true);
        byte[] light = new byte[2 * Ink.PIXELS];
        light[0] = 3;
        Specimens both = first.and(new Specimens(light, 2, "3", new int[] {99}, true));
        assertEquals(3, both.size());
        assertEquals(3, both.label(2));
        assertEquals(3 / 255f, both.pixels(2)[0]);
        assertEquals(2, both.find(both.pixels(2)));
        assertEquals(1, both.find(both.pixels(1)));
        float[] other = both.pixels(2);
        other[0] = 4 / 255f;
        assertEquals(-1, both.find(other));
        assertEquals(2, both.at(99));
        assertEquals(-1, both.at(0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Specimens(light, 2, "3", new int[1], true).and(first),
                "its row is not full");
    }
}
