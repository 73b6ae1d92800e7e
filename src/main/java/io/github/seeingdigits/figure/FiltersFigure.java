package io.github.seeingdigits.figure;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.network.Dense;
import java.util.List;

/** The filters of a first layer side by side, with one common colour scale. */
public final class FiltersFigure implements FigureKind {
    private static final int COLUMNS = 5;
    private static final double GAP = 18;
    private static final double WIDTH = 112;
    private static final double SCALE = 240;
    private static final double HEIGHT = FilterImage.height(WIDTH);

    @Override
    public String name() {
        return "filters";
    }

    @Override
    public String purpose() {
        return "See the weights of the first layer as pictures, multiply them by the drawing, and go back through training.";
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    @Override
    public Still still(Exhibit exhibit, Drawing sample, Parameters parameters) {
        Dense layer = FilterImage.firstLayer(exhibit.network());
        int rows = (layer.outputs() + COLUMNS - 1) / COLUMNS;
        float limit = ColourMap.limit(FilterImage.allWeights(layer));
        return new Still() {
            @Override
            public double width() {
                return COLUMNS * (WIDTH + GAP) - GAP;
            }

            @Override
            public double height() {
                return rows * (HEIGHT + GAP) + WeightScale.HEIGHT;
            }

            @Override
            public void draw(Surface surface) {
                for (int k = 0; k < layer.outputs(); k++) {
                    surface.beginUnit(k);
                    FilterImage.draw(
                            surface,
                            k % COLUMNS * (WIDTH + GAP),
                            k / COLUMNS * (HEIGHT + GAP),
                            WIDTH,
                            Integer.toString(k),
                            "bias " + Numbers.fixed(layer.bias().value.row[0][k], 2),
                            FilterImage.weights(layer, k),
                            limit,
                            false);
                    surface.end();
                }
                WeightScale.draw(surface, width() / 2 - SCALE / 2, rows * (HEIGHT + GAP), SCALE, limit);
            }

            @Override
            public String[][] table() {
                return FiltersFigure.table(layer);
            }
        };
    }

    private static String[][] table(Dense layer) {
        String[][] table = new String[layer.outputs() + 1][];
        table[0] = new String[] {"Unit", "Bias", "Largest weight", "Smallest weight", "Weights above zero"};
        for (int k = 0; k < layer.outputs(); k++) {
            float largest = -Float.MAX_VALUE;
            float smallest = Float.MAX_VALUE;
            int positive = 0;
            for (float weight : FilterImage.weights(layer, k)) {
                largest = Math.max(largest, weight);
                smallest = Math.min(smallest, weight);
                positive += weight > 0 ? 1 : 0;
            }
            table[k + 1] = new String[] {
                Integer.toString(k),
                Numbers.fixed(layer.bias().value.row[0][k], 3),
                Numbers.fixed(largest, 3),
                Numbers.fixed(smallest, 3),
                Integer.toString(positive)
            };
        }
        return table;
    }
}
