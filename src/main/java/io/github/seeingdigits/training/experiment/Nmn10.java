package io.github.seeingdigits.training.experiment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.analysis.Vectors;
import io.github.seeingdigits.analysis.YatUnit;
import io.github.seeingdigits.network.Dense;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.View;
import io.github.seeingdigits.network.Yat;
import io.github.seeingdigits.training.Experiment;
import io.github.seeingdigits.training.Initialisation;
import io.github.seeingdigits.training.Inversion;
import io.github.seeingdigits.training.Prototypes;
import io.github.seeingdigits.training.Reach;
import io.github.seeingdigits.training.Recipe;
import io.github.seeingdigits.training.Schedule;
import io.github.seeingdigits.training.Slants;
import io.github.seeingdigits.training.Spread;
import io.github.seeingdigits.training.Study;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ten ⵟ units, one per digit, started by the published defaults, and nothing after them. It has been said that their weights
 * become prototypes of the digits; that these are as parallel to their digit's images, and as near to their mean, as can be;
 * that the prototype of a varied digit is an average of its ways of being written; and that inverting the input changes
 * nothing. Beside them the same measurements of a linear layer with the same training, and of other starts.
 */
public final class Nmn10 implements Experiment {
    private static final int SEEDS = 10;
    private static final int OTHER_SEEDS = 5;
    /** The digit whose slants are said to be averaged. */
    private static final int ONE = 1;
    /** Recipes whose units are looked at digit by digit. */
    private static final List<String> FULL = List.of("nmn", "linear", "positive", "class-means");

    @Override
    public String id() {
        return "nmn-10";
    }

    @Override
    public String title() {
        return "Ten ⵟ units, one per digit";
    }

    @Override
    public String purpose() {
        return "A layer that measures angle and distance at once, to test what has been said about its weights.";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of("yat 784 10 bias alpha learnable")
                .initialiser(Initialisation.YAT_DEFAULT)
                .rate(0.001, Schedule.COSINE)
                .batch(64)
                .epochs(10)
                .seeds(SEEDS, 1)
                .floor(0.92);
    }

    @Override
    public Map<String, Recipe> variants() {
        Recipe nmn = recipe();
        Recipe other = nmn.seeds(OTHER_SEEDS, 1);
        Map<String, Recipe> variants = new LinkedHashMap<>();
        variants.put("linear", other.architecture("dense 784 10"));
        variants.put("relu", other.architecture("dense 784 10, relu 10, dense 10 10"));
        variants.put("no-bias", other.architecture("yat 784 10 alpha learnable"));
        variants.put("positive", other.initialiser(Initialisation.POSITIVE));
        variants.put("class-means", other.initialiser(Initialisation.classMeans(Initialisation.XAVIER_NORMAL)));
        variants.put("one-epoch", other.epochs(1));
        variants.put("linear-one-epoch", other.epochs(1).architecture("dense 784 10"));
        variants.put("two-prototypes", other.architecture("yat 784 20 bias alpha learnable, dense 20 10"));
        return variants;
    }

    @Override
    public void measure(Study study, ObjectNode findings) {
        Map<String, Study> all = new LinkedHashMap<>();
        all.put("nmn", study);
        all.putAll(study.variants());
        Prototypes prototypes = new Prototypes(study);
        ObjectNode pictures = findings.putObject("prototypes");
        prototypes.references(pictures.putObject("references"));
        ObjectNode inversion = findings.putObject("inversion");
        ObjectNode ratios = findings.putObject("inversionRatio");
        ObjectNode landscape = findings.putObject("landscape");
        ObjectNode confidence = findings.putObject("confidence");
        Inversion.ratios(study.untrained(), study.data().test(), prototypes.means(), ratios.putObject("untrained"));
        all.forEach((name, one) -> {
            List<Network> networks = one.networks();
            Inversion.measure(networks, study.data().test(), inversion.putObject(name));
            ObjectNode node = pictures.putObject(name);
            if (networks.get(0).layers().size() > 1) {
                prototypes.nearest(networks, node);
                return;
            }
            prototypes.measure(networks, FULL.contains(name), node);
            prototypes.judge(networks, study.variant("relu").networks(), node);
            if (networks.get(0).layers().get(0) instanceof Yat && !name.equals("one-epoch")) {
                Inversion.ratios(networks, study.data().test(), prototypes.means(), ratios.putObject(name));
                if (FULL.contains(name)) {
                    Reach.landscape(networks, study.data().test(), landscape.putObject(name));
                }
            }
        });
        prototypes.nearest(study.untrained(), pictures.putObject("untrained"));
        for (String name : List.of("nmn", "linear", "relu", "positive", "class-means")) {
            Reach.confidence(all.get(name).networks(), study.data().test(), confidence.putObject(name));
        }
        slants(study, prototypes, findings.putObject("slant"));
        pictures(study, prototypes, findings.putObject("views"));
    }

