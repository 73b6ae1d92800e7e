package io.github.seeingdigits.analysis;

/**
 * How far a share that was counted in a few trials may be from the share in all trials: Wilson's interval of 95 % (Wilson
 * 1927, <i>Probable inference, the law of succession, and statistical inference</i>, JASA 22).
 */
public final class Proportion {
    /** 97.5 % of a standard normal distribution are below it. */
    private static final double Z = 1.959963984540054;

    private final double middle;
    private final double reach;
    private final double share;

    /**
     * {@code hits} in {@code trials}.
     *
     * @throws IllegalArgumentException unless 0 ≤ hits ≤ trials and 1 ≤ trials
     */
    public Proportion(int hits, int trials) {
        if (trials < 1 || hits < 0 || hits > trials) {
            throw new IllegalArgumentException(
                    "expected 0 to " + trials + " hits in at least one trial, got " + hits + " in " + trials);
        }
        share = (double) hits / trials;
        double scale = 1 + Z * Z / trials;
        middle = (share + Z * Z / (2 * trials)) / scale;
        reach = Z / scale * Math.sqrt(share * (1 - share) / trials + Z * Z / (4.0 * trials * trials));
    }

    /** Hits divided by trials. */
    public double share() {
        return share;
    }

    /** The interval's lower end. */
    public double low() {
        return share == 0 ? 0 : middle - reach;
    }

    /** The interval's upper end. */
    public double high() {
        return share == 1 ? 1 : middle + reach;
    }
}
