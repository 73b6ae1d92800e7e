package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.seeingdigits.data.LabelledImages;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ink of an image against its pixels, looked at one by one. */
class InkedTest {
    private static final LabelledImages IMAGES = TinyDigits.all().train();

    private static List<String> entries(NonZeros lists, int row, int block) {
        List<String> all = new ArrayList<>();
        for (int e = lists.begin(row, block); e < lists.begin(row, block + 1); e++) {
            all.add(lists.columns(row)[e] + ": " + lists.values(row)[e]);
        }
        return all;
    }

    private static List<String> pixels(byte[] image, int block) {
        List<String> all = new ArrayList<>();
        for (int k = block * NonZeros.BLOCK; k < Math.min(image.length, (block + 1) * NonZeros.BLOCK); k++) {
            if (image[k] != 0) {
                all.add(k + ": " + (image[k] & 0xFF) / 255f);
            }
        }
        return all;
    }

    @Test
    void theInkOfAnImageIsItsPixelsThatAreNotPaper() {
        Inked inked = Inked.of(IMAGES);
        NonZeros lists = new NonZeros(1, 784);
        assertEquals(13, lists.blocks);
        for (int image = 0; image < IMAGES.size(); image++) {
            lists.take(0, inked, image);
            for (int block = 0; block < lists.blocks; block++) {
                assertEquals(pixels(IMAGES.pixels()[image], block), entries(lists, 0, block), "image " + image);
            }
        }
    }

    @Test
    void aRowThatIsScannedAndOneThatIsTakenAreTheSame() {
        NonZeros lists = new NonZeros(3, 784);
        lists.take(1, Inked.of(IMAGES), 4);
        NonZeros part = lists.part(1, 3);
        float[] row = new float[784];
        lists.fill(1, row);
        part.scan(1, row);
        for (int block = 0; block < lists.blocks; block++) {
            assertEquals(entries(lists, 1, block), entries(lists, 2, block));
            assertEquals(entries(part, 0, block), entries(lists, 1, block));
        }
        lists.clear(2, row);
        assertArrayEquals(new float[784], row);
        // A row that was scanned can be taken, and the other way round.
        lists.take(2, Inked.of(IMAGES), 0);
        assertEquals(pixels(IMAGES.pixels()[0], 5), entries(lists, 2, 5));
        lists.scan(1, row);
        assertEquals(lists.begin(1, 0), lists.begin(1, lists.blocks));
    }

    @Test
    void ofNoImagesThereIsNoInk() {
        assertEquals(
                0,
                Inked.of(new LabelledImages(new byte[0][], new int[0], "none", "none"))
                        .column()
                        .length);
    }
}
