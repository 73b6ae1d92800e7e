package io.github.seeingdigits.analysis;

import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Convolution;
import io.github.seeingdigits.network.Dense;
import io.github.seeingdigits.network.Dropout;
import io.github.seeingdigits.network.Layer;
import io.github.seeingdigits.network.MaxPool;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Relu;
import io.github.seeingdigits.network.Window;

/**
 * A convolutional network as a chain of stages, each a number of maps, and what every number in them was computed from: the window
 * under a kernel, the numbers that a pool chooses from, the shares of a dense unit's sum.
 *
 * <p>Stage 0 is the picture; every layer gives one more, but dropout, which does nothing outside training. A stage's numbers are those
 * of the layer: map by map, each row by row. A dense layer is one map, whose rows and columns mean nothing.
 */
public final class FeatureMaps {
    private final Network network;
    /** The layer of each stage; the picture has none. */
    private final int[] layers;

    private float[] ink = new float[Ink.PIXELS];

    /**
     * The maps of {@code network}, which stays in use: {@link #see} runs it.
     *
     * @throws IllegalArgumentException if it does not begin with {@code conv 1x28x28}, or has other layers than convolutions, pools,
     *     rectifiers, dense layers and dropout
     */
    public FeatureMaps(Network network) {
        this.network = network;
        int[] found = new int[network.layers().size() + 1];
        int count = 1;
        found[0] = -1;
        boolean fits = network.layers().get(0) instanceof Convolution && network.inputs() == Ink.PIXELS;
        for (int i = 0; i < found.length - 1; i++) {
            Layer layer = network.layers().get(i);
            fits &= layer instanceof Convolution
                    || layer instanceof MaxPool
                    || layer instanceof Relu
                    || layer instanceof Dense
                    || layer instanceof Dropout;
            if (!(layer instanceof Dropout)) {
                found[count++] = i;
            }
        }
        if (!fits) {
            throw new IllegalArgumentException("the figure needs a model that begins with \"conv 1x28x28\" and has"
                    + " convolutions, pools, rectifiers and dense layers, but this one is \"" + network.architecture()
                    + "\"");
        }
        layers = new int[count];
        System.arraycopy(found, 0, layers, 0, count);
    }

    private Layer layer(int stage) {
        return network.layers().get(layers[stage]);
    }

    /** How many stages there are, the picture among them. */
    public int stages() {
        return layers.length;
    }

    /** Whether a kernel slides over the stage before. */
    public boolean convolves(int stage) {
        return stage > 0 && layer(stage) instanceof Convolution;
    }

    /** Whether the largest of the numbers under a window goes on. */
    public boolean pools(int stage) {
        return stage > 0 && layer(stage) instanceof MaxPool;
    }

    /** Whether numbers below zero become zero. */
    public boolean rectifies(int stage) {
        return stage > 0 && layer(stage) instanceof Relu;
    }

    /** Whether each number is a weighted sum of all numbers of the stage before. */
    public boolean sums(int stage) {
        return stage > 0 && layer(stage) instanceof Dense;
    }

    /** What slides over the stage before; null if nothing does. */
    public Window window(int stage) {
        return convolves(stage)
                ? ((Convolution) layer(stage)).window()
                : pools(stage) ? ((MaxPool) layer(stage)).window() : null;
    }

    /** Whether a stage is a list of numbers rather than pictures. */
    public boolean isFlat(int stage) {
        return sums(stage) || rectifies(stage) && isFlat(stage - 1);
    }

    /** Whether no number of a stage can be below zero: it is ink, or was rectified. */
    public boolean isPositive(int stage) {
        return stage == 0 || rectifies(stage) || pools(stage) && isPositive(stage - 1);
    }

    /** What a stage is called: {@code conv 2}, numbered among its kind. */
    public String name(int stage) {
        if (stage == 0) {
            return "ink";
        }
        if (stage == layers.length - 1) {
            return "scores";
        }
        String kind = kind(stage);
        int number = 0;
        for (int s = 1; s <= stage; s++) {
            number += kind(s).equals(kind) ? 1 : 0;
        }
        return kind + " " + number;
    }

    private String kind(int stage) {
        return convolves(stage) ? "conv" : pools(stage) ? "pool" : rectifies(stage) ? "ReLU" : "dense";
    }

    /** How many maps a stage has; a flat one has one. */
    public int maps(int stage) {
        Window window = window(stage);
        return window != null ? window.units : stage == 0 || isFlat(stage) ? 1 : maps(stage - 1);
    }

