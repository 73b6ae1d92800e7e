package io.github.seeingdigits.training.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.training.ClassGap;
import io.github.seeingdigits.training.Experiment;
import io.github.seeingdigits.training.NarrowLayers;
import io.github.seeingdigits.training.Objective;
import io.github.seeingdigits.training.Recipe;
import io.github.seeingdigits.training.Remedies;
import io.github.seeingdigits.training.Study;
import java.util.Map;

/**
 * Zero or one by two weighted sums of the pixels, so that every picture is a point in a plane. It was published with an error
 * of 0.0015 and the observation that the classes separate along x = y.
 */
public final class Plane1 implements Experiment {
    @Override
    public String id() {
        return "plane-1";
    }

    @Override
    public String title() {
        return "Zero or one in a plane";
    }

    @Override
    public String purpose() {
        return "Every 0 and every 1 as a point in a plane, and the line that parts them.";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of("dense 784 2").loss(Objective.DOUBLE_SOFTMAX).epochs(5).seeds(30, 1);
    }

    @Override
    public Map<String, Recipe> variants() {
        return Map.of(Remedies.SINGLE, recipe().loss(Objective.CROSS_ENTROPY));
    }

    @Override
    public void measure(Study study, ObjectNode findings) {
        NarrowLayers.measure(study, findings);
        ObjectNode gap = findings.putObject("gap");
        ClassGap.put(study, gap.putObject(Study.RECIPE));
        ClassGap.put(study.variant(Remedies.SINGLE), gap.putObject(Remedies.SINGLE));
    }
}
