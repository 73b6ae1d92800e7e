package io.github.seeingdigits.training;

/** An experiment for tests; outside the package of experiments, so that {@code ./train} does not find it. */
record TinyExperiment(Recipe recipe) implements Experiment {
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
