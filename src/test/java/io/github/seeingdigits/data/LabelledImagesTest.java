package io.github.seeingdigits.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LabelledImagesTest {
    private static LabelledImages images(int... labels) {
        byte[][] pixels = new byte[labels.length][];
        for (int i = 0; i < labels.length; i++) {
            pixels[i] = new byte[] {(byte) labels[i], (byte) (10 + i)};
        }
        return new LabelledImages(pixels, labels, "images of " + labels.length, "labels of " + labels.length);
    }

    @Test
    void oneSetAndThenAnother() {
        LabelledImages both = images(3, 1).and(images(7));
        assertArrayEquals(new int[] {3, 1, 7}, both.labels());
        assertArrayEquals(new byte[][] {{3, 10}, {1, 11}, {7, 10}}, both.pixels());
        assertEquals("images of 2", both.imagesSha256());
        assertEquals("labels of 2", both.labelsSha256());
    }

    @Test
    void theFirstClassesInTheSameOrder() {
        LabelledImages all = images(2, 5, 0, 3, 2, 1);
        LabelledImages three = all.first(3);
        assertArrayEquals(new int[] {2, 0, 2, 1}, three.labels());
        assertArrayEquals(new byte[][] {{2, 10}, {0, 12}, {2, 14}, {1, 15}}, three.pixels());
        assertEquals("images of 6", three.imagesSha256());
        assertSame(all, all.first(6), "nothing to leave out");
        assertEquals(0, all.first(0).size());
        DataSet set = new DataSet(all, images(4, 2)).first(3);
        assertArrayEquals(new int[] {2, 0, 2, 1}, set.train().labels());
        assertArrayEquals(new int[] {2}, set.test().labels());
    }

    @Test
    void moreLabelsThanImagesAreRefused() {
        String message = assertThrows(DataException.class, () -> new LabelledImages(new byte[2][1], new int[3], "", ""))
                .getMessage();
        assertTrue(message.startsWith("found 2 images but 3 labels"), message);
    }
}
