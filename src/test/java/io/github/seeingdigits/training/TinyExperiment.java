package io.github.seeingdigits.training;

import java.util.List;
import java.util.Map;

/** An experiment for tests; outside the package of experiments, so that {@code ./train} does not find it. */
record TinyExperiment(String id, Recipe recipe, Map<String, Recipe> variants, List<String> needs)
        implements Experiment {
    TinyExperiment(Recipe recipe) {
        this(recipe, Map.of());
    }

    TinyExperiment(Recipe recipe, Map<String, Recipe> variants) {
        this("tiny", recipe, variants, List.of());
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
