package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.analysis.manifold.BlobsAndTentacles;
import io.github.seeingdigits.analysis.manifold.IntrinsicDimension;
import io.github.seeingdigits.analysis.manifold.Neighbours;
import io.github.seeingdigits.analysis.manifold.Pca;
import io.github.seeingdigits.analysis.manifold.Synthetic;
import io.github.seeingdigits.analysis.manifold.Tsne;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.network.SeededRandom;
import io.github.seeingdigits.network.View;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What can be said of each digit's cloud of pictures: its spectrum, its dimension, its shape, and maps of it. */
public final class CloudShape {
    private static final int DIGITS = 10;
    /** Neighbours that the maximum-likelihood estimate averages over. */
    private static final int LEAST = 10;

    private static final int MOST = 20;
    /** For calibration, about as many points as a digit has training images. */
    private static final int POINTS = 6_000;

    private static final int[] KNOWN_DIMENSIONS = {2, 5, 10, 15, 20};
    /** Any number will do, as long as it is always the same. */
    private static final int SEED = 50_000;

    private static final int VERDICT_POINTS = 1_500;
    private static final int MAP_POINTS = 2_000;
    private static final int MAP_COMPONENTS = 50;
    private static final int MAP_STEPS = 1_000;
    private static final double[] PERPLEXITIES = {30, 5};
    /** Halves of numbers below 60 are finer than a pixel of the map. */
    private static final int AXES = 2;

    private final Study study;

    /** Looks at the pictures that {@code study} has; the study's networks play no part. */
    public CloudShape(Study study) {
        this.study = study;
    }

    /** The images of {@code digit}, pixels from 0 to 1; all images if it is negative. */
    static float[][] points(LabelledImages set, int digit) {
        return IntStream.range(0, set.size())
                .filter(i -> digit < 0 || set.labels()[i] == digit)
                .mapToObj(i -> Study.input(set.pixels()[i]))
                .toArray(float[][]::new);
    }

    /** How many principal components hold 90, 95 and 99 % of the variance, of all training images and of each digit's. */
    public void spectrum(ObjectNode node) {
        Pca all = Pca.of(points(study.data().train(), -1));
        counts(node, all);
        float[] shares = new float[all.spectrum().length];
        for (int k = 0; k < shares.length; k++) {
            shares[k] = (float) all.explained(k + 1);
        }
        study.publish("spectrum", new View(new int[] {shares.length}, shares));
        ArrayNode digits = node.putArray("digits");
        for (int digit = 0; digit < DIGITS; digit++) {
            counts(digits.addObject(), Pca.of(points(study.data().train(), digit)));
        }
    }

    private static void counts(ObjectNode node, Pca pca) {
        node.put("for90", pca.count(0.90));
        node.put("for95", pca.count(0.95));
        node.put("for99", pca.count(0.99));
        node.put("participationRatio", pca.participationRatio());
    }

    /** Intrinsic dimension of each digit by two estimators, beside a normally distributed cloud of the same covariance. */
    public void dimensions(ArrayNode node) {
        for (int digit = 0; digit < DIGITS; digit++) {
            float[][] points = points(study.data().train(), digit);
            SeededRandom random = new SeededRandom(SEED + digit);
            ObjectNode entry = node.addObject();
            entry.put("digit", digit);
            entry.put("images", points.length);
            estimates(entry, points, random);
            estimates(
                    entry.putObject("control"),
                    Synthetic.gaussian(points.length, Pca.of(points).spectrum(), random),
                    random);
        }
    }

    private static void estimates(ObjectNode node, float[][] points, SeededRandom random) {
        Neighbours neighbours = Neighbours.of(points, MOST);
        estimate(node.putObject("twoNearest"), IntrinsicDimension.twoNearest(neighbours, random));
        estimate(node.putObject("maximumLikelihood"), IntrinsicDimension.maximumLikelihood(neighbours, LEAST, MOST));
    }

    private static void estimate(ObjectNode node, IntrinsicDimension.Estimate estimate) {
        node.put("dimension", estimate.dimension());
        node.put("standardError", estimate.standardError());
    }

    /** The same estimators on clouds whose dimension is known. */
    public void calibration(ArrayNode node) {
        for (int d : KNOWN_DIMENSIONS) {
            SeededRandom random = new SeededRandom(SEED + d);
            Map<String, float[][]> clouds = new LinkedHashMap<>();
            clouds.put("cube", Synthetic.cube(POINTS, d, random));
            clouds.put("sphere", Synthetic.sphere(POINTS, d, random));
            clouds.put("normal", Synthetic.blob(POINTS, d, random));
            clouds.put("bent gently", Synthetic.waves(POINTS, d, 100, 1, random));
            clouds.put("bent tightly", Synthetic.waves(POINTS, d, 100, 5, random));
            clouds.forEach((name, points) -> {
                ObjectNode entry = node.addObject();
                entry.put("cloud", name);
                entry.put("trueDimension", d);
                estimates(entry, points, random);
            });
        }
    }

