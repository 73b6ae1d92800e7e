package io.github.seeingdigits.figure;

/** A colour by what it stands for. The style sheet decides which colour that is, in light and in dark. */
public enum Tone {
    /** Text and the pen's ink. */
    INK("ink"),
    /** Secondary text. */
    MUTED("muted"),
    /** Frames, axes and the empty part of a bar. */
    RULE("rule"),
    /** The one thing to look at. */
    ACCENT("accent"),
    /** Something to heed: a negative number, a loss. */
    WARNING("warning"),
    /** The page's own background, to cover what lies below. */
    PAPER("raised"),
    /** The colours of the digits, the same in every figure; never without the digit itself beside them. */
    DIGIT_0("digit-0"),
    DIGIT_1("digit-1"),
    DIGIT_2("digit-2"),
    DIGIT_3("digit-3"),
    DIGIT_4("digit-4"),
    DIGIT_5("digit-5"),
    DIGIT_6("digit-6"),
    DIGIT_7("digit-7"),
    DIGIT_8("digit-8"),
    DIGIT_9("digit-9");

    private static final Tone[] DIGITS = {
        DIGIT_0, DIGIT_1, DIGIT_2, DIGIT_3, DIGIT_4, DIGIT_5, DIGIT_6, DIGIT_7, DIGIT_8, DIGIT_9
    };

    /** The name of the style sheet's custom property ({@code --ink}) and of the class in a still ({@code tone-ink}). */
    public final String css;

    Tone(String css) {
        this.css = css;
    }

    /** The colour of a digit, 0 to 9. */
    public static Tone digit(int digit) {
        return DIGITS[digit];
    }
}
