package io.github.seeingdigits.figure;

import io.github.seeingdigits.digit.Drawing;

/** A kind of figure that shows one network: {@code ![takeaway](demo:NAME){model=ID}}. */
public interface FigureKind extends NamedFigure {
    /**
     * The picture for the page at rest.
     *
     * @param exhibit the article's trained network, and what is known about it
     * @param sample a digit that stands in for the reader's drawing
     * @param parameters only names from {@link #parameters()}
     * @throws IllegalArgumentException naming what does not fit: a parameter with its value, or what the model lacks
     */
    Still still(Exhibit exhibit, Drawing sample, Parameters parameters);
}
