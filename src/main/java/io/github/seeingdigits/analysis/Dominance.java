package io.github.seeingdigits.analysis;

/**
 * Which unit of a layer is the most active one, counted by digit.
 *
 * <p>The dominant unit of an example is the one with the largest activation, the first among equals; an example for which no
 * unit is above zero has none. That is the quantity behind the saying that each hidden neuron has learnt a digit of its own:
 * here it is counted over all examples rather than looked up in a few.
 */
public final class Dominance {
    private final int units;
    /** [label][unit]; the last column counts the examples without a dominant unit. */
    private final int[][] counts;

    /** Counts nothing yet. */
    public Dominance(int labels, int units) {
        this.units = units;
        this.counts = new int[labels][units + 1];
    }

    /** Counts one example: the layer's {@code activations} for it, and its label. */
    public void add(float[] activations, int label) {
        counts[label][dominant(activations)]++;
    }

    /** The index of the largest activation, or {@code activations.length} if none is above zero. */
    public static int dominant(float[] activations) {
        int best = activations.length;
        float largest = 0;
        for (int k = 0; k < activations.length; k++) {
            if (activations[k] > largest) {
                largest = activations[k];
                best = k;
            }
        }
        return best;
    }

    /** {@code counts()[label][unit]}; one column more than there are units, for the examples without a dominant unit. */
    public int[][] counts() {
        return counts;
    }

    /** The unit that dominates most often for this label; as many as there are units stands for none. */
    public int commonest(int label) {
        int best = 0;
        for (int k = 1; k <= units; k++) {
            if (counts[label][k] > counts[label][best]) {
                best = k;
            }
        }
        return best;
    }

    /** The part of this label's examples in which {@link #commonest} dominates, 0 to 1. */
    public double share(int label) {
        int all = 0;
        for (int count : counts[label]) {
            all += count;
        }
        return all == 0 ? 0 : (double) counts[label][commonest(label)] / all;
    }

    /** How many different units are the commonest of some label. If each unit had a digit of its own, as many as labels. */
    public int distinct() {
        boolean[] seen = new boolean[units + 1];
        int distinct = 0;
        for (int label = 0; label < counts.length; label++) {
            int unit = commonest(label);
            distinct += seen[unit] || unit == units ? 0 : 1;
            seen[unit] = true;
        }
        return distinct;
    }

    /**
     * How well the dominant unit alone tells the digit: each unit stands for the label that it dominated most often here, and
     * this rule is tried on other examples. An example without a dominant unit counts as wrong unless such examples have a
     * commonest label too.
     *
     * @param other counts of examples that had no part in making the rule
     * @return the part of them that the rule gets right, 0 to 1
     */
    public double readOut(Dominance other) {
        int right = 0;
        int all = 0;
        for (int unit = 0; unit <= units; unit++) {
            int best = 0;
            for (int label = 1; label < counts.length; label++) {
                if (counts[label][unit] > counts[best][unit]) {
                    best = label;
                }
            }
            right += other.counts[best][unit];
            for (int label = 0; label < counts.length; label++) {
                all += other.counts[label][unit];
            }
        }
        return all == 0 ? 0 : (double) right / all;
    }
}
