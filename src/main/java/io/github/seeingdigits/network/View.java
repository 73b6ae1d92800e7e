package io.github.seeingdigits.network;

/**
 * What training derived from a network for a figure to draw: a block of numbers with a shape, such as moments × images ×
 * units.
 *
 * <pre>
 * "SDV1"  length int32  rank int16  sizes int32 …  values (binary16 …)  CRC-32
 * </pre>
 *
 * All numbers are little-endian. The last index runs fastest. Half precision is three decimal places, finer than a screen.
 */
public final class View {
    private static final String MAGIC = "SDV1";
    private static final int MAX_RANK = 8;
    private static final int MAX_VALUES = 1 << 22;

    private final int[] shape;
    private final float[] values;

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
        byte[] b = Bytes.frame(MAGIC, 2 + 4 * shape.length + 2 * values.length);
        int at = Bytes.HEADER;
        Bytes.int16(b, at, shape.length);
        at += 2;
        for (int size : shape) {
            Bytes.int32(b, at, size);
            at += 4;
        }
        for (float value : values) {
            Bytes.int16(b, at, HalfFloat.fromFloat(value));
            at += 2;
        }
        return Bytes.seal(b);
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws ModelFormatException if the bytes are damaged, cut or of another format
     */
    public static View decode(byte[] b) {
        Bytes.check(b, MAGIC, "view");
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
        if (end - at != 2 * size) {
            throw new ModelFormatException(
                    "a view of " + size + " values should end after " + 2 * size + " bytes, found " + (end - at));
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = HalfFloat.toFloat(Bytes.int16(b, at));
            at += 2;
        }
        return new View(shape, values);
    }
}
