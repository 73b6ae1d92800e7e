package io.github.seeingdigits.data;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The IDX format of the MNIST files (LeCun, Cortes and Burges, <i>The MNIST database of handwritten digits</i>).
 *
 * <pre>
 * 0  0  type (8 = unsigned byte)  number of dimensions   size of each dimension, int32 big-endian   data
 * </pre>
 *
 * The header is checked against the length of the bytes at hand before anything is allocated, so no declared size can ask
 * for more memory than the file itself has.
 */
public final class Idx {
    /** Width and height of an image. */
    public static final int SIDE = 28;

    /** Pixels of an image, row by row. */
    public static final int PIXELS = SIDE * SIDE;

    private static final int UNSIGNED_BYTE = 8;

    private Idx() {}

    /**
     * Reads images.
     *
     * @param name how to call the file in a message
     * @return n arrays of {@link #PIXELS} unsigned bytes, 0 is paper and 255 is ink
     * @throws DataException if these are not exactly n ≥ 1 images of 28×28 bytes
     */
    public static byte[][] images(byte[] file, String name) {
        int count = header(file, name, SIDE, SIDE);
        byte[][] images = new byte[count][];
        int at = file.length - count * PIXELS;
        for (int i = 0; i < count; i++) {
            images[i] = Arrays.copyOfRange(file, at, at + PIXELS);
            at += PIXELS;
        }
        return images;
    }

    /**
     * Reads labels.
     *
     * @param name how to call the file in a message
     * @return n digits, 0 to 9
     * @throws DataException if these are not exactly n ≥ 1 digits
     */
    public static int[] labels(byte[] file, String name) {
        int count = header(file, name);
        int[] labels = new int[count];
        int at = file.length - count;
        for (int i = 0; i < count; i++) {
            labels[i] = file[at + i] & 0xFF;
            if (labels[i] > 9) {
                throw bad(name, "label " + i + " is " + labels[i], "0 to 9");
            }
        }
        return labels;
    }

    /** Checks everything before the data, and the length of the data; returns the number of items. */
    private static int header(byte[] file, String name, int... itemShape) {
        int dimensions = 1 + itemShape.length;
        int start = 4 + 4 * dimensions;
        if (file.length < start) {
            throw bad(name, file.length + " bytes", "at least " + start + ", the header alone");
        }
        if (file[0] != 0 || file[1] != 0 || file[2] != UNSIGNED_BYTE || file[3] != dimensions) {
            String expected = "00 00 08 0" + dimensions + " (unsigned bytes, " + dimensions + " dimensions)";
            throw bad(name, "magic number " + hex(file), expected);
        }
        ByteBuffer sizes = ByteBuffer.wrap(file, 4, 4 * dimensions);
        int count = sizes.getInt();
        long itemSize = 1;
        for (int expected : itemShape) {
            int size = sizes.getInt();
            if (size != expected) {
                throw bad(name, "images with a side of " + size, "28×28");
            }
            itemSize *= size;
        }
        if (count < 1) {
            throw bad(name, "a declared count of " + count, "at least 1");
        }
        long expected = start + count * itemSize;
        if (file.length != expected) {
            throw bad(name, file.length + " bytes", expected + " for the declared count of " + count);
        }
        return count;
    }

    private static String hex(byte[] file) {
        return String.format("%02x %02x %02x %02x", file[0], file[1], file[2], file[3]);
    }

    private static DataException bad(String name, String found, String expected) {
        return new DataException(name + ": found " + found + ", expected " + expected
                + ". The file is damaged or not MNIST; fetch it again with ./train --fetch");
    }
}
