package io.github.seeingdigits.analysis;

import io.github.seeingdigits.network.Decimal;
import io.github.seeingdigits.network.Initialiser;

/** What a reader may choose of a {@link TrainingRun}: four settings, each with a name and words, as an address has them. */
public final class TrainingSettings {
    /** The names of the settings, which are known by their index here. */
    public static final String[] NAMES = {"rate", "batch", "start", "seed"};

    /** Index of the seed, which decides everything random: a whole number from 0 to {@link #MOST_SEED}. */
    public static final int SEED = 3;

    /** The largest seed. */
    public static final int MOST_SEED = 9999;

    /** The words for each setting but the seed: how far a step goes, how many pictures it looks at, how weights start. */
    private static final String[][] WORDS = {
        {"0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1", "3"},
        {"1", "8", "32", "128"},
        {"uniform", "xavier", "he", "zero"}
    };

    private static final double[] RATES = {0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3};
    private static final int[] BATCHES = {1, 8, 32, 128};

    /** Where each word is, and the seed. */
    private final int[] chosen;

    /** A rate of 0.1, batches of 32, a uniform start, seed 1. */
    public TrainingSettings() {
        this(new int[] {4, 2, 0, 1});
    }

    /** What {@link #toArray} gave. */
    public TrainingSettings(int[] chosen) {
        this.chosen = chosen;
    }

    /** Numbers that stand for all four, to be sent elsewhere; not to be changed. */
    public int[] toArray() {
        return chosen;
    }

    /** The words to choose from; none for the seed. */
    public static String[] words(int setting) {
        return setting == SEED ? new String[0] : WORDS[setting];
    }

    /** The word for a setting. */
    public String get(int setting) {
        return setting == SEED ? Integer.toString(chosen[SEED]) : WORDS[setting][chosen[setting]];
    }

    /** The same with another word for a setting, or null if there is no such word. */
    public TrainingSettings with(int setting, String word) {
        int found = setting == SEED ? Decimal.whole(word, -1) : -1;
        String[] words = words(setting);
        for (int i = 0; i < words.length; i++) {
            found = words[i].equals(word) ? i : found;
        }
        if (found < 0 || found > MOST_SEED) {
            return null;
        }
        int[] changed = chosen.clone();
        changed[setting] = found;
        return new TrainingSettings(changed);
    }

    /** The learning rate: how far a step goes, as a multiple of the gradient. */
    public double rate() {
        return RATES[chosen[0]];
    }

    /** How many pictures a step looks at, where there are so many. */
    public int batch() {
        return BATCHES[chosen[1]];
    }

    /**
     * How weights and biases start: uniform in ±1/√inputs, uniform with biases of zero, normal with biases of zero, or all of
     * them zero.
     */
    public Initialiser initialiser() {
        return switch (chosen[2]) {
            case 0 -> Initialiser.fanInUniform();
            case 1 -> Initialiser.xavierUniform();
            case 2 -> Initialiser.he();
            // Layers are made of zeros.
            default -> (layer, random) -> {};
        };
    }

    /** What decides everything random. */
    public int seed() {
        return chosen[SEED];
    }
}
