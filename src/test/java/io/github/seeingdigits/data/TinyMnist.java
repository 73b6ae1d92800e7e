package io.github.seeingdigits.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Small files in the formats of MNIST, with made-up pixels. */
final class TinyMnist {
    private TinyMnist() {}

    static byte[] imageFile(int count) {
        byte[] pixels = new byte[count * 784];
        new Random(count).nextBytes(pixels);
        return ByteBuffer.allocate(16 + pixels.length)
                .putInt(0x803)
                .putInt(count)
                .putInt(28)
                .putInt(28)
                .put(pixels)
                .array();
    }

    static byte[] labelFile(int... labels) {
        ByteBuffer file = ByteBuffer.allocate(8 + labels.length).putInt(0x801).putInt(labels.length);
        for (int label : labels) {
            file.put((byte) label);
        }
        return file.array();
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gz = new GZIPOutputStream(out)) {
            gz.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** What {@code bytes} are known by. */
    static MnistFile known(String name, byte[] bytes) {
        return new MnistFile(name, bytes.length, Sha256.of(bytes));
    }
}
