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
    private static final int COST = 5000;

    private final JvmOps ops;
    private final Inked inked;
    private final Matrix inputs;
    private final NonZeros ink;
    private final int[] labels;
    /** Never read; without it the compiler would find that fetching has no effect, and leave it out. */
    private int fetched;

    Pixels(Inked inked, int batch, JvmOps ops) {
        int pixels = inked.images().pixels()[0].length;
        this.ops = ops;
        this.inked = inked;
        this.inputs = ops.matrix(batch, pixels);
        this.ink = new NonZeros(batch, pixels);
        this.labels = new int[batch];
        ops.know(inputs, ink);
    }

    /** Loads the images {@code order[from]} … {@code order[from + n − 1]}. */
    void load(int[] order, int from, int n) {
        ops.share(COST * n, (part, parts) -> {
            int to = JvmOps.end(n, part, parts);
            fetched = inked.fetch(order, from + JvmOps.begin(n, part, parts), from + to);
            for (int i = JvmOps.begin(n, part, parts); i < to; i++) {
                int image = order[from + i];
                float[] row = inputs.row[i];
                // Only ink is written, and only what the image before had inked is wiped: four fifths are paper.
                ink.clear(i, row);
                ink.take(i, inked, image, SCALED);
                ink.fill(i, row);
                labels[i] = inked.images().labels()[image];
            }
        });
    }

    /**
     * Loads the same images, each changed at random.
     *
     * @param random gives each image a stream of its own, so that it makes no difference who loads it
     */
    void load(int[] order, int from, int n, Augmentation augmentation, SeededRandom random) {
        int[] seeds = new int[n];
        for (int i = 0; i < n; i++) {
            seeds[i] = random.nextInt();
        }
        ops.share(COST * n, (part, parts) -> {
            int to = JvmOps.end(n, part, parts);
            float[] before = new float[inputs.cols];
            for (int i = JvmOps.begin(n, part, parts); i < to; i++) {
                int image = order[from + i];
                byte[] pixels = inked.images().pixels()[image];
                for (int k = 0; k < before.length; k++) {
                    before[k] = SCALED[pixels[k] & 0xFF];
                }
                float[] changed = augmentation.apply(before, new SeededRandom(seeds[i]));
                System.arraycopy(changed, 0, inputs.row[i], 0, changed.length);
                ink.scan(i, inputs.row[i]);
                labels[i] = inked.images().labels()[image];
            }
        });
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
