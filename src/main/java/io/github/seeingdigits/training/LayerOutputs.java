package io.github.seeingdigits.training;

import io.github.seeingdigits.analysis.LivingUnits;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.network.Network;

/**
 * What every layer of a small network gives for every image of a set.
 *
 * @param values {@code values[layer][image]} holds a number for each unit
 * @param labels of the images
 */
record LayerOutputs(float[][][] values, int[] labels) {
    /** Runs all of {@code set} through {@code network}. */
    static LayerOutputs of(Network network, LabelledImages set) {
        float[][][] values = new float[network.layers().size()][set.size()][];
        int[] image = {0};
        Study.activations(network, set, (outputs, label) -> {
            for (int layer = 0; layer < outputs.length; layer++) {
                values[layer][image[0]] = outputs[layer].clone();
            }
            image[0]++;
        });
        return new LayerOutputs(values, set.labels());
    }

    /** Whether the network answers the same whatever it sees: then no gradient tells one image from another. */
    boolean constant() {
        float[][] last = values[values.length - 1];
        for (float[] outputs : last) {
            for (int k = 0; k < outputs.length; k++) {
                if (outputs[k] != last[0][k]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Which units of layer {@code layer} are above zero for some image. */
    LivingUnits living(int layer) {
        LivingUnits living = new LivingUnits(values[layer][0].length);
        for (float[] outputs : values[layer]) {
            living.add(outputs);
        }
        return living;
    }

    /** The outputs of layer {@code layer} for the images of one class. */
    float[][] ofClass(int layer, int label) {
        int count = 0;
        for (int one : labels) {
            count += one == label ? 1 : 0;
        }
        float[][] chosen = new float[count][];
        int at = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == label) {
                chosen[at++] = values[layer][i];
            }
        }
        return chosen;
    }
}
