package io.github.seeingdigits.figure;

/**
 * What a figure draws on. Units are CSS pixels, the origin is at the top left, y points down.
 *
 * <p>Colours are given by {@link Tone}, so that a picture follows the page from light to dark; only {@link #image} carries
 * colours of its own, which must therefore read well on both.
 */
public interface Surface {
    /** A filled rectangle. {@code opacity} is 0 to 1. */
    void fill(double x, double y, double width, double height, Tone tone, double opacity);

    /** The outline of a rectangle, one unit wide, drawn inside its edges. */
    void frame(double x, double y, double width, double height, Tone tone);

    /** A line through the given points with round ends and corners; a single point gives a dot. */
    void line(double[] xs, double[] ys, double width, Tone tone);

    /** A filled disc around (x, y). {@code opacity} is 0 to 1. */
    void dot(double x, double y, double radius, Tone tone, double opacity);

    /** A filled polygon with the given corners, at least three. {@code opacity} is 0 to 1. */
    void area(double[] xs, double[] ys, Tone tone, double opacity);

    /** Text that is read from the bottom upwards, its baseline on the vertical line x, aligned around y. */
    void textUpwards(String text, double x, double y, double size, Align align, Tone tone);

    /** Text on the baseline y. {@code size} is the font size; {@code strong} sets it in a heavier weight. */
    void text(String text, double x, double y, double size, Align align, Tone tone, boolean strong);

    /**
     * A picture of {@code columns}×{@code rows} sharp-edged pixels, scaled to the rectangle.
     *
     * @param argb one colour per pixel, row by row, {@code 0xAARRGGBB}, not premultiplied
     */
    void image(double x, double y, double width, double height, int columns, int rows, int[] argb);

    /** Everything until {@link #end} belongs to unit {@code k} of the layer that the figure shows. */
    void beginUnit(int k);

    /** Closes {@link #beginUnit}. */
    void end();
}
