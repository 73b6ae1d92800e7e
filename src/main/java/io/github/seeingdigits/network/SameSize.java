package io.github.seeingdigits.network;

import java.util.List;

/** A layer that gives as many numbers as it gets and has nothing to learn. */
abstract class SameSize implements Layer {
    final int size;

    SameSize(int size) {
        this.size = size;
    }

    @Override
    public final int inputs() {
        return size;
    }

    @Override
    public final int outputs() {
        return size;
    }

    @Override
    public boolean separable() {
        return true;
    }

    @Override
    public final List<Parameter> parameters() {
        return List.of();
    }
}
