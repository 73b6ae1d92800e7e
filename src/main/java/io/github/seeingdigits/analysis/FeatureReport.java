package io.github.seeingdigits.analysis;

/**
 * What each unit of a layer responds to, counted over labelled examples: mean and standard deviation of its activation by
 * class, how often it is active, and how selective it is.
 */
public final class FeatureReport {
    private final int[] examples;
    /** Sums by unit and class. */
    private final double[][] sum;

    private final double[][] sumOfSquares;
    private final int[][] active;
    private final LivingUnits living;

    /** A report on {@code units} units over {@code classes} classes, nothing counted yet. */
    public FeatureReport(int units, int classes) {
        examples = new int[classes];
        sum = new double[units][classes];
        sumOfSquares = new double[units][classes];
        active = new int[units][classes];
        living = new LivingUnits(units);
    }

    /** Counts one example: what each unit gave, and the example's class. */
    public void add(float[] activations, int label) {
        examples[label]++;
        living.add(activations);
        for (int unit = 0; unit < sum.length; unit++) {
            double value = activations[unit];
            sum[unit][label] += value;
            sumOfSquares[unit][label] += value * value;
            active[unit][label] += value > 0 ? 1 : 0;
        }
    }

    public int units() {
        return sum.length;
    }

    public int classes() {
        return examples.length;
    }

    /** Mean activation of {@code unit} over the examples of class {@code label}. */
    public double mean(int unit, int label) {
        return sum[unit][label] / Math.max(1, examples[label]);
    }

    /** Standard deviation of the activation of {@code unit} over the examples of class {@code label}, as of a whole population. */
    public double deviation(int unit, int label) {
        double mean = mean(unit, label);
        double variance = sumOfSquares[unit][label] / Math.max(1, examples[label]) - mean * mean;
        return Math.sqrt(Math.max(0, variance));
    }

    /** The part of the examples of class {@code label} for which {@code unit} is above zero. */
    public double shareActive(int unit, int label) {
        return (double) active[unit][label] / Math.max(1, examples[label]);
    }

    /** Whether {@code unit} is above zero for no example at all; behind a rectifier no gradient reaches it any more. */
    public boolean dead(int unit) {
        return !living.alive(unit);
    }

    /** How many units are above zero for some example. */
    public int living() {
        return living.count();
    }

    /** The class with the largest mean activation. */
    public int favourite(int unit) {
        int best = 0;
        for (int label = 1; label < classes(); label++) {
            best = mean(unit, label) > mean(unit, best) ? label : best;
        }
        return best;
    }

    /**
     * The class selectivity index (μ_max − μ_rest)/(μ_max + μ_rest): the mean activation for the favourite class against the
     * mean of the means for all others. 0 for a unit that treats all alike or is dead, 1 for one that only its favourite
     * wakes (Morcos, Barrett, Rabinowitz and Botvinick 2018, arXiv:1803.06959).
     */
    public double selectivity(int unit) {
        int favourite = favourite(unit);
        double rest = 0;
        for (int label = 0; label < classes(); label++) {
            rest += label == favourite ? 0 : mean(unit, label) / (classes() - 1);
        }
        double best = mean(unit, favourite);
        return best + rest == 0 ? 0 : (best - rest) / (best + rest);
    }
}
