package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.analysis.manifold.BlobsAndTentacles;
import io.github.seeingdigits.analysis.manifold.IntrinsicDimension;
import io.github.seeingdigits.analysis.manifold.Neighbours;
import io.github.seeingdigits.analysis.manifold.Pca;
import io.github.seeingdigits.analysis.manifold.PrincipalPictures;
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

    /** Principal components that a page can show. */
    private static final int COMPONENTS = 100;

    private static final int[] KNOWN_DIMENSIONS = {2, 5, 10, 15, 20};
    /** Any number will do, as long as it is always the same. */
    private static final int SEED = 50_000;

    private static final int VERDICT_POINTS = 1_500;
    private static final int MAP_POINTS = 2_000;
    private static final int MAP_COMPONENTS = 50;
    /** Coefficients by which the page draws an image and finds the neighbours of a drawing. */
    private static final int PLACE = 32;
    /** Of each point, whose places on a map are compared. */
    private static final int NEAREST = 5;

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
        study.publish(PrincipalPictures.VIEW, pictures(all));
        ArrayNode digits = node.putArray("digits");
        for (int digit = 0; digit < DIGITS; digit++) {
            counts(digits.addObject(), Pca.of(points(study.data().train(), digit)));
        }
    }

    /** The mean and the first components, rounded as far as no eye would see it. */
    private static View pictures(Pca pca) {
        int pixels = pca.mean().length;
        float[] all = new float[(1 + COMPONENTS) * pixels];
        for (int i = 0; i < all.length; i++) {
            int row = i / pixels;
            all[i] = (float) (row == 0 ? pca.mean() : pca.components()[row - 1])[i % pixels];
        }
        return View.coarse(new int[] {1 + COMPONENTS, pixels}, all);
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
     * normally distributed cloud of the same covariance, which has no groups. Publishes the views {@code maps}, {@code places},
     * each image's coefficients on the components that {@link #spectrum} has published, and {@code neighbours}, each point's
     * nearest ones among all pixels, first of the images, then of the control.
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
        int[][] near = Neighbours.of(points, NEAREST).index();
        int[][] nearInControl = Neighbours.of(control, NEAREST).index();
        float[][] places = published("places", study, points, PLACE);
        ArrayNode kept = node.putArray("neighboursKept");
        int at = 0;
        for (Map.Entry<String, float[][]> map : maps.entrySet()) {
            names.add(map.getKey());
            agreement.add(agreement(map.getValue(), test.labels()));
            boolean ofImages = names.size() < maps.size();
            kept.add(kept(map.getValue(), ofImages ? near : nearInControl));
            for (float[] point : map.getValue()) {
                System.arraycopy(point, 0, all, at, AXES);
                at += AXES;
            }
        }
        study.publish("maps", new View(new int[] {maps.size(), MAP_POINTS, AXES}, all));
        Views.numbers(node.putArray("labels"), Arrays.copyOf(test.labels(), MAP_POINTS));
        node.put("nearest", NEAREST);
        node.put("neighboursKeptByChance", (double) NEAREST / (MAP_POINTS - 1));
        node.put("neighboursKeptByPlaces", kept(places, near));
        node.put("neighbourAgreementOfPixels", agreement(points, test.labels()));
        float[] neighbours = new float[2 * MAP_POINTS * NEAREST];
        for (int i = 0; i < neighbours.length; i++) {
            int point = i / NEAREST;
            // Whole numbers below 2,048 are halves.
            neighbours[i] = (point < MAP_POINTS ? near[point] : nearInControl[point - MAP_POINTS])[i % NEAREST];
        }
        study.publish("neighbours", new View(new int[] {2, MAP_POINTS, NEAREST}, neighbours));
    }

    /**
     * Publishes the first coefficients of points on the components that {@link #spectrum} has published.
     *
     * @return the same, rounded as the view is
     */
    static float[][] published(String name, Study study, float[][] points, int count) {
        PrincipalPictures pictures = new PrincipalPictures(study.views().get(PrincipalPictures.VIEW));
        float[] all = new float[points.length * count];
        for (int i = 0; i < points.length; i++) {
            System.arraycopy(pictures.coefficients(points[i], count), 0, all, i * count, count);
        }
        study.publish(name, View.coarse(new int[] {points.length, count}, all));
        float[][] rounded = new float[points.length][];
        for (int i = 0; i < points.length; i++) {
            rounded[i] = Arrays.copyOfRange(all, i * count, (i + 1) * count);
        }
        return rounded;
    }

    /** The share of the points' true neighbours that are among as many nearest where the points lie now. */
    private static double kept(float[][] now, int[][] near) {
        int[][] found = Neighbours.of(now, NEAREST).index();
        int kept = 0;
        for (int i = 0; i < near.length; i++) {
            for (int other : near[i]) {
                kept += Arrays.stream(found[i]).anyMatch(j -> j == other) ? 1 : 0;
            }
        }
        return (double) kept / (near.length * NEAREST);
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
