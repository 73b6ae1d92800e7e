package io.github.seeingdigits.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.Damage;
import io.github.seeingdigits.Fault;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IdxTest {
    static final Damage IMAGES = Damage.to(DataException.class, "f: found ", file -> Idx.images(file, "f"));
    static final Damage LABELS = Damage.to(DataException.class, "f: found ", file -> Idx.labels(file, "f"));

    @Test
    void imagesComeBackAsTheirBytes() {
        byte[] file = TinyMnist.imageFile(3);
        byte[][] images = Idx.images(file, "f");
        assertEquals(3, images.length);
        assertArrayEquals(Arrays.copyOfRange(file, 16 + 784, 16 + 2 * 784), images[1]);
    }

    @Test
    void labelsComeBackAsNumbers() {
        assertArrayEquals(new int[] {9, 0, 5}, Idx.labels(TinyMnist.labelFile(9, 0, 5), "f"));
    }

    @Test
    void everyTruncationIsRefused() {
        byte[] images = TinyMnist.imageFile(2);
        for (int length = 0; length < images.length; length++) {
            byte[] cut = Arrays.copyOf(images, length);
            assertThrows(DataException.class, () -> Idx.images(cut, "f"));
        }
        byte[] labels = TinyMnist.labelFile(1, 2, 3);
        for (int length = 0; length < labels.length; length++) {
            byte[] cut = Arrays.copyOf(labels, length);
            assertThrows(DataException.class, () -> Idx.labels(cut, "f"));
        }
    }

    @Test
    @Fault("Data download: wrong type")
    void everyBitFlipInTheHeaderIsRefused() {
        byte[] images = TinyMnist.imageFile(2);
        for (int bit = 0; bit < 16 * 8; bit++) {
            byte[] flipped = images.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThrows(DataException.class, () -> Idx.images(flipped, "f"), "bit " + bit);
        }
    }

    @Test
    @Fault("Every stage: something is wrong")
    @Fault("Data download: wrong magic number")
    void aWrongMagicNumberIsNamed() {
        byte[] file = TinyMnist.labelFile(1);
        String message = assertThrows(DataException.class, () -> Idx.images(Arrays.copyOf(file, 900), "x.gz"))
                .getMessage();
        assertTrue(
                message.startsWith("x.gz: found magic number 00 00 08 01, expected 00 00 08 03 (unsigned bytes,"),
                message);
        assertTrue(message.endsWith("fetch it again with ./train --fetch"), message);
    }

    @Test
    @Fault("Data download: declared size that is huge, negative or zero")
    void aDeclaredCountThatIsHugeNegativeOrZeroIsRefused() {
        for (int count : new int[] {Integer.MAX_VALUE, 1 << 30, -1, Integer.MIN_VALUE, 0, 1, 3}) {
            byte[] file = TinyMnist.imageFile(2);
            ByteBuffer.wrap(file).putInt(4, count);
            assertThrows(DataException.class, () -> Idx.images(file, "f"), "count " + count);
        }
        byte[] none = Arrays.copyOf(TinyMnist.imageFile(1), 16);
        ByteBuffer.wrap(none).putInt(4, 0);
        assertTrue(message(none).contains("a declared count of 0, expected at least 1"));
    }

    @Test
    @Fault("Data download: wrong dimensions")
    void aSideOtherThan28IsRefused() {
        for (int side : new int[] {0, -1, 27, Integer.MAX_VALUE}) {
            byte[] file = TinyMnist.imageFile(1);
            ByteBuffer.wrap(file).putInt(8, side);
            assertTrue(message(file).contains("images with a side of " + side + ", expected 28×28"));
        }
    }

    @Test
    @Fault("Data download: trailing bytes")
    void trailingBytesAreRefused() {
        byte[] file = TinyMnist.imageFile(1);
        assertTrue(message(Arrays.copyOf(file, file.length + 1)).contains("found 801 bytes, expected 800"));
    }

    @Test
    @Fault("Data download: label above 9")
    void aLabelAboveNineIsRefusedByItsPlace() {
        DataException e = assertThrows(DataException.class, () -> Idx.labels(TinyMnist.labelFile(1, 10), "f"));
        assertTrue(e.getMessage().startsWith("f: found label 1 is 10, expected 0 to 9"), e.getMessage());
        assertThrows(DataException.class, () -> Idx.labels(TinyMnist.labelFile(255), "f"));
    }

    @Test
    @Fault("Data download: counts of images and labels differ")
    void moreLabelsThanImagesAreRefused() {
        DataException e =
                assertThrows(DataException.class, () -> new LabelledImages(new byte[2][784], new int[3], "", ""));
        assertTrue(e.getMessage().startsWith("found 2 images but 3 labels"), e.getMessage());
    }

    private static String message(byte[] file) {
        return assertThrows(DataException.class, () -> Idx.images(file, "f")).getMessage();
    }

    /** Pixels have no checksum: of the images a damaged file may show another, and the magic number of {@link Mnist} tells. */
    @Test
    @Fault("Every stage: damaged input to a parser")
    void whateverComesIsReadOrRefused() {
        byte[] labels = TinyMnist.labelFile(1, 2, 3, 4, 5, 6, 7, 8, 9, 0);
        LABELS.everyTruncationIsRefused(labels);
        LABELS.everySingleBitFlipIsAnsweredOrRefused(labels);
        LABELS.trailingBytesAreRefused(labels);
        LABELS.whateverComesIsAnsweredOrRefused(labels, 5_000);
        byte[] images = TinyMnist.imageFile(2);
        IMAGES.everyTruncationIsRefused(images);
        IMAGES.everySingleBitFlipIsAnsweredOrRefused(images);
        IMAGES.whateverComesIsAnsweredOrRefused(images, 1_000);
    }
}
