package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.analysis.Proportion;
import io.github.seeingdigits.network.Network;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How the runs of a recipe split into those that learned and those that collapsed. A mean over both would describe neither.
 */
public final class Outcomes {
    /** Beyond this test error a run counts as collapsed. */
    public static final double COLLAPSED = 0.1;

    private static final double[] EDGES = {0, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 1};

    private final Study study;
    private final double[] errors;

    /** Those of {@code study}'s runs after their last epoch. */
    public Outcomes(Study study) {
        this.study = study;
        this.errors = study.networks().stream()
                .mapToDouble(network -> 1 - study.testAccuracy(network))
                .toArray();
    }

    /**
     * Puts {@link #put} and {@link #putConstant} of a study under {@code recipe} and those of its variants under their names.
     */
    public static void putAll(Study study, ObjectNode node) {
        putBoth(study, node.putObject(Study.RECIPE));
        study.variants().forEach((name, variant) -> putBoth(variant, node.putObject(name)));
    }

    private static void putBoth(Study study, ObjectNode node) {
        Outcomes outcomes = new Outcomes(study);
        outcomes.put(node);
        outcomes.putConstant(node);
    }

    /** Test error of each seed's network, seed 1 first. */
    public double[] errors() {
        return errors.clone();
    }

    /** Whether run {@code i} of seed i + 1 ended with a test error of at most {@link #COLLAPSED}. */
    public boolean learned(int i) {
        return errors[i] <= COLLAPSED;
    }

    /** Counts, errors of both kinds, error by epoch and the distribution of the last errors. */
    public void put(ObjectNode node) {
        int learned = count(this::learned);
        node.put("seeds", errors.length);
        node.put("collapsedAbove", COLLAPSED);
        node.put("learned", learned);
        node.put("collapsed", errors.length - learned);
        interval(node, "learnedShare", learned, errors.length);
        split(node.putObject("error"), errors);
        byEpoch(node.putObject("errorByEpoch"));
        histogram(node.putObject("errorHistogram"), errors);
    }

    /** Five curves with a number for each epoch. */
    private void byEpoch(ObjectNode node) {
        ArrayNode mean = node.putArray("mean");
        ArrayNode median = node.putArray("median");
        ArrayNode min = node.putArray("min");
        ArrayNode max = node.putArray("max");
        ArrayNode collapsed = node.putArray("collapsed");
        for (int e = 0; e < study.recipe().epochs(); e++) {
            int epoch = e;
            double[] after = Arrays.stream(study.testByEpoch())
                    .mapToDouble(accuracies -> 1 - accuracies[epoch])
                    .sorted()
                    .toArray();
            mean.add(Arrays.stream(after).average().orElseThrow());
            median.add((after[(after.length - 1) / 2] + after[after.length / 2]) / 2);
            min.add(after[0]);
            max.add(after[after.length - 1]);
            collapsed.add(
                    Arrays.stream(after).filter(error -> error > COLLAPSED).count());
        }
    }

    /**
     * Counts the runs that answer the same whatever they see, before training and after. Before training such a network has a
     * layer that is zero for every training image, so no gradient gets past it.
     */
    public void putConstant(ObjectNode node) {
        boolean[] before = constant(study.untrained());
        boolean[] after = constant(study.networks());
        ObjectNode start = node.putObject("constantAtStart");
        start.put("seeds", count(i -> before[i]));
        start.put("collapsed", count(i -> before[i] && !learned(i)));
        interval(start, "share", count(i -> before[i]), errors.length);
        ObjectNode rest = node.putObject("notConstantAtStart");
        rest.put("seeds", count(i -> !before[i]));
        rest.put("collapsed", count(i -> !before[i] && !learned(i)));
        rest.put("collapsedAndConstantAtEnd", count(i -> !before[i] && !learned(i) && after[i]));
    }

    private boolean[] constant(List<Network> networks) {
        boolean[] constant = new boolean[networks.size()];
        for (int i = 0; i < constant.length; i++) {
            constant[i] = LayerOutputs.of(networks.get(i), study.data().train()).constant();
        }
        return constant;
    }

    /** Puts the spreads of one number per run over those that learned and over those that collapsed, where there are any. */
    public void split(ObjectNode node, double[] values) {
        put(node, "learned", values, this::learned);
        put(node, "collapsed", values, i -> !learned(i));
    }

    private void put(ObjectNode node, String name, double[] values, IntPredicate which) {
        double[] chosen = IntStream.range(0, values.length)
                .filter(which)
                .mapToDouble(i -> values[i])
                .toArray();
        if (chosen.length > 0) {
            Spread.put(node, name, chosen);
        }
    }

    private int count(IntPredicate which) {
        return (int) IntStream.range(0, errors.length).filter(which).count();
    }

    private static void interval(ObjectNode node, String name, int hits, int trials) {
        Proportion proportion = new Proportion(hits, trials);
        ObjectNode share = node.putObject(name);
        share.put("share", proportion.share());
        share.put("low", proportion.low());
        share.put("high", proportion.high());
    }

    /** Bin m counts the errors from edge m to below edge m + 1, the last one included. */
    private static void histogram(ObjectNode node, double[] errors) {
        int[] counts = new int[EDGES.length - 1];
        for (double error : errors) {
            int bin = counts.length - 1;
            while (error < EDGES[bin]) {
                bin--;
            }
            counts[bin]++;
        }
        ArrayNode edges = node.putArray("edges");
        Arrays.stream(EDGES).forEach(edges::add);
        ArrayNode bins = node.putArray("counts");
        Arrays.stream(counts).forEach(bins::add);
    }
}
