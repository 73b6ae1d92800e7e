package io.github.seeingdigits.training.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.training.Examples;
import io.github.seeingdigits.training.Experiment;
import io.github.seeingdigits.training.Objective;
import io.github.seeingdigits.training.Recipe;
import io.github.seeingdigits.training.Schedule;
import io.github.seeingdigits.training.Study;
import io.github.seeingdigits.training.XorStudy;
import java.util.Map;

/**
 * XOR with four hidden units and without any. No straight line parts (0, 0) and (1, 1) from (0, 1) and (1, 0), so a single
 * linear unit ends at one half for all of them (Minsky and Papert 1969, <i>Perceptrons</i>).
 */
public final class XorRelu implements Experiment {
    /** The first seed that solves XOR: a network that does not is nothing to read the solution from. */
    private static final int FIRST_TO_SOLVE = 4;

    @Override
    public String id() {
        return "xor-relu";
    }

    @Override
    public String title() {
        return "XOR with four hidden units";
    }

    @Override
    public String purpose() {
        return "The smallest task that needs a hidden layer, and a network whose arithmetic can be read line by line.";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of("dense 2 4, relu 4, dense 4 1")
                .examples(Examples.XOR)
                .loss(Objective.SQUARED_ERROR)
                .rate(0.01, Schedule.COSINE)
                .batch(4)
                .epochs(40)
                .seeds(100, FIRST_TO_SOLVE);
    }

    @Override
    public Map<String, Recipe> variants() {
        return Map.of("linear", recipe().architecture("dense 2 1").seeds(30, 1));
    }

    @Override
    public void measure(Study study, ObjectNode findings) {
        XorStudy.measure(study, findings.putObject("relu"));
        XorStudy.measure(study.variant("linear"), findings.putObject("linear"));
    }
}
