package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.analysis.Vectors;
import io.github.seeingdigits.analysis.YatUnit;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Yat;
import java.util.ArrayList;
import java.util.List;

/** How far from its prototypes, and how sure, a network answers. */
public final class Reach {
    private static final float[] FACTORS = {0.5f, 1, 2, 10, 1000};

    private Reach() {}

    /** Writes test margins, and the mean confidence when every input is multiplied by a factor: far away along its ray. */
    public static void confidence(List<Network> networks, LabelledImages test, ObjectNode node) {
        List<Answers> original = new ArrayList<>();
        for (Network network : networks) {
            original.add(Answers.of(network, test, Answers.scaled(1)));
        }
        Spread.put(
                node,
                "margin",
                original.stream().mapToDouble(a -> a.margin(test.labels())).toArray());
        ArrayNode rays = node.putArray("scaled");
        for (float factor : FACTORS) {
            double[] confidence = new double[networks.size()];
            double[] accuracy = new double[networks.size()];
            for (int i = 0; i < networks.size(); i++) {
                Answers scaled = Answers.of(networks.get(i), test, Answers.scaled(factor));
                confidence[i] = scaled.confidence();
                accuracy[i] = scaled.agreement(test.labels());
            }
            ObjectNode point = rays.addObject();
            point.put("factor", Double.parseDouble(Float.toString(factor)));
            Spread.put(point, "confidence", confidence);
            Spread.put(point, "accuracy", accuracy);
        }
    }

    /**
     * For networks of one ⵟ layer: what {@link YatUnit} says of each unit, and where the test images lie in that landscape.
     * {@code ownResponseInClosedRegion} is the part of the images to which their own digit's unit responds above its largest
     * limit, so from inside a closed level surface; {@code nearestImageByNorm} is the distance from w to the nearest test
     * image of any digit in units of ‖w‖.
     */
    public static void landscape(List<Network> networks, LabelledImages test, ObjectNode node) {
        Table table = new Table(node, networks.size(), networks.get(0).outputs());
        for (int n = 0; n < networks.size(); n++) {
            Network network = networks.get(n);
            float[][] weights = Prototypes.weights(network);
            for (int c = 0; c < weights.length; c++) {
                YatUnit unit = YatUnit.of((Yat) network.layers().get(0), c);
                double nearest = Double.POSITIVE_INFINITY;
                double largest = 0;
                double own = 0;
                int closed = 0;
                int count = 0;
                for (int i = 0; i < test.size(); i++) {
                    float[] x = Study.input(test.pixels()[i]);
                    double response = unit.response(x);
                    nearest = Math.min(nearest, Vectors.distance(weights[c], x));
                    largest = Math.max(largest, response);
                    if (test.labels()[i] == c) {
                        count++;
                        own += response;
                        closed += response > unit.largestLimit() ? 1 : 0;
                    }
                }
                table.set("maximum", n, c, unit.maximum());
                table.set("maximiserScaleMinusOne", n, c, unit.maximiserScale() - 1);
                table.set("largestLimit", n, c, unit.largestLimit());
                table.set("halfMaximumRadius", n, c, unit.semiAxes(unit.maximum() / 2)[1]);
                table.set("nearestImage", n, c, nearest);
                table.set("nearestImageByNorm", n, c, nearest / Vectors.norm(weights[c]));
                table.set("largestResponse", n, c, largest);
                table.set("largestResponseByMaximum", n, c, largest / unit.maximum());
                table.set("ownMeanResponse", n, c, own / count);
                table.set("ownMeanResponseByLargestLimit", n, c, own / count / unit.largestLimit());
                table.set("ownResponseInClosedRegion", n, c, (double) closed / count);
            }
        }
        table.write(true);
    }
}
