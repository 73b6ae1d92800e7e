package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.data.DataSet;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.network.Dense;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Measured on two networks set by hand: one reads every 0 and 1 of {@link TinyDigits}, the other is zero everywhere. */
class NarrowLayersTest {
    private static final DataSet DATA = TinyDigits.all().first(2);
    private static final Recipe RECIPE = Recipe.of("dense 784 2, relu 2, dense 2 2")
            .initialiser(Initialisation.ZERO)
            .epochs(2)
            .seeds(2, 1);

    private static Network network() {
        return new Network(RECIPE.architecture(), 1, new PlainOps());
    }

    /** Unit j sums the two rows that digit j inks, unit 0 less those of digit 1; only unit 0 speaks, against 1. */
    private static Network reading() {
        Network network = network();
        Dense first = (Dense) network.layers().get(0);
        for (int k = 0; k < 56; k++) {
            first.weight().value.row[k][0] = 1;
            first.weight().value.row[56 + k][0] = -1;
            first.weight().value.row[56 + k][1] = 1;
        }
        Dense last = (Dense) network.layers().get(2);
        last.weight().value.row[0][0] = 1;
        last.bias().value.row[0][1] = 1;
        return network;
    }

    private static Study study() {
        return Studies.of(RECIPE, List.of(reading(), network()), new double[][] {{0.5, 1}, {0.5, 0.5}}, DATA);
    }

    private static ObjectNode findings(boolean planes) {
        ObjectNode node = ModelFolder.newObject();
        Outcomes outcomes = new Outcomes(study());
        if (planes) {
            new NarrowLayers(study(), outcomes).put(node);
        } else {
            outcomes.put(node);
            outcomes.putConstant(node);
        }
        return node;
    }

    @Test
    void runsAreCountedAsLearnedOrCollapsedAndNeverMixed() {
        JsonNode node = findings(false);
        assertEquals(1, node.path("learned").asInt());
        assertEquals(1, node.path("collapsed").asInt());
        assertEquals(0.5, node.at("/learnedShare/share").asDouble());
        assertEquals(0, node.at("/error/learned/max").asDouble());
        assertEquals(0.5, node.at("/error/collapsed/min").asDouble());
        assertEquals("[0.5,0.25]", node.at("/errorByEpoch/mean").toString());
        assertEquals("[2,1]", node.at("/errorByEpoch/collapsed").toString());
        assertEquals(
                "[1,0,0,0,0,0,0,0,0,0,0,1]", node.at("/errorHistogram/counts").toString());
    }

    @Test
    void aNetworkThatAnswersTheSameWhateverItSeesIsConstant() {
        JsonNode node = findings(false);
        assertEquals(2, node.at("/constantAtStart/seeds").asInt(), "both start as zero");
        assertEquals(1, node.at("/constantAtStart/collapsed").asInt());
        assertEquals(0, node.at("/notConstantAtStart/seeds").asInt());
        assertFalse(LayerOutputs.of(reading(), DATA.train()).constant());
        assertTrue(LayerOutputs.of(network(), DATA.train()).constant());
    }

    @Test
    void eachLayerIsMeasuredApartForBothKindsOfRuns() {
        JsonNode layers = findings(true).path("layers");
        assertEquals(0, layers.at("/0/readOutError/learned/max").asDouble());
        assertEquals(0.5, layers.at("/0/readOutError/collapsed/min").asDouble());
        assertEquals(0.5, layers.at("/0/quadrants/bothPositive/learned/mean").asDouble(), "all 0, with noise in row 2");
        assertEquals(0.5, layers.at("/0/quadrants/secondPositive/learned/mean").asDouble(), "all 1");
        assertEquals(1, layers.at("/0/quadrants/nonePositive/collapsed/mean").asDouble());
        assertEquals(2, layers.at("/1/livingUnits/learned/mean").asDouble());
        assertEquals(0, layers.at("/1/livingUnits/collapsed/mean").asDouble());
        double kept = layers.at("/1/varianceKept/learned/mean").asDouble();
        assertTrue(kept > 0.1 && kept < 0.9, "what was below zero is gone: " + kept);
        assertEquals(1, layers.at("/2/places/collapsed/max").asDouble());
        assertEquals("[0,0,1]", findings(true).at("/onOneLine/learned").toString());
        assertEquals("[1,1,1]", findings(true).at("/onOneLine/collapsed").toString());
        assertEquals("[\"2\",\"0\"]", findings(true).path("livingUnits").toString());
    }

    @Test
    void theGapBetweenTheClassesHasADirection() {
        ObjectNode node = ModelFolder.newObject();
        Network across = new Network("dense 784 2", 1, new PlainOps());
        Dense layer = (Dense) across.layers().get(0);
        for (int k = 0; k < 112; k++) {
            layer.weight().value.row[k][0] = k < 56 ? 1 : -1;
            layer.weight().value.row[k][1] = k < 56 ? -1 : 1;
        }
        Recipe recipe = Recipe.of("dense 784 2").seeds(1, 1);
        ClassGap.put(Studies.of(recipe, List.of(across), DATA), node);
        assertEquals(135, node.at("/afterTraining/degrees/mean").asDouble(), 1e-6);
        assertEquals(0, node.at("/afterTraining/degreesFromAcross/max").asDouble(), 1e-6);
        assertTrue(node.at("/beforeTraining/degreesFromAcross/max").asDouble() > 1);
    }
}
