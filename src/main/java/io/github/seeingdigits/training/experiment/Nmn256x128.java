package io.github.seeingdigits.training.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.training.Experiment;
import io.github.seeingdigits.training.Initialisation;
import io.github.seeingdigits.training.Inversion;
import io.github.seeingdigits.training.Optimisation;
import io.github.seeingdigits.training.Prototypes;
import io.github.seeingdigits.training.Recipe;
import io.github.seeingdigits.training.Schedule;
import io.github.seeingdigits.training.Study;
import java.util.Map;

/**
 * The neural matter network for which 94.97 to 96.28 % were published: 784-256-128-10 with 235,148 parameters, AdamW at
 * 0.0003, batches of 128, 3 epochs. Dense layers of these sizes have 235,146, so that two of the three layers must be ⵟ layers
 * with a bias and a learnable α; the read-out is taken to be the dense one. The weight decay, PyTorch's default, and the
 * start are ours to choose.
 */
public final class Nmn256x128 implements Experiment {
    private static final double PUBLISHED_LEAST = 0.9497;
    private static final double PUBLISHED_MOST = 0.9628;

    @Override
    public String id() {
        return "nmn-256-128";
    }

    @Override
    public String title() {
        return "A neural matter network with two hidden layers";
    }

    @Override
    public String purpose() {
        return "The published network of 235,148 parameters trained by its published recipe, beside the same with rectifiers.";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of("yat 784 256 bias alpha learnable, yat 256 128 bias alpha learnable, dense 128 10")
                .initialiser(Initialisation.YAT_DEFAULT)
                .optimiser(Optimisation.adamW(0.01))
                .rate(0.0003, Schedule.CONSTANT)
                .batch(128)
                .epochs(3)
                .seeds(5, 1)
                .floor(0.94);
    }

    @Override
    public Map<String, Recipe> variants() {
        return Map.of("relu", recipe().architecture("dense 784 256, relu 256, dense 256 128, relu 128, dense 128 10"));
    }

    @Override
    public void measure(Study study, ObjectNode findings) {
        double[] accuracies =
                study.networks().stream().mapToDouble(study::testAccuracy).toArray();
        int within = 0;
        for (double accuracy : accuracies) {
            within += accuracy >= PUBLISHED_LEAST && accuracy <= PUBLISHED_MOST ? 1 : 0;
        }
        ObjectNode published = findings.putObject("publishedRange");
        published.put("least", PUBLISHED_LEAST);
        published.put("most", PUBLISHED_MOST);
        published.put("seedsWithin", within);
        Prototypes prototypes = new Prototypes(study);
        Study relu = study.variant("relu");
        ObjectNode units = findings.putObject("firstLayer");
        prototypes.nearest(study.networks(), units.putObject("nmn"));
        prototypes.nearest(relu.networks(), units.putObject("relu"));
        ObjectNode inversion = findings.putObject("inversion");
        Inversion.measure(study.networks(), study.data().test(), inversion.putObject("nmn"));
        Inversion.firstLayerRatios(study.networks(), study.data().test(), findings.putObject("inversionRatio"));
        Inversion.measure(relu.networks(), study.data().test(), inversion.putObject("relu"));
    }
}
