package io.github.seeingdigits.publishing;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The outlines of all glyphs from the transformed {@code glyf} table of <a href="https://www.w3.org/TR/WOFF2/">WOFF2</a>, section 5.1. */
final class GlyphReader {
    private static final int HEADER_BYTES = 36;
    private static final int STREAMS = 7;
    private static final int COMPOSITE = -1;
    // Flags of a composite's parts, as in TrueType.
    private static final int WORDS = 0x1;
    private static final int OFFSETS = 0x2;
    private static final int SCALE = 0x8;
    private static final int MORE = 0x20;
    private static final int TWO_SCALES = 0x40;
    private static final int MATRIX = 0x80;
    private static final int INSTRUCTIONS = 0x100;

    private final ByteBuffer contours;
    private final ByteBuffer points;
    private final ByteBuffer flags;
    private final ByteBuffer coordinates;
    private final ByteBuffer composites;
    private final Path2D[] outlines;

    GlyphReader(ByteBuffer table) {
        outlines = new Path2D[table.getShort(4) & 0xFFFF];
        ByteBuffer[] streams = new ByteBuffer[STREAMS];
        int at = HEADER_BYTES;
        for (int i = 0; i < STREAMS; i++) {
            int length = table.getInt(8 + 4 * i);
            streams[i] = table.slice(at, length);
            at += length;
        }
        contours = streams[0];
        points = streams[1];
        flags = streams[2];
        coordinates = streams[3];
        composites = streams[4];
    }

    /** Every glyph's outline in the font's units, y up; those that are composed of others too. */
    Path2D[] all() throws IOException {
        ByteBuffer kinds = contours.duplicate();
        ByteBuffer parts = composites.duplicate();
        for (int glyph = 0; glyph < outlines.length; glyph++) {
            int count = contours.getShort();
            if (count >= 0) {
                outlines[glyph] = simple(count);
            } else if (count == COMPOSITE) {
                // Its parts may come later.
                skipComposite();
            }
        }
        for (int glyph = 0; glyph < outlines.length; glyph++) {
            if (kinds.getShort() == COMPOSITE) {
                outlines[glyph] = composite(parts);
            }
        }
        return outlines;
    }

