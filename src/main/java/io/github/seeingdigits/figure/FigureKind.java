package io.github.seeingdigits.figure;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.network.Network;
import java.util.Map;

/** A kind of figure that shows one network: {@code ![takeaway](demo:NAME){model=ID}}. */
public interface FigureKind extends NamedFigure {
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
