package io.github.seeingdigits.training;

import io.github.seeingdigits.network.Adam;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Ops;
import io.github.seeingdigits.network.Optimiser;
import io.github.seeingdigits.network.Sgd;
import java.util.function.BiFunction;

/** An {@link Optimiser} yet to be given its network, with the words that a record uses for it. */
public final class Optimisation {
    private final String description;
    private final BiFunction<Network, Ops, Optimiser> start;

    private Optimisation(String description, BiFunction<Network, Ops, Optimiser> start) {
        this.description = description;
        this.start = start;
    }

    /** See {@link Adam}. */
    public static Optimisation adam() {
        return new Optimisation("Adam, β₁ 0.9, β₂ 0.999", (network, ops) -> new Adam(network.parameters(), ops));
    }

    /** See {@link Adam}; {@code weightDecay} at least 0. */
    public static Optimisation adamW(double weightDecay) {
        return new Optimisation(
                "AdamW, β₁ 0.9, β₂ 0.999, weight decay " + Numerals.plain(weightDecay),
                (network, ops) -> new Adam(network.parameters(), weightDecay, ops));
    }

    /** See {@link Sgd}. */
    public static Optimisation sgd(double momentum, double weightDecay) {
        return new Optimisation(
                "SGD, momentum " + Numerals.plain(momentum) + ", weight decay " + Numerals.plain(weightDecay),
                (network, ops) -> new Sgd(network.parameters(), momentum, weightDecay, ops));
    }

    Optimiser start(Network network, Ops ops) {
        return start.apply(network, ops);
    }

    @Override
    public String toString() {
        return description;
    }
}
