package io.github.seeingdigits.training;

import io.github.seeingdigits.data.DataSet;
import io.github.seeingdigits.network.Network;
import java.util.List;
import java.util.Map;

/** Studies of networks that no training run made. */
final class Studies {
    private Studies() {}

    /** A study of {@code networks} alone, as if after one epoch in which nothing was read. */
    static Study of(Recipe recipe, List<Network> networks, DataSet data) {
        return of(recipe, networks, new double[networks.size()][1], data);
    }

    /** A study of {@code networks} alone, with what they read after each epoch. */
    static Study of(Recipe recipe, List<Network> networks, double[][] testByEpoch, DataSet data) {
        return new Study(recipe, networks, testByEpoch, data, other -> List.of(), Map.of(), Map.of());
    }
}
