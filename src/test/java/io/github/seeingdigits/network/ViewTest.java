package io.github.seeingdigits.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.Damage;
import io.github.seeingdigits.Fault;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ViewTest {
    static final Damage DAMAGE = Damage.to(ModelFormatException.class, "", View::decode);

    static View view() {
        return new View(new int[] {2, 3}, new float[] {0, -1, 0.5f, 1024, -0.25f, 6});
    }

    @Test
    void shapeAndValuesComeBack() {
        View back = View.decode(view().encode());
        assertArrayEquals(new int[] {2, 3}, back.shape());
        assertArrayEquals(view().values(), back.values());
    }

    @Test
    void valuesAreRoundedToHalfPrecision() {
        // Halves between 1 and 2 are 1/1024 apart.
        assertArrayEquals(new float[] {1 + 1 / 1024f}, new View(new int[] {1}, new float[] {1.001f}).values());
    }

    @Test
    void theLayoutIsTheDocumentedOne() {
        byte[] b = new View(new int[] {1}, new float[] {1}).encode();
        assertEquals(8 + 2 + 4 + 2 + 4, b.length);
        assertArrayEquals(new byte[] {'S', 'D', 'V', '1', 20, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0x00, 0x3C}, slice(b, 16));
    }

    /** The largest are 127/512 and 127: the steps are 1/512 and 1. */
    static View coarse() {
        return View.coarse(new int[] {2, 3}, new float[] {127 / 512f, -0.0049f, 0, 3.4f, -127, 3.6f});
    }

    @Test
    void coarseValuesAreWholeStepsOfTheirRow() {
        float[] expected = {127 / 512f, -3 / 512f, 0, 3, -127, 4};
        assertArrayEquals(expected, coarse().values());
        View back = View.decode(coarse().encode());
        assertArrayEquals(new int[] {2, 3}, back.shape());
        assertArrayEquals(expected, back.values());
        assertArrayEquals(coarse().encode(), back.encode());
    }

    @Test
    void theCoarseLayoutIsTheDocumentedOne() {
        byte[] b = View.coarse(new int[] {1, 3}, new float[] {-254, 2, 0}).encode();
        assertEquals(8 + 2 + 8 + 2 + 3 + 4, b.length);
        assertArrayEquals(
                new byte[] {'S', 'D', 'V', '2', 27, 0, 0, 0, 2, 0, 1, 0, 0, 0, 3, 0, 0, 0, 0x00, 0x40, -127, 1, 0},
                slice(b, 23));
    }

    @Test
    void aRowOfZerosAndOneTooSmallForStepsStayNearWhatTheyWere() {
        float[] values = {0, 0, 1e-7f, -2e-6f};
        assertArrayEquals(
                new float[] {0, 0, 1e-7f, -2e-6f},
                View.coarse(new int[] {2, 2}, values).values(),
                3e-6f);
        assertThrows(ModelFormatException.class, () -> View.coarse(new int[] {1}, new float[] {Float.NaN}));
    }

    private static byte[] slice(byte[] b, int end) {
        return Arrays.copyOf(b, end);
    }

    @Test
    @Fault("Model file: every truncation")
    void everyTruncationIsRefused() {
        DAMAGE.everyTruncationIsRefused(view().encode());
        DAMAGE.everyTruncationIsRefused(coarse().encode());
    }

    @Test
    @Fault("Model file: every single-bit flip")
    void everySingleBitFlipIsRefused() {
        DAMAGE.everySingleBitFlipIsRefused(view().encode());
        DAMAGE.everySingleBitFlipIsRefused(coarse().encode());
    }

    @Test
    @Fault("Model file: trailing bytes")
    void trailingBytesAreRefused() {
        DAMAGE.trailingBytesAreRefused(view().encode());
        DAMAGE.trailingBytesAreRefused(coarse().encode());
    }

    @Test
    void sizesThatDoNotFitTheValuesAreRefused() {
        for (int size : new int[] {0, -1, 1, 4, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 30}) {
            byte[] file = view().encode();
            Bytes.int32(file, Bytes.HEADER + 2, size);
            DAMAGE.message(Damage.resealed(file));
        }
        for (int rank : new int[] {0, 1, 3, 9, 65535}) {
            byte[] file = view().encode();
            Bytes.int16(file, Bytes.HEADER, rank);
            DAMAGE.message(Damage.resealed(file));
        }
    }

    @Test
    void aValueWithoutAHalfIsNamed() {
        ModelFormatException e = assertThrows(
                ModelFormatException.class, () -> new View(new int[] {2}, new float[] {1, Float.POSITIVE_INFINITY}));
        assertTrue(e.getMessage().startsWith("value 1 "), e.getMessage());
        assertThrows(ModelFormatException.class, () -> new View(new int[] {1}, new float[] {1e6f}));
        assertThrows(ModelFormatException.class, () -> new View(new int[] {1}, new float[] {Float.NaN}));
    }

    @Test
    @Fault("Every stage: damaged input to a parser")
    void whateverComesIsReadOrRefused() {
        for (byte[] file : new byte[][] {view().encode(), coarse().encode()}) {
            DAMAGE.whateverComesIsAnsweredOrRefused(file, 2_000);
            DAMAGE.whateverComesIsAnsweredOrRefused(file, 4_000, Damage::resealed);
        }
    }

    @Test
    void eightSizesAreAsManyAsThereMayBe() {
        int[] most = {1, 1, 1, 1, 1, 1, 1, 2};
        assertArrayEquals(
                most, View.decode(new View(most, new float[] {3, 4}).encode()).shape());
        assertThrows(ModelFormatException.class, () -> new View(new int[9], new float[1]));
    }
}