    /** Blob, manifold or blob with tentacles: the measure's verdict on each digit, with the numbers it rests on. */
    public void verdicts(ArrayNode node) {
        for (int digit = 0; digit < DIGITS; digit++) {
            float[][] points = points(study.data().train(), digit);
            ObjectNode entry = node.addObject();
            entry.put("digit", digit);
            verdict(entry, BlobsAndTentacles.compare(points, new SeededRandom(SEED + digit)));
        }
    }

    private static void verdict(ObjectNode node, BlobsAndTentacles.Comparison comparison) {
        node.put("verdict", comparison.verdict().name());
        node.put("fullness", comparison.fullness());
        node.put("contrast", comparison.contrast());
        profile(node.putObject("cloud"), comparison.cloud());
        profile(node.putObject("control"), comparison.control());
    }

    private static void profile(ObjectNode node, BlobsAndTentacles.Profile profile) {
        node.put("dimension", profile.dimension());
        node.put("densitySpread", profile.densitySpread());
        node.put("taper", profile.taper());
        node.put("passage", profile.passage());
    }

    /** The same verdict on clouds of known shape: how often it is right, and what it makes of tentacles added to real digits. */
    public void knownAnswers(ArrayNode node) {
        Map<String, Function<SeededRandom, float[][]>> clouds = new LinkedHashMap<>();
        clouds.put("blob of 10 dimensions", random -> Synthetic.blob(VERDICT_POINTS, 10, random));
        clouds.put("blob of 30 dimensions", random -> Synthetic.blob(VERDICT_POINTS, 30, random));
        clouds.put("sphere of 10 dimensions", random -> Synthetic.sphere(VERDICT_POINTS, 10, random));
        clouds.put("rolled sheet", random -> Synthetic.swissRoll(VERDICT_POINTS, random));
        clouds.put("bent sheet of 10 dimensions", random -> Synthetic.waves(VERDICT_POINTS, 10, 50, 1, random));
        clouds.put(
                "blob of 10 dimensions with 4 tentacles",
                random -> Synthetic.tentacles(VERDICT_POINTS, 10, 4, 0.2, 3, 0.2, random));
        clouds.put(
                "blob of 30 dimensions with 6 tentacles",
                random -> Synthetic.tentacles(VERDICT_POINTS, 30, 6, 0.2, 3, 0.2, random));
        clouds.forEach((name, cloud) -> {
            ObjectNode entry = node.addObject();
            entry.put("cloud", name);
            ArrayNode verdicts = entry.putArray("verdicts");
            for (int seed = 1; seed <= 3; seed++) {
                SeededRandom random = new SeededRandom(SEED + seed);
                verdicts.add(BlobsAndTentacles.compare(cloud.apply(random), random)
                        .verdict()
                        .name());
            }
        });
    }

    /**
     * Two-dimensional maps of the first test images: by principal components, by t-SNE with two perplexities, and by t-SNE of a
     * normally distributed cloud of the same covariance, which has no groups. Publishes the view {@code maps}.
     */
    public void maps(ObjectNode node) {
        LabelledImages test = study.data().test();
        float[][] points = Arrays.copyOf(points(test, -1), MAP_POINTS);
        Pca pca = Pca.of(points);
        float[][] components = pca.project(points, MAP_COMPONENTS);
        Map<String, float[][]> maps = new LinkedHashMap<>();
        maps.put("principal components", pca.project(points, AXES));
        for (double perplexity : PERPLEXITIES) {
            maps.put("t-SNE, perplexity " + Numerals.plain(perplexity), tsne(components, perplexity));
        }
        float[][] control = Synthetic.gaussian(MAP_POINTS, pca.spectrum(), new SeededRandom(SEED));
        float[][] seen = Pca.of(control).project(control, MAP_COMPONENTS);
        maps.put("t-SNE of a normal distribution, perplexity 30", tsne(seen, PERPLEXITIES[0]));
        float[] all = new float[maps.size() * MAP_POINTS * AXES];
        ArrayNode names = node.putArray("maps");
        ArrayNode agreement = node.putArray("neighbourAgreement");
        int at = 0;
        for (Map.Entry<String, float[][]> map : maps.entrySet()) {
            names.add(map.getKey());
            agreement.add(agreement(map.getValue(), test.labels()));
            for (float[] point : map.getValue()) {
                System.arraycopy(point, 0, all, at, AXES);
                at += AXES;
            }
        }
        study.publish("maps", new View(new int[] {maps.size(), MAP_POINTS, AXES}, all));
        Views.numbers(node.putArray("labels"), Arrays.copyOf(test.labels(), MAP_POINTS));
    }

    private static float[][] tsne(float[][] points, double perplexity) {
        Tsne tsne = new Tsne(points, perplexity);
        tsne.run(MAP_STEPS);
        return tsne.map();
    }

    /** How many points have the label of their nearest neighbour on the map. */
    private static double agreement(float[][] map, int[] labels) {
        Neighbours nearest = Neighbours.of(map, 1);
        int same = 0;
        for (int i = 0; i < map.length; i++) {
            same += labels[i] == labels[nearest.index()[i][0]] ? 1 : 0;
        }
        return (double) same / map.length;
    }
}
