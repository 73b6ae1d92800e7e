package io.github.seeingdigits.training.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.training.Experiment;
import io.github.seeingdigits.training.Objective;
import io.github.seeingdigits.training.Outcomes;
import io.github.seeingdigits.training.Recipe;
import io.github.seeingdigits.training.Remedies;
import io.github.seeingdigits.training.Study;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Five digits through a plane. It was published with an error of 0.43 after two epochs and the question whether two dimensions
 * are enough. So it is trained until the error stops falling, and compared with networks without the rectifier, without the
 * plane, and with more layers in front of the plane.
 */
public final class ZeroToFour implements Experiment {
    @Override
    public String id() {
        return "zero-to-four";
    }

    @Override
    public String title() {
        return "Five digits in a plane";
    }

    @Override
    public String purpose() {
        return "Whether five digits fit into two dimensions.";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of("dense 784 2, relu 2, dense 2 5")
                .loss(Objective.DOUBLE_SOFTMAX)
                .epochs(60)
                .seeds(10, 1);
    }

    @Override
    public Map<String, Recipe> variants() {
        Map<String, Recipe> all = new LinkedHashMap<>();
        all.put(Remedies.SINGLE, recipe().loss(Objective.CROSS_ENTROPY));
        Remedies.both(all, "no-rectifier", recipe().architecture("dense 784 2, dense 2 5"));
        Remedies.both(all, "no-plane", recipe().architecture("dense 784 5").epochs(20));
        Recipe bent = recipe().architecture("dense 784 32, relu 32, dense 32 2, dense 2 5");
        Remedies.both(all, "bent-plane", bent.epochs(10));
        return all;
    }

    @Override
    public void measure(Study study, ObjectNode findings) {
        Outcomes.putAll(study, findings.putObject("outcomes"));
    }
}
