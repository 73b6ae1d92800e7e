package io.github.seeingdigits.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.Damage;
import io.github.seeingdigits.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ModelCodecTest {
    /** The parameters and outputs of the largest network that an architecture may describe, in bytes. */
    private static final long LARGEST_NETWORK =
            4L * LayerText.MAX_PARAMETERS + 4L * 64 * LayerText.MAX_SIZE + (8 << 20);

    static final Damage DAMAGE =
            Damage.to(ModelFormatException.class, "", ModelCodecTest::read).allocating(100, LARGEST_NETWORK);
    private static final String ARCHITECTURE = "dense 3 2, dense 2 4";
    private static final int FIRST_PARAMETER = Bytes.HEADER + 4 + 2 + ARCHITECTURE.length();

    @Test
    void aNetworkComesBackAsItWas() {
        Network network = network();
        network.setTemperature(1.7f);
        Network back = read(ModelCodec.encode(network));
        assertEquals(1.7f, back.temperature());
        assertEquals(ARCHITECTURE, back.architecture());
        for (int p = 0; p < network.parameters().size(); p++) {
            Matrix expected = network.parameters().get(p).value;
            Matrix found = back.parameters().get(p).value;
            for (int i = 0; i < expected.rows; i++) {
                assertArrayEquals(expected.row[i], found.row[i]);
            }
        }
        float[] x = {1, -2, 0.5f};
        assertArrayEquals(network.predict(x), back.predict(x));
    }

    @Test
    void networksOfEveryKindOfLayerComeBackAsTheyWere() {
        for (String text : new String[] {
            "conv 1x6x6 3 3 pad 1, leaky-relu 108 0.01, maxpool 3x6x6 2, dropout 27 0.5, relu 27, dense 27 4",
            "yat 36 4 bias alpha learnable eps 1e-5, softermax 4",
            "yat-conv 1x6x6 2 3 stride 2 alpha 1.41421356, yat 8 3 alpha learnable"
        }) {
            Network network = network(text);
            if (text.contains("learnable")) {
                network.parameters().get(network.parameters().size() - 1).value.fill(1.5f);
            }
            Network back = read(ModelCodec.encode(network));
            assertEquals(text, back.architecture());
            float[] x = new float[36];
            for (int k = 0; k < x.length; k++) {
                x[k] = (float) Math.sin(k);
            }
            float[] expected = network.predict(x);
            assertArrayEquals(expected, back.predict(x));
            assertTrue(expected[0] > 0 && expected[0] < 1, text);
        }
    }

    @Test
    @Fault("Model file: every truncation")
    void everyTruncationIsRefused() {
        DAMAGE.everyTruncationIsRefused(ModelCodec.encode(network()));
    }

    @Test
    @Fault("Model file: every single-bit flip")
    void everySingleBitFlipIsRefused() {
        DAMAGE.everySingleBitFlipIsRefused(ModelCodec.encode(network()));
    }

    @Test
    @Fault("Model file: trailing bytes")
    void trailingBytesAreRefused() {
        DAMAGE.trailingBytesAreRefused(ModelCodec.encode(network()));
    }

    @Test
    @Fault("Model file: every truncation")
    void aTruncationWithMatchingLengthAndChecksumIsStillRefused() {
        byte[] file = ModelCodec.encode(network());
        for (int length = Bytes.HEADER + Bytes.TRAILER; length < file.length; length++) {
            byte[] cut = Damage.resealed(Arrays.copyOf(file, length));
            assertThrows(ModelFormatException.class, () -> read(cut), "cut to " + length);
        }
    }

    @Test
    @Fault("Model file: unknown version")
    void anUnknownVersionIsRefused() {
        byte[] file = ModelCodec.encode(network());
        file[3] = '1';
        String message = DAMAGE.message(Damage.resealed(file));
        assertTrue(message.contains("does not start with \"SDN2\""), message);
    }

    @Test
    @Fault("Model file: weight that is not a number")
    void aParameterThatIsNotANumberIsRefusedByName() {
        for (int half : new int[] {0x7E00, 0x7C00, 0xFC00}) {
            byte[] file = ModelCodec.encode(network());
            Bytes.int16(file, FIRST_PARAMETER, half);
            String message = DAMAGE.message(Damage.resealed(file));
            assertEquals("weight holds a number that is not finite", message);
        }
    }

    @Test
    void aTemperatureThatIsNotAboveZeroIsRefused() {
        for (float temperature : new float[] {0, -1, Float.NaN, Float.POSITIVE_INFINITY}) {
            byte[] file = ModelCodec.encode(network());
            Bytes.int32(file, Bytes.HEADER, Float.floatToIntBits(temperature));
            assertEquals("a temperature must be a number above zero", DAMAGE.message(Damage.resealed(file)));
        }
    }

    @Test
    void aParameterThatIsNotAHalfIsNotWritten() {
        for (float value : new float[] {0.1f, Float.NaN, Float.POSITIVE_INFINITY, 1e9f}) {
            Network network = network();
            network.parameters().get(1).value.row[0][0] = value;
            ModelFormatException e = assertThrows(ModelFormatException.class, () -> ModelCodec.encode(network));
            assertEquals("bias holds " + value + ", which is not a finite half-precision number", e.getMessage());
        }
    }

    @Test
    @Fault("Model file: layers that do not chain")
    void layersThatDoNotChainAreRefused() {
        byte[] file = ModelCodec.encode(network());
        byte[] other = "dense 3 2, dense 3 4".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(other, 0, file, Bytes.HEADER + 4 + 2, other.length);
        assertEquals(
                "layer \"dense 3 4\" expects 3 inputs, but \"dense 3 2\" before it gives 2",
                DAMAGE.message(Damage.resealed(file)));
    }

    static Network network() {
        return network(ARCHITECTURE);
    }

    private static Network network(String architecture) {
        Network network = new Network(architecture, 1, new PlainOps());
        network.initialise(Initialiser.fanInUniform(), new SeededRandom(4));
        for (Parameter p : network.parameters()) {
            for (float[] row : p.value.row) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = HalfFloat.round(row[j]);
                }
            }
        }
        return network;
    }

    private static Network read(byte[] file) {
        return ModelCodec.decode(file, 1, new PlainOps());
    }

    @Test
    @Fault("Every stage: damaged input to a parser")
    void whateverComesIsReadOrRefused() {
        byte[] file = ModelCodec.encode(network());
        DAMAGE.whateverComesIsAnsweredOrRefused(file, 2_000);
        DAMAGE.whateverComesIsAnsweredOrRefused(file, 3_000, Damage::resealed);
    }

    @Test
    @Fault("Model file: sizes that overflow when multiplied")
    void aFewBytesThatDeclareLargeLayersAreRefusedInBoundedMemory() {
        for (String architecture : new String[] {
            "dense 4096 4095",
            "dense 65536 65536",
            "relu 65536" + ", relu 65536".repeat(63),
            "conv 1x256x256 1 255",
            "conv 65536x1x1 65536 1",
            "yat 4096 4094 bias alpha learnable",
            "softermax 65536"
        }) {
            byte[] file = Bytes.frame("SDN2", 4 + 2 + architecture.length());
            Bytes.int32(file, Bytes.HEADER, Float.floatToIntBits(1));
            Bytes.int16(file, Bytes.HEADER + 4, architecture.length());
            byte[] letters = architecture.getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(letters, 0, file, Bytes.HEADER + 6, letters.length);
            boolean parameters = !architecture.startsWith("relu") && !architecture.startsWith("softermax");
            assertEquals(!parameters, DAMAGE.answers(Bytes.seal(file), architecture));
        }
    }
}
