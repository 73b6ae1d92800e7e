package io.github.seeingdigits.figure;

/** Where a text stands relative to its x coordinate. */
public enum Align {
    /** It begins there. */
    START,
    /** It is centred there. */
    MIDDLE,
    /** It ends there. */
    END
}
