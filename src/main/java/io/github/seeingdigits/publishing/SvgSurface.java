package io.github.seeingdigits.publishing;

import io.github.seeingdigits.figure.Align;
import io.github.seeingdigits.figure.Still;
import io.github.seeingdigits.figure.Surface;
import io.github.seeingdigits.figure.Tone;
import java.util.Arrays;
import java.util.Base64;

/**
 * Writes what a figure draws as SVG markup to stand in a page. The same drawing always gives the same markup.
 *
 * <p>Shapes are painted with {@code currentColor} and carry a class such as {@code tone-ink}; the style sheet says which
 * {@code color} that is, in light and in dark. There are no style attributes, which the page's Content-Security-Policy would
 * refuse.
 */
final class SvgSurface implements Surface {
    /** More colours than this in one picture are rounded. */
    private static final int MANY_COLOURS = 33;

    /** Steps of opacity from none to full in such a picture: weights have two colours of as many strengths. */
    private static final int STRENGTHS = 12;

    private final StringBuilder svg = new StringBuilder();
    private int open;

    private SvgSurface() {}

    /**
     * The picture of {@code still} as an {@code svg} element.
     *
     * @param labelledBy id of the element that names the picture
     */
    static String markup(Still still, String labelledBy) {
        SvgSurface surface = new SvgSurface();
        still.draw(surface);
        if (surface.open != 0) {
            throw new IllegalStateException(surface.open + " beginUnit without end");
        }
        String width = number(still.width());
        String height = number(still.height());
        return "<svg viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width + "\" height=\"" + height
                + "\" role=\"img\" aria-labelledby=\"" + escape(labelledBy) + "\" fill=\"currentColor\">" + surface.svg
                + "</svg>";
    }

    @Override
    public void fill(double x, double y, double width, double height, Tone tone, double opacity) {
        begin("rect", tone).attribute("x", x).attribute("y", y);
        attribute("width", width).attribute("height", height);
        opacity(opacity);
        svg.append("/>");
    }

    @Override
    public void frame(double x, double y, double width, double height, Tone tone) {
        begin("rect", tone).attribute("x", x + 0.5).attribute("y", y + 0.5);
        attribute("width", width - 1).attribute("height", height - 1);
        svg.append(" fill=\"none\" stroke=\"currentColor\"/>");
    }

    @Override
    public void line(double[] xs, double[] ys, double width, Tone tone) {
        if (xs.length == 0) {
            return;
        }
        if (xs.length == 1) {
            begin("circle", tone).attribute("cx", xs[0]).attribute("cy", ys[0]).attribute("r", width / 2);
            svg.append("/>");
            return;
        }
        begin("polyline", tone).points(xs, ys);
        svg.append(" fill=\"none\" stroke=\"currentColor\"");
        attribute("stroke-width", width);
        svg.append(" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>");
    }

    @Override
    public void dot(double x, double y, double radius, Tone tone, double opacity) {
        begin("circle", tone).attribute("cx", x).attribute("cy", y).attribute("r", radius);
        opacity(opacity);
        svg.append("/>");
    }

    @Override
    public void area(double[] xs, double[] ys, Tone tone, double opacity) {
        begin("polygon", tone).points(xs, ys).opacity(opacity);
        svg.append("/>");
    }

    @Override
    public void textUpwards(String text, double x, double y, double size, Align align, Tone tone) {
        begin("text", tone).attribute("font-size", size).anchor(align);
        svg.append(" transform=\"translate(")
                .append(number(x))
                .append(' ')
                .append(number(y))
                .append(") rotate(-90)\">")
                .append(escape(text))
                .append("</text>");
    }

    @Override
    public void text(String text, double x, double y, double size, Align align, Tone tone, boolean strong) {
        begin("text", tone)
                .attribute("x", x)
                .attribute("y", y)
                .attribute("font-size", size)
                .anchor(align);
        if (strong) {
            svg.append(" font-weight=\"600\"");
        }
        svg.append('>').append(escape(text)).append("</text>");
    }

    @Override
    public void image(double x, double y, double width, double height, int columns, int rows, int[] argb) {
        svg.append("<image class=\"pixels\"");
        attribute("x", x).attribute("y", y).attribute("width", width).attribute("height", height);
        svg.append(" preserveAspectRatio=\"none\" href=\"data:image/png;base64,")
                .append(Base64.getEncoder().encodeToString(Png.encode(columns, rows, coarse(argb))))
                .append("\"/>");
    }

    /**
     * The same colours to the nearest of 33 shades of each channel and of twelve strengths, where there are many. On a still picture of
     * 28 × 28 pixels they are hard to tell apart, and it is half as many bytes; the live figure has all of them.
     */
    private static int[] coarse(int[] argb) {
        if (Arrays.stream(argb).distinct().count() <= MANY_COLOURS) {
            return argb;
        }
        int[] coarse = new int[argb.length];
        for (int i = 0; i < argb.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                int shade = ((argb[i] >>> shift & 0xFF) + 4) / 8 * 8;
                coarse[i] |= Math.min(0xFF, shade) << shift;
            }
            long strength = Math.round((argb[i] >>> 24) * STRENGTHS / 255.0);
            coarse[i] |= (int) (strength * 255 / STRENGTHS) << 24;
        }
        return coarse;
    }

    @Override
    public void beginUnit(int k) {
        svg.append("<g data-unit=\"").append(k).append("\">");
        open++;
    }

    @Override
    public void end() {
        if (open == 0) {
            throw new IllegalStateException("end without beginUnit");
        }
        svg.append("</g>");
        open--;
    }

    private SvgSurface begin(String element, Tone tone) {
        svg.append('<')
                .append(element)
                .append(" class=\"tone-")
                .append(tone.css)
                .append('"');
        return this;
    }

    private SvgSurface points(double[] xs, double[] ys) {
        svg.append(" points=\"");
        for (int i = 0; i < xs.length; i++) {
            svg.append(i == 0 ? "" : " ").append(number(xs[i])).append(',').append(number(ys[i]));
        }
        svg.append('"');
        return this;
    }

    private void opacity(double opacity) {
        if (opacity != 1) {
            attribute("fill-opacity", opacity);
        }
    }

    private void anchor(Align align) {
        if (align != Align.START) {
            svg.append(" text-anchor=\"")
                    .append(align == Align.MIDDLE ? "middle" : "end")
                    .append('"');
        }
    }

    private SvgSurface attribute(String name, double value) {
        svg.append(' ').append(name).append("=\"").append(number(value)).append('"');
        return this;
    }

    /** At most two decimals, no trailing zeros, no exponent, no minus zero. */
    static String number(double value) {
        double hundredths = Math.rint(value * 100);
        // Also true for NaN.
        if (!(Math.abs(hundredths) < 1e12)) {
            throw new IllegalArgumentException("a figure cannot be drawn at " + value);
        }
        long whole = (long) Math.abs(hundredths);
        StringBuilder text = new StringBuilder();
        if (hundredths < 0) {
            text.append('-');
        }
        text.append(whole / 100);
        long fraction = whole % 100;
        if (fraction > 0) {
            text.append('.').append(fraction / 10);
            if (fraction % 10 > 0) {
                text.append(fraction % 10);
            }
        }
        return text.toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
