package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.data.Mnist;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.network.Layer;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Parameter;
import io.github.seeingdigits.network.ReferenceNetwork;
import io.github.seeingdigits.network.View;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the records of the networks on a few digits say is counted here a second time, from the committed parameters of all seeds. */
class NarrowModelsTest {
    private static ModelFolder folder(String id) {
        return ModelFolder.read(Path.of("models", id));
    }

    /** The parameters of the network of seed {@code i} + 1, by name. */
    private static Map<String, float[]> tensors(ModelFolder folder, int i) {
        View seeds = folder.views().get("seeds");
        Network network = folder.network(1);
        int at = i * seeds.shape()[1];
        Map<String, float[]> tensors = new HashMap<>();
        for (int layer = 0; layer < network.layers().size(); layer++) {
            Layer one = network.layers().get(layer);
            for (Parameter p : one.parameters()) {
                tensors.put(layer + "." + p.name, Arrays.copyOfRange(seeds.values(), at, at + p.size()));
                at += p.size();
            }
        }
        return tensors;
    }

    @ParameterizedTest
    @ValueSource(strings = {"plane-1", "plane-2", "plane-4", "plane-5", "narrow-remedies"})
    void runsThatCollapsedAnswerTheSameWhateverTheySee(String id) {
        assumeTrue(Mnist.find(System.getenv()).isPresent(), "MNIST is not on this machine; set MNIST_DIR");
        LabelledImages test = Mnist.load(System.getenv()).first(2).test();
        ModelFolder folder = folder(id);
        JsonNode outcomes = folder.record().at("/findings/outcomes/recipe");
        int collapsed = 0;
        for (int i = 0; i < outcomes.path("seeds").asInt(); i++) {
            ReferenceNetwork network = new ReferenceNetwork(folder.network(1).architecture(), tensors(folder, i));
            int wrong = 0;
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < test.size(); k++) {
                double[] x = new double[784];
                for (int j = 0; j < x.length; j++) {
                    x[j] = (test.pixels()[k][j] & 0xFF) / 255.0;
                }
                double[] outputs = network.forward(x, Integer.MAX_VALUE);
                wrong += (outputs[1] > outputs[0] ? 1 : 0) == test.labels()[k] ? 0 : 1;
                least = Math.min(least, outputs[1] - outputs[0]);
                most = Math.max(most, outputs[1] - outputs[0]);
            }
            boolean failed = wrong > 0.1 * test.size();
            collapsed += failed ? 1 : 0;
            assertEquals(failed, most - least < 1e-9, "seed " + (i + 1) + " of " + id);
        }
        assertEquals(collapsed, outcomes.path("collapsed").asInt());
    }

    /** Nearly every collapse is there before training; this is what the verdict on starts and rectifiers rests on. */
    @ParameterizedTest
    @ValueSource(strings = {"plane-1", "plane-2", "plane-4", "plane-5", "narrow-remedies"})
    void allRunsThatStartConstantCollapseAndFewOthersDo(String id) {
        for (JsonNode outcomes : folder(id).record().at("/findings/outcomes")) {
            JsonNode start = outcomes.path("constantAtStart");
            JsonNode rest = outcomes.path("notConstantAtStart");
            assertEquals(start.path("seeds").asInt(), start.path("collapsed").asInt());
            assertTrue(rest.path("collapsed").asInt() <= 2, id + " " + rest);
            assertEquals(
                    outcomes.path("collapsed").asInt(),
                    start.path("collapsed").asInt() + rest.path("collapsed").asInt());
        }
    }

    @Test
    void filtersLikeOneSpeakForOneAndFiltersLikeZeroForZero() {
        ModelFolder folder = folder("zero-or-one-10");
        JsonNode findings = folder.record().at("/findings/recipe");
        int living = 0;
        int agree = 0;
        for (int i = 0; i < findings.path("kinds").size(); i++) {
            String kinds = findings.path("kinds").path(i).asText();
            float[] outgoing = tensors(folder, i).get("2.weight");
            for (int unit = 0; unit < kinds.length(); unit++) {
                if (kinds.charAt(unit) != '-') {
                    living++;
                    agree += outgoing[2 * unit + 1] > outgoing[2 * unit] == (kinds.charAt(unit) == '1') ? 1 : 0;
                }
            }
        }
        assertEquals(living, findings.at("/living/units").asInt());
        assertEquals(agree, findings.at("/outgoingWeights/agree").asInt());
    }

    @Test
    void onlyTheRectifierLosesAThirdOfTheDigits() {
        JsonNode outcomes = folder("zero-one-two").record().at("/findings/outcomes");
        for (String name : new String[] {"no-rectifier", "no-plane"}) {
            for (String loss : new String[] {"", "-single-softmax"}) {
                assertEquals(
                        0,
                        outcomes.path(name + loss)
                                .at("/errorByEpoch/collapsed/0")
                                .asInt());
            }
        }
        assertTrue(outcomes.at("/recipe/errorByEpoch/collapsed/0").asInt() >= 5);
        assertTrue(outcomes.at("/single-softmax/errorByEpoch/collapsed/0").asInt() >= 5);
        for (JsonNode variant : folder("zero-one-two").record().path("variants")) {
            assertEquals(30, variant.path("seeds").size());
        }
    }
}
