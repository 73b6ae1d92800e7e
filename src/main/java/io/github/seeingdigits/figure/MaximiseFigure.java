package io.github.seeingdigits.figure;

import io.github.seeingdigits.analysis.ActivationMaximisation;
import io.github.seeingdigits.analysis.ActivationMaximisation.Limit;
import io.github.seeingdigits.analysis.Vectors;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.SeededRandom;
import java.util.List;

/**
 * Gradient ascent on the input of one output, beside the slope of that output where the ascent begins. In a network of one
 * layer the slope is the weight image, wherever one stands.
 */
public final class MaximiseFigure implements FigureKind {
    /** In CSS pixels. */
    public static final double HEIGHT = 266;

    /** How far a step goes, as a multiple of the gradient. */
    public static final double RATE = 1;

    /** The limits in the order of {@link #limit}, in a reader's words. */
    public static final String[] LIMITS = {"penalty λ‖x‖²/2", "length 1", "ink, 0 to 1", "no limit"};

    private static final double WIDTH = 640;
    private static final double GAP = 18;
    private static final double LARGEST = 200;
    private static final int STILL_STEPS = 100;
    private static final float NOISE = 0.2f;

    @Override
    public String name() {
        return "maximise";
    }

    @Override
    public String purpose() {
        return "Let the network draw what one output answers to most, and compare it with the weights.";
    }

    @Override
    public List<String> parameters() {
        return List.of("output");
    }

    @Override
    public Still still(Exhibit exhibit, Drawing sample, Parameters parameters) {
        Network network = exhibit.network();
        int output = parameters.whole("output", 0, network.outputs() - 1, 0);
        ActivationMaximisation ascent = begin(network, output, 0, null);
        float[] slope = ascent.slope().clone();
        for (int i = 0; i < STILL_STEPS; i++) {
            ascent.step(RATE);
        }
        float[] drawn = ascent.input().clone();
        double value = ascent.value();
        return new Still() {
            @Override
            public double width() {
                return WIDTH;
            }

            @Override
            public double height() {
                return HEIGHT;
            }

            @Override
            public void draw(Surface surface) {
                MaximiseFigure.draw(surface, WIDTH, output, slope, drawn, words(STILL_STEPS, value, slope, drawn));
            }

            @Override
            public String[][] table() {
                return new String[][] {
                    {"Steps", "Score of " + output, "Correlation with the slope at the start"},
                    {
                        Integer.toString(STILL_STEPS),
                        Numbers.fixed(value, 2),
                        Numbers.fixed(Vectors.correlation(slope, drawn), 4)
                    }
                };
            }
        };
    }

    /**
     * An ascent for one output's score.
     *
     * @param limit an index of {@link #LIMITS}
     * @param ink where to begin, or null for noise, always the same
     * @throws IllegalArgumentException if the network's input is not 784 pixels or it gives probabilities instead of scores
     */
    public static ActivationMaximisation begin(Network network, int output, int limit, float[] ink) {
        if (network.inputs() != Ink.PIXELS || network.endsInProbabilities()) {
            throw new IllegalArgumentException("the figure needs a model from " + Ink.PIXELS
                    + " pixels to scores, but this one is \"" + network.architecture() + "\"");
        }
        Limit chosen = limit == 0 ? Limit.PENALTY : limit == 1 ? Limit.UNIT_NORM : limit == 2 ? Limit.BOX : Limit.NONE;
        ActivationMaximisation ascent =
                new ActivationMaximisation(network, network.layers().size() - 1, output, chosen);
        SeededRandom random = new SeededRandom(1);
        for (int i = 0; i < Ink.PIXELS; i++) {
            ascent.input()[i] = ink == null ? NOISE * random.nextFloat() : ink[i];
        }
        return ascent;
    }

    /** What has come of it, in a sentence. */
    public static String words(int steps, double value, float[] slope, float[] drawn) {
        return "After " + steps + " steps: score " + Numbers.fixed(value, 2) + ", correlation "
                + Numbers.fixed(Vectors.correlation(slope, drawn), 4) + ".";
    }

    /**
     * Draws both pictures.
     *
     * @param width in CSS pixels, at least 280
     * @param slope 784 numbers, the gradient of the score where the ascent began
     * @param drawn 784 numbers, the input as it is now
     */
    public static void draw(Surface surface, double width, int output, float[] slope, float[] drawn, String words) {
        double picture = Math.min(LARGEST, (width - GAP) / 2);
        String name = Integer.toString(output);
        double right = picture + GAP;
        FilterImage.draw(surface, 0, 0, picture, name, "slope at the start", slope, ColourMap.limit(slope), false);
        FilterImage.draw(surface, right, 0, picture, name, "drawn by ascent", drawn, ColourMap.limit(drawn), false);
        surface.text(words, 0, FilterImage.height(picture, false) + 24, 13, Align.START, Tone.INK, false);
    }
}
