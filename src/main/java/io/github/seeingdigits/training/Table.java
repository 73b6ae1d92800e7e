package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Quantities measured for every digit in every network, written as a spread over all and a mean for each digit. */
public final class Table {
    private final ObjectNode node;
    private final int networks;
    private final int digits;
    private final Map<String, double[][]> columns = new LinkedHashMap<>();

    /** An empty table to be written into {@code node}. */
    public Table(ObjectNode node, int networks, int digits) {
        this.node = node;
        this.networks = networks;
        this.digits = digits;
    }

    /** Enters one number. */
    public void set(String name, int network, int digit, double value) {
        columns.computeIfAbsent(name, n -> new double[networks][digits])[network][digit] = value;
    }

    /**
     * Puts {@code {mean, min, max}} under each name, in the order in which the names came.
     *
     * @param byDigit whether to add an array {@code byDigit} of the means
     */
    public void write(boolean byDigit) {
        columns.forEach((name, rows) -> {
            Spread.put(
                    node,
                    name,
                    Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
            if (!byDigit) {
                return;
            }
            ArrayNode means = ((ObjectNode) node.get(name)).putArray("byDigit");
            for (int digit = 0; digit < digits; digit++) {
                double sum = 0;
                for (double[] row : rows) {
                    sum += row[digit];
                }
                means.add(sum / networks);
            }
        });
    }
}
