package io.github.seeingdigits.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.Damage;
import io.github.seeingdigits.Fault;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void whatIsReadIsDescribedInTheSameWords() {
        assertEquals("dense 784 10", describe("dense 784 10"));
        assertEquals("dense 4 3, dense 3 2", describe("  dense  4 3,dense 3   2 "));
        for (String text : new String[] {
            "relu 128",
            "leaky-relu 128 0.01",
            "leaky-relu 1 0",
            "scale 784 2 -1",
            "scale 3 255 0",
            "scale 3 0.5 0.25",
            "conv 1x28x28 8 5",
            "conv 3x9x7 2 3 stride 2",
            "conv 3x9x7 2 3 pad 2",
            "conv 3x9x7 2 3 stride 2 pad 1",
            "maxpool 8x24x24 2",
            "maxpool 8x24x24 3 stride 2",
            "yat 784 10",
            "yat 784 10 bias",
            "yat 784 10 alpha learnable",
            "yat 784 10 alpha 1.41421356",
            "yat 784 10 bias alpha learnable eps 1e-5",
            "yat 784 10 eps 0.00001",
            "yat-conv 1x28x28 8 5 stride 2 pad 1 bias alpha 2 eps 1e-3",
            "dropout 128 0.5",
            "dropout 128 .5",
            "softermax 10",
            "softermax 10 power 2 eps 1e-12",
            "conv 1x28x28 8 5, relu 4608, maxpool 8x24x24 2, dropout 1152 0.25, dense 1152 10"
        }) {
            assertEquals(text, describe(text));
        }
    }

    @Test
    void theUsualSpellingOfADefaultIsLeftOut() {
        assertEquals("conv 1x28x28 8 5", describe("conv 1x28x28 8 5 stride 1 pad 0"));
        assertEquals("maxpool 8x24x24 2", describe("maxpool 8x24x24 2 stride 2"));
        assertEquals("softermax 10", describe("softermax 10 power 1"));
    }

    @Test
    void aWindowThatDoesNotFillTheEdgeLeavesItOut() {
        assertEquals(2 * 3 * 2, outputs("conv 1x8x6 2 3 stride 2"));
        assertEquals(2 * 4 * 3, outputs("conv 1x8x6 2 3 stride 2 pad 1"));
        assertEquals(3 * 2 * 3, outputs("maxpool 3x5x7 2"));
        assertEquals(8 * 24 * 24, outputs("conv 1x28x28 8 5"));
    }

    @Test
    void shapesAndWindowsThatCannotBeAreRefused() {
        assertEquals(
                "layer \"conv 28 8 5\": shape \"28\" must be CHANNELSxHEIGHTxWIDTH, for example 1x28x28",
                message("conv 28 8 5"));
        assertEquals(
                "layer \"conv 1x28 8 5\": shape \"1x28\" must be CHANNELSxHEIGHTxWIDTH, for example 1x28x28",
                message("conv 1x28 8 5"));
        for (String shape : new String[] {"0x28x28", "1x0x28", "1x28x", "x28x28", "1x28x28x1", "1x28x-2"}) {
            assertEquals(
                    "layer \"conv " + shape + " 8 5\": size \"" + shape + "\" must be 1 to 65536",
                    message("conv " + shape + " 8 5"));
        }
        assertEquals(
                "layer \"conv 1x4x9 8 5\": a kernel of 5 does not fit into 1x4x9 with padding 0",
                message("conv 1x4x9 8 5"));
        assertEquals(
                "layer \"maxpool 1x9x4 5\": a kernel of 5 does not fit into 1x9x4 with padding 0",
                message("maxpool 1x9x4 5"));
        assertEquals(
                "layer \"conv 1x4x4 8 3 pad 3\": padding 3 must be less than the kernel's 3",
                message("conv 1x4x4 8 3 pad 3"));
        assertEquals(
                "layer \"conv 1x4x4 8 3 stride 0\": size \"0\" must be 1 to 65536", message("conv 1x4x4 8 3 stride 0"));
        assertEquals(
                "layer \"maxpool 1x4x4 2 pad 1\" should read: maxpool CHANNELSxHEIGHTxWIDTH KERNEL [stride N]",
                message("maxpool 1x4x4 2 pad 1"));
    }

    @Test
    @Fault("Model file: sizes that overflow when multiplied")
    void pixelsFiltersAndOutputsThatOverflowWhenMultipliedAreRefused() {
        for (String text : new String[] {
            "conv 65536x65536x65536 1 1",
            "conv 256x256x2 1 1",
            "conv 1x256x256 2 1",
            "conv 1x2x2 1 50000 pad 49999",
            "conv 65536x1x1 65536 1",
            "conv 65536x1x1 1 2 pad 1",
            "yat-conv 1x2x2 1 65536 pad 65535",
            "maxpool 70x65536x1 1",
            "maxpool 2x256x256 2"
        }) {
            String message = message(text);
            assertTrue(message.startsWith("layer \"" + text + "\" is too large: "), message);
        }
        assertEquals(65536, outputs("conv 1x256x256 1 1"));
        assertEquals(
                "layer \"yat 65536 256\" is too large: a model has at most 16777216 parameters",
                message("yat 65536 256"));
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        for (String rate :
                new String[] {"1", "-0.5", "x", "", "0.5.5", "1e", "e5", "1e+2", "NaN", "1e-23", "1234567890"}) {
            String text = "dropout 8 " + rate;
            String expected = rate.isEmpty()
                    ? "layer \"dropout 8\" should read: dropout SIZE RATE"
                    : "layer \"" + text + "\": rate \"" + rate
                            + "\" must be a number from 0 and below 1, for example 0.01 or 1e-5";
            assertEquals(expected, message(text));
        }
        for (String eps : new String[] {"0", "0e5", "70000"}) {
            assertEquals(
                    "layer \"yat 2 2 eps " + eps + "\": eps \"" + eps
                            + "\" must be a number above 0 and below 65536, for example 0.01 or 1e-5",
                    message("yat 2 2 eps " + eps));
        }
    }

    @Test
    void optionsInAnotherOrderAreRefused() {
        assertEquals(
                "layer \"yat 2 2 eps 1 bias\" should read: yat INPUTS OUTPUTS [bias] [alpha learnable|NUMBER] [eps NUMBER]",
                message("yat 2 2 eps 1 bias"));
        assertEquals("layer \"relu 2 2\" should read: relu SIZE", message("relu 2 2"));
    }

    @Test
    void decimalsAreReadToTheNearestDouble() {
        for (String text :
                new String[] {"0.01", "1e-5", "1.41421356", "0.3", "123456789", "1e22", "5.e-3", ".1", "7e-22"}) {
            assertEquals(Double.parseDouble(text), Decimal.parse(text).value());
            assertEquals(text, Decimal.parse(text).toString());
        }
    }

    @Test
    @Fault("Model file: zero layers")
    void zeroLayersAreRefused() {
        assertEquals("architecture has an empty layer; expected for example \"dense 784 10\"", message(""));
        assertEquals("architecture has an empty layer; expected for example \"dense 784 10\"", message("dense 2 2,"));
    }

    @Test
    void anUnknownLayerIsRefusedByName() {
        assertEquals(
                "unknown layer \"danse 2 2\"; known: dense, relu, leaky-relu, scale, conv, maxpool, yat, yat-conv, dropout, softermax",
                message("danse 2 2"));
    }

    @Test
    void aLayerWithTooFewOrManySizesIsRefused() {
        assertEquals("layer \"dense 2\" should read: dense INPUTS OUTPUTS", message("dense 2"));
        assertEquals("layer \"scale 2 3\" should read: scale SIZE FACTOR OFFSET", message("scale 2 3"));
        assertEquals("dense 65536 1", describe("dense 65536 1"));
        assertEquals("layer \"dense 2 2 2\" should read: dense INPUTS OUTPUTS", message("dense 2 2 2"));
    }

    @Test
    void aSizeThatIsNoPositiveNumberIsRefused() {
        for (String size : new String[] {"0", "-1", "x", "1.5", "65537", "4294967297", "99999999999999999999"}) {
            assertEquals(
                    "layer \"dense " + size + " 2\": size \"" + size + "\" must be 1 to 65536",
                    message("dense " + size + " 2"));
        }
    }

    @Test
    @Fault("Model file: layers that do not chain")
    void layersThatDoNotChainAreRefused() {
        assertEquals(
                "layer \"dense 4 2\" expects 4 inputs, but \"dense 4 3\" before it gives 3",
                message("dense 4 3, dense 4 2"));
    }

    @Test
    @Fault("Model file: sizes that overflow when multiplied")
    void sizesThatOverflowWhenMultipliedAreRefusedWithoutAllocating() {
        assertEquals(
                "layer \"dense 65536 65536\" is too large: a model has at most 16777216 parameters",
                message("dense 65536 65536"));
    }

    @Test
    @Fault("Model file: sizes that overflow when multiplied")
    void layersThatAreTooLargeTogetherAreRefused() {
        assertEquals(9000, outputs("dense 1000 9000"));
        assertEquals(
                "layer \"dense 1000 9000\" is too large: a model has at most 16777216 parameters",
                message("dense 1000 9000, dense 9000 10, dense 10 1000, dense 1000 9000"));
    }

    @Test
    void endlessLayersAreRefused() {
        String many = "dense 1 1,".repeat(65) + "dense 1 1";
        assertEquals("architecture has more than 64 layers: " + many, message(many));
    }

    private static String describe(String text) {
        return Architecture.describe(Architecture.layers(text, new PlainOps()));
    }

    private static int outputs(String text) {
        return Architecture.layers(text, new PlainOps()).get(0).outputs();
    }

    private static String message(String text) {
        return assertThrows(ModelFormatException.class, () -> describe(text)).getMessage();
    }

    @Test
    @Fault("Every stage: damaged input to a parser")
    void whateverIsWrittenIsReadOrRefused() {
        // What it describes may be large; a few letters ask for no more than that.
        Damage damage = Damage.to(
                        ModelFormatException.class,
                        "",
                        text -> Architecture.layers(new String(text, StandardCharsets.ISO_8859_1), new PlainOps()))
                .allocating(1_000, 4L * LayerText.MAX_PARAMETERS + (8 << 20));
        byte[] text = "conv 1x8x8 2 3 stride 2 pad 1, leaky-relu 32 1e-2, yat 32 3 bias, dropout 3 0.5, softermax 3"
                .getBytes(StandardCharsets.ISO_8859_1);
        damage.everyTruncationIsAnsweredOrRefused(text);
        damage.everySingleBitFlipIsAnsweredOrRefused(text);
        damage.whateverComesIsAnsweredOrRefused(text, 5_000);
    }
}
