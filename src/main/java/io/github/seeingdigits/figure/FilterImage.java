package io.github.seeingdigits.figure;

import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Dense;
import io.github.seeingdigits.network.Layer;
import io.github.seeingdigits.network.Network;

/** The weights into one unit as a picture: each pixel of the input coloured by the weight that leaves it. */
public final class FilterImage {
    private static final double TITLE = 24;

    private FilterImage() {}

    /** Height of a filter of the given width with its title, in CSS pixels. */
    public static double height(double width) {
        return width + TITLE;
    }

    /**
     * Draws a title and, below it, a square picture with a frame.
     *
     * @param label what the unit stands for, set strong
     * @param note what else the title says, set muted
     * @param values one per pixel of the 28×28 input
     * @param limit see {@link ColourMap#diverging}
     * @param chosen whether to mark it with the accent
     */
    public static void draw(
            Surface surface,
            double x,
            double y,
            double width,
            String label,
            String note,
            float[] values,
            float limit,
            boolean chosen) {
        surface.text(label, x, y + TITLE - 8, 15, Align.START, chosen ? Tone.ACCENT : Tone.INK, true);
        surface.text(note, x + width, y + TITLE - 8, 12, Align.END, chosen ? Tone.ACCENT : Tone.MUTED, chosen);
        surface.image(x, y + TITLE, width, width, Ink.SIZE, Ink.SIZE, ColourMap.diverging(values, limit));
        surface.frame(x, y + TITLE, width, width, chosen ? Tone.ACCENT : Tone.RULE);
    }

    /** The first layer, whose weights leave the pixels. */
    public static Dense firstLayer(Network network) {
        Layer first = network.layers().get(0);
        if (first instanceof Dense dense && dense.inputs() == Ink.PIXELS) {
            return dense;
        }
        throw new IllegalArgumentException(
                "filters need a first layer \"dense 784 …\", but the model begins with \"" + first.describe() + "\"");
    }

    /** The weights from every pixel to unit {@code k} of {@code layer}. */
    public static float[] weights(Dense layer, int k) {
        float[] weights = new float[layer.inputs()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = layer.weight().value.row[i][k];
        }
        return weights;
    }

    /** All weights of {@code layer} in one array, for choosing a {@link ColourMap#limit} that its filters share. */
    public static float[] allWeights(Dense layer) {
        float[] all = new float[layer.inputs() * layer.outputs()];
        for (int i = 0; i < layer.inputs(); i++) {
            System.arraycopy(layer.weight().value.row[i], 0, all, i * layer.outputs(), layer.outputs());
        }
        return all;
    }
}
