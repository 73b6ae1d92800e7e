package io.github.seeingdigits.network;

import java.util.List;

/** A rule that turns gradients into steps. It keeps its own running averages, so it belongs to one network's training. */
public interface Optimiser {
    /** Moves every parameter against its gradient by one step. {@code rate} is the learning rate of this step. */
    void step(double rate);

    /**
     * Everything it remembers of past gradients, in a fixed order; not a copy. To go on with an interrupted run, fill these
     * with what they held and call {@link #restore}.
     */
    List<Matrix> state();

    /** Goes on as if {@code steps} steps had been taken, at least 0. Leaves {@link #state} as it is. */
    void restore(int steps);
}
