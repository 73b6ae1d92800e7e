package io.github.seeingdigits.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.network.Convolution;
import io.github.seeingdigits.network.Dense;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Parameter;
import io.github.seeingdigits.network.PlainOps;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every number is recomputed from what the maps say it was computed from, in loops of the test's own. */
class FeatureMapsTest {
    private static final String LAYERS = "conv 1x28x28 3 5 stride 2 pad 1, relu 507, maxpool 3x13x13 3 stride 2,"
            + " conv 3x6x6 4 3, relu 64, dropout 64 0.5, dense 64 12, relu 12, dense 12 10";

    private static Network network() {
        Network network = new Network(LAYERS, 1, new PlainOps());
        Random random = new Random(7);
        for (Parameter parameter : network.parameters()) {
            for (float[] row : parameter.value.row) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = random.nextFloat() - 0.5f;
                }
            }
        }
        return network;
    }

    private static float[] ink() {
        Random random = new Random(8);
        float[] ink = new float[784];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = random.nextFloat();
        }
        return ink;
    }

    private static FeatureMaps seen() {
        FeatureMaps maps = new FeatureMaps(network());
        maps.see(ink());
        return maps;
    }

    @Test
    void stagesHaveNamesAndShapesAndDropoutIsNone() {
        FeatureMaps maps = seen();
        String[] names = {"ink", "conv 1", "ReLU 1", "pool 1", "conv 2", "ReLU 2", "dense 1", "ReLU 3", "scores"};
        int[] counts = {1, 3, 3, 3, 4, 4, 1, 1, 1};
        int[] columns = {28, 13, 13, 6, 4, 4, 3, 3, 1};
        int[] cells = {784, 169, 169, 36, 16, 16, 12, 12, 10};
        boolean[] positive = {true, false, true, true, false, true, false, true, false};
        assertEquals(names.length, maps.stages());
        for (int s = 0; s < names.length; s++) {
            assertEquals(names[s], maps.name(s));
            assertEquals(counts[s], maps.maps(s), names[s]);
            assertEquals(columns[s], maps.columns(s), names[s]);
            assertEquals(cells[s], maps.cells(s), names[s]);
            assertEquals(positive[s], maps.isPositive(s), names[s]);
            assertEquals(s > 5, maps.isFlat(s), names[s]);
        }
    }

    @Test
    void theFirstConvolutionIsTheSumOfProductsUnderItsWindow() {
        Network network = network();
        FeatureMaps maps = new FeatureMaps(network);
        float[] ink = ink();
        maps.see(ink);
        Convolution layer = (Convolution) network.layers().get(0);
        for (int f = 0; f < 3; f++) {
            for (int row = 0; row < 13; row++) {
                for (int column = 0; column < 13; column++) {
                    double sum = 0;
                    for (int dy = 0; dy < 5; dy++) {
                        for (int dx = 0; dx < 5; dx++) {
                            int y = 2 * row - 1 + dy;
                            int x = 2 * column - 1 + dx;
                            if (y >= 0 && x >= 0 && y < 28 && x < 28) {
                                sum += (double) ink[28 * y + x] * layer.weight().value.row[f][5 * dy + dx];
                            }
                        }
                    }
                    int cell = 13 * row + column;
                    assertEquals(sum, maps.sum(1, f, 0, cell), 1e-5);
                    assertEquals(maps.value(1, f, cell), sum + maps.bias(1, f), 1e-5);
                }
            }
        }
        assertEquals(0, maps.seen(1, 0, 0)[0], "padding");
        assertEquals(ink[0], maps.seen(1, 0, 0)[6]);
    }

    @Test
    void theSecondConvolutionAddsUpOverTheMapsBefore() {
        FeatureMaps maps = seen();
        for (int f = 0; f < 4; f++) {
            for (int cell = 0; cell < 16; cell++) {
                double sum = maps.bias(4, f);
                for (int c = 0; c < 3; c++) {
                    float[] window = maps.seen(4, c, cell);
                    float[] kernel = maps.kernel(4, f, c);
                    for (int t = 0; t < 9; t++) {
                        assertEquals(maps.value(3, c, (cell / 4 + t / 3) * 6 + cell % 4 + t % 3), window[t]);
                        sum += window[t] * kernel[t];
                    }
                }
                assertEquals(maps.value(4, f, cell), sum, 1e-4);
            }
        }
    }

    @Test
    void aPoolGivesTheLargestUnderItsWindowAndARectifierWhatIsAboveZero() {
        FeatureMaps maps = seen();
        for (int c = 0; c < 3; c++) {
            for (int cell = 0; cell < 36; cell++) {
                float largest = 0;
                for (int t = 0; t < 9; t++) {
                    int source = (2 * (cell / 6) + t / 3) * 13 + 2 * (cell % 6) + t % 3;
                    assertEquals(Math.max(0, maps.value(1, c, source)), maps.seen(3, c, cell)[t]);
                    largest = Math.max(largest, maps.seen(3, c, cell)[t]);
                }
                assertEquals(largest, maps.value(3, c, cell));
            }
        }
        assertEquals(maps.value(2, 1, maps.peak(2, 1)), maps.value(1, 1, maps.peak(1, 1)));
    }

    @Test
    void theSharesOfADenseUnitAddUpToItsNumberAndTheLargestComeFirst() {
        Network network = network();
        FeatureMaps maps = new FeatureMaps(network);
        maps.see(ink());
        for (int stage : new int[] {6, 8}) {
            int inputs = maps.values(stage - 1).length;
            Dense layer = (Dense) network.layers().get(stage == 6 ? 6 : 8);
            for (int unit = 0; unit < maps.cells(stage); unit++) {
                double sum = maps.bias(stage, unit);
                for (int i = 0; i < inputs; i++) {
                    assertEquals(
                            maps.values(stage - 1)[i] * layer.weight().value.row[i][unit], maps.share(stage, unit, i));
                    sum += maps.share(stage, unit, i);
                }
                assertEquals(maps.value(stage, 0, unit), sum, 1e-4);
                int[] largest = maps.largestShares(stage, unit, 5);
                double least = Double.MAX_VALUE;
                for (int i : largest) {
                    assertTrue(Math.abs(maps.share(stage, unit, i)) <= least);
                    least = Math.abs(maps.share(stage, unit, i));
                }
                int above = 0;
                for (int i = 0; i < inputs; i++) {
                    above += Math.abs(maps.share(stage, unit, i)) > least ? 1 : 0;
                }
                assertTrue(above <= 4, "none that is larger is left out");
            }
        }
        assertEquals(12, maps.largestShares(8, 0, 99).length);
    }

    @Test
    void aMapIsACopy() {
        FeatureMaps maps = seen();
        float[] map = maps.map(1, 2);
        map[5]++;
        assertEquals(map[5] - 1, maps.value(1, 2, 5), 1e-6);
        assertArrayEquals(maps.map(0, 0), maps.values(0));
    }

    @Test
    void otherNetworksAreRefused() {
        for (String other : new String[] {
            "dense 784 10", "scale 784 2 -1, conv 1x28x28 2 5", "conv 1x28x28 2 5, yat 1152 10", "conv 1x8x8 2 5"
        }) {
            Network network = new Network(other, 1, new PlainOps());
            String problem = assertThrows(IllegalArgumentException.class, () -> new FeatureMaps(network))
                    .getMessage();
            assertTrue(problem.contains(network.architecture()), problem);
        }
        assertFalse(new FeatureMaps(network()).sums(0));
    }
}
