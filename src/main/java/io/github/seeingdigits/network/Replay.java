package io.github.seeingdigits.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Snapshots of a block of parameters during training, quantised to a byte each, for figures with a time slider.
 *
 * <pre>
 * "SDR1"  length int32  snapshots int16  values int32  scale float32
 * then per snapshot: images-seen int32, accuracy float32, and one signed byte per value
 * CRC-32
 * </pre>
 *
 * A value is {@code byte · scale}. From the second snapshot on the bytes are differences to the snapshot before (modulo
 * 256): late in training hardly anything changes, so a general compressor shrinks the file several times.
 */
public final class Replay {
    private static final String MAGIC = "SDR1";
    private static final int HEAD = 2 + 4 + 4;
    private static final int SNAPSHOT_HEAD = 4 + 4;
    private static final int MAX_VALUES = 1 << 20;

    private final int values;
    private final List<Integer> imagesSeen = new ArrayList<>();
    private final List<Float> accuracy = new ArrayList<>();
    private final List<float[]> snapshots = new ArrayList<>();

    /** An empty replay of snapshots with {@code values} numbers each. */
    public Replay(int values) {
        if (values < 1 || values > MAX_VALUES) {
            throw new ModelFormatException("a snapshot holds 1 to " + MAX_VALUES + " values, got " + values);
        }
        this.values = values;
    }

    /**
     * Adds a snapshot.
     *
     * @param seen how many training images had been shown
     * @param measured test accuracy at that moment, 0 to 1
     * @param snapshot the values; copied
     */
    public void add(int seen, float measured, float[] snapshot) {
        if (snapshot.length != values) {
            throw new IllegalArgumentException("expected " + values + " values, got " + snapshot.length);
        }
        imagesSeen.add(seen);
        accuracy.add(measured);
        snapshots.add(snapshot.clone());
    }

    /** How many snapshots there are. */
    public int size() {
        return snapshots.size();
    }

    /** How many training images had been shown at snapshot {@code i}. */
    public int imagesSeen(int i) {
        return imagesSeen.get(i);
    }

    /** Test accuracy at snapshot {@code i}, 0 to 1. */
    public float accuracy(int i) {
        return accuracy.get(i);
    }

    /** The values of snapshot {@code i}; not a copy. */
    public float[] snapshot(int i) {
        return snapshots.get(i);
    }

    /** The largest magnitude in any snapshot. */
    public float largest() {
        float largest = 0;
        for (float[] snapshot : snapshots) {
            for (float value : snapshot) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest;
    }

    /** Encodes all snapshots, quantised with one common scale: the error of a value is at most largest/254. */
    public byte[] encode() {
        byte[] b = Bytes.frame(MAGIC, HEAD + size() * (SNAPSHOT_HEAD + values));
        float scale = largest() == 0 ? 1 : largest() / 127;
        int at = Bytes.HEADER;
        Bytes.int16(b, at, size());
        Bytes.int32(b, at + 2, values);
        Bytes.int32(b, at + 6, Float.floatToIntBits(scale));
        at += HEAD;
        byte[] before = new byte[values];
        for (int s = 0; s < size(); s++) {
            Bytes.int32(b, at, imagesSeen.get(s));
            Bytes.int32(b, at + 4, Float.floatToIntBits(accuracy.get(s)));
            at += SNAPSHOT_HEAD;
            for (int i = 0; i < values; i++) {
                byte now = (byte) Math.round(snapshots.get(s)[i] / scale);
                b[at++] = (byte) (now - before[i]);
                before[i] = now;
            }
        }
        return Bytes.seal(b);
    }

    /**
     * Decodes what {@link #encode} wrote.
     *
     * @throws ModelFormatException if the bytes are damaged or of another version
     */
    public static Replay decode(byte[] b) {
        Bytes.check(b, MAGIC, "replay");
        int at = Bytes.HEADER;
        int body = b.length - at - Bytes.TRAILER - HEAD;
        if (body < 0) {
            throw new ModelFormatException("replay is cut short: " + b.length + " bytes");
        }
        int count = Bytes.int16(b, at);
        Replay replay = new Replay(Bytes.int32(b, at + 2));
        float scale = Float.intBitsToFloat(Bytes.int32(b, at + 6));
        // Compared by division, because the product may not fit an int. NaN fails the last comparison too.
        int each = SNAPSHOT_HEAD + replay.values;
        if (body % each != 0 || body / each != count || !(scale > 0 && scale < 1e30f)) {
            throw new ModelFormatException("replay of " + count + " snapshots with " + replay.values
                    + " values does not fit its " + body + " bytes, or its scale is not a positive number");
        }
        at += HEAD;
        byte[] now = new byte[replay.values];
        for (int s = 0; s < count; s++) {
            int seen = Bytes.int32(b, at);
            float measured = Float.intBitsToFloat(Bytes.int32(b, at + 4));
            if (seen < 0 || !(measured >= 0 && measured <= 1)) {
                throw new ModelFormatException("replay's snapshot " + s + " claims " + seen
                        + " images seen, or an accuracy that is not between 0 and 1");
            }
            at += SNAPSHOT_HEAD;
            float[] snapshot = new float[replay.values];
            for (int i = 0; i < snapshot.length; i++) {
                now[i] += b[at++];
                snapshot[i] = now[i] * scale;
            }
            replay.add(seen, measured, snapshot);
        }
        return replay;
    }
}
