package io.github.seeingdigits.training;

import io.github.seeingdigits.data.DataException;
import io.github.seeingdigits.network.Matrix;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.CRC32;

/**
 * All that a run needs to go on as if it had not been interrupted, in one block of little-endian bytes:
 *
 * <pre>
 * "SDK2"  length int32  recipe 32 bytes  seed int32  epochs, steps and images so far int32 each
 * random numbers 4 × int32  order of the images int32 each  test images right after each epoch int32 each
 * parameters, then the optimiser's state, float32
 * what the watcher remembers
 * CRC-32
 * </pre>
 *
 * A writer fills what {@link #begin} gives and ends with {@link #seal}; a reader reads what {@link #open} gives in the same
 * order.
 */
final class Checkpoint {
    private static final int MAGIC = 'S' | 'D' << 8 | 'K' << 16 | '2' << 24;
    private static final int HEADER = 4 + 4;
    private static final int TRAILER = 4;
    /** Bytes of a recipe's fingerprint. */
    static final int FINGERPRINT = 32;

    private Checkpoint() {}

    /** Room for {@code body} bytes, positioned at the first of them. */
    static ByteBuffer begin(int body) {
        ByteBuffer b = ByteBuffer.allocate(HEADER + body + TRAILER).order(ByteOrder.LITTLE_ENDIAN);
        return b.putInt(MAGIC).putInt(HEADER + body + TRAILER);
    }

    /** Adds the checksum to a full body; returns all bytes. */
    static byte[] seal(ByteBuffer b) {
        if (b.remaining() != TRAILER) {
            throw new IllegalStateException("the checkpoint has " + b.remaining() + " bytes left, expected " + TRAILER);
        }
        return b.putInt(checksum(b)).array();
    }

    /**
     * Checks magic, length and checksum; the buffer ends with the body and is positioned at its first byte.
     *
     * @param file how to name it in a message
     * @throws DataException if it is no checkpoint, of another version, or damaged
     */
    static ByteBuffer open(byte[] bytes, String file) {
        ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < HEADER + TRAILER || b.getInt() != MAGIC) {
            throw refuse(file, "is not a checkpoint of this version");
        }
        int length = b.getInt();
        if (length != bytes.length) {
            throw refuse(file, "says it has " + length + " bytes, but has " + bytes.length);
        }
        if (b.getInt(bytes.length - TRAILER) != checksum(b)) {
            throw refuse(file, "is damaged: its checksum does not match");
        }
        return b.limit(bytes.length - TRAILER);
    }

    private static int checksum(ByteBuffer b) {
        CRC32 crc = new CRC32();
        crc.update(b.array(), 0, b.array().length - TRAILER);
        return (int) crc.getValue();
    }

    /** What to throw about {@code file}. */
    static DataException refuse(String file, String why) {
        return new DataException(file + ": " + why + ". Delete it, or train without --resume", null);
    }

    /** How many bytes {@link #put} takes for {@code matrices}. */
    static int size(List<Matrix> matrices) {
        int size = 0;
        for (Matrix m : matrices) {
            size += 4 * m.rows * m.cols;
        }
        return size;
    }

    static void put(ByteBuffer b, List<Matrix> matrices) {
        for (Matrix m : matrices) {
            for (float[] row : m.row) {
                put(b, row);
            }
        }
    }

    static void put(ByteBuffer b, float[] values) {
        b.asFloatBuffer().put(values);
        b.position(b.position() + 4 * values.length);
    }

    static void put(ByteBuffer b, int[] values) {
        b.asIntBuffer().put(values);
        b.position(b.position() + 4 * values.length);
    }

    /** Fills {@code matrices}; throws {@link BufferUnderflowException} at the body's end. */
    static void get(ByteBuffer b, List<Matrix> matrices) {
        for (Matrix m : matrices) {
            for (float[] row : m.row) {
                get(b, row);
            }
        }
    }

    static void get(ByteBuffer b, float[] values) {
        b.asFloatBuffer().get(values);
        b.position(b.position() + 4 * values.length);
    }

    static void get(ByteBuffer b, int[] values) {
        b.asIntBuffer().get(values);
        b.position(b.position() + 4 * values.length);
    }
}
