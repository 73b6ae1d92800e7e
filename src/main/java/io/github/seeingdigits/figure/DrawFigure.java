package io.github.seeingdigits.figure;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.digit.Stroke;
import java.util.List;

/** The drawing pad: what was drawn, the 28×28 pixels that the network reads, and how probable it finds each digit. */
public final class DrawFigure implements FigureKind {
    private static final double PAD = 280;
    private static final double GAP = 36;
    private static final double BARS = 300;

    @Override
    public String name() {
        return "draw";
    }

    @Override
    public String purpose() {
        return "Draw a digit, and the network answers while you draw.";
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    @Override
    public Still still(Exhibit exhibit, Drawing sample, Parameters parameters) {
        float[] probabilities = exhibit.network().predict(Ink.of(sample)).clone();
        return new Still() {
            @Override
            public double width() {
                return PAD + GAP + BARS;
            }

            @Override
            public double height() {
                return PAD;
            }

            @Override
            public void draw(Surface surface) {
                surface.frame(0, 0, PAD, PAD, Tone.RULE);
                strokes(surface, sample, 0, 0, PAD);
                double top = (PAD - probabilities.length * ProbabilityBars.ROW) / 2;
                ProbabilityBars.draw(surface, PAD + GAP, top, BARS, probabilities, probabilities.length);
            }

            @Override
            public String[][] table() {
                String[][] table = new String[probabilities.length + 1][];
                table[0] = new String[] {"Digit", "Probability for the drawing shown"};
                for (int k = 0; k < probabilities.length; k++) {
                    table[k + 1] = new String[] {Integer.toString(k), Numbers.percent(probabilities[k])};
                }
                return table;
            }
        };
    }

    /** Draws what lies on a pad of the given size, whose corner is at (x, y): strokes, or the pixels of a picture. */
    public static void strokes(Surface surface, Drawing drawing, double x, double y, double size) {
        if (drawing.picture() != null) {
            ink28(surface, drawing.picture(), x, y, size);
        }
        for (Stroke stroke : drawing.strokes()) {
            double[] xs = new double[stroke.size()];
            double[] ys = new double[stroke.size()];
            for (int i = 0; i < xs.length; i++) {
                xs[i] = x + stroke.x(i) * size;
                ys[i] = y + stroke.y(i) * size;
            }
            if (even(stroke)) {
                surface.line(xs, ys, Ink.PAD_PEN * size * stroke.width(0), Tone.INK);
                continue;
            }
            for (int i = 1; i < xs.length; i++) {
                double width = Ink.PAD_PEN * size * (stroke.width(i - 1) + stroke.width(i)) / 2;
                surface.line(new double[] {xs[i - 1], xs[i]}, new double[] {ys[i - 1], ys[i]}, width, Tone.INK);
            }
        }
    }

    private static boolean even(Stroke stroke) {
        for (int i = 1; i < stroke.size(); i++) {
            if (stroke.width(i) != stroke.width(0)) {
                return false;
            }
        }
        return true;
    }

    /** Draws the 28×28 pixels that the network reads, white on black as in MNIST. */
    public static void ink28(Surface surface, float[] ink, double x, double y, double size) {
        surface.image(x, y, size, size, Ink.SIZE, Ink.SIZE, ColourMap.ink(ink));
    }
}
