package io.github.seeingdigits.demos;

import io.github.seeingdigits.network.Network;

/** A live figure. */
interface Demo {
    /**
     * Brings the figure to life: finds its parts on the stage, listens to its controls, and says with
     * {@link Stage#onDraw} how it draws. Called once, when the network has arrived.
     */
    void start(Stage stage, Network network);

    /** Whether what it shows depends on the page's current digit, so that it is drawn again with each stroke. */
    default boolean followsDigit() {
        return true;
    }
}
