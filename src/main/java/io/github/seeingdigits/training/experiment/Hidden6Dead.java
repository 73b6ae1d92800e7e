package io.github.seeingdigits.training.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.training.Experiment;
import io.github.seeingdigits.training.Features;
import io.github.seeingdigits.training.Recipe;
import io.github.seeingdigits.training.Study;

/** {@link Hidden6} with steps ten times as long, which leave hardly a unit alive. */
public final class Hidden6Dead implements Experiment {
    /** The first seed that leaves exactly one unit alive, as in the network that the claim is about. */
    private static final int FIRST_WITH_ONE = 7;

    @Override
    public String id() {
        return "hidden-6-dead";
    }

    @Override
    public String title() {
        return "Six hidden units, most of them dead";
    }

    @Override
    public String purpose() {
        return "What is left of a network when training kills its units, to look at one in which a single unit carries all.";
    }

    @Override
    public Recipe recipe() {
        return Hidden6.scaled(0.01).seeds(30, FIRST_WITH_ONE);
    }

    @Override
    public void measure(Study study, ObjectNode findings) {
        Features.putLiving(study, Hidden6.HIDDEN, findings.putObject("living").putObject("published"));
        Features.put(study, Hidden6.HIDDEN, findings.putArray("units"));
        Features.publishSubsets(study, Hidden6.HIDDEN, findings.putObject("subsets"));
    }
}
