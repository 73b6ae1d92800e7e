package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.data.Mnist;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.network.ModelCodec;
import io.github.seeingdigits.network.Replay;
import io.github.seeingdigits.training.experiment.Softmax10;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The committed model is what its record says, measured here a second time with plain loops in double precision. */
class PublishedModelTest {
    private final ModelFolder folder = ModelFolder.read(Path.of("models", "softmax-10"));

    @Test
    void theCommittedModelWasMadeByTodaysRecipe() {
        assertEquals("current", Train.state(new Softmax10(), Path.of("models", "softmax-10")));
    }

    @Test
    void theMeasuredNetworkTravelsToThePageWithoutLoss() {
        // Refuses every parameter that is not exactly a half.
        ModelCodec.encode(folder.network(1));
    }

    @Test
    void theMeanTestAccuracyIsAboveTheFloor() {
        double mean = folder.record().path("test").path("accuracy").path("mean").asDouble();
        assertTrue(mean >= new Softmax10().recipe().floor(), "mean is " + mean);
    }

    @Test
    void theTopConfusionsAreTheLargestOffTheDiagonal() {
        JsonNode test = folder.record().path("published").path("test");
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

    @Test
    void theReplayEndsWithThePublishedWeights() {
        Replay replay = folder.replay();
        float[] end = replay.snapshot(replay.size() - 1);
        float[] weights = folder.tensors().tensors().get(0).values();
        for (int i = 0; i < weights.length; i++) {
            assertEquals(weights[i], end[i], replay.largest() / 254 * 1.001);
        }
    }

    @Test
    void anIndependentEvaluationCountsTheSameImagesRight() {
        Optional<Path> mnist = Mnist.find(System.getenv());
        assumeTrue(mnist.isPresent(), "MNIST is not on this machine; set MNIST_DIR to run this test");
        LabelledImages test = Mnist.load(mnist.get()).test();
        float[] weights = folder.tensors().tensors().get(0).values();
        float[] biases = folder.tensors().tensors().get(1).values();
        int correct = 0;
        double loss = 0;
        for (int i = 0; i < test.size(); i++) {
            double[] logits = new double[10];
            double sum = 0;
            int best = 0;
            for (int j = 0; j < 10; j++) {
                logits[j] = biases[j];
                for (int k = 0; k < 784; k++) {
                    logits[j] += (test.pixels()[i][k] & 0xFF) / 255.0 * weights[k * 10 + j];
                }
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
}
