package io.github.seeingdigits.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.Damage;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.data.Safetensors.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SafetensorsTest {
    static final Damage DAMAGE = Damage.to(DataException.class, "f: found ", file -> Safetensors.decode(file, "f"));

    @Test
    void whatIsWrittenComesBack() {
        Safetensors back = Safetensors.decode(example().encode(), "f");
        assertEquals(example().metadata(), back.metadata());
        assertEquals("w", back.tensors().get(0).name());
        assertEquals(List.of(2, 3), back.tensors().get(0).shape());
        assertArrayEquals(
                example().tensors().get(0).values(), back.tensors().get(0).values());
        assertArrayEquals(new float[] {-7}, back.tensors().get(1).values());
    }

    @Test
    void theBytesAreThoseOfTheFormat() {
        byte[] file = new Safetensors(Map.of("b", "2", "a", "1"), List.of(new Tensor("t", List.of(1), new float[] {1})))
                .encode();
        String header = "{\"__metadata__\":{\"a\":\"1\",\"b\":\"2\"},"
                + "\"t\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}";
        String padded = header + " ".repeat((8 - header.length() % 8) % 8);
        assertArrayEquals(file(padded, new byte[] {0, 0, (byte) 0x80, 0x3F}), file);
    }

    @Test
    void tensorsMayStandInAnyOrderInTheHeader() {
        Safetensors read = decode("{\"b\":" + entry("[1]", "[4,8]") + ",\"a\":" + entry("[1]", "[0,4]") + "}", 8);
        assertEquals("a", read.tensors().get(0).name());
    }

    @Test
    @Fault("Model file: every truncation")
    void everyTruncationIsRefused() {
        byte[] file = example().encode();
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThrows(DataException.class, () -> Safetensors.decode(cut, "f"), "cut to " + length);
        }
    }

    @Test
    @Fault("Model file: header of a gigabyte")
    void aHeaderOfAGigabyteOrLessThanNothingIsRefused() {
        for (long length : new long[] {1L << 30, -1, Long.MIN_VALUE, 0, 1 << 20, Long.MAX_VALUE}) {
            byte[] file = example().encode();
            ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
            assertThrows(DataException.class, () -> Safetensors.decode(file, "f"), "length " + length);
        }
    }

    @Test
    @Fault("Model file: trailing bytes")
    void trailingBytesAreRefused() {
        byte[] file = example().encode();
        assertTrue(message(Arrays.copyOf(file, file.length + 1)).contains("29 bytes of data, expected 28"));
    }

    @Test
    void gapsAndOverlapsBetweenTensorsAreRefused() {
        refused("{\"a\":" + entry("[1]", "[4,8]") + "}", 8, "a starting at 4, expected 0");
        refused(
                "{\"a\":" + entry("[2]", "[0,8]") + ",\"b\":" + entry("[1]", "[4,8]") + "}",
                8,
                "b starting at 4, expected 8");
        refused(
                "{\"a\":" + entry("[1]", "[0,4]") + ",\"b\":" + entry("[1]", "[8,12]") + "}",
                12,
                "b starting at 8, expected 4");
    }

    @Test
    @Fault("Model file: sizes that overflow when multiplied")
    void sizesThatOverflowOrDoNotFitAreRefused() {
        refused("{\"a\":" + entry("[65536,65536,65536,65536]", "[0,4]") + "}", 4, "positive sizes within 4 bytes");
        refused("{\"a\":" + entry("[1073741825]", "[0,4]") + "}", 4, "positive sizes within 4 bytes");
        refused("{\"a\":" + entry("[0]", "[0,0]") + "}", 0, "positive sizes");
        refused("{\"a\":" + entry("[-1]", "[0,4]") + "}", 4, "whole numbers");
        refused("{\"a\":" + entry("[1.0]", "[0,4]") + "}", 4, "whole numbers");
        refused("{\"a\":" + entry("[4294967297]", "[0,4]") + "}", 4, "whole numbers");
        refused("{\"a\":" + entry("[]", "[0,4]") + "}", 4, "0 dimensions");
        refused("{\"a\":" + entry("[1]", "[0,2147483647]") + "}", 4, "within 4 bytes of data");
        refused("{\"a\":" + entry("[1]", "[4,0]") + "}", 4, "within 4 bytes of data");
        refused("{\"a\":" + entry("[1]", "[0]") + "}", 4, "within 4 bytes of data");
    }

    @Test
    void aHeaderThatIsNotWhatItShouldBeIsRefused() {
        refused("[]", 0, "does not start with {");
        refused("{\"a\":", 0, "not JSON");
        refused("{} {}", 0, "not JSON");
        refused("{\"a\":1}", 0, "a of type");
        refused("{\"a\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[0,2]}}", 2, "expected F32");
        refused("{\"__metadata__\":{\"a\":1}}", 0, "__metadata__.a 1, expected a string");
        refused("{\"__metadata__\":[]}", 0, "no object");
        refused("{\"a\":" + entry("[1]", "[0,4]") + ",\"a\":" + entry("[1]", "[0,4]") + "}", 4, "Duplicate field");
        refused("{\"a\":" + "[".repeat(5000) + "}", 0, "not JSON");
    }

    @Test
    @Fault("Model file: weight that is not a number")
    void numbersThatAreNotFiniteAreRefusedByName() {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            byte[] file = new Safetensors(Map.of(), List.of(new Tensor("w", List.of(1), new float[] {bad}))).encode();
            assertTrue(message(file).contains("f: found " + bad + " in w, expected finite numbers"));
        }
    }

    static Safetensors example() {
        return new Safetensors(
                Map.of("kind", "test", "ä", "ö"),
                List.of(
                        new Tensor("w", List.of(2, 3), new float[] {1, 2, 3, -0.5f, 1e-30f, 3e38f}),
                        new Tensor("b", List.of(1), new float[] {-7})));
    }

    private static String entry(String shape, String offsets) {
        return "{\"dtype\":\"F32\",\"shape\":" + shape + ",\"data_offsets\":" + offsets + "}";
    }

    private static byte[] file(String header, byte[] data) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .put(data)
                .array();
    }

    private static Safetensors decode(String header, int dataLength) {
        return Safetensors.decode(file(header, new byte[dataLength]), "f");
    }

    private static void refused(String header, int dataLength, String because) {
        String message = message(file(header, new byte[dataLength]));
        assertTrue(message.startsWith("f: found ") && message.contains(because), message);
    }

    private static String message(byte[] file) {
        return assertThrows(DataException.class, () -> Safetensors.decode(file, "f"))
                .getMessage();
    }

    /** The format has no checksum: {@link ModelFolder} has one. */
    @Test
    @Fault("Every stage: damaged input to a parser")
    void whateverComesIsReadOrRefused() {
        DAMAGE.everySingleBitFlipIsAnsweredOrRefused(example().encode());
        DAMAGE.whateverComesIsAnsweredOrRefused(example().encode(), 5_000);
    }

    @Test
    @Fault("Model file: header of a gigabyte")
    void aHeaderOfManyTensorsOrSizesIsReadInBoundedMemory() {
        DAMAGE.refuses(file("{\"a\":" + entry("[" + "1,".repeat(100_000) + "1]", "[0,4]") + "}", new byte[4]), "sizes");
        StringBuilder many = new StringBuilder("{");
        for (int i = 0; i < 2_000; i++) {
            many.append("\"t")
                    .append(i)
                    .append("\":")
                    .append(entry("[1]", "[0,4]"))
                    .append(',');
        }
        DAMAGE.refuses(file(many + "\"z\":" + entry("[1]", "[0,4]") + "}", new byte[4]), "tensors on one place");
    }
}
