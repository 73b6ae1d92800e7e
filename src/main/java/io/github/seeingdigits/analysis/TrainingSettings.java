package io.github.seeingdigits.analysis;

import io.github.seeingdigits.network.Decimal;
import io.github.seeingdigits.network.Initialiser;

/** What a reader may choose of a {@link TrainingRun}, each by a name and a word, as an address has them. */
public final class TrainingSettings {
    /** The size of a step. */
    public static final String RATE = "rate";

    /** How many pictures a step looks at. */
    public static final String BATCH = "batch";

    /** How weights and biases start. */
    public static final String START = "start";

    /** What decides everything random: a whole number from 0 to {@link #MOST_SEED}. */
    public static final String SEED = "seed";

    /** All names. */
    public static final String[] NAMES = {RATE, BATCH, START, SEED};

    /** The largest seed. */
    public static final int MOST_SEED = 9999;

    private static final String[] RATES = {"0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1", "3"};
    private static final String[] BATCHES = {"1", "8", "32", "128"};
    private static final String[] STARTS = {"uniform", "xavier", "he", "orthogonal", "zero"};
    private static final String[][] CHOICES = {RATES, BATCHES, STARTS};

    private final String[] words;

    private TrainingSettings(String[] words) {
        this.words = words;
    }

    /** A rate of 0.1, batches of 32, uniform in ±1/√inputs, seed 1. */
    public TrainingSettings() {
        this(new String[] {"0.1", "32", "uniform", "1"});
    }

    /** The inverse of {@link #toString}, for words that are known to be right. */
    public static TrainingSettings of(String text) {
        String[] words = new String[NAMES.length];
        int at = 0;
        for (int i = 0; i < words.length; i++) {
            int end = text.indexOf(' ', at);
            words[i] = text.substring(at, end < 0 ? text.length() : end);
            at = end + 1;
        }
        return new TrainingSettings(words);
    }

    /** All four words, separated by spaces. */
    @Override
    public String toString() {
        return String.join(" ", words);
    }

    private static int index(String name) {
        for (int i = 0; i < NAMES.length; i++) {
            if (NAMES[i].equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("unknown setting \"" + name + "\"");
    }

    /** The words to choose from, or null for the seed. */
    public static String[] choices(String name) {
        return name.equals(SEED) ? null : CHOICES[index(name)];
    }

    /** The word for the setting {@code name}. */
    public String get(String name) {
        return words[index(name)];
    }

    /** The same with another word for the setting {@code name}, or null if there is no such word. */
    public TrainingSettings with(String name, String word) {
        String known = name.equals(SEED) ? seed(word) : known(choices(name), word);
        if (known == null) {
            return null;
        }
        String[] changed = words.clone();
        changed[index(name)] = known;
        return new TrainingSettings(changed);
    }

    private static String known(String[] choices, String word) {
        for (String choice : choices) {
            if (choice.equals(word)) {
                return choice;
            }
        }
        return null;
    }

    private static String seed(String word) {
        try {
            int seed = Integer.parseInt(word);
            return seed >= 0 && seed <= MOST_SEED ? Integer.toString(seed) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The size of a step. */
    public double rate() {
        return Decimal.parse(get(RATE)).value();
    }

    /** How many pictures a step looks at, where there are so many. */
    public int batch() {
        return Integer.parseInt(get(BATCH));
    }

    /** What decides everything random. */
    public int seed() {
        return Integer.parseInt(get(SEED));
    }

    /** How weights and biases start. */
    public Initialiser initialiser() {
        return switch (get(START)) {
            case "uniform" -> Initialiser.fanInUniform();
            case "xavier" -> Initialiser.xavierUniform();
            case "he" -> Initialiser.he();
            case "orthogonal" -> Initialiser.orthogonal();
            // Layers are made of zeros.
            default -> (layer, random) -> {};
        };
    }
}
