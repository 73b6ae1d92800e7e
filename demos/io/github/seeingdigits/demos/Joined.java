package io.github.seeingdigits.demos;

import org.teavm.jso.JSBody;

/** What Java's {@code "at " + x} comes to in the page. */
final class Joined {
    private Joined() {}

    /** Two texts in one; null is written as such. */
    static String text(String before, String text) {
        return joined(before, text);
    }

    /** A text and a whole number. */
    static String whole(String before, int number) {
        return joined(before, number);
    }

    /** A text and a letter. */
    static String letter(String before, char letter) {
        return joinedLetter(before, letter);
    }

    @JSBody(
            params = {"before", "text"},
            script = "return before + text;")
    private static native String joined(String before, String text);

    @JSBody(
            params = {"before", "number"},
            script = "return before + number;")
    private static native String joined(String before, int number);

    @JSBody(
            params = {"before", "letter"},
            script = "return before + String.fromCharCode(letter);")
    private static native String joinedLetter(String before, int letter);
}
