package io.github.seeingdigits.training;

import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Ops;

/**
 * Turns chosen images into a batch of network inputs, pixel / 255. Holds the one matrix that it fills again and again, so
 * it belongs to one thread; the images stay bytes, a quarter of the memory.
 */
final class Pixels {
    private static final int CLASSES = 10;
    private static final float[] SCALED = new float[256];

    static {
        for (int value = 0; value < SCALED.length; value++) {
            SCALED[value] = value / 255f;
        }
    }

    private final LabelledImages images;
    private final Matrix inputs;
    private final int[] labels;

    Pixels(LabelledImages images, int batch, Ops ops) {
        this.images = images;
        this.inputs = ops.matrix(batch, images.pixels()[0].length);
        this.labels = new int[batch];
    }

    /** Loads the images {@code order[from]} … {@code order[from + n − 1]}. */
    void load(int[] order, int from, int n) {
        for (int i = 0; i < n; i++) {
            byte[] image = images.pixels()[order[from + i]];
            float[] row = inputs.row[i];
            for (int k = 0; k < row.length; k++) {
                row[k] = SCALED[image[k] & 0xFF];
            }
            labels[i] = images.labels()[order[from + i]];
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

    /** {@code classMeans(set)[digit]} is the mean input over all images of that digit; zeros where there are none. */
    static float[][] classMeans(LabelledImages set) {
        double[][] sums = new double[CLASSES][set.pixels()[0].length];
        int[] counts = new int[CLASSES];
        for (int i = 0; i < set.size(); i++) {
            counts[set.labels()[i]]++;
            for (int k = 0; k < sums[0].length; k++) {
                sums[set.labels()[i]][k] += set.pixels()[i][k] & 0xFF;
            }
        }
        float[][] means = new float[CLASSES][sums[0].length];
        for (int digit = 0; digit < CLASSES; digit++) {
            for (int k = 0; k < sums[0].length; k++) {
                means[digit][k] = (float) (sums[digit][k] / 255 / Math.max(1, counts[digit]));
            }
        }
        return means;
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
