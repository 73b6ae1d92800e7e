package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.analysis.Correlation;
import io.github.seeingdigits.analysis.LivingUnits;
import io.github.seeingdigits.analysis.Proportion;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.network.Dense;
import io.github.seeingdigits.network.HalfFloat;
import io.github.seeingdigits.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The filters of the hidden units of networks {@code dense, relu, dense} that tell 0 from 1: how alike they are, whether a
 * filter's looks agree with its outgoing weights, and what becomes of units that no image wakes.
 *
 * <p>A filter looks like 1 where it correlates positively with the difference of the mean images, 1 less 0, and like 0
 * otherwise. Filters are compared over the pixels that at least a tenth of the training images ink, and twice: as they are,
 * and without the noise they started as.
 */
public final class UnitFilters {
    private static final double THRESHOLD = 0.9;
    private static final double LOOSE_THRESHOLD = 0.7;
    private static final double INKED_SHARE = 0.1;
    /** Starts that are looked at for dead units alone; no training is needed for that. */
    private static final int STARTS = 200;

    private final Study study;
    private final int[] inked;
    private final List<Network> before;
    private final int units;

    /** Those of all of {@code study}'s networks. */
    public UnitFilters(Study study) {
        this.study = study;
        this.inked = inked(study.data().train());
        this.before = study.untrained();
        this.units = study.published().layers().get(0).outputs();
    }

    private static int[] inked(LabelledImages set) {
        int pixels = set.pixels()[0].length;
        int[] counts = new int[pixels];
        for (byte[] image : set.pixels()) {
            for (int k = 0; k < pixels; k++) {
                counts[k] += image[k] != 0 ? 1 : 0;
            }
        }
        return Arrays.stream(Pixels.inOrder(pixels))
                .filter(k -> counts[k] >= INKED_SHARE * set.size())
                .toArray();
    }

    private static Dense first(Network network) {
        return (Dense) network.layers().get(0);
    }

    /** The incoming weights of a unit at the inked pixels. */
    private float[] filter(Network network, int unit) {
        float[] filter = new float[inked.length];
        for (int i = 0; i < inked.length; i++) {
            filter[i] = first(network).weight().value.row[inked[i]][unit];
        }
        return filter;
    }

    /** What training added to a filter. */
    private static float[] change(float[] before, float[] after) {
        float[] change = new float[after.length];
        for (int i = 0; i < change.length; i++) {
            change[i] = after[i] - before[i];
        }
        return change;
    }

    private float[] difference() {
        float[][] means = study.classMeans();
        float[] difference = new float[inked.length];
        for (int i = 0; i < inked.length; i++) {
            difference[i] = means[1][inked[i]] - means[0][inked[i]];
        }
        return difference;
    }

    private static LivingUnits living(Network network, LabelledImages set) {
        return LayerOutputs.of(network, set).living(1);
    }

    /** All measurements, over all seeds. */
    public void put(ObjectNode node) {
        node.put("inkedPixels", inked.length);
        node.put("threshold", THRESHOLD);
        node.put("looseThreshold", LOOSE_THRESHOLD);
        Counts counts = new Counts();
        Alike asTheyAre = new Alike();
        Alike learnt = new Alike();
        float[] difference = difference();
        ArrayNode kinds = node.putArray("kinds");
        for (int i = 0; i < before.size(); i++) {
            Network after = study.networks().get(i);
            LivingUnits start = living(before.get(i), study.data().train());
            LivingUnits end = living(after, study.data().train());
            List<float[]> filters = new ArrayList<>();
            List<float[]> changes = new ArrayList<>();
            List<Boolean> likeOne = new ArrayList<>();
            StringBuilder kind = new StringBuilder();
            for (int unit = 0; unit < units; unit++) {
                float[] filter = filter(after, unit);
                boolean one = Correlation.pearson(filter, difference) > 0;
                if (end.alive(unit)) {
                    filters.add(filter);
                    changes.add(change(filter(before.get(i), unit), filter));
                    likeOne.add(one);
                    kind.append(one ? '1' : '0');
                } else {
                    kind.append('-');
                }
                counts.count(i, unit, start.alive(unit), end.alive(unit), one);
            }
            kinds.add(kind.toString());
            asTheyAre.add(filters, likeOne);
            learnt.add(changes, likeOne);
        }
        asTheyAre.put(node.putObject("filters"));
        learnt.put(node.putObject("learntPart"));
        counts.put(node);
    }

