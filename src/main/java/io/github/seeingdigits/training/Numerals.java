package io.github.seeingdigits.training;

import java.math.BigDecimal;

/** Numbers as articles quote them. */
final class Numerals {
    private Numerals() {}

    /** 0.0003, not 3.0E-4. */
    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
