package io.github.seeingdigits.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void decimalsAndSignsReadAsInPrint() {
        assertEquals("−0.41", Numbers.fixed(-0.41, 2));
        assertEquals("0.0", Numbers.fixed(-0.04, 1));
        assertEquals("12", Numbers.fixed(12.4, 0));
        assertEquals("3.05", Numbers.fixed(3.05, 2));
    }

    @Test
    void fixedAgreesWithTheJavaLibrary() {
        Random random = new Random(3);
        for (int run = 0; run < 10_000; run++) {
            double value = (random.nextDouble() - 0.5) * 2000;
            int decimals = random.nextInt(5);
            String expected = String.format(Locale.ROOT, "%." + decimals + "f", value);
            // The library writes a hyphen, and a negative zero.
            expected = expected.matches("-0\\.?0*") ? expected.substring(1) : expected.replace('-', '−');
            assertEquals(expected, Numbers.fixed(value, decimals), "value " + value);
        }
    }

    @Test
    void aPercentageNeverClaimsTooMuch() {
        assertEquals(">99\u202f%", Numbers.percent(0.9999));
        assertEquals("100\u202f%", Numbers.percent(1));
        assertEquals("<1\u202f%", Numbers.percent(0.004));
        assertEquals("0\u202f%", Numbers.percent(0));
        assertEquals("42\u202f%", Numbers.percent(0.4249));
    }

    @Test
    void longNumbersAreGroupedByThree() {
        assertEquals("0", Numbers.grouped(0));
        assertEquals("999", Numbers.grouped(999));
        assertEquals("60\u202f000", Numbers.grouped(60_000));
        assertEquals("1\u202f234\u202f567", Numbers.grouped(1_234_567));
    }

    @Test
    void sizesAreWrittenInFewSigns() {
        assertEquals("0.000", Numbers.size(0));
        assertEquals("0.612", Numbers.size(0.6123));
        assertEquals("54.00", Numbers.size(54));
        assertEquals("148", Numbers.size(148.4));
        assertEquals("1.0·10⁻⁵", Numbers.size(1e-5));
        assertEquals("1.1·10⁷", Numbers.size(1.09e7));
    }

    @Test
    void powersAreRaisedFigures() {
        for (int power = 4; power < 300; power++) {
            assertEquals("1.0·10" + power, flat(Numbers.size(1.02 * Math.pow(10, power))));
            assertEquals("1.0·10−" + power, flat(Numbers.size(1.02 * Math.pow(10, -power))));
        }
        assertFalse(Numbers.size(1e45).endsWith("45"));
    }

    /** Unicode's own table has the figure that each raised one stands for. */
    private static String flat(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
