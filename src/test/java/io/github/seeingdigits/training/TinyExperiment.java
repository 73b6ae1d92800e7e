package io.github.seeingdigits.training;

import java.util.Map;

/** An experiment for tests; outside the package of experiments, so that {@code ./train} does not find it. */
record TinyExperiment(Recipe recipe, Map<String, Recipe> variants) implements Experiment {
    TinyExperiment(Recipe recipe) {
        this(recipe, Map.of());
    }

    @Override
    public String id() {
        return "tiny";
    }

    @Override
    public String title() {
        return "Tiny";
    }

    @Override
    public String purpose() {
        return "A test.";
    }
}
