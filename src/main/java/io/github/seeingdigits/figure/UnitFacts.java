package io.github.seeingdigits.figure;

/** What was measured about each hidden unit on all test digits, as a record's {@code findings/units} says it. */
public final class UnitFacts {
    /** The parts of a record that are read. */
    static final String[] PATHS = {"findings/units", "published/test/accuracy"};

    /** [unit][class]: mean activation, its standard deviation, and the share of test digits for which it is above zero. */
    public final double[][] mean;

    public final double[][] deviation;
    public final double[][] active;

    /** [unit]: see {@link io.github.seeingdigits.analysis.FeatureReport#selectivity}. */
    public final double[] selectivity;

    /** [unit]: test accuracy without it. */
    public final double[] without;

    /** Test accuracy with all units. */
    public final double accuracy;

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException unless the record has them for {@code units} units
     */
    public UnitFacts(Facts facts, int units) {
        int found = facts.size(PATHS[0]);
        if (found != units) {
            throw new IllegalArgumentException("the record should describe " + units + " hidden units in " + PATHS[0]
                    + ", but describes " + Math.max(0, found));
        }
        mean = new double[units][];
        deviation = new double[units][];
        active = new double[units][];
        selectivity = new double[units];
        without = new double[units];
        accuracy = facts.number(PATHS[1]);
        for (int k = 0; k < units; k++) {
            String unit = PATHS[0] + "/" + k + "/";
            mean[k] = facts.numbers(unit + "mean");
            deviation[k] = facts.numbers(unit + "deviation");
            active[k] = facts.numbers(unit + "shareActive");
            selectivity[k] = facts.number(unit + "selectivity");
            without[k] = facts.number(unit + "accuracyWithout");
        }
    }

    /** The share of test digits for which unit k is above zero, each class counting alike. */
    public double active(int k) {
        double sum = 0;
        for (double share : active[k]) {
            sum += share;
        }
        return sum / active[k].length;
    }

    /** The class, other than {@code but}, to which unit k answers most. */
    private int favourite(int k, int but) {
        int best = -1;
        for (int label = 0; label < mean[k].length; label++) {
            if (label != but && (best < 0 || mean[k][label] > mean[k][best])) {
                best = label;
            }
        }
        return best;
    }

    /** Unit k in a sentence. */
    public String sentence(int k) {
        if (active(k) == 0) {
            return "Unit " + k + " is dead: silent for every test digit. Without it accuracy stays " + share(without[k])
                    + ".";
        }
        int first = favourite(k, -1);
        int second = favourite(k, first);
        double change = without[k] - accuracy;
        return "Unit " + k + " answers most to " + first + " and " + second + " (on average "
                + Numbers.fixed(mean[k][first], 1) + " and " + Numbers.fixed(mean[k][second], 1)
                + ") and is silent for "
                + Numbers.percent(1 - active(k)) + " of digits. Without it accuracy "
                + (change < 0 ? "falls" : change > 0 ? "rises" : "stays")
                + (change == 0 ? " " : " from " + share(accuracy) + " to ") + share(without[k]) + ".";
    }

    /** An accuracy as a percentage with one decimal. */
    static String share(double accuracy) {
        return Numbers.fixed(100 * accuracy, 1) + "\u202f%";
    }
}
