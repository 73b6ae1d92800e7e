package io.github.seeingdigits.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.seeingdigits.network.Dense;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import org.junit.jupiter.api.Test;

class AblationTest {
    /** y = 2·relu(x₀) + 3·relu(x₁) + 1. */
    private static Network network() {
        Network network = new Network("dense 2 2, relu 2, dense 2 1", 1, new PlainOps());
        Dense first = (Dense) network.layers().get(0);
        first.weight().value.row[0][0] = 1;
        first.weight().value.row[1][1] = 1;
        Dense last = (Dense) network.layers().get(2);
        last.weight().value.row[0][0] = 2;
        last.weight().value.row[1][0] = 3;
        last.bias().value.row[0][0] = 1;
        return network;
    }

    @Test
    void withoutAUnitExactlyItsShareIsGone() {
        float[] x = {5, 7};
        assertArrayEquals(new float[] {32}, network().logits(x));
        Network silenced = network();
        Ablation.silence(silenced, 1, 1);
        assertArrayEquals(new float[] {11}, silenced.logits(x));
        Ablation.silence(silenced, 1, 0);
        assertArrayEquals(new float[] {1}, silenced.logits(x));
    }

    @Test
    void aUnitBeforeAnotherKindOfLayerIsRefused() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> Ablation.silence(network(), 0, 0));
        assertEquals(
                "layer 0 of \"dense 2 2, relu 2, dense 2 1\" is not followed by a dense layer, whose weights could be set"
                        + " to zero",
                e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Ablation.silence(network(), 2, 0));
    }
}
