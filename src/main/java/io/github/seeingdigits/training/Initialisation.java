package io.github.seeingdigits.training;

import io.github.seeingdigits.network.Initialiser;

/** An {@link Initialiser} with the words that a record uses for it. */
public enum Initialisation {
    /** See {@link Initialiser#fanInUniform}. */
    FAN_IN_UNIFORM("uniform in ±1/√inputs", Initialiser.fanInUniform()),
    /** Every parameter zero; only sensible where nothing but the loss must break the symmetry, as in a single layer. */
    ZERO("zero", (layer, random) -> {});

    private final String description;
    private final Initialiser initialiser;

    Initialisation(String description, Initialiser initialiser) {
        this.description = description;
        this.initialiser = initialiser;
    }

    Initialiser initialiser() {
        return initialiser;
    }

    @Override
    public String toString() {
        return description;
    }
}
