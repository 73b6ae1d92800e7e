package io.github.seeingdigits.training.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.training.Examples;
import io.github.seeingdigits.training.Experiment;
import io.github.seeingdigits.training.Initialisation;
import io.github.seeingdigits.training.Objective;
import io.github.seeingdigits.training.Recipe;
import io.github.seeingdigits.training.Schedule;
import io.github.seeingdigits.training.Study;
import io.github.seeingdigits.training.XorStudy;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * XOR with a single ⵟ unit: with w = (1, −1) it gives 0 for (0, 0) and (1, 1), because w·x is 0 there, and more than 0 for the
 * two others. Whether training finds such a w is another question, which is asked here.
 */
public final class XorYat implements Experiment {
    /** The first seed that solves XOR with the published ε. */
    private static final int FIRST_TO_SOLVE = 3;

    @Override
    public String id() {
        return "xor-yat";
    }

    @Override
    public String title() {
        return "XOR with one ⵟ unit";
    }

    @Override
    public String purpose() {
        return "A single unit whose response is not linear, on the task that no single linear unit can do.";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of("yat 2 1 alpha learnable")
                .examples(Examples.XOR)
                .loss(Objective.SQUARED_ERROR)
                .initialiser(Initialisation.YAT_DEFAULT)
                .rate(0.01, Schedule.COSINE)
                .batch(4)
                .epochs(40)
                .seeds(100, FIRST_TO_SOLVE);
    }

    @Override
    public Map<String, Recipe> variants() {
        Map<String, Recipe> variants = new LinkedHashMap<>();
        Recipe fewer = recipe().seeds(30, FIRST_TO_SOLVE);
        variants.put("constant-alpha", fewer.architecture("yat 2 1"));
        variants.put("bias", fewer.architecture("yat 2 1 bias alpha learnable"));
        variants.put("eps-0.01", fewer.architecture("yat 2 1 alpha learnable eps 0.01"));
        variants.put("eps-1", fewer.architecture("yat 2 1 alpha learnable eps 1"));
        return variants;
    }

    @Override
    public void measure(Study study, ObjectNode findings) {
        XorStudy.measure(study, findings.putObject("published"));
        study.variants().forEach((name, variant) -> XorStudy.measure(variant, findings.putObject(name)));
    }
}
