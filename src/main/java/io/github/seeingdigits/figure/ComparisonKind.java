package io.github.seeingdigits.figure;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Network;
import java.util.List;

/**
 * A kind of figure that shows several networks side by side: {@code ![takeaway](demo:NAME){models="ID ID"}}. Without {@code
 * models} it shows all that {@link #fits fit}, the page's own first.
 */
public interface ComparisonKind extends NamedFigure {
    /** The parameter with the ids of the networks, separated by spaces. */
    String MODELS = "models";

    @Override
    default List<String> parameters() {
        return List.of(MODELS);
    }

    /** Whether a network can be shown here: by default, whether it reads 28×28 pixels as one of ten digits. */
    default boolean fits(Network network) {
        return network.inputs() == Ink.PIXELS && network.outputs() == 10;
    }

    /** What {@link #fits} asks for, in words that complete “name models that …”. */
    default String fitting() {
        return "read 784 pixels as one of ten digits";
    }

    /**
     * The picture for the page at rest.
     *
     * @param exhibits in the order in which they are shown, at least one
     * @param sample a digit that stands in for the reader's drawing
     * @param parameters only names from {@link #parameters()}
     */
    Still still(List<Exhibit> exhibits, Drawing sample, Parameters parameters);
}
