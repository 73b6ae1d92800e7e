package io.github.seeingdigits.training;

import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Window;
import java.util.Arrays;

/** The gradient of a convolution's parameters, summed over one shard of a batch. */
final class ConvolutionSums {
    /** {@code weights[f]} belongs to filter f, in the order of {@link Patches#rows}. */
    final float[][] weights;
    /** The gradient with respect to the whole output; its sum over positions is that of the bias. */
    final float[] outputs;

    private final Window window;
    private final int[] order;

    ConvolutionSums(Window window) {
        this.window = window;
        order = Patches.order(window);
        weights = new float[window.units][window.patch()];
        outputs = new float[window.outputs()];
    }

    /** Begins a new sum. */
    void clear() {
        for (float[] filter : weights) {
            Arrays.fill(filter, 0);
        }
        Arrays.fill(outputs, 0);
    }

    /** Adds these sums to the gradients of the parameters, in the shapes these have. */
    void addTo(Matrix dWeights, Matrix dBias) {
        int positions = window.outHeight * window.outWidth;
        for (int unit = 0; unit < window.units; unit++) {
            float sum = 0;
            for (int p = 0; p < positions; p++) {
                sum += outputs[unit * positions + p];
            }
            dBias.row[0][unit] += sum;
            float[] dw = dWeights.row[unit];
            for (int t = 0; t < dw.length; t++) {
                dw[t] += weights[unit][order[t]];
            }
        }
    }
}