    /** How often a unit is below zero for all training images before training, counted over many more starts than were trained. */
    public static void putDeadAtStart(Study study, ObjectNode node) {
        int dead = 0;
        int all = 0;
        int starts = 0;
        for (Network network : study.untrained(STARTS)) {
            int units = network.layers().get(0).outputs();
            int deadHere = units - living(network, study.data().train()).count();
            dead += deadHere;
            all += units;
            starts += deadHere > 0 ? 1 : 0;
        }
        node.put("starts", STARTS);
        node.put("startsWithADeadUnit", starts);
        node.put("units", all);
        node.put("dead", dead);
        node.put("share", new Proportion(dead, all).share());
        node.put("low", new Proportion(dead, all).low());
        node.put("high", new Proportion(dead, all).high());
    }

    private static void spread(ObjectNode node, String name, List<Double> values) {
        if (!values.isEmpty()) {
            Spread.put(node, name, values.stream().mapToDouble(value -> value).toArray());
        }
    }

    /** How alike the filters of living units are: within one network, among those of one kind and between the kinds. */
    private static final class Alike {
        private final List<Double> same = new ArrayList<>();
        private final List<Double> other = new ArrayList<>();
        private final List<Double> groups = new ArrayList<>();
        private final List<Double> looseGroups = new ArrayList<>();

        void add(List<float[]> filters, List<Boolean> likeOne) {
            for (int a = 0; a < filters.size(); a++) {
                for (int b = 0; b < a; b++) {
                    (likeOne.get(a).equals(likeOne.get(b)) ? same : other)
                            .add(Correlation.pearson(filters.get(a), filters.get(b)));
                }
            }
            groups.add(groups(filters, THRESHOLD));
            looseGroups.add(groups(filters, LOOSE_THRESHOLD));
        }

        private static double groups(List<float[]> filters, double threshold) {
            return 1
                    + Arrays.stream(Correlation.groups(filters.toArray(new float[0][]), threshold))
                            .max()
                            .orElse(-1);
        }

        void put(ObjectNode node) {
            spread(node, "correlationWithinKind", same);
            spread(node, "correlationBetweenKinds", other);
            spread(node, "groups", groups);
            spread(node, "looseGroups", looseGroups);
        }
    }

    /** What is counted over all units of all seeds. */
    private final class Counts {
        private int living;
        private int likeOne;
        private int agree;
        private int agreeStrictly;
        private int agreeAtStart;
        private int deadAtStart;
        private int deadAtStartUnchanged;
        private int diedLater;
        private final List<Double> livingLikeStart = new ArrayList<>();
        private final List<Double> deadLikeStart = new ArrayList<>();

        void count(int run, int unit, boolean aliveAtStart, boolean aliveAtEnd, boolean looksLikeOne) {
            Network after = study.networks().get(run);
            if (!aliveAtStart) {
                deadAtStart++;
                deadAtStartUnchanged += unchanged(before.get(run), after, unit) ? 1 : 0;
            } else if (!aliveAtEnd) {
                diedLater++;
            }
            (aliveAtEnd ? livingLikeStart : deadLikeStart)
                    .add(Correlation.pearson(filter(after, unit), filter(before.get(run), unit)));
            if (aliveAtEnd) {
                living++;
                likeOne += looksLikeOne ? 1 : 0;
                float[] outgoing = outgoing(after, unit);
                agree += outgoing[1] > outgoing[0] == looksLikeOne ? 1 : 0;
                agreeStrictly +=
                        (looksLikeOne ? outgoing[0] < 0 && outgoing[1] > 0 : outgoing[0] > 0 && outgoing[1] < 0)
                                ? 1
                                : 0;
                float[] atStart = outgoing(before.get(run), unit);
                agreeAtStart += atStart[1] > atStart[0] == looksLikeOne ? 1 : 0;
            }
        }

        private float[] outgoing(Network network, int unit) {
            return ((Dense) network.layers().get(2)).weight().value.row[unit];
        }

        private boolean unchanged(Network start, Network end, int unit) {
            boolean same = HalfFloat.round(first(start).bias().value.row[0][unit])
                    == first(end).bias().value.row[0][unit];
            for (int k = 0; k < first(start).inputs(); k++) {
                same &= HalfFloat.round(first(start).weight().value.row[k][unit])
                        == first(end).weight().value.row[k][unit];
            }
            return same;
        }

        void put(ObjectNode node) {
            node.put("units", units * before.size());
            ObjectNode alive = node.putObject("living");
            alive.put("units", living);
            alive.put("likeOne", likeOne);
            alive.put("likeZero", living - likeOne);
            ObjectNode signs = node.putObject("outgoingWeights");
            signs.put("agree", agree);
            signs.put("agreeWithOppositeSigns", agreeStrictly);
            signs.put("foretoldByStart", agreeAtStart);
            ObjectNode dead = node.putObject("dead");
            dead.put("atStart", deadAtStart);
            dead.put("atStartAndUnchanged", deadAtStartUnchanged);
            dead.put("diedInTraining", diedLater);
            spread(dead, "correlationWithStart", deadLikeStart);
            spread(alive, "correlationWithStart", livingLikeStart);
        }
    }
}
