package io.github.seeingdigits.training.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.training.Experiment;
import io.github.seeingdigits.training.NarrowLayers;
import io.github.seeingdigits.training.Objective;
import io.github.seeingdigits.training.Recipe;
import io.github.seeingdigits.training.Remedies;
import io.github.seeingdigits.training.Study;
import java.util.Map;

/**
 * Zero or one through four layers of two units, published with an error of 0.002 and all points on one line.
 */
public final class Plane4 implements Experiment {
    @Override
    public String id() {
        return "plane-4";
    }

    @Override
    public String title() {
        return "Zero or one in four planes";
    }

    @Override
    public String purpose() {
        return "How often four layers of two units learn to tell 0 from 1, and whether all points end on one line.";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of("dense 784 2, relu 2, dense 2 2, relu 2, dense 2 2, relu 2, dense 2 2")
                .loss(Objective.DOUBLE_SOFTMAX)
                .epochs(5)
                .seeds(30, 1);
    }

    @Override
    public Map<String, Recipe> variants() {
        return Remedies.andSingle(recipe());
    }

    @Override
    public void measure(Study study, ObjectNode findings) {
        NarrowLayers.measure(study, findings);
    }
}
