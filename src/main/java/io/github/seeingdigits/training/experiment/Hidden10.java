package io.github.seeingdigits.training.experiment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.analysis.Dominance;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.training.Experiment;
import io.github.seeingdigits.training.Features;
import io.github.seeingdigits.training.Recipe;
import io.github.seeingdigits.training.Schedule;
import io.github.seeingdigits.training.Spread;
import io.github.seeingdigits.training.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ten hidden units between pixels and answer, small enough to look at each. It has been said of this network that every
 * digit has a hidden neuron of its own, which dominates the others. The dominant units are counted here over all test digits,
 * and beside them in two controls: the same networks before training, and networks trained on shuffled labels.
 */
public final class Hidden10 implements Experiment {
    private static final int DIGITS = 10;
    private static final int UNITS = 10;
    /** The layer whose output is the hidden units' activations. */
    private static final int HIDDEN = 1;

    @Override
    public String id() {
        return "hidden-10";
    }

    @Override
    public String title() {
        return "Ten hidden units";
    }

    @Override
    public String purpose() {
        return "A hidden layer small enough to look at each unit, to test whether every digit has a unit of its own.";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of("dense 784 10, relu 10, dense 10 10")
                .rate(0.001, Schedule.COSINE)
                .epochs(20)
                .seeds(10, 1)
                .floor(0.92);
    }

    @Override
    public void measure(Study study, ObjectNode findings) {
        ObjectNode dominance = findings.putObject("dominance");
        dominance(study, study.networks(), dominance.putObject("trained"));
        dominance(study, study.untrained(), dominance.putObject("untrained"));
        dominance(study, study.trainedOnShuffledLabels(), dominance.putObject("shuffledLabels"));
        distributions(counted(study, study.published(), study.data().test()), dominance.putObject("published"));
        ablation(study, findings.putObject("ablation"));
        Features.put(study, HIDDEN, findings.putArray("units"));
        Features.publishSubsets(study, HIDDEN, findings.putObject("subsets"));
    }

    private static Dominance counted(Study study, Network network, LabelledImages set) {
        Dominance dominance = new Dominance(DIGITS, UNITS);
        Study.activations(network, HIDDEN, set, dominance::add);
        return dominance;
    }

    /** For each network how many units dominate some digit, how far that alone tells the digits apart, and which are dead. */
    private static void dominance(Study study, List<Network> networks, ObjectNode node) {
        ArrayNode seeds = node.putArray("seeds");
        double[] distinct = new double[networks.size()];
        double[] readOut = new double[networks.size()];
        double[] share = new double[networks.size()];
        for (int i = 0; i < networks.size(); i++) {
            Dominance train = counted(study, networks.get(i), study.data().train());
            Dominance test = counted(study, networks.get(i), study.data().test());
            share[i] = IntStream.range(0, DIGITS)
                    .mapToDouble(test::share)
                    .average()
                    .orElse(0);
            ObjectNode seed = seeds.addObject();
            seed.put("seed", i + 1);
            distinct[i] = test.distinct();
            readOut[i] = train.readOut(test);
            seed.put("distinct", test.distinct());
            seed.put("readOut", readOut[i]);
            seed.put("share", share[i]);
            counts(test, seed.putArray("counts"));
            seed.put(
                    "dead",
                    UNITS
                            - Features.report(
                                            networks.get(i),
                                            HIDDEN,
                                            study.data().train(),
                                            DIGITS)
                                    .living());
        }
        Spread.put(node, "distinct", distinct);
        Spread.put(node, "readOut", readOut);
        Spread.put(node, "share", share);
    }

    /** A row for each digit: how many of its test images each unit dominates, and in how many none does. */
    private static void counts(Dominance test, ArrayNode node) {
        for (int[] row : test.counts()) {
            ArrayNode digit = node.addArray();
            for (int count : row) {
                digit.add(count);
            }
        }
    }

    private static void distributions(Dominance test, ObjectNode node) {
        counts(test, node.putArray("counts"));
        ArrayNode commonest = node.putArray("commonest");
        ArrayNode share = node.putArray("share");
        for (int digit = 0; digit < DIGITS; digit++) {
            commonest.add(test.commonest(digit));
            share.add(test.share(digit));
        }
    }

    /** Test accuracy of each network without each of its units. */
    private static void ablation(Study study, ObjectNode node) {
        ArrayNode seeds = node.putArray("seeds");
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < study.networks().size(); i++) {
            ObjectNode seed = seeds.addObject();
            seed.put("seed", i + 1);
            ArrayNode without = seed.putArray("accuracyWithout");
            for (int unit = 0; unit < UNITS; unit++) {
                double accuracy =
                        Features.accuracyWithout(study, study.networks().get(i), HIDDEN, unit);
                without.add(accuracy);
                all.add(accuracy);
            }
        }
        Spread.put(
                node,
                "accuracyWithout",
                all.stream().mapToDouble(accuracy -> accuracy).toArray());
    }
}
