package io.github.seeingdigits.training.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.training.Experiment;
import io.github.seeingdigits.training.Objective;
import io.github.seeingdigits.training.Outcomes;
import io.github.seeingdigits.training.Recipe;
import io.github.seeingdigits.training.Remedies;
import io.github.seeingdigits.training.Study;
import java.util.Map;

/**
 * The five planes of {@link Plane5} with a single softmax and each of the remedies, which are tried there with the loss that was
 * published. The published network is one that starts as the identity wherever it can.
 */
public final class NarrowRemedies implements Experiment {
    @Override
    public String id() {
        return "narrow-remedies";
    }

    @Override
    public String title() {
        return "Five planes that learn";
    }

    @Override
    public String purpose() {
        return "Which starts let five layers of two units learn to tell 0 from 1.";
    }

    private static Map<String, Recipe> remedies() {
        return Remedies.of(new Plane5().recipe().loss(Objective.CROSS_ENTROPY).seeds(30, 1));
    }

    @Override
    public Recipe recipe() {
        return remedies().get(Remedies.IDENTITY).floor(0.99);
    }

    @Override
    public Map<String, Recipe> variants() {
        Map<String, Recipe> others = remedies();
        others.remove(Remedies.IDENTITY);
        return others;
    }

    @Override
    public void measure(Study study, ObjectNode findings) {
        Outcomes.putAll(study, findings.putObject("outcomes"));
    }
}
