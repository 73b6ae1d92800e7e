package io.github.seeingdigits.training;

import io.github.seeingdigits.digit.Augmentation;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.SeededRandom;

/**
 * Turns chosen images into a batch of network inputs, pixel / 255, and tells {@link JvmOps} where their ink is. Holds the
 * one matrix that it fills again and again, so it belongs to one thread and whoever helps it.
 */
final class Pixels {
    /** Loading an image takes about as long as this many multiply-adds. */
    static final int COST = 5000;

    private final Inked inked;
    private final Augmentation augmentation;
    private final Matrix inputs;
    private final NonZeros ink;
    /** The ink that is in {@link #inputs}. */
    private final NonZeros filled;

    private final int[] labels;
    /** What changes each image of the batch, if images are changed. */
    private final int[] seeds;
    /** Never read; without it the compiler would find that fetching has no effect, and leave it out. */
    private float fetched;

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
        this.filled = new NonZeros(batch, pixels);
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

    /** Whether images are changed at random when they are loaded. */
    boolean changes() {
        return augmentation != null;
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
        fetched = inked.fetch(order, first + from, first + to, 0, ink.blocks);
        for (int i = from; i < to; i++) {
            float[] row = inputs.row[i];
            // Only ink is written, and only what is inked already is wiped: four fifths are paper.
            filled.clear(i, row);
            take(i, order[first + i]);
            ink.fill(i, row);
            filled.take(i, inked, order[first + i]);
        }
    }

    /**
     * Loads the ink of the images {@code order[first]} to before {@code order[first + n]}, and their labels. {@link #inputs} then says
     * nothing, but {@link JvmOps} knows the ink, which is all that a layer with long rows of weights asks for. For images that are not
     * {@link #changes changed}.
     */
    void loadInk(int[] order, int first, int n) {
        for (int i = 0; i < n; i++) {
            take(i, order[first + i]);
        }
    }

    /** Brings one of the shares of what {@link #loadInk} loaded into the cache of the processor that needs it, a share of the blocks. */
    void fetch(int[] order, int first, int n, int share, int shares) {
        int from = Sharing.begin(ink.blocks, share, shares);
        fetched = inked.fetch(order, first, first + n, from, Sharing.end(ink.blocks, share, shares));
    }

    private void take(int i, int image) {
        ink.take(i, inked, image);
        labels[i] = inked.images().labels()[image];
    }

    private void change(int[] order, int first, int from, int to) {
        float[] before = new float[inputs.cols];
        for (int i = from; i < to; i++) {
            int image = order[first + i];
            byte[] pixels = inked.images().pixels()[image];
            for (int k = 0; k < before.length; k++) {
                before[k] = Inked.scaled(pixels[k]);
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
