package io.github.seeingdigits.training.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.training.Experiment;
import io.github.seeingdigits.training.Features;
import io.github.seeingdigits.training.Optimisation;
import io.github.seeingdigits.training.Recipe;
import io.github.seeingdigits.training.Schedule;
import io.github.seeingdigits.training.Study;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Six hidden units, trained as a published network was of which only one was left alive: pixels from −1 to 1 and five epochs.
 * How many units survive is counted over thirty seeds, here and for other ways to scale pixels and to take steps.
 */
public final class Hidden6 implements Experiment {
    private static final String NETWORK = "dense 784 6, relu 6, dense 6 10";
    /** The rectifier, behind a layer that scales the pixels. */
    static final int HIDDEN = 2;

    /** Pixels from −1 to 1, Adam at {@code rate}. */
    static Recipe scaled(double rate) {
        return Recipe.of("scale 784 2 -1, " + NETWORK)
                .rate(rate, Schedule.CONSTANT)
                .epochs(5)
                .seeds(30, 1);
    }

    @Override
    public String id() {
        return "hidden-6";
    }

    @Override
    public String title() {
        return "Six hidden units";
    }

    @Override
    public String purpose() {
        return "How many of six hidden units survive training, and which settings kill them.";
    }

    @Override
    public Recipe recipe() {
        return scaled(0.001).floor(0.6);
    }

    @Override
    public Map<String, Recipe> variants() {
        Recipe sgd = recipe().optimiser(Optimisation.sgd(0.9, 0)).rate(0.003, Schedule.CONSTANT);
        Map<String, Recipe> variants = new LinkedHashMap<>();
        variants.put("sgd", sgd);
        variants.put("zero-to-one", recipe().architecture("scale 784 1 0, " + NETWORK));
        variants.put(
                "zero-to-one-adam-0.01",
                recipe().architecture("scale 784 1 0, " + NETWORK).rate(0.01, Schedule.CONSTANT));
        variants.put("bytes", recipe().architecture("scale 784 255 0, " + NETWORK));
        return variants;
    }

    @Override
    public void measure(Study study, ObjectNode findings) {
        ObjectNode living = findings.putObject("living");
        Features.putLiving(study, HIDDEN, living.putObject("published"));
        study.variants().forEach((name, variant) -> Features.putLiving(variant, HIDDEN, living.putObject(name)));
        Features.put(study, HIDDEN, findings.putArray("units"));
        Features.publishSubsets(study, HIDDEN, findings.putObject("subsets"));
    }
}
