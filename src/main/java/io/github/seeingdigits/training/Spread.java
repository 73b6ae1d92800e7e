package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.DoubleSummaryStatistics;

/** How a number differs between runs. */
public final class Spread {
    private Spread() {}

    /** Puts {@code {mean, min, max}} of {@code values} under {@code name}. */
    public static void put(ObjectNode node, String name, double... values) {
        DoubleSummaryStatistics all = new DoubleSummaryStatistics();
        for (double value : values) {
            all.accept(value);
        }
        ObjectNode spread = node.putObject(name);
        spread.put("mean", all.getAverage());
        spread.put("min", all.getMin());
        spread.put("max", all.getMax());
    }
}
