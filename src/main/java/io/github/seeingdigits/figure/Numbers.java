package io.github.seeingdigits.figure;

/** Numbers as text. {@code String.format} would make the page's script many times larger. */
public final class Numbers {
    /** The ten figures and a minus sign. */
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";

    private Numbers() {}

    /** {@code value} with exactly {@code decimals} (0 to 6) decimals and a true minus sign: {@code −0.41}. */
    public static String fixed(double value, int decimals) {
        int power = 1;
        for (int i = 0; i < decimals; i++) {
            power *= 10;
        }
        double rounded = Math.floor(Math.abs(value) * power + 0.5);
        int whole = (int) (rounded / power);
        int fraction = (int) (rounded - (double) whole * power);
        StringBuilder text = new StringBuilder();
        if (value < 0 && rounded > 0) {
            text.append('−');
        }
        text.append(whole);
        if (decimals > 0) {
            String digits = Integer.toString(fraction);
            text.append('.');
            for (int i = digits.length(); i < decimals; i++) {
                text.append('0');
            }
            text.append(digits);
        }
        return text.toString();
    }

    /**
     * A probability as a percentage that never claims too much: {@code 97 %}, {@code <1 %}, and {@code >99 %} short of
     * certainty.
     */
    public static String percent(double probability) {
        double percent = probability * 100;
        if (percent > 99 && percent < 100) {
            return ">99\u202f%";
        }
        if (percent > 0 && percent < 1) {
            return "<1\u202f%";
        }
        return fixed(percent, 0) + "\u202f%";
    }

    /** A whole number with thin spaces between groups of three digits: {@code 60 000}. */
    public static String grouped(int value) {
        String digits = Integer.toString(value);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                text.append('\u202f');
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }

    /** A number that is not negative in few signs: {@code 148}, {@code 0.61}, {@code 2.2·10⁻⁵}. */
    static String size(double value) {
        if (value == 0 || value >= 0.01 && value < 9999.5) {
            return fixed(value, value < 0.995 ? 3 : value < 99.5 ? 2 : 0);
        }
        int power = 0;
        double mantissa = value;
        for (; mantissa >= 9.95; power++) {
            mantissa /= 10;
        }
        for (; mantissa < 0.995; power--) {
            mantissa *= 10;
        }
        return fixed(mantissa, 1) + "·10" + raised(fixed(power, 0));
    }

    /** A whole number in small raised figures. */
    private static String raised(String number) {
        String text = "";
        for (int i = 0; i < number.length(); i++) {
            char digit = number.charAt(i);
            text += RAISED.charAt(digit == '−' ? 10 : digit - '0');
        }
        return text;
    }
}
