package io.github.seeingdigits.training.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.network.Yat;
import io.github.seeingdigits.training.Experiment;
import io.github.seeingdigits.training.Initialisation;
import io.github.seeingdigits.training.Inversion;
import io.github.seeingdigits.training.Prototypes;
import io.github.seeingdigits.training.Recipe;
import io.github.seeingdigits.training.Schedule;
import io.github.seeingdigits.training.Spread;
import io.github.seeingdigits.training.Study;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One hidden layer of ⵟ units or of rectified ones, in three sizes, everything else alike: the two networks of a size differ by
 * a single parameter, α. The smallest is published, because only that is small enough for a replay.
 */
public final class NmnHidden implements Experiment {
    private static final int[] SIZES = {10, 32, 100};

    @Override
    public String id() {
        return "nmn-hidden";
    }

    @Override
    public String title() {
        return "A hidden layer of ⵟ units";
    }

    @Override
    public String purpose() {
        return "Whether hidden ⵟ units do what rectified ones do, with as many parameters and the same training.";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of(yat(SIZES[0]))
                .initialiser(Initialisation.YAT_DEFAULT)
                .rate(0.003, Schedule.COSINE)
                .batch(64)
                .epochs(4)
                .seeds(5, 1)
                .floor(0.9);
    }

    private static String yat(int units) {
        return "yat 784 " + units + " bias alpha learnable, dense " + units + " 10";
    }

    private static String relu(int units) {
        return "dense 784 " + units + ", relu " + units + ", dense " + units + " 10";
    }

    @Override
    public Map<String, Recipe> variants() {
        Map<String, Recipe> variants = new LinkedHashMap<>();
        for (int units : SIZES) {
            if (units != SIZES[0]) {
                variants.put("nmn-" + units, recipe().architecture(yat(units)));
            }
            variants.put("relu-" + units, recipe().architecture(relu(units)));
        }
        return variants;
    }

    @Override
    public void measure(Study study, ObjectNode findings) {
        Map<String, Study> studies = new LinkedHashMap<>();
        studies.put("nmn-" + SIZES[0], study);
        studies.putAll(study.variants());
        Prototypes prototypes = new Prototypes(study);
        ObjectNode units = findings.putObject("hiddenUnits");
        ObjectNode inversion = findings.putObject("inversion");
        ObjectNode ratios = findings.putObject("inversionRatio");
        studies.forEach((name, one) -> {
            if (one.networks().get(0).layers().get(0) instanceof Yat) {
                Inversion.firstLayerRatios(one.networks(), study.data().test(), ratios.putObject(name));
            }
            prototypes.nearest(one.networks(), units.putObject(name));
            Inversion.measure(one.networks(), study.data().test(), inversion.putObject(name));
        });
        ObjectNode lead = findings.putObject("accuracyMinusRelu");
        for (int size : SIZES) {
            Study rectified = studies.get("relu-" + size);
            Study nmn = studies.get("nmn-" + size);
            double[] differences = new double[nmn.networks().size()];
            for (int i = 0; i < differences.length; i++) {
                differences[i] = study.testAccuracy(nmn.networks().get(i))
                        - study.testAccuracy(rectified.networks().get(i));
            }
            Spread.put(lead, Integer.toString(size), differences);
        }
    }
}
