package io.github.seeingdigits.analysis;

/** How often each digit was read as each: a row for the digit that it was, a column for the answer. */
public final class ConfusionMatrix {
    /** How many digits there are. */
    public static final int DIGITS = 10;

    private final int[] counts;

    /**
     * A matrix.
     *
     * @param counts row by row, {@link #DIGITS} in each; not to be changed
     * @throws IllegalArgumentException if there are not 100
     */
    public ConfusionMatrix(int[] counts) {
        if (counts.length != DIGITS * DIGITS) {
            throw new IllegalArgumentException("expected 10 × 10 counts");
        }
        this.counts = counts;
    }

    /** How often {@code digit} was read as {@code answer}. */
    public int count(int digit, int answer) {
        return counts[digit * DIGITS + answer];
    }

    /** How many there were of a digit, or with {@code answers} how often it was the answer. */
    public int total(int digit, boolean answers) {
        int total = 0;
        for (int k = 0; k < DIGITS; k++) {
            total += answers ? count(k, digit) : count(digit, k);
        }
        return total;
    }

    /** How often a digit was misread, or with {@code answers} how often another was read as it. */
    public int wrong(int digit, boolean answers) {
        return total(digit, answers) - count(digit, digit);
    }

    /** All that were misread. */
    public int wrong() {
        int wrong = 0;
        for (int k = 0; k < DIGITS; k++) {
            wrong += wrong(k, false);
        }
        return wrong;
    }

    /** All there were. */
    public int total() {
        int total = 0;
        for (int count : counts) {
            total += count;
        }
        return total;
    }

    /** The most frequent mistake, as its place: 10 times the digit and the answer. The first of several; 1 if there is none. */
    public int worst() {
        int worst = 1;
        for (int i = 1; i < counts.length; i++) {
            worst = i % (DIGITS + 1) != 0 && counts[i] > counts[worst] ? i : worst;
        }
        return worst;
    }
}
