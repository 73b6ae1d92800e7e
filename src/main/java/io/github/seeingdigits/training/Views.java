package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Parameter;
import io.github.seeingdigits.network.View;
import java.util.List;

/** The views that every experiment publishes where they are small enough, and what the record says about them. */
final class Views {
    /** What a reader may be asked to wait for, in bytes. */
    private static final int LARGEST = 250_000;

    private Views() {}

    /**
     * Adds {@code sample}, what layers give for a sample of test images while training, and {@code seeds}, the parameters of
     * all seeds' networks.
     */
    static void of(Results results, Snapshots snapshots, Study study, ObjectNode record) {
        ObjectNode node = record.putObject("views");
        snapshots.view().ifPresent(view -> {
            study.publish("sample", view);
            ObjectNode sample = node.putObject("sample");
            sample.put("axes", "moments of the replay, test images, units of the layers one after the other");
            numbers(
                    sample.putArray("layers"),
                    snapshots.layers().stream().mapToInt(i -> i).toArray());
            numbers(sample.putArray("images"), snapshots.sample().indices());
            numbers(sample.putArray("labels"), snapshots.sample().labels());
        });
        List<Network> networks = results.networks();
        int parameters = networks.get(0).parameterCount();
        if (2 * parameters * networks.size() <= LARGEST) {
            float[] all = new float[parameters * networks.size()];
            int at = 0;
            for (Network network : networks) {
                for (Parameter p : network.parameters()) {
                    for (float[] row : p.value.row) {
                        System.arraycopy(row, 0, all, at, row.length);
                        at += row.length;
                    }
                }
            }
            study.publish("seeds", new View(new int[] {networks.size(), parameters}, all));
            node.putObject("seeds").put("axes", "seeds, parameters in the order of the model file");
        }
    }

    static void numbers(ArrayNode node, int[] numbers) {
        for (int number : numbers) {
            node.add(number);
        }
    }
}
