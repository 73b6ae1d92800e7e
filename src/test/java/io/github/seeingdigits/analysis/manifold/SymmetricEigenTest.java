package io.github.seeingdigits.analysis.manifold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.network.SeededRandom;
import org.junit.jupiter.api.Test;

class SymmetricEigenTest {
    private static double[][] random(int n, int rank, SeededRandom random) {
        double[][] a = new double[n][n];
        for (int r = 0; r < rank; r++) {
            double[] v = new double[n];
            for (int i = 0; i < n; i++) {
                v[i] = random.nextGaussian();
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    a[i][j] += (r % 3 == 0 ? -1 : 1) * v[i] * v[j];
                }
            }
        }
        return a;
    }

    /** AV = VΛ, VᵀV = I, values in order and the sign rule. */
    private static void assertDecomposes(double[][] a, SymmetricEigen eigen, double tolerance) {
        int n = a.length;
        for (int k = 0; k < n; k++) {
            double[] v = eigen.vectors()[k];
            double largest = 0;
            double signed = 0;
            for (int i = 0; i < n; i++) {
                double product = 0;
                for (int j = 0; j < n; j++) {
                    product += a[i][j] * v[j];
                }
                assertEquals(eigen.values()[k] * v[i], product, tolerance, "entry " + i + " of A times vector " + k);
                if (Math.abs(v[i]) > largest) {
                    largest = Math.abs(v[i]);
                    signed = v[i];
                }
            }
            assertTrue(signed > 0, "vector " + k + " points the wrong way");
            assertTrue(k == 0 || eigen.values()[k - 1] >= eigen.values()[k], "values " + k + " out of order");
            for (int l = 0; l <= k; l++) {
                double dot = 0;
                for (int i = 0; i < n; i++) {
                    dot += v[i] * eigen.vectors()[l][i];
                }
                assertEquals(k == l ? 1 : 0, dot, 1e-12, "vectors " + k + " and " + l);
            }
        }
    }

    @Test
    void aMatrixSolvedByHand() {
        SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{4, 2}, {2, 1}});
        assertArrayEquals(new double[] {5, 0}, eigen.values(), 1e-14);
        double r = Math.sqrt(5);
        assertArrayEquals(new double[] {2 / r, 1 / r}, eigen.vectors()[0], 1e-14);
        assertArrayEquals(new double[] {-1 / r, 2 / r}, eigen.vectors()[1], 1e-14);
    }

    @Test
    void valuesAndVectorsAreThoseOfNumpy() {
        SymmetricEigen eigen =
                SymmetricEigen.of(new double[][] {{4, 1, -2, 2}, {1, 2, 0, 1}, {-2, 0, 3, -2}, {2, 1, -2, -1}});
        assertArrayEquals(
                new double[] {6.844621107234965, 2.2685314064312423, 1.0843644637732166, -2.1975169774394243},
                eigen.values(),
                1e-13);
        double[][] vectors = {
            {0.7180459594506796, 0.2211529881551807, -0.5573513771375096, 0.3533564748939929},
            {0.20171109662094233, 0.7894499124874397, 0.5796341693167879, 0.010280998686330534},
            {0.6422600067660328, -0.5441878481946866, 0.5202218509386148, -0.14398227457619123},
            {-0.17670517062447652, -0.17810046990630068, 0.2876680343197011, 0.9242849167461131},
        };
        for (int k = 0; k < 4; k++) {
            assertArrayEquals(vectors[k], eigen.vectors()[k], 1e-13);
        }
    }

    @Test
    void theSmallestValueOfAnIllConditionedMatrixIsRightToo() {
        double[][] hilbert = new double[6][6];
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                hilbert[i][j] = 1.0 / (i + j + 1);
            }
        }
        // numpy.linalg.eigvalsh
        assertArrayEquals(
                new double[] {
                    1.6188998589243386,
                    0.2423608705752093,
                    0.016321521319875708,
                    0.0006157483541825938,
                    1.257075712263069e-05,
                    1.0827994845192786e-07
                },
                SymmetricEigen.of(hilbert).values(),
                1e-15);
    }

    @Test
    void aChainsValuesAreCosines() {
        int n = 101;
        double[][] chain = new double[n][n];
        for (int i = 0; i + 1 < n; i++) {
            chain[i][i + 1] = 1;
            chain[i + 1][i] = 1;
        }
        double[] values = SymmetricEigen.of(chain).values();
        for (int k = 0; k < n; k++) {
            assertEquals(2 * Math.cos((k + 1) * Math.PI / (n + 1)), values[k], 1e-13);
        }
    }

    @Test
    void anyMatrixIsTakenApart() {
        SeededRandom random = new SeededRandom(1);
        for (int n : new int[] {1, 2, 3, 7, 40}) {
            for (int rank : new int[] {0, 1, n / 2, n, 2 * n}) {
                double[][] a = random(n, rank, random);
                assertDecomposes(a, SymmetricEigen.of(a), 1e-11);
            }
        }
        assertEquals(0, SymmetricEigen.of(new double[0][0]).values().length);
    }

    @Test
    void deadPixelsAndEqualValuesAreNoTrouble() {
        double[][] a = new double[9][9];
        for (int i = 2; i < 6; i++) {
            a[i][i] = 3;
        }
        a[2][7] = 1e-9;
        a[7][2] = 1e-9;
        SymmetricEigen eigen = SymmetricEigen.of(a);
        assertDecomposes(a, eigen, 1e-15);
        assertArrayEquals(new double[] {3, 3, 3, 3, 0, 0, 0, 0, 0}, eigen.values(), 1e-15);
    }

    @Test
    void aColumnThatIsNearlyDoneKeepsItsSmallPart() {
        double[][] a = {{1, 1, 1e-9}, {1, 2, 0.5}, {1e-9, 0.5, 3}};
        assertDecomposes(a, SymmetricEigen.of(a), 1e-14);
    }

    @Test
    void theUnitDoesNotMatter() {
        double[][] a = random(12, 12, new SeededRandom(2));
        double[] values = SymmetricEigen.of(a).values();
        for (double unit : new double[] {1e-250, 1e250}) {
            double[][] scaled = new double[12][12];
            for (int i = 0; i < 12; i++) {
                for (int j = 0; j < 12; j++) {
                    scaled[i][j] = a[i][j] * unit;
                }
            }
            double[] found = SymmetricEigen.of(scaled).values();
            for (int i = 0; i < 12; i++) {
                assertEquals(values[i], found[i] / unit, 1e-12);
            }
        }
    }

    @Test
    void aMatrixThatIsNoneIsNamed() {
        IllegalArgumentException ragged =
                assertThrows(IllegalArgumentException.class, () -> SymmetricEigen.of(new double[][] {{1, 2}, {2}}));
        assertTrue(ragged.getMessage().contains("row 1"), ragged.getMessage());
        IllegalArgumentException nan = assertThrows(
                IllegalArgumentException.class, () -> SymmetricEigen.of(new double[][] {{1, Double.NaN}, {0, 1}}));
        assertTrue(nan.getMessage().contains("entry 0, 1"), nan.getMessage());
    }
}
