package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MersenneTwisterTest {
    @Test
    void fromSeed5489ComeThePublishedNumbersOfMt19937() {
        MersenneTwister random = new MersenneTwister(5489);
        long[] published = {3499211612L, 581869302L, 3890346734L, 3586334585L, 545404204L};
        for (long expected : published) {
            assertEquals(expected, Integer.toUnsignedLong(random.nextInt()));
        }
        // The C++ standard requires the 10 000th number of its mt19937, which starts from this seed.
        for (int i = published.length; i < 9999; i++) {
            random.nextInt();
        }
        assertEquals(4123659995L, Integer.toUnsignedLong(random.nextInt()));
    }

    @Test
    void uniformNumbersAreThoseOfPyTorch() {
        // torch.manual_seed(0); torch.rand(10), as printed.
        MersenneTwister random = new MersenneTwister(0);
        double[] printed = {0.4963, 0.7682, 0.0885, 0.1320, 0.3074, 0.6341, 0.4901, 0.8964, 0.4556, 0.6323};
        for (double expected : printed) {
            assertEquals(expected, random.uniform(0, 1), 5e-5);
        }
        assertEquals(0.8823, new MersenneTwister(42).uniform(0, 1), 5e-5);
        assertEquals(
                -0.5f + 2 * new MersenneTwister(3).uniform(0, 1), new MersenneTwister(3).uniform(-0.5f, 1.5f), 1e-7f);
    }

    @Test
    void permutationsAreThoseOfPyTorch() {
        // torch.manual_seed(0); torch.randperm(10)
        assertArrayEquals(new int[] {4, 1, 7, 5, 3, 9, 0, 8, 6, 2}, new MersenneTwister(0).permutation(10));
        int[] sorted = new MersenneTwister(1).permutation(1000);
        Arrays.sort(sorted);
        assertArrayEquals(Pixels.inOrder(1000), sorted);
        assertArrayEquals(new int[] {0}, new MersenneTwister(1).permutation(1));
    }
}
