package io.github.seeingdigits.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DecimalTest {
    @Test
    void wholeNumbersAreReadAndNothingElseIs() {
        for (int value : new int[] {0, 7, -12, 999_999_999, -999_999_999}) {
            assertEquals(value, Decimal.whole(Integer.toString(value), 5));
        }
        for (String text : new String[] {null, "", "-", "+3", "1a", " 1", "1.5", "٣", "1234567890"}) {
            assertEquals(-5, Decimal.whole(text, -5), text);
        }
    }
}
