package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.data.Mnist;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Parameter;
import io.github.seeingdigits.network.PlainOps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Writes {@code record.json}: the recipe and everything that was measured, as full numbers (an accuracy is a fraction, a
 * loss is in nats), keys in a fixed order. The same run gives the same bytes, so neither time nor machine is in it.
 */
final class Record {
    private static final int TOP_CONFUSIONS = 10;

    private Record() {}

    /**
     * The whole record, but for {@code files}, which {@link ModelFolder#write} adds.
     *
     * @param recipe the experiment's, or the one with another number of seeds that was run instead
     */
    static ObjectNode of(Experiment experiment, Recipe recipe, Measurements measured, Mnist mnist) {
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
        ObjectNode data = record.putObject("data");
        data(data.putObject("train"), mnist.train());
        data(data.putObject("test"), mnist.test());
        summary(record.putObject("train"), measured.train());
        summary(record.putObject("test"), measured.test());
        seeds(record.putArray("seeds"), measured);
        published(record.putObject("published"), recipe.publishedSeed(), measured);
        baselines(record.putObject("baselines"), measured.baselines());
        return record;
    }

    /** The recipe alone; a model is current as long as its record holds exactly this. */
    static ObjectNode recipe(Recipe recipe) {
        ObjectNode node = ModelFolder.newObject();
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
        spread(node.putObject("accuracy"), seeds, Evaluation::accuracy);
        spread(node.putObject("error"), seeds, Evaluation::error);
        spread(node.putObject("loss"), seeds, Evaluation::loss);
    }

    private static void spread(ObjectNode node, List<Evaluation> seeds, ToDoubleFunction<Evaluation> what) {
        DoubleSummaryStatistics values = seeds.stream().mapToDouble(what).summaryStatistics();
        node.put("mean", values.getAverage());
        node.put("min", values.getMin());
        node.put("max", values.getMax());
    }

    private static void seeds(ArrayNode node, Measurements measured) {
        for (int i = 0; i < measured.test().size(); i++) {
            ObjectNode seed = node.addObject();
            seed.put("seed", i + 1);
            result(seed.putObject("train"), measured.train().get(i));
            result(seed.putObject("test"), measured.test().get(i));
        }
    }

    private static void result(ObjectNode node, Evaluation evaluation) {
        node.put("accuracy", evaluation.accuracy());
        node.put("correct", evaluation.correct());
        node.put("loss", evaluation.loss());
    }

    private static void published(ObjectNode node, int seed, Measurements measured) {
        node.put("seed", seed);
        details(node.putObject("test"), measured.test().get(seed - 1));
        ArrayNode shifted = node.putArray("shifted");
        for (int i = 0; i < measured.shifted().size(); i++) {
            ObjectNode shift = shifted.addObject();
            shift.put("pixels", i + 1);
            shift.put("accuracy", measured.shifted().get(i));
        }
        weights(node, measured.published());
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
        for (Confusion c : confusions.subList(0, TOP_CONFUSIONS)) {
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
        node.put("chance", Baselines.CHANCE);
        ObjectNode majority = node.putObject("majorityClass");
        majority.put("digit", baselines.majorityDigit());
        majority.put("accuracy", baselines.majorityAccuracy());
        node.putObject("nearestClassMean").put("accuracy", baselines.nearestMeanAccuracy());
    }
}