    private static void slants(Study study, Prototypes prototypes, ObjectNode node) {
        node.put(
                "wouldFalsifyAnAverage",
                "a fifth whose mean image is nearer in angle to the prototype than the class mean is, "
                        + "or the largest mean response in the first or last fifth");
        Slants.byDigit(study.data(), prototypes.means(), node.putObject("byDigit"));
        Slants slants = new Slants(study.data(), ONE, prototypes.means()[ONE]);
        slants.describe(node.putObject("fifths"));
        List<Slants.Unit> nmn = units(study);
        List<Slants.Unit> linear = units(study.variant("linear"));
        float[] mean = prototypes.means()[ONE];
        slants.measure(nmn, node.putObject("nmn"));
        slants.measure(units(study.variant("class-means")), node.putObject("class-means"));
        slants.measure(linear, node.putObject("linear"));
        slants.measure(List.of(new Slants.Unit(mean, x -> Vectors.cosine(mean, x))), node.putObject("meanImage"));
        pairs(study.variant("two-prototypes"), slants, node.putObject("two-prototypes"));
        int columns = 5;
        float[] values = new float[columns * slants.test().size()];
        for (int i = 0; i < slants.test().size(); i++) {
            float[] x = slants.test().get(i);
            Slants.Unit unit = nmn.get(study.recipe().publishedSeed() - 1);
            values[columns * i] = (float) slants.slants()[i];
            values[columns * i + 1] = (float) unit.response().applyAsDouble(x);
            values[columns * i + 2] = (float) Vectors.cosine(unit.weight(), x);
            values[columns * i + 3] = (float) Vectors.cosine(linear.get(0).weight(), x);
            values[columns * i + 4] = (float) Vectors.cosine(mean, x);
        }
        study.publish("slants", new View(new int[] {slants.test().size(), columns}, values));
        node.put(
                "view",
                "slants: test images of 1 in the test set's order; slant, response, cosine to the published prototype, "
                        + "to the linear filter of seed 1, to the mean image");
    }

    /** The unit of digit 1 in each network. */
    private static List<Slants.Unit> units(Study study) {
        List<Slants.Unit> units = new ArrayList<>();
        for (Network network : study.networks()) {
            units.add(unit(network, ONE));
        }
        return units;
    }

    private static Slants.Unit unit(Network network, int j) {
        float[] w = Prototypes.weights(network)[j];
        if (network.layers().get(0) instanceof Yat yat) {
            return new Slants.Unit(w, YatUnit.of(yat, j)::response);
        }
        double bias = network.parameters().get(1).value.row[0][j];
        return new Slants.Unit(w, x -> Vectors.dot(w, x) + bias);
    }

    /**
     * With twice as many units, which no class owns: the two that add most to output 1 for images of 1, that is mean response
     * times outgoing weight, told apart by which responds to the more upright images.
     */
    private static void pairs(Study study, Slants slants, ObjectNode node) {
        List<Slants.Unit> upright = new ArrayList<>();
        List<Slants.Unit> slanted = new ArrayList<>();
        double[] first = new double[study.networks().size()];
        double[] second = new double[study.networks().size()];
        ArrayNode correlations = node.putArray("correlationsOfResponseAndSlant");
        int opposite = 0;
        for (int n = 0; n < study.networks().size(); n++) {
            Network network = study.networks().get(n);
            Dense readOut = (Dense) network.layers().get(1);
            int units = readOut.inputs();
            int[] best = {-1, -1};
            double[] added = new double[units];
            for (int j = 0; j < units; j++) {
                added[j] = readOut.weight().value.row[j][ONE]
                        * slants.test().stream()
                                .mapToDouble(unit(network, j).response())
                                .average()
                                .orElseThrow();
                if (best[0] < 0 || added[j] > added[best[0]]) {
                    best[1] = best[0];
                    best[0] = j;
                } else if (best[1] < 0 || added[j] > added[best[1]]) {
                    best[1] = j;
                }
            }
            first[n] = added[best[0]];
            second[n] = added[best[1]];
            Slants.Unit a = unit(network, best[0]);
            Slants.Unit b = unit(network, best[1]);
            boolean inOrder = slants.correlation(a) < slants.correlation(b);
            upright.add(inOrder ? a : b);
            slanted.add(inOrder ? b : a);
            correlations.addArray().add(slants.correlation(inOrder ? a : b)).add(slants.correlation(inOrder ? b : a));
            opposite += slants.correlation(a) * slants.correlation(b) < 0 ? 1 : 0;
        }
        node.put("pairsWithOppositeSigns", opposite);
        Spread.put(node, "addedToLogitByFirst", first);
        Spread.put(node, "addedToLogitBySecond", second);
        slants.measure(upright, node.putObject("forUpright"));
        slants.measure(slanted, node.putObject("forSlanted"));
    }

    /** Ten pictures of each kind for a figure to set side by side. */
    private static void pictures(Study study, Prototypes prototypes, ObjectNode node) {
        Map<String, float[][]> kinds = new LinkedHashMap<>();
        kinds.put("nmn", Prototypes.weights(study.published()));
        for (String name : List.of("linear", "no-bias", "positive", "class-means", "one-epoch", "linear-one-epoch")) {
            kinds.put(name, Prototypes.weights(study.variant(name).published()));
        }
        kinds.put("meanImages", prototypes.means());
        kinds.put("bestDirections", prototypes.best());
        int pixels = prototypes.means()[0].length;
        float[] values = new float[kinds.size() * prototypes.means().length * pixels];
        int at = 0;
        for (float[][] kind : kinds.values()) {
            for (float[] picture : kind) {
                System.arraycopy(picture, 0, values, at, pixels);
                at += pixels;
            }
        }
        study.publish("pictures", new View(new int[] {kinds.size(), prototypes.means().length, pixels}, values));
        node.put("pictures", "kinds × digits × pixels; kinds: " + String.join(", ", kinds.keySet()));
    }
}
