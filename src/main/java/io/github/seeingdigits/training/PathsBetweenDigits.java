package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.analysis.manifold.NeighbourGraph;
import io.github.seeingdigits.analysis.manifold.Neighbours;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.digit.Distortion;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.SeededRandom;
import io.github.seeingdigits.network.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What lies between two digits: along the straight line that fades one into the other, and along a path of real digits each of
 * which is a near neighbour of the next. A network judges what is met on the way.
 */
public final class PathsBetweenDigits {
    private static final int DIGITS = 10;
    private static final int IMAGES = 10_000;
    private static final int NEIGHBOURS = 10;
    /** Points looked at on a straight line, its ends included. */
    private static final int STEPS = 51;
    /** A network surer than this of one digit sees a digit. */
    private static final double SURE = 0.9;

    /** Coefficients by which the page draws an image on a path: all that it has components for. */
    private static final int STATION = 100;

    private static final int NOISY = 1_000;
    private static final double NOISE_STEP = 0.05;
    private static final double MOST_NOISE = 2;
    /** Any number will do, as long as it is always the same. */
    private static final int SEED = 60_000;

    private final Study study;
    private final Network judge;

    /** {@code judge} says what it sees; it is not part of the study. */
    public PathsBetweenDigits(Study study, Network judge) {
        this.study = study;
        this.judge = Study.copy(judge);
    }

    /**
     * A way as the judge sees it: its least confidence, the part of its points at which it is sure of a digit, and of each point
     * the confidence and the digit.
     */
    private record Seen(double leastConfidence, double sure, List<float[]> points) {}

    /**
     * For each pair of digits the way from the most typical image of one, the nearest to its mean, to that of the other; and for
     * each digit from its most typical image to the one that is farthest from it.
     *
     * <p>Publishes the views {@code ways}, what the judge says at each point looked at, first of the straight line, then of the
     * path, way after way: points × confidence and digit; and {@code stations}, the coefficients of the images on each path.
     */
    public void measure(ObjectNode node) {
        LabelledImages train = study.data().train();
        int count = Math.min(IMAGES, train.size());
        float[][] points = Arrays.copyOf(CloudShape.points(train, -1), count);
        int[] labels = Arrays.copyOf(train.labels(), count);
        NeighbourGraph graph = NeighbourGraph.of(Neighbours.of(points, NEIGHBOURS), NEIGHBOURS);
        int[] typical = typical(points, labels);
        node.put("images", count);
        node.put("neighbours", NEIGHBOURS);
        ArrayNode ways = node.putArray("ways");
        List<Double> ratio = new ArrayList<>();
        List<Seen> straight = new ArrayList<>();
        List<Seen> around = new ArrayList<>();
        List<float[]> said = new ArrayList<>();
        List<float[]> stations = new ArrayList<>();
        for (int a = 0; a < DIGITS; a++) {
            for (int b = a; b < DIGITS; b++) {
                int to = a == b ? farthest(points, labels, typical[a]) : typical[b];
                NeighbourGraph.Way way = graph.shortest(typical[a], to);
                double distance = Neighbours.distance(points[typical[a]], points[to]);
                Seen line = seen(line(points[typical[a]], points[to], STEPS));
                Seen path = seen(along(points, way.nodes()));
                ObjectNode entry = ways.addObject();
                entry.put("from", a);
                entry.put("to", b);
                entry.put("straight", distance);
                entry.put("path", way.length());
                entry.put("images", way.nodes().length);
                entry.put("largestHop", way.largestHop());
                entry.put("bottleneck", graph.bottleneck(typical[a], to).largestHop());
                put(entry.putObject("onLine"), line);
                put(entry.putObject("onPath"), path);
                entry.put("pointsOnLine", line.points.size());
                entry.put("pointsOnPath", path.points.size());
                ArrayNode passed = entry.putArray("labels");
                for (int i : way.nodes()) {
                    passed.add(labels[i]);
                    stations.add(points[i]);
                }
                said.addAll(line.points);
                said.addAll(path.points);
                if (a != b) {
                    ratio.add(way.length() / distance);
                    straight.add(line);
                    around.add(path);
                }
            }
        }
        Spread.put(node, "lengthRatio", ratio.stream().mapToDouble(r -> r).toArray());
        spread(node.putObject("onLine"), straight);
        spread(node.putObject("onPath"), around);
        float[] all = new float[2 * said.size()];
        for (int i = 0; i < said.size(); i++) {
            System.arraycopy(said.get(i), 0, all, 2 * i, 2);
        }
        study.publish("ways", new View(new int[] {said.size(), 2}, all));
        CloudShape.published("stations", study, stations.toArray(new float[0][]), STATION);
    }

