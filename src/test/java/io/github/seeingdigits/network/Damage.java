package io.github.seeingdigits.network;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.function.Consumer;

/** Everything that can befall a small file, for the tests of its reader. */
final class Damage {
    private Damage() {}

    static void everyTruncationIsRefused(byte[] file, Consumer<byte[]> reader) {
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThrows(ModelFormatException.class, () -> reader.accept(cut), "cut to " + length);
        }
    }

    static void everySingleBitFlipIsRefused(byte[] file, Consumer<byte[]> reader) {
        for (int bit = 0; bit < 8 * file.length; bit++) {
            byte[] flipped = file.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThrows(ModelFormatException.class, () -> reader.accept(flipped), "bit " + bit);
        }
    }

    static void trailingBytesAreRefused(byte[] file, Consumer<byte[]> reader) {
        for (int more = 1; more < 9; more++) {
            byte[] longer = Arrays.copyOf(file, file.length + more);
            assertThrows(ModelFormatException.class, () -> reader.accept(longer), more + " more");
        }
    }

    /** Corrects length and checksum after a change, so that the reader's other checks are reached. */
    static byte[] resealed(byte[] file) {
        Bytes.int32(file, 4, file.length);
        return Bytes.seal(file);
    }

    static String message(byte[] file, Consumer<byte[]> reader) {
        return assertThrows(ModelFormatException.class, () -> reader.accept(file))
                .getMessage();
    }
}
