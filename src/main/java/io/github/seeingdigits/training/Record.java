package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.data.DataSet;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.digit.Augmentation;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Parameter;
import io.github.seeingdigits.network.PlainOps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes {@code record.json}: the recipe and everything that was measured, as full numbers (an accuracy is a fraction, a
 * loss is in nats), keys in a fixed order. The same run gives the same bytes, so neither time nor machine is in it.
 */
final class Record {
    private static final int TOP_CONFUSIONS = 10;
    private static final int DRAWINGS = 2_000;
    /** Any number will do that gives other drawings than those that are trained on. */
    private static final int DRAWINGS_SEED = 45_000;

    private Record() {}

    /**
     * The whole record, but for {@code files}, which {@link ModelFolder#write} adds.
     *
     * @param results of the recipe whose network is published, with the number of seeds that was run
     * @param calibration what gave the published network its temperature
     * @param variants results of what it is compared with, by name
     */
    static ObjectNode of(
            Experiment experiment,
            Results results,
            Optional<Calibration> calibration,
            Map<String, Results> variants,
            DataSet data) {
        Recipe recipe = results.recipe();
        ObjectNode record = ModelFolder.newObject();
        record.put("schema", ModelFolder.SCHEMA);
        record.put("id", experiment.id());
        record.put("title", experiment.title());
        record.put("purpose", experiment.purpose());
        record.put("command", "./train " + experiment.id());
        record.set("recipe", recipe(recipe));
        ObjectNode floors = record.putObject("floors");
        if (recipe.floor() > 0) {
            floors.put("test.accuracy.mean", recipe.floor());
        }
        ObjectNode images = record.putObject("data");
        data(images.putObject("train"), data.train());
        data(images.putObject("test"), data.test());
        results(record, results);
        published(record.putObject("published"), results, calibration, data.test());
        baselines(record.putObject("baselines"), Baselines.of(data, recipe.classes()));
        ObjectNode others = ModelFolder.newObject();
        variants.forEach((name, variant) -> {
            ObjectNode node = others.putObject(name);
            node.set("recipe", recipe(variant.recipe()));
            results(node, variant);
        });
        if (!others.isEmpty()) {
            record.set("variants", others);
        }
        return record;
    }

    private static void results(ObjectNode node, Results results) {
        summary(node.putObject("train"), results.train());
        summary(node.putObject("test"), results.test());
        seeds(node.putArray("seeds"), results);
    }

    /** The recipe alone; a model is current as long as its record holds exactly this. */
    static ObjectNode recipe(Recipe recipe) {
        ObjectNode node = ModelFolder.newObject();
        node.put("examples", recipe.examples().describe(recipe.classes()));
        node.put("architecture", recipe.architecture());
        node.put("parameters", new Network(recipe.architecture(), 1, new PlainOps()).parameterCount());
        node.put("initialiser", recipe.initialiser().toString());
        node.put("optimiser", recipe.optimiser().toString());
        node.put("rate", recipe.rate());
        node.put("schedule", recipe.schedule().toString());
        node.put("batch", recipe.batch());
        node.put("epochs", recipe.epochs());
        node.put("loss", recipe.loss().toString());
        node.put("inputScaling", ModelFolder.INPUT_SCALING);
        if (!recipe.augmentation().equals(Augmentation.none())) {
            node.put("augmentation", recipe.augmentation().describe());
        }
        node.put("rounding", Recipe.ROUNDING);
        ArrayNode seeds = node.putArray("seeds");
        for (int seed = 1; seed <= recipe.seeds(); seed++) {
            seeds.add(seed);
        }
        node.put("publishedSeed", recipe.publishedSeed());
        return node;
    }

    private static void data(ObjectNode node, LabelledImages set) {
        node.put("images", set.size());
        node.put("imagesSha256", set.imagesSha256());
        node.put("labelsSha256", set.labelsSha256());
    }

    private static void summary(ObjectNode node, List<Evaluation> seeds) {
        Spread.put(
                node,
                "accuracy",
                seeds.stream().mapToDouble(Evaluation::accuracy).toArray());
        Spread.put(node, "error", seeds.stream().mapToDouble(Evaluation::error).toArray());
        Spread.put(node, "loss", seeds.stream().mapToDouble(Evaluation::loss).toArray());
    }

