package io.github.seeingdigits.publishing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Writes small PNG pictures (W3C, Portable Network Graphics, third edition), losslessly: with a palette where there are at
 * most 256 colours, else 8 bits for each of red, green and blue, and of alpha if anything is translucent, or as shades of grey. The same pixels always give the
 * same bytes.
 */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int RGBA = 6;
    private static final int MAX_COLOURS = 256;
    /** Filter: what a byte has more than the one above it. */
    private static final byte UP = 2;
    /** Pictures of so many bytes are cards, which no page loads; the best compression takes long over their even paper. */
    private static final int LARGE = 500_000;

    private Png() {}

    /**
     * Encodes a picture.
     *
     * @param argb row by row, {@code 0xAARRGGBB}, not premultiplied
     */
    static byte[] encode(int columns, int rows, int[] argb) {
        if (columns < 1 || rows < 1 || argb.length != columns * rows) {
            throw new IllegalArgumentException(
                    "a picture of " + columns + "×" + rows + " pixels cannot have " + argb.length + " colours");
        }
        boolean opaque = opaque(columns, rows, argb);
        int[] pixels = opaque ? argb : withOneTransparency(argb);
        Palette palette = Palette.of(columns, rows, pixels);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        byte[] data;
        if (palette != null) {
            chunk(out, "IHDR", header(columns, rows, PALETTE));
            writePalette(out, palette);
            data = indices(columns, rows, pixels, palette);
        } else if (opaque) {
            chunk(out, "IHDR", header(columns, rows, RGB));
            data = rgb(columns, rows, pixels);
        } else {
            chunk(out, "IHDR", header(columns, rows, RGBA));
            data = rgba(columns, rows, pixels);
        }
        chunk(out, "IDAT", data.length < LARGE ? Deflate.zlib(data) : Deflate.quickZlib(data));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static boolean opaque(int columns, int rows, int[] argb) {
        int common = -1;
        for (int row = 0; row < rows; row++) {
            if (!likeTheRowAbove(argb, columns, row)) {
                for (int i = row * columns; i < (row + 1) * columns; i++) {
                    common &= argb[i];
                }
            }
        }
        return common >>> 24 == 0xFF;
    }

    /** All fully transparent colours look the same. */
    private static int[] withOneTransparency(int[] argb) {
        int[] pixels = argb.clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = pixels[i] >>> 24 == 0 ? 0 : pixels[i];
        }
        return pixels;
    }

    /**
     * Encodes a picture of 256 shades of grey: 8 bits each, no filter, and all pixels in one chunk that begins at byte 33, so
     * that whoever needs the numbers themselves can unpack it without decoding pictures.
     *
     * @param grey row by row, 0 is black
     */
    static byte[] encodeGrey(int columns, int rows, byte[] grey) {
        if (columns < 1 || rows < 1 || grey.length != columns * rows) {
            throw new IllegalArgumentException(
                    "a picture of " + columns + "×" + rows + " pixels cannot have " + grey.length + " shades");
        }
        byte[] data = new byte[rows * (columns + 1)];
        for (int j = 0; j < rows; j++) {
            System.arraycopy(grey, j * columns, data, j * (columns + 1) + 1, columns);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        chunk(out, "IHDR", header(columns, rows, GREY));
        chunk(out, "IDAT", Deflate.zlib(data));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] header(int columns, int rows, int colourType) {
        return ByteBuffer.allocate(13)
                .putInt(columns)
                .putInt(rows)
                .put((byte) 8)
                .put((byte) colourType)
                .put(new byte[3])
                .array();
    }

    private static void writePalette(ByteArrayOutputStream out, Palette palette) {
        ByteArrayOutputStream rgb = new ByteArrayOutputStream();
        ByteArrayOutputStream alpha = new ByteArrayOutputStream();
        for (int colour : palette.sorted()) {
            rgb.write(colour >> 16);
            rgb.write(colour >> 8);
            rgb.write(colour);
            if (colour >>> 24 != 0xFF) {
                alpha.write(colour >>> 24);
            }
        }
        chunk(out, "PLTE", rgb.toByteArray());
        if (alpha.size() > 0) {
            chunk(out, "tRNS", alpha.toByteArray());
        }
    }

    /** Rows of palette indices, each after a zero byte: no filter, which suits palettes best. */
    private static byte[] indices(int columns, int rows, int[] pixels, Palette palette) {
        byte[] data = new byte[rows * (columns + 1)];
        byte index = 0;
        for (int row = 0; row < rows; row++) {
            int at = row * (columns + 1) + 1;
            if (likeTheRowAbove(pixels, columns, row)) {
                System.arraycopy(data, at - columns - 1, data, at, columns);
                continue;
            }
            for (int i = row * columns; i < (row + 1) * columns; i++) {
                if (i == row * columns || pixels[i] != pixels[i - 1]) {
                    index = (byte) palette.number(pixels[i]);
                }
                data[at++] = index;
            }
        }
        return data;
    }

    /**
     * The colours of a picture and their numbers. A table of its own, because cards have hundreds of thousands of pixels to look up: the
     * library's map took a fifth of the time of a card.
     */
    private static final class Palette {
        private static final int SLOTS = 1024;

        private final int[] colours = new int[SLOTS];
        /** One more than the colour's number; 0 where there is no colour. */
        private final int[] numbers = new int[SLOTS];

        private int size;

        /** The palette of a picture, or null if it has more than {@link #MAX_COLOURS}. */
        static Palette of(int columns, int rows, int[] pixels) {
            Palette palette = new Palette();
            for (int row = 0; row < rows; row++) {
                if (!likeTheRowAbove(pixels, columns, row)) {
                    for (int i = row * columns; i < (row + 1) * columns; i++) {
                        // Most pixels are like their left neighbour, and need not be looked up.
                        if ((i == 0 || pixels[i] != pixels[i - 1]) && !palette.add(pixels[i])) {
                            return null;
                        }
                    }
                }
            }
            int[] sorted = palette.sorted();
            for (int i = 0; i < sorted.length; i++) {
                palette.numbers[palette.slot(sorted[i])] = i + 1;
            }
            return palette;
        }

        private boolean add(int colour) {
            int slot = slot(colour);
            if (numbers[slot] == 0) {
                colours[slot] = colour;
                numbers[slot] = ++size;
            }
            return size <= MAX_COLOURS;
        }

        /** Where a colour is, or where it would go. */
        private int slot(int colour) {
            // Knuth, The Art of Computer Programming, volume 3, section 6.4: multiplicative hashing by 2³² over the
            // golden ratio.
            int slot = colour * 0x9E3779B1 >>> 22;
            while (numbers[slot] != 0 && colours[slot] != colour) {
                slot = (slot + 1) % SLOTS;
            }
            return slot;
        }

        int number(int colour) {
            return numbers[slot(colour)] - 1;
        }

        /** By their numbers: the translucent ones first, because {@code tRNS} may end where all others are opaque. */
        int[] sorted() {
            return IntStream.range(0, SLOTS)
                    .filter(slot -> numbers[slot] != 0)
                    .map(slot -> colours[slot])
                    .boxed()
                    .sorted(Integer::compareUnsigned)
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }

    /** A card is even paper for the most part, and every row like the one before needs no look at its pixels. */
    private static boolean likeTheRowAbove(int[] pixels, int columns, int row) {
        int from = row * columns;
        return row > 0 && Arrays.equals(pixels, from - columns, from, pixels, from, from + columns);
    }

    /** Each row as what it has more than the one above it: in a card that is nothing for the most part, and packs fast. */
    private static byte[] rgb(int columns, int rows, int[] pixels) {
        byte[] data = new byte[rows * (3 * columns + 1)];
        int at = 0;
        for (int j = 0; j < rows; j++) {
            data[at++] = UP;
            for (int i = 0; i < columns; i++) {
                int pixel = pixels[j * columns + i];
                int above = j == 0 ? 0 : pixels[(j - 1) * columns + i];
                data[at++] = (byte) ((pixel >> 16) - (above >> 16));
                data[at++] = (byte) ((pixel >> 8) - (above >> 8));
                data[at++] = (byte) (pixel - above);
            }
        }
        return data;
    }

    private static byte[] rgba(int columns, int rows, int[] pixels) {
        ByteBuffer data = ByteBuffer.allocate(rows * (4 * columns + 1));
        for (int j = 0; j < rows; j++) {
            data.put((byte) 0);
            for (int i = 0; i < columns; i++) {
                int argb = pixels[j * columns + i];
                data.putInt(argb << 8 | argb >>> 24);
            }
        }
        return data.array();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] chunk = ByteBuffer.allocate(data.length + 12)
                .putInt(data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        int crc = Deflate.crc32(chunk, 4, data.length + 4);
        ByteBuffer.wrap(chunk).putInt(data.length + 8, crc);
        out.writeBytes(chunk);
    }
}
