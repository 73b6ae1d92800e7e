package io.github.seeingdigits.network;

/** A rule that turns gradients into steps. It keeps its own running averages, so it belongs to one network's training. */
public interface Optimiser {
    /** Moves every parameter against its gradient by one step. {@code rate} is the learning rate of this step. */
    void step(double rate);
}
