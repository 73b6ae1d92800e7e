package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.data.Mnist;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.network.ModelCodec;
import io.github.seeingdigits.network.ReferenceNetwork;
import io.github.seeingdigits.network.Replay;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed models are what their records say, measured here a second time with plain loops in double precision. */
class PublishedModelTest {
    /** Where float and double disagree about which of two nearly equal activations is larger. */
    private static final int TIES = 3;

    static Stream<Experiment> experiments() {
        return Experiments.all().values().stream();
    }

    private static Path path(String id) {
        return Path.of("models", id);
    }

    private static LabelledImages testImages(Recipe recipe) {
        if (recipe.examples() != Examples.XOR) {
            assumeTrue(
                    Mnist.find(System.getenv()).isPresent(),
                    "MNIST is not on this machine; set MNIST_DIR to run this test");
        }
        return recipe.examples().load(System.getenv()).first(recipe.classes()).test();
    }

    private static ReferenceNetwork reference(ModelFolder folder) {
        Map<String, float[]> tensors = new HashMap<>();
        folder.tensors().tensors().forEach(t -> tensors.put(t.name(), t.values()));
        return new ReferenceNetwork(folder.tensors().metadata().get("architecture"), tensors);
    }

    private static double[] input(byte[] pixels) {
        double[] x = new double[pixels.length];
        for (int k = 0; k < x.length; k++) {
            x[k] = (pixels[k] & 0xFF) / 255.0;
        }
        return x;
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void theCommittedModelWasMadeByTodaysRecipe(Experiment experiment) {
        assertEquals("current", Train.state(experiment, path(experiment.id())));
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void theMeasuredNetworkTravelsToThePageWithoutLoss(Experiment experiment) {
        // Refuses every parameter that is not exactly a half.
        ModelCodec.encode(ModelFolder.read(path(experiment.id())).network(1));
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void theTopConfusionsAreTheLargestOffTheDiagonal(Experiment experiment) {
        JsonNode test =
                ModelFolder.readRecord(path(experiment.id())).path("published").path("test");
        int before = Integer.MAX_VALUE;
        int larger = 0;
        for (JsonNode c : test.path("confusions")) {
            int count = c.path("count").asInt();
            assertEquals(
                    test.path("confusion")
                            .path(c.path("label").asInt())
                            .path(c.path("read").asInt())
                            .asInt(),
                    count);
            assertTrue(count <= before && !c.path("label").equals(c.path("read")));
            before = count;
        }
        int classes = test.path("confusion").size();
        for (int label = 0; label < classes; label++) {
            for (int read = 0; read < classes; read++) {
                int count = test.path("confusion").path(label).path(read).asInt();
                larger += label != read && count > before ? 1 : 0;
            }
        }
        assertTrue(larger < 10, larger + " are larger than the last of ten");
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void theReplayEndsWithThePublishedWeights(Experiment experiment) {
        ModelFolder folder = ModelFolder.read(path(experiment.id()));
        assumeTrue(folder.replay().isPresent(), "too large for a replay");
        Replay replay = folder.replay().get();
        float[] end = replay.snapshot(replay.size() - 1);
        float[] weights = folder.tensors().tensors().get(0).values();
        for (int i = 0; i < weights.length; i++) {
            assertEquals(weights[i], end[i], replay.largest() / 254 * 1.001);
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void anIndependentEvaluationCountsTheSameImagesRight(Experiment experiment) {
        LabelledImages test = testImages(experiment.recipe());
        ModelFolder folder = ModelFolder.read(path(experiment.id()));
        ReferenceNetwork network = reference(folder);
        int correct = 0;
        double loss = 0;
        for (int i = 0; i < test.size(); i++) {
            double[] outputs = network.forward(input(test.pixels()[i]), Integer.MAX_VALUE);
            int label = test.labels()[i];
            if (outputs.length == 1) {
                correct += (outputs[0] > 0.5 ? 1 : 0) == label ? 1 : 0;
                loss += Math.pow(outputs[0] - label, 2);
                continue;
            }
            double max = Arrays.stream(outputs).max().orElseThrow();
            double sum = 0;
            int best = 0;
            for (int j = 0; j < outputs.length; j++) {
                sum += Math.exp(outputs[j] - max);
                best = outputs[j] > outputs[best] ? j : best;
            }
            correct += best == label ? 1 : 0;
            loss += Math.log(sum) + max - outputs[label];
        }
        JsonNode published = folder.record().path("published").path("test");
        assertEquals(published.path("correct").asInt(), correct);
        assertEquals(published.path("loss").asDouble(), loss / test.size(), 1e-5 * Math.max(1, loss / test.size()));
    }

    @Test
    void anIndependentCountFindsTheSameDominantUnits() {
        LabelledImages test = testImages(Experiments.named("hidden-10").recipe());
        ModelFolder folder = ModelFolder.read(path("hidden-10"));
        ReferenceNetwork network = reference(folder);
        int[][] counts = new int[10][11];
        for (int i = 0; i < test.size(); i++) {
            double[] hidden = network.forward(input(test.pixels()[i]), 1);
            int best = 10;
            for (int k = 9; k >= 0; k--) {
                best = hidden[k] > 0 && (best == 10 || hidden[k] >= hidden[best]) ? k : best;
            }
            counts[test.labels()[i]][best]++;
        }
        JsonNode recorded = folder.record().at("/findings/dominance/published/counts");
        int moved = 0;
        for (int digit = 0; digit < 10; digit++) {
            for (int unit = 0; unit <= 10; unit++) {
                moved += Math.abs(
                        counts[digit][unit] - recorded.path(digit).path(unit).asInt());
            }
        }
        assertTrue(moved <= 2 * TIES, moved + " counts differ");
    }

    @Test
    void anIndependentCountFindsTheSameMisreadImages() {
        LabelledImages test = testImages(Experiments.named("softmax-10").recipe());
        ReferenceNetwork network = reference(ModelFolder.read(path("softmax-10")));
        ModelFolder folder = ModelFolder.read(path("hidden-300"));
        JsonNode networks = folder.record().at("/findings/misread/networks");
        int width = networks.size() + 3;
        float[] values = folder.views().get("misread").values();
        int[] answers = test.labels().clone();
        for (int at = 0; at < values.length; at += width) {
            int image = (int) (100 * values[at] + values[at + 1]);
            assertEquals(test.labels()[image], (int) values[at + 2], "label of image " + image);
            answers[image] = (int) values[at + 3];
        }
        int differ = 0;
        for (int i = 0; i < test.size(); i++) {
            double[] outputs = network.forward(input(test.pixels()[i]), 0);
            int best = 0;
            for (int k = 1; k < outputs.length; k++) {
                best = outputs[k] > outputs[best] ? k : best;
            }
            differ += best == answers[i] ? 0 : 1;
        }
        assertTrue(differ <= TIES, differ + " answers differ");
        for (JsonNode one : networks) {
            String id = one.get("id").asText();
            JsonNode published = ModelFolder.read(path(id)).record().at("/published/test/correct");
            assertEquals(test.size() - published.asInt(), one.get("misread").asInt(), 2, id);
        }
    }
}
