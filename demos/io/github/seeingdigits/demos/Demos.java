package io.github.seeingdigits.demos;

/** Brings the figures of a page to life. */
public final class Demos {
    private Demos() {}

    public static void main(String[] args) {}
}
