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
 * Zero or one through two layers of two units, published with an error of 0.0015. What the rectifier between them does to the
 * points of the first plane is seen best here.
 */
public final class Plane2 implements Experiment {
    @Override
    public String id() {
        return "plane-2";
    }

    @Override
    public String title() {
        return "Zero or one in two planes";
    }

    @Override
    public String purpose() {
        return "What a rectifier does to the plane in which a network has already parted 0 from 1.";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of("dense 784 2, relu 2, dense 2 2")
                .loss(Objective.DOUBLE_SOFTMAX)
                .epochs(5)
                .seeds(30, 1);
    }

    @Override
    public Map<String, Recipe> variants() {
        return Map.of(Remedies.SINGLE, recipe().loss(Objective.CROSS_ENTROPY));
    }

    @Override
    public void measure(Study study, ObjectNode findings) {
        NarrowLayers.measure(study, findings);
    }
}
