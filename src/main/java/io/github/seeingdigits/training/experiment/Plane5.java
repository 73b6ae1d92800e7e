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
 * Zero or one through five layers of two units. It was published with an error of 0.45 and the words "almost no learning",
 * and with the question whether another start would help.
 *
 * <p>The published network is the first that collapsed, because that is what was seen then; of those that learned, {@link
 * NarrowRemedies} publishes one.
 */
public final class Plane5 implements Experiment {
    @Override
    public String id() {
        return "plane-5";
    }

    @Override
    public String title() {
        return "Zero or one in five planes";
    }

    @Override
    public String purpose() {
        return "How often five layers of two units learn to tell 0 from 1, and which starts help.";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of("dense 784 2, relu 2, dense 2 2, relu 2, dense 2 2, relu 2, dense 2 2, relu 2, dense 2 2")
                .loss(Objective.DOUBLE_SOFTMAX)
                .epochs(5)
                .seeds(30, 2);
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
