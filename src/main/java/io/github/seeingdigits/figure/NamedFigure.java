package io.github.seeingdigits.figure;

import java.util.List;

/** A picture that an article can ask for by name; see {@link FigureKind} and {@link ComparisonKind}. */
public interface NamedFigure {
    /** The name in the article and in the page's {@code data-demo}. */
    String name();

    /** What a reader can do with it, in a sentence, for the page that lists all figures. */
    String purpose();

    /** The parameters that an article may give besides {@code model} and {@code digit}; none is required. */
    List<String> parameters();

    /**
     * The parts of a model's record that the figure reads, as paths of {@link Facts}, each with all that is below it. The page
     * gets these and no more; a part that a model's record lacks is left out.
     */
    default List<String> facts() {
        return List.of();
    }

    /** The views of a model that the figure draws from; the page loads them when the live figure asks. */
    default List<String> views() {
        return List.of();
    }

    /** Whether the live figure runs the network. One that only draws what was measured does not make a reader wait for it. */
    default boolean runsNetwork() {
        return true;
    }
}
