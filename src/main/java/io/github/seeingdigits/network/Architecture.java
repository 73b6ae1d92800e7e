package io.github.seeingdigits.network;

import java.util.ArrayList;
import java.util.List;

/**
 * How a network is written down: its layers in order, separated by commas, each a name, its sizes and its options, for
 * example {@code conv 1x28x28 8 5, relu 4608, maxpool 8x24x24 2, dense 1152 10}.
 *
 * <p>Records, safetensors metadata and the compact model format all use this one notation. Activations are rows of
 * numbers whatever they mean, and the layers that see pictures say so themselves; so there is no layer that flattens.
 */
public final class Architecture {
    private static final int MAX_LAYERS = 64;

    /** A new kind of layer needs its class and a line here. */
    private static final LayerKind[] KINDS = {
        Dense.KIND,
        Relu.KIND,
        LeakyRelu.KIND,
        Scaling.KIND,
        Convolution.KIND,
        MaxPool.KIND,
        Yat.KIND,
        YatConvolution.KIND,
        Dropout.KIND,
        Softermax.KIND
    };

    private Architecture() {}

    /**
     * Builds the layers that {@code text} describes, all weights and biases zero.
     *
     * @throws ModelFormatException naming the layer that is unknown, malformed, too large or does not fit the one before
     */
    public static List<Layer> layers(String text, Ops ops) {
        List<Layer> layers = new ArrayList<>();
        int parameters = 0;
        int at = 0;
        while (at <= text.length()) {
            int comma = text.indexOf(',', at);
            int end = comma < 0 ? text.length() : comma;
            if (layers.size() == MAX_LAYERS) {
                throw new ModelFormatException("architecture has more than " + MAX_LAYERS + " layers: " + text);
            }
            int room = LayerText.MAX_PARAMETERS - parameters;
            Layer layer = layer(text.substring(at, end).trim(), room, ops);
            if (!layers.isEmpty() && layers.get(layers.size() - 1).outputs() != layer.inputs()) {
                throw new ModelFormatException("layer \"" + layer.describe() + "\" expects " + layer.inputs()
                        + " inputs, but \"" + layers.get(layers.size() - 1).describe() + "\" before it gives "
                        + layers.get(layers.size() - 1).outputs());
            }
            for (Parameter p : layer.parameters()) {
                parameters += p.size();
            }
            layers.add(layer);
            at = end + 1;
        }
        return layers;
    }

    /** The notation of {@code layers}; {@link #layers} reads it back. */
    public static String describe(List<Layer> layers) {
        StringBuilder text = new StringBuilder();
        for (Layer layer : layers) {
            text.append(text.length() == 0 ? "" : ", ").append(layer.describe());
        }
        return text.toString();
    }

    private static Layer layer(String text, int room, Ops ops) {
        List<String> words = LayerText.words(text);
        if (words.isEmpty()) {
            throw new ModelFormatException("architecture has an empty layer; expected for example \"dense 784 10\"");
        }
        StringBuilder known = new StringBuilder();
        for (LayerKind kind : KINDS) {
            if (kind.name.equals(words.get(0))) {
                LayerText layer = new LayerText(text, kind.usage, room);
                Layer read = kind.read(layer, ops);
                layer.end();
                return read;
            }
            known.append(known.length() == 0 ? "" : ", ").append(kind.name);
        }
        throw new ModelFormatException("unknown layer \"" + text + "\"; known: " + known);
    }
}
