package io.github.seeingdigits.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    /** Nine of each digit are read rightly; three sevens as 2, four sevens as 1, two twos as 7. */
    private static ConfusionMatrix matrix() {
        int[] counts = new int[100];
        for (int k = 0; k < 10; k++) {
            counts[11 * k] = 9;
        }
        counts[72] = 3;
        counts[71] = 4;
        counts[27] = 2;
        return new ConfusionMatrix(counts);
    }

    @Test
    void rowsAreDigitsAndColumnsAnswers() {
        ConfusionMatrix matrix = matrix();
        assertEquals(3, matrix.count(7, 2));
        assertEquals(2, matrix.count(2, 7));
        assertEquals(16, matrix.total(7, false));
        assertEquals(11, matrix.total(7, true));
        assertEquals(7, matrix.wrong(7, false));
        assertEquals(2, matrix.wrong(7, true));
        assertEquals(4, matrix.wrong(1, true));
        assertEquals(9, matrix.wrong());
        assertEquals(99, matrix.total());
        assertEquals(71, matrix.worst());
    }

    @Test
    void withoutAMistakeAnyCellOffTheDiagonalIsTheWorst() {
        assertEquals(1, new ConfusionMatrix(new int[100]).worst());
        assertThrows(IllegalArgumentException.class, () -> new ConfusionMatrix(new int[25]));
    }
}
