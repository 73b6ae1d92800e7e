package io.github.seeingdigits.figure;

import java.util.List;

/** A picture that an article can ask for by name; see {@link FigureKind} and {@link ComparisonKind}. */
public interface NamedFigure {
    /** The name in the article and in the page's {@code data-demo}. */
    String name();

    /** The parameters that an article may give besides {@code model} and {@code digit}; none is required. */
    List<String> parameters();
}
