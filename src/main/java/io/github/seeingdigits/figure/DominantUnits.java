package io.github.seeingdigits.figure;

/** Which hidden unit is the most active one, counted by digit over the test images, for networks of several seeds and two controls. */
public final class DominantUnits {
    /** Trained networks, and the controls. */
    public static final int KINDS = 3;

    static final String PATH = "findings/dominance/";
    private static final String[] NAMES = {"trained", "untrained", "shuffledLabels"};

    private final Facts facts;
    private final double[] shares;

    /** How many seeds there are. */
    public final int seeds;

    /** How many units there are; as many stands for no unit above zero. */
    public final int units;

    /**
     * The counts of a record.
     *
     * @throws IllegalArgumentException if it has none
     */
    public DominantUnits(Facts facts) {
        this.facts = facts;
        seeds = facts.size(PATH + NAMES[0] + "/seeds");
        units = facts.size(PATH + NAMES[0] + "/seeds/0/counts/0") - 1;
        if (units < 1) {
            throw new IllegalArgumentException(
                    "the figure needs a model whose record has findings.dominance with counts by digit");
        }
        shares = new double[KINDS * seeds * 10 * (units + 1)];
        for (int from = 0; from < shares.length; from += units + 1) {
            int row = from / (units + 1);
            double[] counts = facts.numbers(
                    PATH + NAMES[row / 10 / seeds] + "/seeds/" + row / 10 % seeds + "/counts/" + row % 10);
            double all = 0;
            for (double count : counts) {
                all += count;
            }
            for (int k = 0; k <= units && all > 0; k++) {
                shares[from + k] = counts[k] / all;
            }
        }
    }

    private int place(int kind, int seed, int digit) {
        return ((kind * seeds + seed) * 10 + digit) * (units + 1);
    }

    /** The part of a digit's images in which a unit is the most active one. */
    public double share(int kind, int seed, int digit, int unit) {
        return shares[place(kind, seed, digit) + unit];
    }

    /** The unit that is it most often. */
    public int commonest(int kind, int seed, int digit) {
        int best = 0;
        for (int k = 1; k <= units; k++) {
            best = share(kind, seed, digit, k) > share(kind, seed, digit, best) ? k : best;
        }
        return best;
    }

    /** The largest part that any unit has. */
    public double top(int kind, int seed, int digit) {
        return share(kind, seed, digit, commonest(kind, seed, digit));
    }

    private double number(int kind, String path) {
        return facts.number(PATH + NAMES[kind] + "/" + path);
    }

    /** Mean over the digits and seeds of the largest part, with the least and most of any seed, in words. */
    String spread(int kind, String name) {
        return Numbers.percent(number(kind, name + "/mean")) + " ("
                + Numbers.fixed(100 * number(kind, name + "/min"), 0) + "–"
                + Numbers.fixed(100 * number(kind, name + "/max"), 0) + ")";
    }

    /** How many units are the commonest of some digit, on average and at least and most. */
    String distinct(int kind) {
        return Numbers.fixed(number(kind, "distinct/mean"), 1) + " (" + Numbers.fixed(number(kind, "distinct/min"), 0)
                + "–" + Numbers.fixed(number(kind, "distinct/max"), 0) + ")";
    }

    /** A unit by its number, or that there is none. */
    String named(int unit) {
        return unit == units ? "no unit" : "unit " + unit;
    }
}
