package io.github.seeingdigits.network;

/** A layer that slides a {@link Window} over pictures; the window knows the shapes of both sides. */
abstract class Sliding implements Layer {
    final Window window;

    Sliding(Window window) {
        this.window = window;
    }

    /** What slides over the input: shapes of both sides. */
    public final Window window() {
        return window;
    }

    @Override
    public final int inputs() {
        return window.inputs();
    }

    @Override
    public final int outputs() {
        return window.outputs();
    }
}
