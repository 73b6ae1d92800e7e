package io.github.seeingdigits.figure;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.digit.Stroke;
import java.util.List;

/** The drawing pad: what was drawn, the 28×28 pixels that the network reads, and how probable it finds each digit. */
public final class DrawFigure implements FigureKind {
    /** Width of the pen on the pad, as a part of the pad's width. */
    public static final double PEN = 0.07;

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

    /** Draws the strokes of a drawing on a pad of the given size, whose corner is at (x, y). */
    public static void strokes(Surface surface, Drawing drawing, double x, double y, double size) {
        for (Stroke stroke : drawing.strokes()) {
            double[] xs = new double[stroke.size()];
            double[] ys = new double[stroke.size()];
            for (int i = 0; i < xs.length; i++) {
                xs[i] = x + stroke.x(i) * size;
                ys[i] = y + stroke.y(i) * size;
            }
            surface.line(xs, ys, PEN * size, Tone.INK);
        }
    }

    /** Draws the 28×28 pixels that the network reads, white on black as in MNIST. */
    public static void ink28(Surface surface, float[] ink, double x, double y, double size) {
        surface.image(x, y, size, size, Ink.SIZE, Ink.SIZE, ColourMap.ink(ink));
    }
}
