package io.github.seeingdigits.network;

/**
 * What training derived from a network for a figure to draw: a block of numbers with a shape, such as moments × images ×
 * units.
 *
 * <pre>
 * "SDV1"  length int32  rank int16  sizes int32 …  values (binary16 …)  CRC-32
 * "SDV2"  length int32  rank int16  sizes int32 …  rows (step binary16, int8 …)  CRC-32
 * </pre>
 *
 * All numbers are little-endian. The last index runs fastest; in the second form each row along it is in steps of its own. Half
 * precision is three decimal places, finer than a screen; 127 steps either way will do for pictures.
 */
public final class View {
    private static final String MAGIC = "SDV1";
    private static final String COARSE = "SDV2";
    private static final int STEPS = 127;
    private static final int MAX_RANK = 8;
    private static final int MAX_VALUES = 1 << 22;

    private final int[] shape;
    private final float[] values;

    /** The step of each row where values are multiples of it, otherwise null. */
    private final float[] steps;

    /**
     * A block of {@code shape[0]}×{@code shape[1]}×… values.
     *
     * @param values rounded to half precision, in place
     * @throws ModelFormatException if a size is below 1, their product is not the number of values, or a value has no half
     */
    public View(int[] shape, float[] values) {
        if (size(shape) != values.length) {
            throw new ModelFormatException(
                    "a view's sizes multiply to " + size(shape) + ", but it has " + values.length + " values");
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = HalfFloat.round(values[i]);
            if (values[i] - values[i] != 0) {
                throw new ModelFormatException("value " + i + " of a view has no finite half-precision number near it");
            }
        }
        this.shape = shape.clone();
        this.values = values;
        steps = null;
    }

    private View(int[] shape, float[] values, float[] steps) {
        this.shape = shape;
        this.values = values;
        this.steps = steps;
    }

    /**
     * A block that takes half the room.
     *
     * @param values rounded, in place, to multiples of a step: a 127th of the largest magnitude of their row along the last index
     * @throws ModelFormatException as for {@link #View}
     */
    public static View coarse(int[] shape, float[] values) {
        View exact = new View(shape, values.clone());
        int row = shape[shape.length - 1];
        float[] steps = new float[values.length / row];
        for (int i = 0; i < values.length; i++) {
            steps[i / row] = Math.max(steps[i / row], Math.abs(values[i]));
        }
        for (int i = 0; i < steps.length; i++) {
            steps[i] = HalfFloat.round(steps[i] / STEPS);
        }
        for (int i = 0; i < values.length; i++) {
            float step = steps[i / row];
            int times = step == 0 ? 0 : Math.round(values[i] / step);
            values[i] = step * Math.max(-STEPS, Math.min(STEPS, times));
        }
        return new View(exact.shape, values, steps);
    }

    /** The product of {@code shape}, at most {@link #MAX_VALUES}. */
    private static int size(int[] shape) {
        if (shape.length < 1 || shape.length > MAX_RANK) {
            throw new ModelFormatException("a view has 1 to " + MAX_RANK + " sizes, found " + shape.length);
        }
        int size = 1;
        for (int one : shape) {
            if (one < 1 || one > MAX_VALUES / size) {
                throw new ModelFormatException("a view holds 1 to " + MAX_VALUES + " values; a size of it is " + one);
            }
            size *= one;
        }
        return size;
    }

    /** How many sizes there are, and each of them. */
    public int[] shape() {
        return shape.clone();
    }

    /** All values, the last index fastest; not a copy. */
    public float[] values() {
        return values;
    }

    /** All of it as bytes. */
    public byte[] encode() {
        int size = steps == null ? 2 * values.length : 2 * steps.length + values.length;
        byte[] b = Bytes.frame(steps == null ? MAGIC : COARSE, 2 + 4 * shape.length + size);
        int at = Bytes.HEADER;
        Bytes.int16(b, at, shape.length);
        at += 2;
        for (int one : shape) {
            Bytes.int32(b, at, one);
            at += 4;
        }
        for (int i = 0; i < values.length; i++) {
            if (steps == null) {
                Bytes.int16(b, at, HalfFloat.fromFloat(values[i]));
                at += 2;
                continue;
            }
            int row = i / shape[shape.length - 1];
            if (i % shape[shape.length - 1] == 0) {
                Bytes.int16(b, at, HalfFloat.fromFloat(steps[row]));
                at += 2;
            }
            b[at++] = (byte) (steps[row] == 0 ? 0 : Math.round(values[i] / steps[row]));
        }
        return Bytes.seal(b);
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws ModelFormatException if the bytes are damaged, cut or of another format
     */
    public static View decode(byte[] b) {
        boolean coarse = b.length > 3 && b[3] == COARSE.charAt(3);
        Bytes.check(b, coarse ? COARSE : MAGIC, "view");
        int end = b.length - Bytes.TRAILER;
        int at = Bytes.HEADER;
        int rank = end - at < 2 ? 0 : Bytes.int16(b, at);
        at += 2;
        if (rank < 1 || rank > MAX_RANK || end - at < 4 * rank) {
            throw new ModelFormatException("a view has 1 to " + MAX_RANK + " sizes, found " + rank);
        }
        int[] shape = new int[rank];
        for (int i = 0; i < rank; i++) {
            shape[i] = Bytes.int32(b, at);
            at += 4;
        }
        int size = size(shape);
        int row = shape[rank - 1];
        int bytes = coarse ? size + 2 * (size / row) : 2 * size;
        if (end - at != bytes) {
            throw new ModelFormatException(
                    "a view of " + size + " values should end after " + bytes + " bytes, found " + (end - at));
        }
        float[] values = new float[size];
        float[] steps = new float[coarse ? size / row : 0];
        for (int i = 0; i < size; i++) {
            if (!coarse || i % row == 0) {
                float half = HalfFloat.toFloat(Bytes.int16(b, at));
                at += 2;
                values[i] = half;
                if (coarse) {
                    steps[i / row] = half;
                }
            }
            if (coarse) {
                values[i] = steps[i / row] * b[at++];
            }
        }
        return coarse ? new View(shape, values, steps) : new View(shape, values);
    }
}
