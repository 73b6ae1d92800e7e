package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.data.LabelledImages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pairs of images that look alike and have different labels, by the Euclidean distance of their pixels, which go from 0 to 1; and
 * beside it how near images of one label are to each other.
 */
public final class Alike {
    private static final int PAIRS = 24;

    /**
     * Two images.
     *
     * @param first the lower place in the set
     * @param distance of their pixels
     */
    record Pair(int first, int second, double distance) {}

    private final LabelledImages set;
    private final int[] nearestOther;
    private final int[] nearestSame;

    /** Compares every image of {@code set} with every other. */
    public Alike(LabelledImages set) {
        this.set = set;
        nearestOther = new int[set.size()];
        nearestSame = new int[set.size()];
        IntStream.range(0, set.size()).parallel().forEach(this::compare);
    }

    private void compare(int i) {
        int[] best = {Integer.MAX_VALUE, Integer.MAX_VALUE};
        int[] nearest = {-1, -1};
        for (int j = 0; j < set.size(); j++) {
            int same = set.labels()[i] == set.labels()[j] ? 1 : 0;
            int squared = squared(i, j, best[same]);
            if (j != i && squared < best[same]) {
                best[same] = squared;
                nearest[same] = j;
            }
        }
        nearestOther[i] = nearest[0];
        nearestSame[i] = nearest[1];
    }

    /** In bytes, exact; given up once it has reached {@code enough}. */
    private int squared(int i, int j, int enough) {
        byte[] a = set.pixels()[i];
        byte[] b = set.pixels()[j];
        int sum = 0;
        for (int k = 0; k < a.length && sum < enough; ) {
            for (int end = Math.min(a.length, k + 28); k < end; k++) {
                int difference = (a[k] & 0xFF) - (b[k] & 0xFF);
                sum += difference * difference;
            }
        }
        return sum;
    }

    private double distance(int i, int j) {
        return Math.sqrt(squared(i, j, Integer.MAX_VALUE)) / 255;
    }

    /** The pairs of different labels that are nearest to each other, the nearest first; no pair twice, nor any image. */
    List<Pair> pairs() {
        List<Pair> all = new ArrayList<>();
        for (int i = 0; i < nearestOther.length; i++) {
            int j = nearestOther[i];
            if (j >= 0) {
                all.add(new Pair(Math.min(i, j), Math.max(i, j), distance(i, j)));
            }
        }
        all.sort(Comparator.comparingDouble(Pair::distance).thenComparingInt(Pair::first));
        List<Pair> pairs = new ArrayList<>();
        boolean[] taken = new boolean[set.size()];
        for (Pair pair : all) {
            if (pairs.size() < PAIRS && !taken[pair.first] && !taken[pair.second]) {
                taken[pair.first] = true;
                taken[pair.second] = true;
                pairs.add(pair);
            }
        }
        return pairs;
    }

    /** The median over all images of the distance to the nearest of the same label, or of another. */
    double median(boolean same) {
        int[] nearest = same ? nearestSame : nearestOther;
        double[] distances = IntStream.range(0, nearest.length)
                .filter(i -> nearest[i] >= 0)
                .mapToDouble(i -> distance(i, nearest[i]))
                .sorted()
                .toArray();
        return (distances[(distances.length - 1) / 2] + distances[distances.length / 2]) / 2;
    }

    /** All images of {@link #pairs}. */
    public int[] images() {
        return pairs().stream()
                .flatMapToInt(pair -> IntStream.of(pair.first, pair.second))
                .toArray();
    }

    /** Puts the pairs and both medians. */
    public void put(ObjectNode node) {
        ArrayNode pairs = node.putArray("pairs");
        for (Pair pair : pairs()) {
            pairs.addObject()
                    .put("first", pair.first)
                    .put("second", pair.second)
                    .put("distance", pair.distance);
        }
        node.put("medianToSameLabel", median(true));
        node.put("medianToOtherLabel", median(false));
    }
}
