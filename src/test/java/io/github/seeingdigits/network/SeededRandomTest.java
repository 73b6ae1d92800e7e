package io.github.seeingdigits.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeededRandomTest {
    @Test
    void fromState1234ComeThePublishedNumbersOfXoshiro128PlusPlus() {
        SeededRandom random = new SeededRandom(1, 2, 3, 4);
        long[] published = {
            641,
            1573767,
            3222811527L,
            3517856514L,
            836907274,
            4247214768L,
            3867114732L,
            1355841295,
            495546011,
            621204420
        };
        for (long expected : published) {
            assertEquals(expected, Integer.toUnsignedLong(random.nextInt()));
        }
    }

    @Test
    void restoredItGoesOnWhereItWas() {
        SeededRandom random = new SeededRandom(9);
        random.nextInt();
        SeededRandom other = new SeededRandom(1);
        other.restore(random.state());
        for (int i = 0; i < 10; i++) {
            assertEquals(random.nextInt(), other.nextInt());
        }
        assertThrows(IllegalArgumentException.class, () -> other.restore(new int[4]));
        assertThrows(IllegalArgumentException.class, () -> other.restore(new int[] {1}));
    }

    @Test
    void boundedNumbersAreUniform() {
        SeededRandom random = new SeededRandom(3);
        int bound = 7;
        int draws = 70_000;
        int[] counts = new int[bound];
        for (int i = 0; i < draws; i++) {
            counts[random.nextInt(bound)]++;
        }
        double chiSquared = 0;
        for (int count : counts) {
            chiSquared += Math.pow(count - draws / bound, 2) / (draws / bound);
        }
        // The 99.9 % point for 6 degrees of freedom.
        assertTrue(chiSquared < 22.46, "χ² is " + chiSquared);
    }

    @Test
    void aBoundThatDoesNotDivideTheRangeIsStillUniform() {
        // Without rejection the lower half of this range would come up twice as often as the upper.
        SeededRandom random = new SeededRandom(5);
        int bound = 3 << 29;
        int low = 0;
        for (int i = 0; i < 10_000; i++) {
            int value = random.nextInt(bound);
            assertTrue(value >= 0 && value < bound);
            low += value < bound / 2 ? 1 : 0;
        }
        assertEquals(5000, low, 200);
    }

    @Test
    void aBoundBelowOneIsRefused() {
        SeededRandom random = new SeededRandom(1);
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> random.nextInt(0));
        assertEquals("bound must be > 0, got 0", e.getMessage());
    }

    @Test
    void floatsLieInTheHalfOpenUnitInterval() {
        SeededRandom random = new SeededRandom(2);
        double sum = 0;
        for (int i = 0; i < 100_000; i++) {
            float value = random.nextFloat();
            assertTrue(value >= 0 && value < 1);
            sum += value;
        }
        assertEquals(0.5, sum / 100_000, 0.005);
    }

    @Test
    void gaussiansHaveTheMomentsOfTheNormalDistribution() {
        SeededRandom random = new SeededRandom(12);
        int draws = 200_000;
        double[] moments = new double[5];
        int beyondTwo = 0;
        for (int i = 0; i < draws; i++) {
            double value = random.nextGaussian();
            for (int power = 1; power < moments.length; power++) {
                moments[power] += Math.pow(value, power) / draws;
            }
            beyondTwo += Math.abs(value) > 2 ? 1 : 0;
        }
        // Four standard deviations: the variances of x, x², x³ and x⁴ are 1, 2, 15 and 96.
        assertEquals(0, moments[1], 4 * Math.sqrt(1.0 / draws));
        assertEquals(1, moments[2], 4 * Math.sqrt(2.0 / draws));
        assertEquals(0, moments[3], 4 * Math.sqrt(15.0 / draws));
        assertEquals(3, moments[4], 4 * Math.sqrt(96.0 / draws));
        assertEquals(0.0455, (double) beyondTwo / draws, 0.002);
    }

    @Test
    void neighbouringGaussiansAreUncorrelated() {
        SeededRandom random = new SeededRandom(13);
        double product = 0;
        double before = random.nextGaussian();
        for (int i = 0; i < 100_000; i++) {
            double value = random.nextGaussian();
            product += before * value / 100_000;
            before = value;
        }
        assertEquals(0, product, 4 / Math.sqrt(100_000));
    }

    @Test
    void aShuffleIsAPermutationAndSoUniform() {
        SeededRandom random = new SeededRandom(11);
        int[][] counts = new int[5][5];
        for (int trial = 0; trial < 20_000; trial++) {
            int[] values = {0, 1, 2, 3, 4};
            random.shuffle(values);
            int[] sorted = values.clone();
            Arrays.sort(sorted);
            assertArrayEquals(new int[] {0, 1, 2, 3, 4}, sorted);
            for (int i = 0; i < 5; i++) {
                counts[i][values[i]]++;
            }
        }
        for (int[] row : counts) {
            for (int count : row) {
                assertEquals(4000, count, 300);
            }
        }
    }

    @Test
    void neighbouringSeedsGiveUnrelatedStreams() {
        for (int seed = -50; seed < 50; seed++) {
            assertNotEquals(new SeededRandom(seed).nextInt(), new SeededRandom(seed + 1).nextInt());
        }
        assertEquals(new SeededRandom(9).nextInt(), new SeededRandom(9).nextInt());
    }

    /** From an implementation of the published finaliser in another language; its value for 1 is 514E28B7. */
    @Test
    void aSeedIsSpreadByTheFinaliserOfMurmurHash3() {
        assertArrayEquals(new int[] {0x92CA2F0E, 0x3CD6E3F3, 0x1B147DCC, 0x4C081DBF}, new SeededRandom(0).state());
        assertArrayEquals(new int[] {0x96A0F96B, 0x12BC8390, 0x971E9964, 0x79ADC7E7}, new SeededRandom(1).state());
        assertArrayEquals(new int[] {0x74CD84ED, 0xED91F477, 0x5C9CD26D, 0x5D2FEC35}, new SeededRandom(-5).state());
        assertEquals(0x514E28B7, new SeededRandom(1 - 0x9E3779B9).state()[0]);
    }

    @Test
    void aStateWithOneBitInItIsEnough() {
        for (int i = 0; i < 4; i++) {
            int[] state = new int[4];
            state[i] = 1;
            SeededRandom random = new SeededRandom(9);
            random.restore(state);
            assertArrayEquals(state, random.state());
            // Twice the same bit is not none.
            state[(i + 1) % 4] = 1;
            random.restore(state);
            assertArrayEquals(state, random.state());
        }
        assertThrows(IllegalArgumentException.class, () -> new SeededRandom(1).restore(new int[4]));
    }
}
