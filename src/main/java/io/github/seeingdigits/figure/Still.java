package io.github.seeingdigits.figure;

/** A figure at rest, as the page shows it before its script runs, and instead where scripts are off. */
public interface Still {
    /** In CSS pixels. */
    double width();

    /** In CSS pixels. */
    double height();

    /** Draws the whole picture. */
    void draw(Surface surface);

    /** The numbers behind the picture, for readers who cannot see it: the first row is the heading. */
    String[][] table();
}
