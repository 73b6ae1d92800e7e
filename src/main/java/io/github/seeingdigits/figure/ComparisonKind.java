package io.github.seeingdigits.figure;

import io.github.seeingdigits.digit.Drawing;
import java.util.List;

/**
 * A kind of figure that shows several networks side by side: {@code ![takeaway](demo:NAME){models="ID ID"}}. Without {@code
 * models} it shows all that read 28×28 pixels as one of ten digits, the page's own first.
 */
public interface ComparisonKind extends NamedFigure {
    /** The parameter with the ids of the networks, separated by spaces. */
    String MODELS = "models";

    @Override
    default List<String> parameters() {
        return List.of(MODELS);
    }

    /**
     * The picture for the page at rest.
     *
     * @param networks in the order in which they are shown, at least one
     * @param sample a digit that stands in for the reader's drawing
     */
    Still still(List<PublishedNetwork> networks, Drawing sample);
}
