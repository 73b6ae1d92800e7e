package io.github.seeingdigits.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.seeingdigits.Damage;
import io.github.seeingdigits.Fault;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DecimalTest {
    /** What figures recall from an address; a number that was read is that of the JDK. */
    static final Damage DAMAGE = Damage.toPatient(bytes -> {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int whole = Decimal.whole(text, Integer.MAX_VALUE);
        assertEquals(whole, whole == Integer.MAX_VALUE ? whole : Integer.parseInt(text));
        Decimal number = Decimal.parse(text);
        assertEquals(number, number == null || number.value() == Double.parseDouble(text) ? number : text);
    });

    @Test
    void wholeNumbersAreReadAndNothingElseIs() {
        for (int value : new int[] {0, 7, -12, 999_999_999, -999_999_999}) {
            assertEquals(value, Decimal.whole(Integer.toString(value), 5));
        }
        for (String text : new String[] {null, "", "-", "+3", "1a", " 1", "1.5", "٣", "1234567890"}) {
            assertEquals(-5, Decimal.whole(text, -5), text);
        }
    }

    @Test
    void numbersAreReadToTheirNearestDoubleAndNothingElseIs() {
        for (String text : new String[] {
            "0", "7", "0.01", ".5", "3.", "1e-5", "123456789e13", "0.000001e-16", "1e9", "1e10", "1e-10", "1e-9"
        }) {
            assertEquals(Double.parseDouble(text), Decimal.parse(text).value(), text);
            assertEquals(text, Decimal.parse(text).toString());
        }
        for (String text :
                new String[] {"", ".", "-1", "+1", "1e", "1e-", "e5", "1e23", "1.5.5", "1234567890", "NaN", "1e+5", "1f"
                }) {
            assertEquals(null, Decimal.parse(text), text);
        }
    }

    @Test
    @Fault("Every stage: damaged input to a parser")
    void whateverAnAddressBringsIsANumberOrNone() {
        for (String text : new String[] {"-123456789", "12.345e-12"}) {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            DAMAGE.everyTruncationIsAnsweredOrRefused(bytes);
            DAMAGE.everySingleBitFlipIsAnsweredOrRefused(bytes);
            DAMAGE.whateverComesIsAnsweredOrRefused(bytes, 5_000);
        }
    }
}