    private Path2D simple(int count) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        int[] lengths = new int[count];
        for (int i = 0; i < count; i++) {
            lengths[i] = number(points);
        }
        int x = 0;
        int y = 0;
        for (int length : lengths) {
            int[] xs = new int[length];
            int[] ys = new int[length];
            boolean[] on = new boolean[length];
            for (int i = 0; i < length; i++) {
                int flag = flags.get() & 0xFF;
                on[i] = flag < 128;
                int[] step = step(flag & 127);
                x += step[0];
                y += step[1];
                xs[i] = x;
                ys[i] = y;
            }
            if (length > 0) {
                contour(path, xs, ys, on);
            }
        }
        if (count > 0) {
            // The length of the instructions, which are elsewhere.
            number(coordinates);
        }
        return path;
    }

    /** A point's distance from the one before it: table 2 of section 5.2. */
    private int[] step(int flag) {
        int a = coordinates.get() & 0xFF;
        if (flag < 10) {
            return new int[] {0, signed(flag, (flag & 14) << 7 | a)};
        }
        if (flag < 20) {
            return new int[] {signed(flag, (flag - 10 & 14) << 7 | a), 0};
        }
        if (flag < 84) {
            int b = flag - 20;
            return new int[] {signed(flag, 1 + (b & 0x30) + (a >> 4)), signed(flag >> 1, 1 + ((b & 12) << 2) + (a & 15))
            };
        }
        int next = coordinates.get() & 0xFF;
        if (flag < 120) {
            int b = flag - 84;
            return new int[] {signed(flag, 1 + (b / 12 << 8) + a), signed(flag >> 1, 1 + (b % 12 >> 2 << 8) + next)};
        }
        int third = coordinates.get() & 0xFF;
        if (flag < 124) {
            return new int[] {signed(flag, (a << 4) + (next >> 4)), signed(flag >> 1, ((next & 15) << 8) + third)};
        }
        int fourth = coordinates.get() & 0xFF;
        return new int[] {signed(flag, (a << 8) + next), signed(flag >> 1, (third << 8) + fourth)};
    }

    private static int signed(int flag, int value) {
        return (flag & 1) == 1 ? value : -value;
    }

    /** Points between which the outline is curved stand beside it; between two of those it passes through the middle. */
    private static void contour(Path2D path, int[] xs, int[] ys, boolean[] on) {
        int n = xs.length;
        int first = 0;
        while (first < n && !on[first]) {
            first++;
        }
        boolean none = first == n;
        first %= n;
        double startX = none ? (xs[0] + xs[n - 1]) / 2.0 : xs[first];
        double startY = none ? (ys[0] + ys[n - 1]) / 2.0 : ys[first];
        path.moveTo(startX, startY);
        for (int i = none ? 0 : 1; i < (none ? n : n + 1); i++) {
            int k = (first + i) % n;
            if (on[k]) {
                path.lineTo(xs[k], ys[k]);
                continue;
            }
            int next = (k + 1) % n;
            double toX = on[next] ? xs[next] : (xs[k] + xs[next]) / 2.0;
            double toY = on[next] ? ys[next] : (ys[k] + ys[next]) / 2.0;
            path.quadTo(xs[k], ys[k], toX, toY);
            if (on[next]) {
                i++;
            }
        }
        path.closePath();
    }

    /** Where the parts of a composite end, its instructions' length stands among the coordinates. */
    private void skipComposite() {
        boolean instructions = false;
        int flag;
        do {
            flag = composites.getShort();
            int scales = (flag & SCALE) != 0 ? 2 : (flag & TWO_SCALES) != 0 ? 4 : (flag & MATRIX) != 0 ? 8 : 0;
            int bytes = 2 + ((flag & WORDS) != 0 ? 4 : 2) + scales;
            composites.position(composites.position() + bytes);
            instructions |= (flag & INSTRUCTIONS) != 0;
        } while ((flag & MORE) != 0);
        if (instructions) {
            number(coordinates);
        }
    }

    private Path2D composite(ByteBuffer parts) throws IOException {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        int flag;
        do {
            flag = parts.getShort();
            int part = parts.getShort() & 0xFFFF;
            double x = (flag & WORDS) != 0 ? parts.getShort() : parts.get();
            double y = (flag & WORDS) != 0 ? parts.getShort() : parts.get();
            if ((flag & OFFSETS) == 0 || outlines[part] == null) {
                throw new IOException("a glyph is composed in a way that is not supported");
            }
            double a = 1;
            double b = 0;
            double c = 0;
            double d = 1;
            if ((flag & SCALE) != 0) {
                a = fraction(parts);
                d = a;
            } else if ((flag & TWO_SCALES) != 0) {
                a = fraction(parts);
                d = fraction(parts);
            } else if ((flag & MATRIX) != 0) {
                a = fraction(parts);
                b = fraction(parts);
                c = fraction(parts);
                d = fraction(parts);
            }
            path.append(outlines[part].getPathIterator(new AffineTransform(a, b, c, d, x, y)), false);
        } while ((flag & MORE) != 0);
        return path;
    }

    /** A number from -2 to 2 in 16 bits. */
    private static double fraction(ByteBuffer in) {
        return in.getShort() / 16384.0;
    }

    /** 255UInt16 of section 4.1: mostly one byte. */
    private static int number(ByteBuffer in) {
        int code = in.get() & 0xFF;
        return switch (code) {
            case 253 -> in.getShort() & 0xFFFF;
            case 254 -> (in.get() & 0xFF) + 506;
            case 255 -> (in.get() & 0xFF) + 253;
            default -> code;
        };
    }
}
