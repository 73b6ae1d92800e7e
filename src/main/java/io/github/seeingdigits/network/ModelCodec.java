package io.github.seeingdigits.network;

/**
 * The compact form in which a network travels to the page.
 *
 * <pre>
 * "SDN2"  length int32  temperature float32  architecture-length int16  architecture (ASCII)
 * parameters (binary16 …)  CRC-32
 * </pre>
 *
 * All numbers are little-endian; {@code length} counts the whole file. Parameters stand in the order of
 * {@link Network#parameters()}, row by row. Training rounds published parameters to half precision before it measures
 * them, so nothing is lost here and the page computes with the numbers that the record describes.
 */
public final class ModelCodec {
    private static final String MAGIC = "SDN2";

    private ModelCodec() {}

    /**
     * Encodes a network.
     *
     * @throws ModelFormatException if a parameter is not exactly a half, so that writing it would change the network
     */
    public static byte[] encode(Network network) {
        String architecture = network.architecture();
        byte[] b = Bytes.frame(MAGIC, 4 + 2 + architecture.length() + 2 * network.parameterCount());
        int at = Bytes.HEADER;
        Bytes.int32(b, at, Float.floatToIntBits(network.temperature()));
        at += 4;
        Bytes.int16(b, at, architecture.length());
        at += 2;
        for (int i = 0; i < architecture.length(); i++) {
            b[at++] = (byte) architecture.charAt(i);
        }
        for (Parameter p : network.parameters()) {
            for (float[] row : p.value.row) {
                for (float value : row) {
                    int half = HalfFloat.fromFloat(value);
                    // Also true for NaN, which equals nothing.
                    if (HalfFloat.toFloat(half) != value || value - value != 0) {
                        throw new ModelFormatException(
                                p.name + " holds " + value + ", which is not a finite half-precision number");
                    }
                    Bytes.int16(b, at, half);
                    at += 2;
                }
            }
        }
        return Bytes.seal(b);
    }

    /**
     * Decodes what {@link #encode} wrote.
     *
     * @param batch see {@link Network#Network}
     * @throws ModelFormatException if the bytes are damaged, of another version, or hold a number that is not finite
     */
    public static Network decode(byte[] b, int batch, Ops ops) {
        Bytes.check(b, MAGIC, "model");
        int end = b.length - Bytes.TRAILER;
        int length = end - Bytes.HEADER < 4 + 2 ? -1 : Bytes.int16(b, Bytes.HEADER + 4);
        int at = Bytes.HEADER + 4 + 2;
        if (length < 0 || length > end - at) {
            throw new ModelFormatException("model's architecture is longer than the model");
        }
        StringBuilder architecture = new StringBuilder();
        for (int i = 0; i < length; i++) {
            architecture.append((char) (b[at++] & 0x7F));
        }
        Network network = new Network(architecture.toString(), batch, ops);
        network.setTemperature(Float.intBitsToFloat(Bytes.int32(b, Bytes.HEADER)));
        if (end - at != 2 * network.parameterCount()) {
            throw new ModelFormatException("\"" + architecture + "\" has " + network.parameterCount()
                    + " parameters of 2 bytes, but the model holds " + (end - at) + " bytes of them");
        }
        for (Parameter p : network.parameters()) {
            for (float[] row : p.value.row) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = HalfFloat.toFloat(Bytes.int16(b, at));
                    at += 2;
                    if (row[j] - row[j] != 0) {
                        throw new ModelFormatException(p.name + " holds a number that is not finite");
                    }
                }
            }
        }
        return network;
    }
}
