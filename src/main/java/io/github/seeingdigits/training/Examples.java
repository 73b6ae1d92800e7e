package io.github.seeingdigits.training;

import io.github.seeingdigits.data.DataSet;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.data.Mnist;
import io.github.seeingdigits.data.Sha256;
import io.github.seeingdigits.digit.Handwriting;
import io.github.seeingdigits.digit.Ink;
import java.util.Map;

/** What a recipe's networks learn from, with the words that a record uses for it. */
public enum Examples {
    /** A network with fewer than ten outputs sees the first digits only: with two outputs zeros and ones. */
    MNIST("MNIST") {
        @Override
        DataSet load(Map<String, String> environment) {
            return Mnist.load(environment);
        }

        @Override
        String describe(int classes) {
            return classes == 10 ? "MNIST" : "MNIST, digits 0 to " + (classes - 1);
        }
    },

    /** MNIST, and among its training images others that {@link Handwriting} wrote with the pad's pen. */
    MNIST_AND_PEN("MNIST and pen strokes") {
        @Override
        DataSet load(Map<String, String> environment) {
            DataSet mnist = Mnist.load(environment);
            return new DataSet(mnist.train().and(drawings(PEN_DIGITS, 10, PEN_SEED)), mnist.test());
        }

        @Override
        String describe(int classes) {
            return MNIST.describe(classes) + ", and " + PEN_DIGITS + " drawings written by program for training";
        }
    },

    /**
     * Whether exactly one of two inputs is 1. There is nothing to generalise to, so the same four examples serve to learn and
     * to measure; an epoch shows each of them 64 times.
     */
    XOR("XOR") {
        @Override
        DataSet load(Map<String, String> environment) {
            byte on = (byte) 255;
            byte[][] inputs = {{0, 0}, {0, on}, {on, 0}, {on, on}};
            byte[] answers = {0, 1, 1, 0};
            int[] labels = new int[answers.length];
            byte[] all = new byte[2 * inputs.length];
            for (int i = 0; i < inputs.length; i++) {
                labels[i] = answers[i];
                all[2 * i] = inputs[i][0];
                all[2 * i + 1] = inputs[i][1];
            }
            LabelledImages four = new LabelledImages(inputs, labels, Sha256.of(all), Sha256.of(answers));
            return new DataSet(repeated(four), four);
        }

        @Override
        String describe(int classes) {
            return "XOR, its four examples " + TIMES + " times an epoch";
        }

        private LabelledImages repeated(LabelledImages set) {
            int examples = set.size() * TIMES;
            byte[][] inputs = new byte[examples][];
            int[] labels = new int[examples];
            for (int i = 0; i < examples; i++) {
                inputs[i] = set.pixels()[i % set.size()];
                labels[i] = set.labels()[i % set.size()];
            }
            return new LabelledImages(inputs, labels, set.imagesSha256(), set.labelsSha256());
        }
    };

    private static final int TIMES = 64;
    /** A sixth of all training images. */
    private static final int PEN_DIGITS = 12_000;
    /** Any number will do, as long as it is always the same. */
    private static final int PEN_SEED = 40_000;

    private final String name;

    Examples(String name) {
        this.name = name;
    }

    /**
     * Drawings of the digits 0 to {@code classes} − 1 in turn, made by program and read through the pad's pipeline.
     *
     * @param seed the same seed, the same drawings
     */
    static LabelledImages drawings(int count, int classes, int seed) {
        Handwriting hands = new Handwriting(seed);
        byte[][] pixels = new byte[count][Ink.PIXELS];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % classes;
            float[] ink = Ink.of(hands.next(labels[i]));
            for (int k = 0; k < Ink.PIXELS; k++) {
                pixels[i][k] = (byte) Math.round(255 * ink[k]);
            }
        }
        return new LabelledImages(pixels, labels, "", "");
    }

    /**
     * Reads or makes them.
     *
     * @param environment usually {@link System#getenv()}
     * @throws io.github.seeingdigits.data.DataException if they are nowhere, or damaged
     */
    abstract DataSet load(Map<String, String> environment);

    /** What a network that tells {@code classes} classes apart sees of them, in the record's words. */
    abstract String describe(int classes);

    @Override
    public String toString() {
        return name;
    }
}
