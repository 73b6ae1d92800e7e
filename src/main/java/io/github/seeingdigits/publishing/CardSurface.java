package io.github.seeingdigits.publishing;

import io.github.seeingdigits.figure.Align;
import io.github.seeingdigits.figure.Surface;
import io.github.seeingdigits.figure.Tone;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.ToIntFunction;

/** Draws a figure on a {@link Canvas}, at a place and in a size. */
final class CardSurface implements Surface {
    private static final double STRONG = 0.035;
    private static final double NARROW_SPACE = 0.2;

    private final Canvas canvas;
    private final ToIntFunction<Tone> colours;
    private final List<Woff2Font> fonts;
    private final AffineTransform place;

    /**
     * A surface.
     *
     * @param fonts of which the first that has it shows a character
     * @param place from the figure's units to pixels; it moves and scales alike in both directions, and no more
     */
    CardSurface(Canvas canvas, ToIntFunction<Tone> colours, List<Woff2Font> fonts, AffineTransform place) {
        this.canvas = canvas;
        this.colours = colours;
        this.fonts = fonts;
        this.place = place;
    }

    private void fill(Shape shape, Tone tone, double opacity) {
        canvas.fill(new Path2D.Double(shape, place), colours.applyAsInt(tone), opacity);
    }

    @Override
    public void fill(double x, double y, double width, double height, Tone tone, double opacity) {
        fill(new Rectangle2D.Double(x, y, width, height), tone, opacity);
    }

    @Override
    public void frame(double x, double y, double width, double height, Tone tone) {
        fill(x, y, width, 1, tone, 1);
        fill(x, y + height - 1, width, 1, tone, 1);
        fill(x, y + 1, 1, height - 2, tone, 1);
        fill(x + width - 1, y + 1, 1, height - 2, tone, 1);
    }

    @Override
    public void line(double[] xs, double[] ys, double width, Tone tone) {
        double r = width / 2;
        for (int i = 0; i < xs.length; i++) {
            dot(xs[i], ys[i], r, tone, 1);
            double length = i == 0 ? 0 : Math.sqrt(square(xs[i] - xs[i - 1]) + square(ys[i] - ys[i - 1]));
            if (length > 0) {
                double nx = -(ys[i] - ys[i - 1]) / length * r;
                double ny = (xs[i] - xs[i - 1]) / length * r;
                area(
                        new double[] {xs[i - 1] + nx, xs[i] + nx, xs[i] - nx, xs[i - 1] - nx},
                        new double[] {ys[i - 1] + ny, ys[i] + ny, ys[i] - ny, ys[i - 1] - ny},
                        tone,
                        1);
            }
        }
    }

    private static double square(double x) {
        return x * x;
    }

    @Override
    public void dot(double x, double y, double radius, Tone tone, double opacity) {
        fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), tone, opacity);
    }

    @Override
    public void area(double[] xs, double[] ys, Tone tone, double opacity) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < xs.length; i++) {
            if (i == 0) {
                path.moveTo(xs[i], ys[i]);
            } else {
                path.lineTo(xs[i], ys[i]);
            }
        }
        path.closePath();
        fill(path, tone, opacity);
    }

    @Override
    public void textUpwards(String text, double x, double y, double size, Align align, Tone tone) {
        Path2D line = outline(text, 0, 0, size, align);
        // A quarter turn, without the sine of a rounded angle.
        line.transform(new AffineTransform(0, -1, 1, 0, x, y));
        fill(line, tone, 1);
    }

    @Override
    public void text(String text, double x, double y, double size, Align align, Tone tone, boolean strong) {
        Path2D line = outline(text, x, y, size, align);
        if (strong) {
            // Our fonts' outlines have their usual weight; a second print beside the first is a heavier one.
            line.append(new Path2D.Double(line, AffineTransform.getTranslateInstance(STRONG * size, 0)), false);
        }
        fill(line, tone, 1);
    }

    private Path2D outline(String text, double x, double y, double size, Align align) {
        double at = x - (align == Align.START ? 0 : align == Align.END ? 1 : 0.5) * width(fonts, text, size);
        Path2D line = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int character : text.codePoints().toArray()) {
            Woff2Font font = font(fonts, character);
            if (font.has(character) || !Character.isSpaceChar(character)) {
                line.append(font.outline(character, at, y, size), false);
            }
            at += advance(fonts, character) * size;
        }
        return line;
    }

    /** How long a line of text is. */
    static double width(List<Woff2Font> fonts, String text, double size) {
        return text.codePoints()
                        .mapToDouble(character -> advance(fonts, character))
                        .sum()
                * size;
    }

    /** Numbers have narrow spaces, which fonts need not have. */
    private static double advance(List<Woff2Font> fonts, int character) {
        Woff2Font font = font(fonts, character);
        return Character.isSpaceChar(character) && !font.has(character) ? NARROW_SPACE : font.advance(character);
    }

    private static Woff2Font font(List<Woff2Font> fonts, int character) {
        return fonts.stream().filter(font -> font.has(character)).findFirst().orElse(fonts.get(0));
    }

    @Override
    public void image(double x, double y, double width, double height, int columns, int rows, int[] argb) {
        double wide = width / columns;
        double tall = height / rows;
        for (int i = 0; i < argb.length; i++) {
            if (argb[i] >>> 24 == 0) {
                continue;
            }
            // On whole pixels, so that there are no seams.
            double left = Math.rint(across(x + i % columns * wide));
            double right = Math.rint(across(x + (i % columns + 1) * wide));
            double top = Math.rint(down(y + i / columns * tall));
            double bottom = Math.rint(down(y + (i / columns + 1) * tall));
            canvas.fill(
                    new Rectangle2D.Double(left, top, right - left, bottom - top), argb[i], (argb[i] >>> 24) / 255.0);
        }
    }

    private double across(double x) {
        return place.getTranslateX() + place.getScaleX() * x;
    }

    private double down(double y) {
        return place.getTranslateY() + place.getScaleY() * y;
    }

    @Override
    public void beginUnit(int k) {}

    @Override
    public void end() {}
}
