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
    ACCENT("accent");

    /** The name of the style sheet's custom property ({@code --ink}) and of the class in a still ({@code tone-ink}). */
    public final String css;

    Tone(String css) {
        this.css = css;
    }
}
