package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.network.View;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which test images several networks misread: the hardest, those whose label looks wrong, and a few of every kind of mistake. Only
 * places in the test set and numbers are written, no pixels.
 */
public final class Misread {
    /** A network that reads at least this part of the test images is heard about suspects. */
    static final double GOOD = 0.98;

    private static final int HARDEST = 60;
    private static final int SUSPECTS = 30;
    private static final int OF_EACH_MISTAKE = 6;
    private static final int HUNDRED = 100;

    private final LabelledImages set;
    private final List<String> names;
    private final List<Answers> answers;

    /**
     * Counts over the images of {@code set}.
     *
     * @param names of the networks
     * @param answers of each network, in the same order
     */
    public Misread(LabelledImages set, List<String> names, List<Answers> answers) {
        this.set = set;
        this.names = List.copyOf(names);
        this.answers = List.copyOf(answers);
    }

    private boolean wrong(int network, int image) {
        return answers.get(network).read()[image] != set.labels()[image];
    }

    /** How many networks misread an image. */
    int count(int image) {
        return (int)
                IntStream.range(0, answers.size()).filter(n -> wrong(n, image)).count();
    }

    /** Mean over the networks of the probability that they give to {@code digit}. */
    private double probability(int image, int digit) {
        return answers.stream()
                .mapToDouble(a -> a.probabilities()[image][digit])
                .average()
                .orElseThrow();
    }

    private int[] misread(IntPredicate which) {
        return IntStream.range(0, set.size())
                .filter(i -> count(i) > 0 && which.test(i))
                .toArray();
    }

    private static int[] sorted(int[] images, Comparator<Integer> order, int most) {
        return Arrays.stream(images)
                .boxed()
                .sorted(order.thenComparingInt(i -> i))
                .limit(most)
                .mapToInt(i -> i)
                .toArray();
    }

    /** The images that most networks misread, those first to whose label they give the least probability. */
    int[] hardest() {
        Comparator<Integer> order = Comparator.comparingInt(i -> -count(i));
        return sorted(misread(i -> true), order.thenComparingDouble(i -> probability(i, set.labels()[i])), HARDEST);
    }

    /** What all good networks answer alike to an image if it is not the label; −1 otherwise. */
    int suspected(int image) {
        int read = -1;
        for (Answers one : answers) {
            if (one.agreement(set.labels()) < GOOD) {
                continue;
            }
            if (one.read()[image] == set.labels()[image] || read >= 0 && one.read()[image] != read) {
                return -1;
            }
            read = one.read()[image];
        }
        return read;
    }

    /**
     * The images whose label may be wrong. That networks which otherwise agree with labels contradict one is how label errors are looked
     * for in general; see Northcutt, Jiang and Chuang 2021, “Confident learning”, doi:10.1613/jair.1.12125. Those come first for whose
     * other digit all networks are surest.
     */
    int[] suspects() {
        return sorted(
                misread(i -> suspected(i) >= 0),
                Comparator.comparingDouble(i -> -probability(i, suspected(i))),
                SUSPECTS);
    }

    /** The first few images of every mistake that some network makes: a label and an answer. */
    private void examples(TreeSet<Integer> chosen) {
        int[] places = misread(i -> true);
        for (int n = 0; n < answers.size(); n++) {
            int[][] seen = new int[10][10];
            for (int i : places) {
                if (wrong(n, i) && seen[set.labels()[i]][answers.get(n).read()[i]]++ < OF_EACH_MISTAKE) {
                    chosen.add(i);
                }
            }
        }
    }

    /**
     * Puts the networks, how many images were misread by how many of them, {@code hardest}, {@code suspects}, and {@code specimens},
     * the images that a reader should be able to see.
     *
     * @param others images that should be seen too
     */
    public void put(ObjectNode node, int[] others) {
        ArrayNode networks = node.putArray("networks");
        for (int n = 0; n < names.size(); n++) {
            int network = n;
            networks.addObject().put("id", names.get(n)).put("misread", misread(i -> wrong(network, i)).length);
        }
        int[] histogram = new int[names.size() + 1];
        IntStream.range(0, set.size()).forEach(i -> histogram[count(i)]++);
        Views.numbers(node.putArray("imagesByNetworks"), histogram);
        Views.numbers(node.putArray("hardest"), hardest());
        node.put("suspectAccuracy", GOOD);
        ArrayNode suspects = node.putArray("suspects");
        for (int i : suspects()) {
            suspects.addObject()
                    .put("image", i)
                    .put("label", set.labels()[i])
                    .put("read", suspected(i))
                    .put("probability", probability(i, suspected(i)))
                    .put("probabilityOfLabel", probability(i, set.labels()[i]));
        }
        TreeSet<Integer> chosen = new TreeSet<>();
        Arrays.stream(hardest()).forEach(chosen::add);
        Arrays.stream(suspects()).forEach(chosen::add);
        Arrays.stream(others).forEach(chosen::add);
        examples(chosen);
        Views.numbers(
                node.putArray("specimens"), chosen.stream().mapToInt(i -> i).toArray());
    }

    /**
     * Every image that some network misreads, a row each: hundreds and rest of its place in the set, because half precision holds no
     * whole number of five digits; its label; and what each network answers.
     */
    public View view() {
        int[] images = misread(i -> true);
        int width = 3 + answers.size();
        float[] values = new float[images.length * width];
        for (int row = 0; row < images.length; row++) {
            int at = row * width;
            values[at++] = images[row] / HUNDRED;
            values[at++] = images[row] % HUNDRED;
            values[at++] = set.labels()[images[row]];
            for (Answers one : answers) {
                values[at++] = one.read()[images[row]];
            }
        }
        return new View(new int[] {images.length, width}, values);
    }
}
