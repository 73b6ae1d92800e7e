package io.github.seeingdigits.figure;

import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Replay;
import io.github.seeingdigits.network.View;

/** A trained network as a figure gets to see it when the site is built, with what training found out about it. */
public interface Exhibit {
    /** The name of its folder in {@code models/}. */
    String id();

    /** What its record calls it. */
    String title();

    /** The part of the test digits that it reads correctly. */
    double accuracy();

    /** The size of the file that the page loads. */
    int bytes();

    /** The trained network; predictions change its activations, nothing else. */
    Network network();

    /** What the figure has asked for in {@link NamedFigure#facts}; asking for anything else fails. */
    Facts facts();

    /**
     * One of the views that the figure has named in {@link NamedFigure#views}.
     *
     * @throws IllegalArgumentException if the model has no view of this name, or the figure has not named it
     */
    View view(String name);

    /** Several of these views, in the order of their names. */
    default View[] views(String[] names) {
        View[] views = new View[names.length];
        for (int i = 0; i < names.length; i++) {
            views[i] = view(names[i]);
        }
        return views;
    }

    /**
     * Snapshots of its training.
     *
     * @throws IllegalArgumentException if it has none
     */
    Replay replay();
}
