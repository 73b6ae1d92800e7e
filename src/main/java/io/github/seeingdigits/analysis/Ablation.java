package io.github.seeingdigits.analysis;

import io.github.seeingdigits.network.Dense;
import io.github.seeingdigits.network.Layer;
import io.github.seeingdigits.network.Network;

/** Taking a unit out of a network to see what depended on it. */
public final class Ablation {
    private Ablation() {}

    /**
     * Silences one unit: its outgoing weights become zero, which for every input is the same as an activation of zero.
     *
     * @param network changed in place; hand in a copy
     * @param layer the index of the layer whose output holds the unit; the layer after it must be {@link Dense}
     * @throws IllegalArgumentException if no dense layer follows
     */
    public static void silence(Network network, int layer, int unit) {
        Layer next = layer + 1 < network.layers().size() ? network.layers().get(layer + 1) : null;
        if (!(next instanceof Dense dense)) {
            throw new IllegalArgumentException("layer " + layer + " of \"" + network.architecture()
                    + "\" is not followed by a dense layer, whose weights could be set to zero");
        }
        float[] outgoing = dense.weight().value.row[unit];
        for (int j = 0; j < outgoing.length; j++) {
            outgoing[j] = 0;
        }
    }
}
