package io.github.seeingdigits.training;

/**
 * What is trained, and why. Implementations live in {@code training.experiment}, one short class each with a public
 * constructor without arguments; {@link Experiments} finds them.
 */
public interface Experiment {
    /** Lower-case words with hyphens; names the folder under {@code models/} and is what {@code ./train} takes. */
    String id();

    /** A few words for a heading. */
    String title();

    /** One sentence: what this model is for. */
    String purpose();

    /** How it is trained. */
    Recipe recipe();
}
