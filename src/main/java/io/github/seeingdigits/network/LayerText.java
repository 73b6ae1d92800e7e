package io.github.seeingdigits.network;

import java.util.ArrayList;
import java.util.List;

/** One layer of an {@link Architecture}, read word by word. Every problem names the layer. */
final class LayerText {
    /** No published layer comes near these; they keep a damaged file from asking for all memory. */
    static final int MAX_SIZE = 1 << 16;

    static final int MAX_PARAMETERS = 1 << 24;

    private final String text;
    private final String usage;
    private final List<String> words;
    private final int room;
    /** The next word; the first is the name. */
    private int at = 1;

    /**
     * Starts after the name.
     *
     * @param text the whole layer, its name included
     * @param usage how such a layer should read
     * @param room how many parameters it may have
     */
    LayerText(String text, String usage, int room) {
        this.text = text;
        this.usage = usage;
        this.words = words(text);
        this.room = room;
    }

    /** What stands between the spaces of {@code text}. */
    static List<String> words(String text) {
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

    private String word() {
        if (at == words.size()) {
            throw malformed();
        }
        return words.get(at++);
    }

    private ModelFormatException malformed() {
        return new ModelFormatException("layer \"" + text + "\" should read: " + usage);
    }

    private ModelFormatException problem(String what) {
        return new ModelFormatException("layer \"" + text + "\"" + what);
    }

    /** The next word as a size. */
    int size() {
        String word = word();
        return size(word, word, 1);
    }

    private int size(String number, String word, int least) {
        int value = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(i) - '0';
            if (digit < 0 || digit > 9 || value > MAX_SIZE) {
                value = -1;
                break;
            }
            value = value * 10 + digit;
        }
        if (number.isEmpty() || value < least || value > MAX_SIZE) {
            throw problem(": size \"" + word + "\" must be " + least + " to " + MAX_SIZE);
        }
        return value;
    }

    /** The next word as a picture's shape, for example {@code 1x28x28}, followed by a window's sizes. See {@link Window}. */
    Window window(boolean padded, boolean strideIsKernel, boolean filters) {
        String word = word();
        int first = word.indexOf('x');
        int second = word.indexOf('x', first + 1);
        if (first < 0 || second < 0) {
            throw problem(": shape \"" + word + "\" must be CHANNELSxHEIGHTxWIDTH, for example 1x28x28");
        }
        int channels = size(word.substring(0, first), word, 1);
        int height = size(word.substring(first + 1, second), word, 1);
        int width = size(word.substring(second + 1), word, 1);
        int units = filters ? size() : channels;
        int kernel = size();
        int stride = next("stride") ? size() : strideIsKernel ? kernel : 1;
        int padding = 0;
        if (padded && next("pad")) {
            String pad = word();
            padding = size(pad, pad, 0);
        }
        // Without this an edge could be a window of nothing but padding.
        if (padding >= kernel) {
            throw problem(": padding " + padding + " must be less than the kernel's " + kernel);
        }
        if (kernel > height + 2 * padding || kernel > width + 2 * padding) {
            throw problem(": a kernel of " + kernel + " does not fit into " + word + " with padding " + padding);
        }
        Window window = new Window(channels, height, width, units, kernel, stride, padding);
        // Compared by division, because the products may not fit an int.
        if (channels > MAX_SIZE / (height + 2 * padding) / (width + 2 * padding)
                || channels > MAX_SIZE / kernel / kernel
                || units > MAX_SIZE / window.outHeight / window.outWidth) {
            throw problem(" is too large: a picture with its padding, a filter and an output have at most " + MAX_SIZE
                    + " numbers each");
        }
        return window;
    }

    /** Whether the next word is {@code keyword}; if so, it is read. */
    boolean next(String keyword) {
        boolean here = at < words.size() && words.get(at).equals(keyword);
        at += here ? 1 : 0;
        return here;
    }

    /** Whether the next word starts with a minus; if so, the minus is read. */
    boolean minus() {
        boolean here = at < words.size() && words.get(at).startsWith("-");
        if (here) {
            words.set(at, words.get(at).substring(1));
        }
        return here;
    }

    /**
     * The next word as a number.
     *
     * @param what what the number is, for the message
     * @param positive whether zero is refused
     * @param below what the number must be less than
     */
    Decimal number(String what, boolean positive, int below) {
        String word = word();
        Decimal number = Decimal.parse(word);
        if (number == null || number.value() >= below || positive && (float) number.value() == 0) {
            throw problem(": " + what + " \"" + word + "\" must be a number " + (positive ? "above" : "from")
                    + " 0 and below " + below + ", for example 0.01 or 1e-5");
        }
        return number;
    }

    /** Makes sure that a layer with rows×cols weights and a few more parameters for each column fits. */
    void reserve(int rows, int cols, int perColumn) {
        // Compared by division, because the product of two sizes may not fit an int.
        if (rows + perColumn > room / cols) {
            throw problem(" is too large: a model has at most " + MAX_PARAMETERS + " parameters");
        }
    }

    /** Makes sure that no word is left. */
    void end() {
        if (at != words.size()) {
            throw malformed();
        }
    }
}
