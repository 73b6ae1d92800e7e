package io.github.seeingdigits.figure;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.network.Network;
import java.util.List;

/**
 * The filters of a first layer side by side, with one common colour scale; below each, where there is a next layer, the weights
 * that lead on from it. For neural matter networks the title has the cosine to the mean picture of the unit's digit.
 */
public final class FiltersFigure implements FigureKind {
    /** Signed cosines of the published prototypes to their class means, where a record has them. */
    public static final String COSINES = "findings/prototypes/nmn/cosines/0";

    private static final int COLUMNS = 5;
    private static final double GAP = 18;
    private static final double WIDTH = 112;
    private static final double SCALE = 240;

    @Override
    public String name() {
        return "filters";
    }

    @Override
    public String purpose() {
        return "See the weights of the first layer as pictures, multiply them by the drawing, sort them by use, and go back through"
                + " training.";
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    @Override
    public List<String> facts() {
        return List.of("findings/prototypes/nmn/cosines");
    }

    @Override
    public Still still(Exhibit exhibit, Drawing sample, Parameters parameters) {
        FirstLayer layer = new FirstLayer(exhibit.network());
        boolean leadsOn = layer.outgoing(0) != null;
        double each = FilterImage.height(WIDTH, leadsOn) + GAP;
        int rows = (layer.units() + COLUMNS - 1) / COLUMNS;
        float limit = ColourMap.limit(layer.allWeights());
        float outgoing = outgoingLimit(layer);
        return new Still() {
            @Override
            public double width() {
                return COLUMNS * (WIDTH + GAP) - GAP;
            }

            @Override
            public double height() {
                return rows * each + WeightScale.HEIGHT;
            }

            @Override
            public void draw(Surface surface) {
                for (int k = 0; k < layer.units(); k++) {
                    double x = k % COLUMNS * (WIDTH + GAP);
                    double y = k / COLUMNS * each;
                    surface.beginUnit(k);
                    String note = note(layer, exhibit.facts(), k);
                    FilterImage.draw(surface, x, y, WIDTH, Integer.toString(k), note, layer.weights(k), limit, false);
                    if (leadsOn) {
                        FilterImage.outgoing(surface, x, y, WIDTH, layer.outgoing(k), outgoing);
                    }
                    surface.end();
                }
                WeightScale.draw(surface, width() / 2 - SCALE / 2, rows * each, SCALE, limit);
            }

            @Override
            public String[][] table() {
                return FiltersFigure.table(layer);
            }
        };
    }

    /** What the title of trained unit {@code k} says beside its number. */
    public static String note(FirstLayer layer, Facts facts, int k) {
        return facts.size(COSINES) == layer.units()
                ? "cos " + Numbers.fixed(facts.number(COSINES + "/" + k), 2)
                : "bias " + Numbers.fixed(layer.bias(k), 2);
    }

    /** A colour limit that all outgoing weights share; 1 where there are none. */
    public static float outgoingLimit(FirstLayer layer) {
        float[][] all = new float[layer.units()][];
        for (int k = 0; k < all.length; k++) {
            all[k] = layer.outgoing(k);
            if (all[k] == null) {
                return 1;
            }
        }
        return ColourMap.limit(all);
    }

    private static String[][] table(FirstLayer layer) {
        boolean leadsOn = layer.outgoing(0) != null;
        String[][] table = new String[layer.units() + 1][];
        table[0] = leadsOn
                ? new String[] {
                    "Unit",
                    "Bias",
                    "Largest weight",
                    "Smallest weight",
                    "Weights above zero",
                    "Most for",
                    "Most against"
                }
                : new String[] {"Unit", "Bias", "Largest weight", "Smallest weight", "Weights above zero"};
        for (int k = 0; k < layer.units(); k++) {
            float[] weights = layer.weights(k);
            int positive = 0;
            for (float weight : weights) {
                positive += weight > 0 ? 1 : 0;
            }
            String[] row = new String[table[0].length];
            row[0] = Integer.toString(k);
            row[1] = Numbers.fixed(layer.bias(k), 3);
            row[2] = Numbers.fixed(weights[Network.argmax(weights)], 3);
            row[3] = Numbers.fixed(weights[least(weights)], 3);
            row[4] = Integer.toString(positive);
            if (leadsOn) {
                float[] out = layer.outgoing(k);
                int most = Network.argmax(out);
                int least = least(out);
                row[5] = most + " (" + Numbers.fixed(out[most], 2) + ")";
                row[6] = least + " (" + Numbers.fixed(out[least], 2) + ")";
            }
            table[k + 1] = row;
        }
        return table;
    }

    /** The index of the smallest value, the first one among equals. */
    public static int least(float[] values) {
        int least = 0;
        for (int i = 1; i < values.length; i++) {
            least = values[i] < values[least] ? i : least;
        }
        return least;
    }
}
