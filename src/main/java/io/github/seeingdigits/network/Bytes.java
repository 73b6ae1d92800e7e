package io.github.seeingdigits.network;

/** Little-endian numbers in a byte array, and the frame that our binary formats share: magic, length, body, CRC-32. */
final class Bytes {
    /** Magic (4), length of the whole (4). */
    static final int HEADER = 8;
    /** CRC-32 of everything before it. */
    static final int TRAILER = 4;

    private Bytes() {}

    static int int32(byte[] b, int at) {
        return b[at] & 0xFF | (b[at + 1] & 0xFF) << 8 | (b[at + 2] & 0xFF) << 16 | b[at + 3] << 24;
    }

    static void int32(byte[] b, int at, int value) {
        b[at] = (byte) value;
        b[at + 1] = (byte) (value >> 8);
        b[at + 2] = (byte) (value >> 16);
        b[at + 3] = (byte) (value >> 24);
    }

    static int int16(byte[] b, int at) {
        return b[at] & 0xFF | (b[at + 1] & 0xFF) << 8;
    }

    static void int16(byte[] b, int at, int value) {
        b[at] = (byte) value;
        b[at + 1] = (byte) (value >> 8);
    }

    /** A new frame with room for {@code body} bytes after {@link #HEADER}; {@link #seal} completes it. */
    static byte[] frame(String magic, int body) {
        byte[] b = new byte[HEADER + body + TRAILER];
        for (int i = 0; i < 4; i++) {
            b[i] = (byte) magic.charAt(i);
        }
        int32(b, 4, b.length);
        return b;
    }

    /** Writes the checksum once the body is complete. */
    static byte[] seal(byte[] b) {
        int32(b, b.length - TRAILER, Crc32.of(b, 0, b.length - TRAILER));
        return b;
    }

    /**
     * Checks magic, length and checksum.
     *
     * @param what how to name the file in a message, for example {@code model}
     * @throws ModelFormatException if anything is off
     */
    static void check(byte[] b, String magic, String what) {
        if (b.length < HEADER + TRAILER) {
            throw new ModelFormatException(what + " is cut short: " + b.length + " bytes");
        }
        for (int i = 0; i < 4; i++) {
            if ((b[i] & 0xFF) != magic.charAt(i)) {
                throw new ModelFormatException(
                        what + " does not start with \"" + magic + "\": not such a file, or of another version");
            }
        }
        if (int32(b, 4) != b.length) {
            throw new ModelFormatException(what + " says it has " + int32(b, 4) + " bytes, but has " + b.length);
        }
        if (int32(b, b.length - TRAILER) != Crc32.of(b, 0, b.length - TRAILER)) {
            throw new ModelFormatException(what + " is damaged: its checksum does not match");
        }
    }
}
