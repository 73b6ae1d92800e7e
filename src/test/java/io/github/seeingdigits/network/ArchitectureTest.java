package io.github.seeingdigits.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void whatIsReadIsDescribedInTheSameWords() {
        assertEquals("dense 784 10", describe("dense 784 10"));
        assertEquals("dense 4 3, dense 3 2", describe("  dense  4 3,dense 3   2 "));
    }

    @Test
    void zeroLayersAreRefused() {
        assertEquals("architecture has an empty layer; expected for example \"dense 784 10\"", message(""));
        assertEquals("architecture has an empty layer; expected for example \"dense 784 10\"", message("dense 2 2,"));
    }

    @Test
    void anUnknownLayerIsRefusedByName() {
        assertEquals("unknown layer \"danse 2 2\"; known: dense INPUTS OUTPUTS", message("danse 2 2"));
    }

    @Test
    void aLayerWithTooFewOrManySizesIsRefused() {
        assertEquals("layer \"dense 2\" should read: dense INPUTS OUTPUTS", message("dense 2"));
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
    void layersThatDoNotChainAreRefused() {
        assertEquals(
                "layer \"dense 4 2\" expects 4 inputs, but \"dense 4 3\" before it gives 3",
                message("dense 4 3, dense 4 2"));
    }

    @Test
    void sizesThatOverflowWhenMultipliedAreRefusedWithoutAllocating() {
        assertEquals(
                "layer \"dense 65536 65536\" is too large: a model has at most 16777216 parameters",
                message("dense 65536 65536"));
    }

    @Test
    void endlessLayersAreRefused() {
        String many = "dense 1 1,".repeat(65) + "dense 1 1";
        assertEquals("architecture has more than 64 layers: " + many, message(many));
    }

    private static String describe(String text) {
        return Architecture.describe(Architecture.layers(text, new PlainOps()));
    }

    private static String message(String text) {
        return assertThrows(ModelFormatException.class, () -> describe(text)).getMessage();
    }
}
