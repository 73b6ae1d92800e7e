package io.github.seeingdigits.analysis;

/**
 * What several networks say together. Each has one vote; where two digits have equally many, the sum of the probabilities
 * decides.
 *
 * @param digit the digit with the most votes, −1 if nobody has voted
 * @param votes how many it has
 * @param voters how many networks have voted
 */
public record Vote(int digit, int votes, int voters) {
    private static final int DIGITS = 10;

    /**
     * Counts the votes.
     *
     * @param answers a digit for each network, −1 for one that says nothing
     * @param probabilities what each network gives its answer
     */
    public static Vote of(int[] answers, float[] probabilities) {
        int[] votes = new int[DIGITS];
        float[] weight = new float[DIGITS];
        int voters = 0;
        for (int i = 0; i < answers.length; i++) {
            if (answers[i] >= 0) {
                voters++;
                votes[answers[i]]++;
                weight[answers[i]] += probabilities[i];
            }
        }
        int best = 0;
        for (int k = 1; k < DIGITS; k++) {
            if (votes[k] > votes[best] || votes[k] == votes[best] && weight[k] > weight[best]) {
                best = k;
            }
        }
        return new Vote(voters == 0 ? -1 : best, votes[best], voters);
    }
}
