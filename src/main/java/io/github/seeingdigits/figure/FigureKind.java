package io.github.seeingdigits.figure;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.network.Network;
import java.util.List;
import java.util.Map;

/** A kind of figure that an article can ask for by name: {@code ![takeaway](demo:NAME){model=ID}}. */
public interface FigureKind {
    /** The name in the article and in the page's {@code data-demo}. */
    String name();

    /** The parameters that an article may give besides {@code model} and {@code digit}; none is required. */
    List<String> parameters();

    /**
     * The picture for the page at rest.
     *
     * @param network the article's trained network
     * @param sample a digit that stands in for the reader's drawing
     * @param parameters only names from {@link #parameters()}
     * @throws IllegalArgumentException naming the parameter, its value and what it may be
     */
    Still still(Network network, Drawing sample, Map<String, String> parameters);
}
