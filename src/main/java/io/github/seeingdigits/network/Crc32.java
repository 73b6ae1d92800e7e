package io.github.seeingdigits.network;

/**
 * CRC-32 as in gzip and PNG (polynomial 0xEDB88320). {@code java.util.zip} is out of this package's reach, and this is
 * small.
 */
final class Crc32 {
    private Crc32() {}

    static int of(byte[] bytes, int from, int to) {
        int crc = -1;
        for (int i = from; i < to; i++) {
            crc ^= bytes[i] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc >>> 1 ^ (0xEDB88320 & -(crc & 1));
            }
        }
        return ~crc;
    }
}
