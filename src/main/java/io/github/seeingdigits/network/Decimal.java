package io.github.seeingdigits.network;

/**
 * A number that is printed exactly as it was written, such as {@code 0.01} or {@code 1e-5}.
 *
 * <p>Architectures hold numbers, and what a record says must be what the model file says, letter by letter. Printing a
 * {@code float} would also bring its conversion into the page, which is larger than all layers together.
 */
public final class Decimal {
    /** So that the digits fit an int. */
    private static final int MAX_DIGITS = 9;

    /** Powers of ten up to this one are exact in double precision. */
    private static final int MAX_EXPONENT = 22;

    private final String text;
    private final double value;

    private Decimal(String text, double value) {
        this.text = text;
        this.value = value;
    }

    /**
     * Reads digits with at most one point and, after an {@code e}, a whole exponent; no sign before the digits.
     *
     * @return null if {@code text} is nothing like that, has more than 9 digits, or an exponent beyond ±22
     */
    public static Decimal parse(String text) {
        int digits = 0;
        int count = 0;
        int places = -1;
        int at = 0;
        for (; at < text.length() && text.charAt(at) != 'e'; at++) {
            int digit = text.charAt(at) - '0';
            if (text.charAt(at) == '.' && places < 0) {
                places = 0;
            } else if (digit >= 0 && digit <= 9 && count < MAX_DIGITS) {
                digits = digits * 10 + digit;
                count++;
                places += places >= 0 ? 1 : 0;
            } else {
                return null;
            }
        }
        int exponent = at == text.length() ? 0 : exponent(text, at + 1);
        int shift = exponent - Math.max(0, places);
        if (count == 0 || shift > MAX_EXPONENT || shift < -MAX_EXPONENT) {
            return null;
        }
        double power = 1;
        for (int i = 0; i < Math.abs(shift); i++) {
            power *= 10;
        }
        // Both operands are exact, so the one rounding here gives the nearest double.
        return new Decimal(text, shift < 0 ? digits / power : digits * power);
    }

    /** The whole number from {@code at} on, which may have a minus; far out of range if it is none. */
    private static int exponent(String text, int at) {
        boolean negative = at < text.length() && text.charAt(at) == '-';
        int start = negative ? at + 1 : at;
        int value = 0;
        for (int i = start; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || i - start > 1) {
                return Integer.MAX_VALUE / 2;
            }
            value = value * 10 + digit;
        }
        return start >= text.length() ? Integer.MAX_VALUE / 2 : negative ? -value : value;
    }

    /**
     * The whole number that {@code text} is, of at most nine digits, with a minus sign or without; {@code otherwise} if it is something
     * else, or null. The JDK's own method would bring a table of the digits of all scripts into the page.
     */
    public static int whole(String text, int otherwise) {
        int length = text == null ? 0 : text.length();
        int start = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        int value = 0;
        for (int i = start; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || i > start + 8) {
                return otherwise;
            }
            value = 10 * value + digit;
        }
        return length == start ? otherwise : start == 1 ? -value : value;
    }

    /** The nearest double. */
    public double value() {
        return value;
    }

    /** The text as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
