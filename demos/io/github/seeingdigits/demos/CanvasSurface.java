package io.github.seeingdigits.demos;

import io.github.seeingdigits.figure.Align;
import io.github.seeingdigits.figure.Surface;
import io.github.seeingdigits.figure.Tone;
import org.teavm.jso.JSBody;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.canvas.ImageData;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.typedarrays.Uint8ClampedArray;

/** A canvas to draw a figure on, sharp at any pixel density, in the page's present colours. */
final class CanvasSurface implements Surface {
    private static final String FONT = "px 'Seeing Sans', 'Seeing Signs', system-ui, sans-serif";

    /** The page's colours by {@link Tone#ordinal()}; emptied when the page turns light or dark. */
    private static final String[] colours = new String[Tone.values().length];

    private static HTMLCanvasElement pixels;

    private final HTMLCanvasElement canvas;
    private final CanvasRenderingContext2D context;
    private double ratio;

    /** @throws IllegalStateException if the browser gives no 2-D context */
    CanvasSurface(HTMLCanvasElement canvas) {
        this.canvas = canvas;
        this.context = context(canvas);
    }

    private static CanvasRenderingContext2D context(HTMLCanvasElement canvas) {
        CanvasRenderingContext2D context = (CanvasRenderingContext2D) canvas.getContext("2d");
        if (context == null) {
            throw new IllegalStateException("this browser gives no canvas to draw on");
        }
        return context;
    }

    /** Forgets the page's colours, because they have changed. */
    static void forgetColours() {
        for (int i = 0; i < colours.length; i++) {
            colours[i] = null;
        }
    }

    /** How wide the style sheet lays the canvas out, in CSS pixels; 0 while it is not shown. */
    double layoutWidth() {
        return canvas.getClientWidth();
    }

    /** Empties the canvas and gives it the size, in CSS pixels, that the figure is about to draw in. */
    void begin(double width, double height) {
        ratio = Browser.pixelRatio();
        int w = (int) (width * ratio + 0.5);
        int h = (int) (height * ratio + 0.5);
        if (canvas.getWidth() != w || canvas.getHeight() != h) {
            canvas.setWidth(w);
            canvas.setHeight(h);
        }
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
        context.clearRect(0, 0, width, height);
    }

    private static String colour(Tone tone) {
        int i = tone.ordinal();
        if (colours[i] == null) {
            colours[i] = Browser.property("--" + tone.css);
        }
        return colours[i];
    }

    @Override
    public void fill(double x, double y, double width, double height, Tone tone, double opacity) {
        context.setGlobalAlpha(opacity);
        context.setFillStyle(colour(tone));
        context.fillRect(x, y, width, height);
        context.setGlobalAlpha(1);
    }

    @Override
    public void frame(double x, double y, double width, double height, Tone tone) {
        context.setStrokeStyle(colour(tone));
        context.setLineWidth(1);
        // Otherwise its corners would depend on whether a line was drawn before.
        context.setLineJoin("miter");
        context.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
    }

    @Override
    public void line(double[] xs, double[] ys, double width, Tone tone) {
        context.setStrokeStyle(colour(tone));
        context.setLineWidth(width);
        context.setLineCap("round");
        context.setLineJoin("round");
        context.beginPath();
        context.moveTo(xs[0], ys[0]);
        for (int i = 1; i < xs.length; i++) {
            context.lineTo(xs[i], ys[i]);
        }
        if (xs.length == 1) {
            context.lineTo(xs[0], ys[0]);
        }
        context.stroke();
    }

    @Override
    public void dot(double x, double y, double radius, Tone tone, double opacity) {
        context.setGlobalAlpha(opacity);
        context.setFillStyle(colour(tone));
        context.beginPath();
        context.arc(x, y, radius, 0, 2 * Math.PI);
        context.fill();
        context.setGlobalAlpha(1);
    }

    @Override
    public void area(double[] xs, double[] ys, Tone tone, double opacity) {
        context.setGlobalAlpha(opacity);
        context.setFillStyle(colour(tone));
        context.beginPath();
        for (int i = 0; i < xs.length; i++) {
            context.lineTo(xs[i], ys[i]);
        }
        context.fill();
        context.setGlobalAlpha(1);
    }

    @Override
    public void textUpwards(String text, double x, double y, double size, Align align, Tone tone) {
        context.save();
        context.translate(x, y);
        context.rotate(-Math.PI / 2);
        text(text, 0, 0, size, align, tone, false);
        context.restore();
    }

    @Override
    public void text(String text, double x, double y, double size, Align align, Tone tone, boolean strong) {
        context.setFont((strong ? "620 " : "420 ") + (int) size + FONT);
        context.setTextAlign(align == Align.START ? "left" : align == Align.MIDDLE ? "center" : "right");
        context.setFillStyle(colour(tone));
        context.fillText(text, x, y);
    }

    @Override
    public void image(double x, double y, double width, double height, int columns, int rows, int[] argb) {
        if (pixels == null) {
            pixels = (HTMLCanvasElement) HTMLDocument.current().createElement("canvas");
        }
        if (pixels.getWidth() != columns || pixels.getHeight() != rows) {
            pixels.setWidth(columns);
            pixels.setHeight(rows);
        }
        Uint8ClampedArray bytes = new Uint8ClampedArray(4 * argb.length);
        for (int i = 0; i < argb.length; i++) {
            int colour = argb[i];
            bytes.set(4 * i, (short) (colour >> 16 & 0xFF));
            bytes.set(4 * i + 1, (short) (colour >> 8 & 0xFF));
            bytes.set(4 * i + 2, (short) (colour & 0xFF));
            bytes.set(4 * i + 3, (short) (colour >>> 24));
        }
        context(pixels).putImageData(picture(bytes, columns), 0, 0);
        sharpEdges(context);
        context.drawImage(pixels, x, y, width, height);
    }

    @JSBody(
            params = {"bytes", "columns"},
            script = "return new ImageData(bytes, columns);")
    private static native ImageData picture(Uint8ClampedArray bytes, int columns);

    @JSBody(params = "context", script = "context.imageSmoothingEnabled = false;")
    private static native void sharpEdges(CanvasRenderingContext2D context);

    @Override
    public void beginUnit(int k) {
        // On a canvas nothing can be addressed; live figures give each unit an element of its own.
    }

    @Override
    public void end() {}
}
