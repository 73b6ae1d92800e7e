package io.github.seeingdigits.training.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.training.Experiment;
import io.github.seeingdigits.training.Objective;
import io.github.seeingdigits.training.Recipe;
import io.github.seeingdigits.training.Remedies;
import io.github.seeingdigits.training.Study;
import io.github.seeingdigits.training.UnitFilters;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Zero or one with ten hidden units. It was published with three observations: the units all learn more or less the same two
 * filters; those that look like a 1 speak for 1 and those that look like a 0 for 0; and a unit that is below zero for all
 * images stays the noise it started as.
 */
public final class ZeroOrOne10 implements Experiment {
    @Override
    public String id() {
        return "zero-or-one-10";
    }

    @Override
    public String title() {
        return "Ten hidden units for zero or one";
    }

    @Override
    public String purpose() {
        return "How many different filters ten units learn where two would do.";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of("dense 784 10, relu 10, dense 10 2")
                .loss(Objective.DOUBLE_SOFTMAX)
                .epochs(5)
                .seeds(15, 1)
                .floor(0.99);
    }

    @Override
    public Map<String, Recipe> variants() {
        Map<String, Recipe> all = new LinkedHashMap<>();
        all.put(Remedies.SINGLE, recipe().loss(Objective.CROSS_ENTROPY));
        all.put("twenty-epochs", recipe().epochs(20));
        return all;
    }

    @Override
    public void measure(Study study, ObjectNode findings) {
        new UnitFilters(study).put(findings.putObject(Study.RECIPE));
        study.variants().forEach((name, variant) -> new UnitFilters(variant).put(findings.putObject(name)));
        UnitFilters.putDeadAtStart(study, findings.putObject("deadAtStart"));
    }
}