    /** How many numbers stand side by side in a map. */
    public int columns(int stage) {
        Window window = window(stage);
        if (window != null) {
            return window.outWidth;
        }
        if (stage == 0) {
            return Ink.SIZE;
        }
        if (!isFlat(stage)) {
            return columns(stage - 1);
        }
        if (stage == layers.length - 1) {
            return 1;
        }
        int units = layer(stage).outputs();
        int columns = (int) Math.sqrt(units);
        while (units % columns > 0) {
            columns--;
        }
        return columns;
    }

    /** How many numbers a map has. */
    public int cells(int stage) {
        return (stage == 0 ? Ink.PIXELS : layer(stage).outputs()) / maps(stage);
    }

    /** Runs the network on {@link Ink#PIXELS} numbers, of which everything below speaks then. */
    public void see(float[] pixels) {
        ink = pixels;
        network.logits(pixels);
    }

    /** All numbers of a stage; not to be changed, and valid until the next {@link #see}. */
    public float[] values(int stage) {
        return stage == 0 ? ink : network.output(layers[stage]).row[0];
    }

    /** A copy of one map. */
    public float[] map(int stage, int map) {
        float[] copy = new float[cells(stage)];
        System.arraycopy(values(stage), map * copy.length, copy, 0, copy.length);
        return copy;
    }

    /** One number of a map. */
    public float value(int stage, int map, int cell) {
        return values(stage)[map * cells(stage) + cell];
    }

    /** The cell with the largest number of a map. */
    public int peak(int stage, int map) {
        return Network.argmax(map(stage, map));
    }

    /** How many maps each number of a convolution looks at; 1 for every other stage. */
    public int channels(int stage) {
        return convolves(stage) ? window(stage).channels : 1;
    }

    /** The row of the stage before at which the window of a cell begins; below zero in the padding. */
    public int windowRow(int stage, int cell) {
        Window window = window(stage);
        return cell / window.outWidth * window.stride - window.padding;
    }

    /** The column of the stage before at which the window of a cell begins; below zero in the padding. */
    public int windowColumn(int stage, int cell) {
        Window window = window(stage);
        return cell % window.outWidth * window.stride - window.padding;
    }

    /** What lies under the window of a cell in map {@code channel} of the stage before, kernel × kernel; padding is zero. */
    public float[] seen(int stage, int channel, int cell) {
        Window window = window(stage);
        float[] before = values(stage - 1);
        int top = windowRow(stage, cell);
        int left = windowColumn(stage, cell);
        float[] seen = new float[window.kernel * window.kernel];
        for (int t = 0; t < seen.length; t++) {
            int row = top + t / window.kernel;
            int column = left + t % window.kernel;
            if (row >= 0 && column >= 0 && row < window.height && column < window.width) {
                seen[t] = before[(channel * window.height + row) * window.width + column];
            }
        }
        return seen;
    }

    /** The weights with which a convolution's map looks at map {@code channel} of the stage before, kernel × kernel. */
    public float[] kernel(int stage, int map, int channel) {
        float[] kernel = new float[window(stage).kernel * window(stage).kernel];
        System.arraycopy(
                ((Convolution) layer(stage)).weight().value.row[map],
                channel * kernel.length,
                kernel,
                0,
                kernel.length);
        return kernel;
    }

    /** Σₜ w_ct·x_ct, the part of a convolution's number that comes from map {@code channel}: without bias. */
    public double sum(int stage, int map, int channel, int cell) {
        return Vectors.dot(seen(stage, channel, cell), kernel(stage, map, channel));
    }

    /** What is added to the sum of a convolution's map, or of a dense unit. */
    public float bias(int stage, int k) {
        return layer(stage).parameters().get(1).value.row[0][k];
    }

    /** wᵢ, with which a dense unit looks at number {@code i} of the stage before. */
    public float weight(int stage, int unit, int i) {
        return ((Dense) layer(stage)).weight().value.row[i][unit];
    }

    /** wᵢ·xᵢ, what number {@code i} of the stage before adds to a dense unit. */
    public float share(int stage, int unit, int i) {
        return values(stage - 1)[i] * weight(stage, unit, i);
    }

    /** The numbers of the stage before that have most to do with a dense unit, by the size of {@link #share}, largest first. */
    public int[] largestShares(int stage, int unit, int count) {
        int[] largest = new int[Math.min(count, layer(stage).inputs())];
        boolean[] taken = new boolean[layer(stage).inputs()];
        for (int k = 0; k < largest.length; k++) {
            int best = -1;
            for (int i = 0; i < taken.length; i++) {
                if (!taken[i] && (best < 0 || Math.abs(share(stage, unit, i)) > Math.abs(share(stage, unit, best)))) {
                    best = i;
                }
            }
            taken[best] = true;
            largest[k] = best;
        }
        return largest;
    }
}
