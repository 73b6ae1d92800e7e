package io.github.seeingdigits.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VoteTest {
    @Test
    void theDigitOfMostNetworksWinsHoweverSureTheOthersAre() {
        assertEquals(new Vote(4, 2, 3), Vote.of(new int[] {9, 4, 4}, new float[] {1, 0.3f, 0.3f}));
    }

    @Test
    void whereVotesAreEqualProbabilityDecides() {
        assertEquals(new Vote(9, 1, 2), Vote.of(new int[] {4, 9}, new float[] {0.4f, 0.6f}));
        assertEquals(new Vote(4, 1, 2), Vote.of(new int[] {4, 9}, new float[] {0.6f, 0.4f}));
    }

    @Test
    void whoSaysNothingHasNoVote() {
        assertEquals(new Vote(1, 1, 1), Vote.of(new int[] {-1, 1, -1}, new float[] {0, 0.2f, 0}));
        assertEquals(new Vote(-1, 0, 0), Vote.of(new int[] {-1, -1}, new float[2]));
    }
}