    private static void seeds(ArrayNode node, Results results) {
        for (int i = 0; i < results.test().size(); i++) {
            ObjectNode seed = node.addObject();
            seed.put("seed", i + 1);
            result(seed.putObject("train"), results.train().get(i));
            result(seed.putObject("test"), results.test().get(i));
            ArrayNode byEpoch = seed.putArray("testAccuracyByEpoch");
            for (double accuracy : results.testByEpoch()[i]) {
                byEpoch.add(accuracy);
            }
        }
    }

    private static void result(ObjectNode node, Evaluation evaluation) {
        node.put("accuracy", evaluation.accuracy());
        node.put("correct", evaluation.correct());
        node.put("loss", evaluation.loss());
    }

    private static void published(
            ObjectNode node, Results results, Optional<Calibration> calibration, LabelledImages test) {
        int seed = results.recipe().publishedSeed();
        node.put("seed", seed);
        Evaluation raw = results.test().get(seed - 1);
        Evaluation calibrated = Evaluation.of(results.published(), test);
        details(node.putObject("test"), calibrated);
        if (calibration.isPresent()) {
            ObjectNode fitted = node.putObject("calibration");
            fitted.put("temperature", (double) results.published().temperature());
            fitted.put("heldOutImages", calibration.get().heldOut());
            fitted.put("errorBefore", raw.calibrationError());
            fitted.put("errorAfter", calibrated.calibrationError());
        }
        if (test.pixels()[0].length == Ink.PIXELS) {
            Robustness.measure(results.published(), test, node.putObject("robustness"));
            LabelledImages drawings =
                    Examples.drawings(DRAWINGS, results.recipe().classes(), DRAWINGS_SEED);
            ObjectNode drawn = node.putObject("drawings");
            drawn.put("count", DRAWINGS);
            drawn.put("accuracy", Evaluation.of(results.published(), drawings).accuracy());
        }
        weights(node, results.published());
    }

    private static void details(ObjectNode node, Evaluation test) {
        result(node, test);
        ArrayNode confusion = node.putArray("confusion");
        ArrayNode perDigit = node.putArray("perDigit");
        List<Confusion> confusions = new ArrayList<>();
        for (int label = 0; label < test.confusion().length; label++) {
            int[] row = test.confusion()[label];
            ArrayNode counts = confusion.addArray();
            int count = 0;
            int readAs = 0;
            for (int read = 0; read < row.length; read++) {
                counts.add(row[read]);
                count += row[read];
                readAs += test.confusion()[read][label];
                if (read != label) {
                    confusions.add(new Confusion(label, read, row[read]));
                }
            }
            ObjectNode digit = perDigit.addObject();
            digit.put("digit", label);
            digit.put("count", count);
            digit.put("correct", row[label]);
            digit.put("recall", (double) row[label] / Math.max(1, count));
            digit.put("precision", (double) row[label] / Math.max(1, readAs));
        }
        // The sort is stable, so equally frequent confusions stay in the order of their digits.
        confusions.sort(Comparator.comparingInt(Confusion::count).reversed());
        ArrayNode top = node.putArray("confusions");
        for (Confusion c : confusions.subList(0, Math.min(TOP_CONFUSIONS, confusions.size()))) {
            top.addObject().put("label", c.label).put("read", c.read).put("count", c.count);
        }
        ObjectNode confidence = node.putObject("confidence");
        confidence.put("right", test.confidenceWhenRight());
        confidence.put("wrong", test.confidenceWhenWrong());
        node.put("calibrationError", test.calibrationError());
    }

    private record Confusion(int label, int read, int count) {}

    private static void weights(ObjectNode node, Network network) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        ArrayNode biases = ModelFolder.newObject().putArray("biases");
        for (Parameter p : network.parameters()) {
            for (float[] row : p.value.row) {
                for (float value : row) {
                    if (p.name.equals("bias")) {
                        biases.add((double) value);
                    } else if (p.name.equals("weight")) {
                        min = Math.min(min, value);
                        max = Math.max(max, value);
                    }
                }
            }
        }
        ObjectNode weights = node.putObject("weights");
        weights.put("min", min);
        weights.put("max", max);
        weights.put("largest", Math.max(-min, max));
        node.set("biases", biases);
    }

    private static void baselines(ObjectNode node, Baselines baselines) {
        node.put("chance", baselines.chance());
        ObjectNode majority = node.putObject("majorityClass");
        majority.put("digit", baselines.majorityDigit());
        majority.put("accuracy", baselines.majorityAccuracy());
        node.putObject("nearestClassMean").put("accuracy", baselines.nearestMeanAccuracy());
    }
}
