package io.github.seeingdigits.network;

import java.util.ArrayList;
import java.util.List;

/**
 * How a network is written down: its layers in order, separated by commas, each a name and its sizes, for example
 * {@code dense 784 10}.
 *
 * <p>Records, safetensors metadata and the compact model format all use this one notation.
 */
public final class Architecture {
    /** No published layer comes near these; they keep a damaged file from asking for all memory. */
    private static final int MAX_LAYERS = 64;

    private static final int MAX_SIZE = 1 << 16;
    private static final int MAX_PARAMETERS = 1 << 24;

    private Architecture() {}

    /**
     * Builds the layers that {@code text} describes, all parameters zero.
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
            int room = MAX_PARAMETERS - parameters;
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
        List<String> words = words(text);
        if (words.isEmpty()) {
            throw new ModelFormatException("architecture has an empty layer; expected for example \"dense 784 10\"");
        }
        if (!words.get(0).equals("dense")) {
            throw new ModelFormatException("unknown layer \"" + text + "\"; known: dense INPUTS OUTPUTS");
        }
        if (words.size() != 3) {
            throw new ModelFormatException("layer \"" + text + "\" should read: dense INPUTS OUTPUTS");
        }
        int inputs = size(words.get(1), text);
        int outputs = size(words.get(2), text);
        // Compared by division, because the product of two sizes may not fit an int.
        if (inputs + 1 > room / outputs) {
            throw new ModelFormatException(
                    "layer \"" + text + "\" is too large: a model has at most " + MAX_PARAMETERS + " parameters");
        }
        return new Dense(inputs, outputs, ops);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && text.charAt(i) != ' ';
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    private static int size(String word, String layer) {
        int value = 0;
        for (int i = 0; i < word.length(); i++) {
            int digit = word.charAt(i) - '0';
            if (digit < 0 || digit > 9 || value > MAX_SIZE) {
                value = -1;
                break;
            }
            value = value * 10 + digit;
        }
        if (value < 1 || value > MAX_SIZE) {
            throw new ModelFormatException("layer \"" + layer + "\": size \"" + word + "\" must be 1 to " + MAX_SIZE);
        }
        return value;
    }
}
