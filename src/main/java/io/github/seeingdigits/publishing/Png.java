package io.github.seeingdigits.publishing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

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
        int[] pixels = argb.clone();
        Map<Integer, Integer> palette = new LinkedHashMap<>();
        for (int i = 0; i < pixels.length; i++) {
            // All fully transparent colours look the same.
            pixels[i] = pixels[i] >>> 24 == 0 ? 0 : pixels[i];
            // Most pixels are like their left neighbour, and need not be looked up.
            if ((i == 0 || pixels[i] != pixels[i - 1]) && palette.size() <= MAX_COLOURS) {
                palette.putIfAbsent(pixels[i], 0);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        byte[] data;
        if (palette.size() <= MAX_COLOURS) {
            chunk(out, "IHDR", header(columns, rows, PALETTE));
            writePalette(out, palette);
            data = indices(columns, rows, pixels, palette);
        } else if (Arrays.stream(pixels).allMatch(pixel -> pixel >>> 24 == 0xFF)) {
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

    /** Numbers the colours, the translucent ones first because {@code tRNS} may end where all others are opaque. */
    private static void writePalette(ByteArrayOutputStream out, Map<Integer, Integer> palette) {
        int[] colours = palette.keySet().stream()
                .sorted(Integer::compareUnsigned)
                .mapToInt(Integer::intValue)
                .toArray();
        ByteArrayOutputStream rgb = new ByteArrayOutputStream();
        ByteArrayOutputStream alpha = new ByteArrayOutputStream();
        for (int i = 0; i < colours.length; i++) {
            palette.put(colours[i], i);
            rgb.write(colours[i] >> 16);
            rgb.write(colours[i] >> 8);
            rgb.write(colours[i]);
            if (colours[i] >>> 24 != 0xFF) {
                alpha.write(colours[i] >>> 24);
            }
        }
        chunk(out, "PLTE", rgb.toByteArray());
        if (alpha.size() > 0) {
            chunk(out, "tRNS", alpha.toByteArray());
        }
    }

    /** Rows of palette indices, each after a zero byte: no filter, which suits palettes best. */
    private static byte[] indices(int columns, int rows, int[] pixels, Map<Integer, Integer> palette) {
        byte[] data = new byte[rows * (columns + 1)];
        byte index = 0;
        for (int at = 0; at < pixels.length; at++) {
            if (at == 0 || pixels[at] != pixels[at - 1]) {
                index = (byte) (int) palette.get(pixels[at]);
            }
            data[at + at / columns + 1] = index;
        }
        return data;
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
