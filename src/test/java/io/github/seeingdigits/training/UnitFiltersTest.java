package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.data.DataSet;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.network.Dense;
import io.github.seeingdigits.network.HalfFloat;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitFiltersTest {
    private static final DataSet DATA = TinyDigits.all().first(2);
    private static final Recipe RECIPE =
            Recipe.of("dense 784 4, relu 4, dense 4 2").seeds(1, 1);

    /** Units 0 and 1 look like 1 and unit 2 like 0; unit 3 is below zero whatever it sees. Unit 1 speaks for the wrong class. */
    private static Network network() {
        Network network = new Network(RECIPE.architecture(), 1, new PlainOps());
        Dense first = (Dense) network.layers().get(0);
        Dense last = (Dense) network.layers().get(2);
        for (int k = 0; k < 112; k++) {
            float one = k < 56 ? -1 : 1;
            first.weight().value.row[k][0] = one;
            first.weight().value.row[k][1] = 2 * one + 0.01f * (k % 2);
            first.weight().value.row[k][2] = -one;
        }
        first.bias().value.row[0][3] = -1;
        float[][] outgoing = {{-1, 1}, {1, 0.5f}, {2, 1}, {0, 0}};
        for (int unit = 0; unit < outgoing.length; unit++) {
            System.arraycopy(outgoing[unit], 0, last.weight().value.row[unit], 0, 2);
        }
        return network;
    }

    private static ObjectNode measured(Network network, Recipe recipe) {
        ObjectNode node = ModelFolder.newObject();
        new UnitFilters(Studies.of(recipe, List.of(network), DATA)).put(node);
        return node;
    }

    @Test
    void looksAreComparedWithOutgoingWeights() {
        ObjectNode node = measured(network(), RECIPE.initialiser(Initialisation.ZERO));
        assertEquals("[\"110-\"]", node.path("kinds").toString());
        assertEquals(2, node.at("/living/likeOne").asInt());
        assertEquals(1, node.at("/living/likeZero").asInt());
        assertEquals(2, node.at("/outgoingWeights/agree").asInt());
        assertEquals(1, node.at("/outgoingWeights/agreeWithOppositeSigns").asInt());
        assertEquals(2, node.at("/filters/groups/mean").asDouble());
        assertEquals(1, node.at("/filters/correlationWithinKind/mean").asDouble(), 1e-4);
        assertEquals(-1, node.at("/filters/correlationBetweenKinds/mean").asDouble(), 1e-4);
    }

    @Test
    void aUnitThatWasDeadFromTheStartIsComparedWithItBitByBit() {
        Recipe dead = RECIPE.initialiser(Initialisation.ZERO.withBias(-1));
        ObjectNode node = measured(network(), dead);
        assertEquals(4, node.at("/dead/atStart").asInt());
        assertEquals(1, node.at("/dead/atStartAndUnchanged").asInt());
        Network changed = network();
        ((Dense) changed.layers().get(0)).weight().value.row[700][3] = HalfFloat.round(-1e-6f);
        assertEquals(0, measured(changed, dead).at("/dead/atStartAndUnchanged").asInt());
        assertEquals(0, node.at("/dead/diedInTraining").asInt());
        ObjectNode alive = measured(network(), RECIPE.initialiser(Initialisation.ZERO.withBias(1)));
        assertEquals(1, alive.at("/dead/diedInTraining").asInt());
        assertEquals(0, alive.at("/dead/atStart").asInt());
    }
}
