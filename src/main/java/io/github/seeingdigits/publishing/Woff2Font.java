package io.github.seeingdigits.publishing;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.brotli.dec.BrotliInputStream;

/**
 * The outlines of a font of the site. No font engine of any platform takes part, so text has the same shape wherever it is drawn.
 *
 * <p>Reads <a href="https://www.w3.org/TR/WOFF2/">WOFF2</a> with transformed TrueType outlines, which is what our fonts are; of a variable
 * font the weight that it has by default. No hinting, no kerning.
 */
final class Woff2Font {
    private static final int SIGNATURE = 0x774F4632;
    private static final int HEADER_BYTES = 48;
    private static final int CHARACTER_MAP = 0;
    private static final int HEAD = 1;
    private static final int HORIZONTAL_HEADER = 2;
    private static final int HORIZONTAL_METRICS = 3;
    private static final int OUTLINES = 10;
    private static final int LOCATIONS = 11;
    private static final int OTHER_TAG = 63;

    /** The tables' bytes, by their numbers in section 4.1. */
    private final Map<Integer, ByteBuffer> tables = new HashMap<>();

    private final double unit;
    private final int metrics;
    private final Map<Integer, Integer> glyphs = new HashMap<>();
    private final Path2D[] outlines;

    private Woff2Font(byte[] file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(file);
        if (in.getInt() != SIGNATURE) {
            throw new IOException("it is no WOFF2");
        }
        unpack(in);
        unit = 1.0 / table(HEAD).getShort(18);
        metrics = table(HORIZONTAL_HEADER).getShort(34);
        readCharacterMap(table(CHARACTER_MAP));
        outlines = new GlyphReader(table(OUTLINES)).all();
    }

    /** Reads a font; what is wrong with the file is said under the name {@code file}. */
    static Woff2Font read(Path path, String file) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw PublishException.in(file, "the font does not exist; the cards for previews are set in it");
        }
        try {
            return new Woff2Font(Files.readAllBytes(path));
        } catch (IOException | BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw PublishException.in(
                    file,
                    "the font cannot be read (" + e.getMessage() + "); it should be WOFF2 with TrueType outlines");
        }
    }

    private void unpack(ByteBuffer in) throws IOException {
        int count = in.getShort(12);
        int packed = in.getInt(20);
        int[] tags = new int[count];
        int[] lengths = new int[count];
        in.position(HEADER_BYTES);
        for (int i = 0; i < count; i++) {
            int flags = in.get();
            tags[i] = flags & 63;
            if (tags[i] == OTHER_TAG) {
                in.getInt();
            }
            lengths[i] = base128(in);
            boolean outline = tags[i] == OUTLINES || tags[i] == LOCATIONS;
            // For outlines version 0 is the transformed one, for all others the plain.
            if (outline == ((flags >> 6 & 3) == 0)) {
                lengths[i] = base128(in);
            }
        }
        byte[] all;
        try (BrotliInputStream brotli =
                new BrotliInputStream(new ByteArrayInputStream(in.array(), in.position(), packed))) {
            all = brotli.readAllBytes();
        }
        int at = 0;
        for (int i = 0; i < count; i++) {
            tables.put(tags[i], ByteBuffer.wrap(all, at, lengths[i]).slice());
            at += lengths[i];
        }
    }

    private static int base128(ByteBuffer in) {
        int value = 0;
        int next;
        do {
            next = in.get();
            value = value << 7 | next & 127;
        } while (next < 0);
        return value;
    }

    private ByteBuffer table(int number) throws IOException {
        ByteBuffer table = tables.get(number);
        if (table == null) {
            throw new IOException("table number " + number + " is missing");
        }
        return table;
    }

    /** The subtable in format 4, which maps all characters of the basic plane. */
    private void readCharacterMap(ByteBuffer map) throws IOException {
        for (int i = 0; i < map.getShort(2); i++) {
            int at = map.getInt(4 + 8 * i + 4);
            if (map.getShort(at) == 4) {
                int segments = (map.getShort(at + 6) & 0xFFFF) / 2;
                for (int s = 0; s < segments; s++) {
                    readSegment(map, at + 14 + 2 * s, segments);
                }
                return;
            }
        }
        throw new IOException("it has no map of characters in format 4");
    }

    private void readSegment(ByteBuffer map, int endAt, int segments) {
        int end = map.getShort(endAt) & 0xFFFF;
        int start = map.getShort(endAt + 2 * segments + 2) & 0xFFFF;
        int delta = map.getShort(endAt + 4 * segments + 2);
        int offsetAt = endAt + 6 * segments + 2;
        int offset = map.getShort(offsetAt) & 0xFFFF;
        for (int c = start; c <= end && c < 0xFFFF; c++) {
            int glyph = offset == 0 ? c : map.getShort(offsetAt + offset + 2 * (c - start)) & 0xFFFF;
            glyphs.put(c, glyph == 0 ? 0 : glyph + delta & 0xFFFF);
        }
    }

    /** Whether the font can show this character. */
    boolean has(int character) {
        return glyphs.getOrDefault(character, 0) != 0;
    }

    /** How far the next character stands, where the font's size is 1. */
    double advance(int character) {
        int glyph = Math.min(glyphs.getOrDefault(character, 0), metrics - 1);
        return (tables.get(HORIZONTAL_METRICS).getShort(4 * glyph) & 0xFFFF) * unit;
    }

    /** The character's outline with its origin at (x, y), where y points down. */
    Path2D outline(int character, double x, double y, double size) {
        AffineTransform place = new AffineTransform(size * unit, 0, 0, -size * unit, x, y);
        return new Path2D.Double(outlines[glyphs.getOrDefault(character, 0)], place);
    }
}
