package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.digit.Distortion;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.SeededRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How a network fares on test images that were changed in ways that leave a human reader in no doubt: one curve of accuracy
 * for each kind of change.
 */
final class Robustness {
    private static final double[] SHIFTS = {1, 2, 3, 4, 5, 6};
    private static final double[] DEGREES = {-60, -45, -30, -15, 15, 30, 45, 60};
    private static final double[] FACTORS = {0.5, 0.6, 0.75, 0.9, 1.1, 1.25, 1.5};
    private static final double[] NOISE = {0.1, 0.2, 0.4, 0.6, 0.8, 1};
    private static final double[] WIDTHS = {-1.5, -1, -0.5, 0.5, 1, 1.5, 2, 3};
    /** Any number will do, as long as it is always the same. */
    private static final int NOISE_SEED = 30_000;

    private final Network network;
    private final LabelledImages test;

    private Robustness(Network network, LabelledImages test) {
        this.network = network;
        this.test = test;
    }

    /**
     * Writes one array of {@code {amount, accuracy}} for each kind of change: {@code shift} to the right, in pixels;
     * {@code rotation}, clockwise in degrees; {@code scale}, a factor; {@code noise}, uniform up to the amount;
     * {@code strokeWidth}, pixels gained on either side; {@code inversion}, whose one amount 1 is the photographic negative.
     */
    static void measure(Network network, LabelledImages test, ObjectNode node) {
        Robustness robustness = new Robustness(network, test);
        Map<String, double[]> amounts = new LinkedHashMap<>();
        amounts.put("shift", SHIFTS);
        amounts.put("rotation", DEGREES);
        amounts.put("scale", FACTORS);
        amounts.put("noise", NOISE);
        amounts.put("strokeWidth", WIDTHS);
        amounts.put("inversion", new double[] {1});
        amounts.forEach((kind, all) -> {
            ArrayNode curve = node.putArray(kind);
            for (double amount : all) {
                ObjectNode point = curve.addObject();
                point.put("amount", amount);
                point.put("accuracy", robustness.accuracy(change(kind, amount)));
            }
        });
    }

    private static UnaryOperator<float[]> change(String kind, double amount) {
        return switch (kind) {
            case "shift" -> ink -> Distortion.shift(ink, amount, 0);
            case "rotation" -> ink -> Distortion.rotate(ink, amount);
            case "scale" -> ink -> Distortion.scale(ink, amount);
            case "strokeWidth" -> ink -> Distortion.thicken(ink, amount);
            case "inversion" -> Distortion::invert;
            case "noise" -> {
                SeededRandom random = new SeededRandom(NOISE_SEED);
                yield ink -> Distortion.noise(ink, amount, random);
            }
            default -> throw new IllegalArgumentException("unknown change \"" + kind + "\"");
        };
    }

    private double accuracy(UnaryOperator<float[]> change) {
        return Evaluation.of(network, changed(test, change)).accuracy();
    }

    /** The images with each changed; ink is rounded to bytes again. */
    static LabelledImages changed(LabelledImages set, UnaryOperator<float[]> change) {
        byte[][] pixels = new byte[set.size()][Ink.PIXELS];
        float[] ink = new float[Ink.PIXELS];
        for (int i = 0; i < pixels.length; i++) {
            for (int k = 0; k < Ink.PIXELS; k++) {
                ink[k] = (set.pixels()[i][k] & 0xFF) / 255f;
            }
            float[] other = change.apply(ink);
            for (int k = 0; k < Ink.PIXELS; k++) {
                pixels[i][k] = (byte) Math.round(other[k] * 255);
            }
        }
        return new LabelledImages(pixels, set.labels(), set.imagesSha256(), set.labelsSha256());
    }
}
