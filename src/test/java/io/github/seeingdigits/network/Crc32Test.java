package io.github.seeingdigits.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class Crc32Test {
    @Test
    void theCheckValueOfTheCatalogueComesOut() {
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
        assertEquals(0xCBF43926, Crc32.of(digits, 0, digits.length));
    }

    @Test
    void anyPartOfAnyBytesAgreesWithTheJdk() {
        Random random = new Random(1);
        for (int trial = 0; trial < 500; trial++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            int from = random.nextInt(bytes.length + 1);
            int to = from + random.nextInt(bytes.length - from + 1);
            CRC32 jdk = new CRC32();
            jdk.update(bytes, from, to - from);
            assertEquals((int) jdk.getValue(), Crc32.of(bytes, from, to));
        }
    }
}
