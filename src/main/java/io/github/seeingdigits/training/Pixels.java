package io.github.seeingdigits.training;

import io.github.seeingdigits.digit.Augmentation;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.SeededRandom;

/**
 * Turns chosen images into a batch of network inputs, pixel / 255, and tells {@link JvmOps} where their ink is. Holds the
 * one matrix that it fills again and again, so it belongs to one thread; the images stay bytes, a quarter of the memory.
 */
final class Pixels {
    private static final float[] SCALED = new float[256];

    static {
        for (int value = 0; value < SCALED.length; value++) {
            SCALED[value] = value / 255f;
        }
    }

    /** Loading an image takes about as long as this many multiply-adds. */
    static final int COST = 5000;

    private final Inked inked;
    private final Augmentation augmentation;
    private final Matrix inputs;
    private final NonZeros ink;
    private final int[] labels;
    /** What changes each image of the batch, if images are changed. */
    private final int[] seeds;
    /** Never read; without it the compiler would find that fetching has no effect, and leave it out. */
    private int fetched;

    /** Images as they are. */
    Pixels(Inked inked, int batch, JvmOps ops) {
        this(inked, batch, Augmentation.none(), ops);
    }

    /** Images that are changed at random every time. */
    Pixels(Inked inked, int batch, Augmentation augmentation, JvmOps ops) {
        int pixels = inked.images().pixels()[0].length;
        this.inked = inked;
        this.augmentation = augmentation.equals(Augmentation.none()) ? null : augmentation;
        this.inputs = ops.matrix(batch, pixels);
        this.ink = new NonZeros(batch, pixels);
        this.labels = new int[batch];
        this.seeds = new int[batch];
        ops.know(inputs, ink);
    }

    /** The rows {@code from} to before {@code to} of the batch as a matrix of their own, which {@code ops} then knows. */
    Matrix part(int from, int to, JvmOps ops) {
        Matrix part = inputs.part(from, to);
        ops.know(part, ink.part(from, to));
        return part;
    }

    /** Draws what loading {@code n} images draws. They get a stream each, so that it makes no difference who loads them. */
    void draw(int n, SeededRandom random) {
        for (int i = 0; augmentation != null && i < n; i++) {
            seeds[i] = random.nextInt();
        }
    }

    /** Loads the images {@code order[first + from]} to before {@code order[first + to]} into the rows from {@code from}. */
    void load(int[] order, int first, int from, int to) {
        if (augmentation != null) {
            change(order, first, from, to);
            return;
        }
        fetched = inked.fetch(order, first + from, first + to);
        for (int i = from; i < to; i++) {
            int image = order[first + i];
            float[] row = inputs.row[i];
            // Only ink is written, and only what the image before had inked is wiped: four fifths are paper.
            ink.clear(i, row);
            ink.take(i, inked, image, SCALED);
            ink.fill(i, row);
            labels[i] = inked.images().labels()[image];
        }
    }

    private void change(int[] order, int first, int from, int to) {
        float[] before = new float[inputs.cols];
        for (int i = from; i < to; i++) {
            int image = order[first + i];
            byte[] pixels = inked.images().pixels()[image];
            for (int k = 0; k < before.length; k++) {
                before[k] = SCALED[pixels[k] & 0xFF];
            }
            float[] changed = augmentation.apply(before, new SeededRandom(seeds[i]));
            System.arraycopy(changed, 0, inputs.row[i], 0, changed.length);
            ink.scan(i, inputs.row[i]);
            labels[i] = inked.images().labels()[image];
        }
    }

    /** The loaded images, one per row. */
    Matrix inputs() {
        return inputs;
    }

    /** The digits that the loaded images show. */
    int[] labels() {
        return labels;
    }

    /** 0, 1, … n−1. */
    static int[] inOrder(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        return order;
    }
}
