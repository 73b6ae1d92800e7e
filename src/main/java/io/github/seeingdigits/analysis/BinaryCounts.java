package io.github.seeingdigits.analysis;

/** How often a yes-or-no answer is right, counted so that "always no" does not look good on a rare class. */
public final class BinaryCounts {
    private int truePositives;
    private int falsePositives;
    private int trueNegatives;
    private int falseNegatives;

    /** Counts one example: whether it is of the class, and what was answered. */
    public void add(boolean actual, boolean answered) {
        if (answered) {
            truePositives += actual ? 1 : 0;
            falsePositives += actual ? 0 : 1;
        } else {
            falseNegatives += actual ? 1 : 0;
            trueNegatives += actual ? 0 : 1;
        }
    }

    /** Fraction of right answers. */
    public double accuracy() {
        return fraction(truePositives + trueNegatives, falsePositives + falseNegatives);
    }

    /** Fraction of right answers if the answer were always no. */
    public double alwaysNo() {
        return fraction(trueNegatives + falsePositives, truePositives + falseNegatives);
    }

    /** Of the examples of the class, the fraction found (true positive rate). */
    public double recall() {
        return fraction(truePositives, falseNegatives);
    }

    /** Of the examples outside the class, the fraction left out (true negative rate). */
    public double specificity() {
        return fraction(trueNegatives, falsePositives);
    }

    /** Of the examples called members, the fraction that are; 0 if none were called so. */
    public double precision() {
        return fraction(truePositives, falsePositives);
    }

    /** The mean of recall and specificity: one half for "always no", however rare the class. */
    public double balancedAccuracy() {
        return (recall() + specificity()) / 2;
    }

    private static double fraction(int part, int rest) {
        return part + rest == 0 ? 0 : (double) part / (part + rest);
    }
}
