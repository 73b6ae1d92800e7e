package io.github.seeingdigits.publishing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads text that people wrote: strictly UTF-8, of bounded size, with line ends normalised to a line feed. */
final class SourceText {
    /** A novel has half of this. */
    private static final long LIMIT = 1 << 20;

    private SourceText() {}

    /**
     * The text of a file.
     *
     * @param name what errors call the file
     */
    static String read(Path file, String name) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw PublishException.in(name, "the file does not exist; create it");
        }
        long size = Files.size(file);
        if (size > LIMIT) {
            throw PublishException.in(name, "has " + size + " bytes, more than " + LIMIT + "; split it");
        }
        return decode(Files.readAllBytes(file), name);
    }

    static String decode(byte[] bytes, String name) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            throw PublishException.at(name, 1, "begins with a byte order mark; save it as UTF-8 without BOM");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw PublishException.at(
                    name,
                    line,
                    "byte 0x" + Integer.toHexString(bytes[in.position()] & 0xFF)
                            + " is not UTF-8; save the file as UTF-8 (it may be Latin-1)");
        }
        String text = out.flip().toString().replace("\r\n", "\n").replace('\r', '\n');
        int control = text.indexOf('\0');
        if (control >= 0) {
            throw PublishException.at(name, lineOf(text, control), "contains a zero byte; remove it");
        }
        return text;
    }

    /** The line, counted from 1, of the character at {@code index}. */
    static int lineOf(String text, int index) {
        return 1 + (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
    }
}
