package io.github.seeingdigits.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.seeingdigits.analysis.InkShape;
import io.github.seeingdigits.analysis.Vote;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static String of(InkShape shape, double one, double four, double eight) {
        float[] probabilities = new float[10];
        probabilities[1] = (float) one;
        probabilities[4] = (float) four;
        probabilities[8] = (float) eight;
        return Verdict.of(shape, probabilities).replace('\u202f', ' ');
    }

    @Test
    void theWordsAreAsSureAsTheNetworkAndNameTheRunnersUp() {
        assertEquals("Surely a 4 (93 %). Far behind: an 8 (5 %), a 1 (2 %).", of(InkShape.POSSIBLE, 0.02, 0.93, 0.05));
        assertEquals("Probably a 4 (60 %), or else an 8 (25 %) or a 1 (15 %).", of(InkShape.POSSIBLE, 0.15, 0.6, 0.25));
        assertEquals("Not sure. Perhaps an 8 (50 %), a 4 (40 %) or a 1 (10 %).", of(InkShape.POSSIBLE, 0.1, 0.4, 0.5));
    }

    @Test
    void whatCanBeNoDigitIsDoubtedHoweverSureTheNetworkIs() {
        assertEquals(
                "Too flat for a digit. If it must be one: a 4 (97 %), then a 1 (3 %) or a 0 (0 %).",
                of(InkShape.TOO_FLAT, 0.03, 0.97, 0));
    }

    @Test
    void networksAreCountedTogether() {
        assertEquals("All 3 read an 8.", Verdict.of(new Vote(8, 3, 3)));
        assertEquals("2 of 3 read a 7; they do not agree.", Verdict.of(new Vote(7, 2, 3)));
        assertEquals("It reads a 7.", Verdict.of(new Vote(7, 1, 1)));
        assertEquals("Draw a digit, and they all answer.", Verdict.of(new Vote(-1, 0, 0)));
    }
}
