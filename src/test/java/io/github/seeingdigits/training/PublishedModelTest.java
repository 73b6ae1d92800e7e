package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.data.Mnist;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.data.Safetensors;
import io.github.seeingdigits.network.ModelCodec;
import io.github.seeingdigits.network.Replay;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

    private static LabelledImages testImages() {
        Optional<Path> mnist = Mnist.find(System.getenv());
        assumeTrue(mnist.isPresent(), "MNIST is not on this machine; set MNIST_DIR to run this test");
        return Mnist.load(mnist.get()).test();
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
        for (int label = 0; label < 10; label++) {
            for (int read = 0; read < 10; read++) {
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
        Replay replay = folder.replay();
        float[] end = replay.snapshot(replay.size() - 1);
        float[] weights = folder.tensors().tensors().get(0).values();
        for (int i = 0; i < weights.length; i++) {
            assertEquals(weights[i], end[i], replay.largest() / 254 * 1.001);
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void anIndependentEvaluationCountsTheSameImagesRight(Experiment experiment) {
        LabelledImages test = testImages();
        ModelFolder folder = ModelFolder.read(path(experiment.id()));
        int correct = 0;
        double loss = 0;
        for (int i = 0; i < test.size(); i++) {
            double[] logits = layers(folder, test.pixels()[i], Integer.MAX_VALUE);
            double sum = 0;
            int best = 0;
            for (int j = 0; j < 10; j++) {
                sum += Math.exp(logits[j]);
                best = logits[j] > logits[best] ? j : best;
            }
            correct += best == test.labels()[i] ? 1 : 0;
            loss += Math.log(sum) - logits[test.labels()[i]];
        }
        JsonNode published = folder.record().path("published").path("test");
        assertEquals(published.path("correct").asInt(), correct);
        assertEquals(published.path("loss").asDouble(), loss / test.size(), 1e-6);
    }

    @Test
    void anIndependentCountFindsTheSameDominantUnits() {
        LabelledImages test = testImages();
        ModelFolder folder = ModelFolder.read(path("hidden-10"));
        int[][] counts = new int[10][11];
        for (int i = 0; i < test.size(); i++) {
            double[] hidden = layers(folder, test.pixels()[i], 1);
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

    /** Dense layers with rectifiers between them, up to and including dense layer number {@code last}, in double. */
    private static double[] layers(ModelFolder folder, byte[] pixels, int last) {
        List<Safetensors.Tensor> tensors = folder.tensors().tensors();
        double[] x = new double[pixels.length];
        for (int k = 0; k < x.length; k++) {
            x[k] = (pixels[k] & 0xFF) / 255.0;
        }
        for (int t = 0; t < tensors.size() && t / 2 < last; t += 2) {
            float[] weights = tensors.get(t).values();
            float[] biases = tensors.get(t + 1).values();
            double[] y = new double[biases.length];
            for (int j = 0; j < y.length; j++) {
                y[j] = biases[j];
                for (int k = 0; k < x.length; k++) {
                    y[j] += x[k] * weights[k * y.length + j];
                }
                boolean output = t + 2 == tensors.size();
                y[j] = output ? y[j] : Math.max(0, y[j]);
            }
            x = y;
        }
        return x;
    }
}
