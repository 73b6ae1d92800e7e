package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.seeingdigits.data.DataSet;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.data.Mnist;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.network.ReferenceNetwork;
import io.github.seeingdigits.network.View;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code manifold} publishes for figures, measured a second time on the images with plain loops in double precision. */
class ManifoldViewsTest {
    private static final ModelFolder FOLDER = ModelFolder.read(Path.of("models", "manifold"));
    private static DataSet data;

    @BeforeAll
    static void load() {
        assumeTrue(
                Mnist.find(System.getenv()).isPresent(),
                "MNIST is not on this machine; set MNIST_DIR to run this test");
        data = Examples.MNIST.load(System.getenv());
    }

    private static double[] image(LabelledImages set, int i) {
        double[] x = new double[784];
        for (int k = 0; k < 784; k++) {
            x[k] = (set.pixels()[i][k] & 0xFF) / 255.0;
        }
        return x;
    }

    private static double[] row(String view, int row) {
        View all = FOLDER.views().get(view);
        int length = all.shape()[all.shape().length - 1];
        return IntStream.range(0, length)
                .mapToDouble(k -> all.values()[row * length + k])
                .toArray();
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(k -> a[k] * b[k]).sum();
    }

    private static double[] less(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(k -> a[k] - b[k]).toArray();
    }

    @Test
    void theComponentsAreWhatTrainingDigitsVaryAlong() {
        double[] mean = new double[784];
        for (int i = 0; i < 60_000; i++) {
            double[] x = image(data.train(), i);
            for (int k = 0; k < 784; k++) {
                mean[k] += x[k] / 60_000;
            }
        }
        double[] published = row("components", 0);
        double[][] v = {row("components", 1), row("components", 2), row("components", 40)};
        double[][] image = new double[v.length][784];
        double all = 0;
        for (int i = 0; i < 60_000; i++) {
            double[] x = less(image(data.train(), i), mean);
            all += dot(x, x);
            for (int c = 0; c < v.length; c++) {
                double along = dot(x, v[c]);
                for (int k = 0; k < 784; k++) {
                    image[c][k] += along * x[k];
                }
            }
        }
        for (int k = 0; k < 784; k++) {
            // Half a step of 127.
            assertEquals(mean[k], published[k], 0.56 / 254, "pixel " + k);
        }
        float[] shares = FOLDER.views().get("spectrum").values();
        double[] expected = {shares[0], shares[1] - shares[0], shares[39] - shares[38]};
        for (int c = 0; c < v.length; c++) {
            // The covariance maps an eigenvector onto itself, longer by its variance.
            double length = Math.sqrt(dot(image[c], image[c]));
            assertTrue(dot(image[c], v[c]) / length / Math.sqrt(dot(v[c], v[c])) > 0.99, "component " + c);
            assertEquals(expected[c], length / all, 0.001, "component " + c);
        }
    }

    @Test
    void placesAreTheTestImagesCoefficients() {
        double[] mean = row("components", 0);
        for (int i : new int[] {0, 1, 877, 1999}) {
            double[] x = less(image(data.test(), i), mean);
            double[] place = row("places", i);
            double step = Arrays.stream(place).map(Math::abs).max().orElseThrow() / 127;
            for (int c = 0; c < place.length; c++) {
                assertEquals(dot(x, row("components", c + 1)), place[c], 0.51 * step + 1e-3, i + ", " + c);
            }
        }
    }

    @Test
    void neighboursAreTheNearestAmongAllPixels() {
        double[][] points =
                IntStream.range(0, 2000).mapToObj(i -> image(data.test(), i)).toArray(double[][]::new);
        for (int i : new int[] {0, 1, 877, 1999}) {
            double[] distance = Arrays.stream(points)
                    .mapToDouble(x -> dot(less(x, points[i]), less(x, points[i])))
                    .toArray();
            double[] expected = IntStream.range(0, 2000)
                    .filter(j -> j != i)
                    .boxed()
                    .sorted(Comparator.comparingDouble(j -> distance[j]))
                    .limit(5)
                    .mapToDouble(j -> j)
                    .toArray();
            assertEquals(Arrays.toString(expected), Arrays.toString(row("neighbours", i)));
        }
    }

    @Test
    void onTheStraightLineTheReaderSaysWhatWasPublished() {
        ModelFolder reader = ModelFolder.read(Path.of("models", "reader"));
        Map<String, float[]> tensors = new HashMap<>();
        reader.tensors().tensors().forEach(t -> tensors.put(t.name(), t.values()));
        ReferenceNetwork network =
                new ReferenceNetwork(reader.tensors().metadata().get("architecture"), tensors);
        // Probabilities are those of the calibrated network.
        double temperature = Double.parseDouble(reader.tensors().metadata().get("temperature"));
        int first = 0;
        for (JsonNode way : FOLDER.record().at("/findings/paths/ways")) {
            if (way.path("from").asInt() == 1 && way.path("to").asInt() == 3) {
                double[] a = typical(1);
                double[] b = typical(3);
                assertEquals(way.path("straight").asDouble(), Math.sqrt(dot(less(a, b), less(a, b))), 1e-4);
                for (int p = 0; p <= 50; p += 5) {
                    double share = p / 50.0;
                    double[] mix = IntStream.range(0, 784)
                            .mapToDouble(k -> (1 - share) * a[k] + share * b[k])
                            .toArray();
                    double[] logits = network.forward(mix, Integer.MAX_VALUE);
                    int best = IntStream.range(0, 10)
                            .reduce((x, y) -> logits[y] > logits[x] ? y : x)
                            .orElseThrow();
                    double sum = Arrays.stream(logits)
                            .map(z -> Math.exp((z - logits[best]) / temperature))
                            .sum();
                    assertEquals(1 / sum, row("ways", first + p)[0], 1e-3, "point " + p);
                    assertEquals(best, (int) row("ways", first + p)[1], "point " + p);
                }
                return;
            }
            first += way.path("pointsOnLine").asInt() + way.path("pointsOnPath").asInt();
        }
        throw new AssertionError("no way from 1 to 3");
    }

    /** Of the first 10,000 training images of a digit the one nearest to their mean. */
    private static double[] typical(int digit) {
        double[][] images = IntStream.range(0, 10_000)
                .filter(i -> data.train().labels()[i] == digit)
                .mapToObj(i -> image(data.train(), i))
                .toArray(double[][]::new);
        double[] mean = new double[784];
        for (double[] x : images) {
            for (int k = 0; k < 784; k++) {
                mean[k] += x[k] / images.length;
            }
        }
        return Arrays.stream(images)
                .min(Comparator.comparingDouble(x -> dot(less(x, mean), less(x, mean))))
                .orElseThrow();
    }
}
