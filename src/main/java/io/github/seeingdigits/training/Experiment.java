package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

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

    /**
     * Recipes to compare with, by name (lower-case words with hyphens): each is run with all its seeds, and the record holds
     * its results beside those of {@link #recipe}, whose network alone is published.
     */
    default Map<String, Recipe> variants() {
        return Map.of();
    }

    /**
     * Ids of experiments whose published networks {@link #measure} looks at; they need nobody themselves. {@code ./train --all}
     * runs them first, and a record is stale once one of them has another network.
     */
    default List<String> needs() {
        return List.of();
    }

    /**
     * Measures what this experiment is about beyond accuracy, which every record has.
     *
     * @param study the trained networks, the data, and controls
     * @param findings becomes the record's {@code findings}; left out if nothing is put in
     */
    default void measure(Study study, ObjectNode findings) {}
}