    private static void put(ObjectNode node, Seen seen) {
        node.put("leastConfidence", seen.leastConfidence);
        node.put("sure", seen.sure);
    }

    private static void spread(ObjectNode node, List<Seen> ways) {
        Spread.put(
                node,
                "leastConfidence",
                ways.stream().mapToDouble(Seen::leastConfidence).toArray());
        Spread.put(node, "sure", ways.stream().mapToDouble(Seen::sure).toArray());
    }

    /** The image of each digit that is nearest to the mean of its digit. */
    private static int[] typical(float[][] points, int[] labels) {
        int[] typical = new int[DIGITS];
        for (int digit = 0; digit < DIGITS; digit++) {
            float[] mean = new float[points[0].length];
            int count = 0;
            for (int i = 0; i < points.length; i++) {
                count += labels[i] == digit ? 1 : 0;
                for (int k = 0; labels[i] == digit && k < mean.length; k++) {
                    mean[k] += points[i][k];
                }
            }
            for (int k = 0; k < mean.length; k++) {
                mean[k] /= count;
            }
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < points.length; i++) {
                double distance = labels[i] == digit ? Neighbours.distance(points[i], mean) : least;
                if (distance < least) {
                    least = distance;
                    typical[digit] = i;
                }
            }
        }
        return typical;
    }

    private static int farthest(float[][] points, int[] labels, int from) {
        int farthest = from;
        for (int i = 0; i < points.length; i++) {
            boolean farther =
                    Neighbours.distance(points[from], points[i]) > Neighbours.distance(points[from], points[farthest]);
            farthest = labels[i] == labels[from] && farther ? i : farthest;
        }
        return farthest;
    }

    private static List<float[]> line(float[] from, float[] to, int steps) {
        List<float[]> line = new ArrayList<>();
        for (int s = 0; s < steps; s++) {
            float share = (float) s / (steps - 1);
            float[] point = new float[from.length];
            for (int k = 0; k < point.length; k++) {
                point[k] = (1 - share) * from[k] + share * to[k];
            }
            line.add(point);
        }
        return line;
    }

    /** All hops of a path, each as a line of its own: what lies between two neighbours counts as well. */
    private static List<float[]> along(float[][] points, int[] nodes) {
        List<float[]> along = new ArrayList<>();
        int steps = Math.max(3, 1 + STEPS / Math.max(1, nodes.length - 1));
        for (int i = 0; i + 1 < nodes.length; i++) {
            along.addAll(line(points[nodes[i]], points[nodes[i + 1]], steps));
        }
        return along;
    }

    private Seen seen(List<float[]> way) {
        double least = 1;
        int sure = 0;
        List<float[]> points = new ArrayList<>();
        for (float[] point : way) {
            float[] probabilities = judge.predict(point);
            int read = Network.argmax(probabilities);
            double confidence = probabilities[read];
            points.add(new float[] {(float) confidence, read});
            least = Math.min(least, confidence);
            sure += confidence > SURE ? 1 : 0;
        }
        return new Seen(least, (double) sure / way.size(), points);
    }

    /**
     * How much uniform noise the judge's answer to each of 1,000 test images survives: the median amplitude at which it first
     * changes, by digit, in steps of 0.05 of one pattern of noise; and the part that keeps its answer up to twice the ink's range.
     */
    public void noise(ArrayNode node) {
        LabelledImages test = study.data().test();
        float[][] points = Arrays.copyOf(CloudShape.points(test, -1), NOISY);
        List<List<Double>> radii = new ArrayList<>();
        for (int digit = 0; digit < DIGITS; digit++) {
            radii.add(new ArrayList<>());
        }
        for (int i = 0; i < points.length; i++) {
            int before = judge.read(judge.logits(points[i]));
            double radius = MOST_NOISE + NOISE_STEP;
            for (int step = 1; step * NOISE_STEP <= MOST_NOISE; step++) {
                // The same pattern at every amplitude, so that the picture walks straight away from where it was.
                float[] noisy = Distortion.noise(points[i], step * NOISE_STEP, new SeededRandom(SEED + i));
                if (judge.read(judge.logits(noisy)) != before) {
                    radius = step * NOISE_STEP;
                    break;
                }
            }
            radii.get(test.labels()[i]).add(radius);
        }
        for (int digit = 0; digit < DIGITS; digit++) {
            List<Double> sorted = radii.get(digit).stream().sorted().toList();
            ObjectNode entry = node.addObject();
            entry.put("digit", digit);
            entry.put("images", sorted.size());
            entry.put("median", sorted.get(sorted.size() / 2));
            entry.put(
                    "never",
                    (double) sorted.stream().filter(r -> r > MOST_NOISE).count() / sorted.size());
        }
    }
}
