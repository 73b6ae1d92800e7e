package io.github.seeingdigits.figure;

import io.github.seeingdigits.analysis.InkShape;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Handwriting;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.digit.Raster;
import io.github.seeingdigits.digit.Stroke;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.SeededRandom;
import java.util.List;

/**
 * The way from the pad to the network, step by step: what was drawn, cropped and scaled to 20×20 pixels, centred by its mass in
 * 28×28. Each step can be left out, and the table says how much of handwriting is then still read.
 */
public final class InkFigure implements FigureKind {
    /** How many ways there are to leave steps out. */
    public static final int WAYS = 8;

    /** Room for the words above a picture. */
    private static final double WORDS = 22;

    private static final double GAP = 14;
    private static final double WIDTH = 600;
    private static final int PICTURES = 3;

    /** Drawings that are read by each way, for the table. */
    private static final int DRAWINGS = 200;

    private static final int SEED = 28;
    private static final double SMALLEST = 0.2;
    private static final double LARGEST = 0.9;

    @Override
    public String name() {
        return "ink";
    }

    @Override
    public String purpose() {
        return "Follow a drawing from the pad to the 28 × 28 pixels that the network gets, and leave out a step.";
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    /** The steps that way {@code i} takes: {@link #WAYS} − 1 takes all, 0 takes none. */
    public static Ink.Steps steps(int i) {
        return new Ink.Steps((i & 4) != 0, (i & 2) != 0, (i & 1) != 0);
    }

    /** The way that takes these steps. */
    public static int way(Ink.Steps steps) {
        return (steps.fit() ? 4 : 0) + (steps.centre() ? 2 : 0) + (steps.pen() ? 1 : 0);
    }

    /** The row of the table that is about way {@code i}, not counting the headings. */
    public static int row(int i) {
        return WAYS - 1 - i;
    }

    @Override
    public Still still(Exhibit exhibit, Drawing sample, Parameters parameters) {
        Network network = exhibit.network();
        String[][] table = new String[WAYS + 1][];
        table[0] =
                new String[] {"Steps taken", "Read, of " + DRAWINGS + " digits drawn anywhere on the pad, of any size"};
        for (int i = 0; i < WAYS; i++) {
            table[row(i) + 1] = new String[] {named(steps(i)), Numbers.percent(read(network, steps(i)))};
        }
        return new Still() {
            @Override
            public double width() {
                return WIDTH;
            }

            @Override
            public double height() {
                return InkFigure.height(WIDTH) + WORDS;
            }

            @Override
            public void draw(Surface surface) {
                InkFigure.draw(surface, sample, Ink.Steps.ALL, WIDTH);
                float[] ink = Ink.of(sample);
                surface.text(
                        Verdict.of(InkShape.of(ink), network.predict(ink)),
                        0,
                        height() - 4,
                        14,
                        Align.START,
                        Tone.INK,
                        false);
            }

            @Override
            public String[][] table() {
                return table;
            }
        };
    }

    private static String named(Ink.Steps steps) {
        if (way(steps) == WAYS - 1) {
            return "all three";
        }
        String words = steps.fit() ? "crop and scale" : "";
        words += steps.centre() ? (words.isEmpty() ? "" : ", ") + "centre" : "";
        words += steps.pen() ? (words.isEmpty() ? "" : ", ") + "same pen" : "";
        return words.isEmpty() ? "none" : words;
    }

    /** The part of drawings of every hand, place and size that a network reads when they go this way. */
    static float read(Network network, Ink.Steps steps) {
        int right = 0;
        for (int k = 0; k < DRAWINGS; k++) {
            right += Network.argmax(network.predict(Drawn.INKS[way(steps)][k])) == k % 10 ? 1 : 0;
        }
        return (float) right / DRAWINGS;
    }

    /** The same for every network, and a second's work. */
    private static final class Drawn {
        /** By way and drawing. */
        static final float[][][] INKS = new float[WAYS][DRAWINGS][];

        static {
            Handwriting hands = new Handwriting(SEED);
            SeededRandom random = new SeededRandom(SEED);
            for (int k = 0; k < DRAWINGS; k++) {
                Drawing drawing = anywhere(hands.next(k % 10), random);
                for (int i = 0; i < WAYS; i++) {
                    INKS[i][k] = Ink.of(drawing, steps(i));
                }
            }
        }
    }

    /** The drawing in another size and place, so that it just stays on the pad. */
    private static Drawing anywhere(Drawing drawing, SeededRandom random) {
        double[] box = box(drawing);
        double extent = Math.max(box[2] - box[0], box[3] - box[1]);
        double scale = (SMALLEST + (LARGEST - SMALLEST) * random.nextFloat()) / extent;
        double left = Ink.PAD_PEN / 2 + random.nextFloat() * (1 - Ink.PAD_PEN - scale * (box[2] - box[0]));
        double top = Ink.PAD_PEN / 2 + random.nextFloat() * (1 - Ink.PAD_PEN - scale * (box[3] - box[1]));
        Drawing moved = new Drawing();
        for (Stroke stroke : drawing.strokes()) {
            for (int i = 0; i < stroke.size(); i++) {
                float x = (float) (left + scale * (stroke.x(i) - box[0]));
                float y = (float) (top + scale * (stroke.y(i) - box[1]));
                if (i == 0) {
                    moved.begin(x, y, stroke.width(i));
                } else {
                    moved.extend(x, y, stroke.width(i));
                }
            }
        }
        return moved;
    }

    /** Left, top, right and bottom of the middle of the strokes. */
    private static double[] box(Drawing drawing) {
        double[] box = {1e9, 1e9, -1e9, -1e9};
        for (Stroke stroke : drawing.strokes()) {
            for (int i = 0; i < stroke.size(); i++) {
                box[0] = Math.min(box[0], stroke.x(i));
                box[1] = Math.min(box[1], stroke.y(i));
                box[2] = Math.max(box[2], stroke.x(i));
                box[3] = Math.max(box[3], stroke.y(i));
            }
        }
        return box;
    }

    private static double side(double width) {
        return (width - (PICTURES - 1) * GAP) / PICTURES;
    }

    /** How high the strip is when it is {@code width} wide. */
    public static double height(double width) {
        return WORDS + side(width) + 2;
    }

    /** Draws the strip for a drawing that goes this way; a picture came ready-made, and takes no steps. */
    public static void draw(Surface surface, Drawing drawing, Ink.Steps steps, double width) {
        double side = side(width);
        double second = side + GAP;
        double third = 2 * second;
        boolean picture = drawing.picture() != null;
        boolean fitted = steps.fit() && !picture;
        words(surface, "drawn", 0);
        words(surface, fitted ? "20 × 20" : picture ? "as it came" : "shrunk", second);
        words(surface, "28 × 28", third);
        surface.frame(0, WORDS, side, side, Tone.RULE);
        DrawFigure.strokes(surface, drawing, 0, WORDS, side);
        if (fitted && !drawing.isEmpty()) {
            double[] box = box(drawing);
            double half = Ink.PAD_PEN / 2;
            double x = Math.max(0, (box[0] - half) * side);
            double y = Math.max(0, (box[1] - half) * side);
            surface.frame(
                    x,
                    WORDS + y,
                    Math.min(side, (box[2] + half) * side) - x,
                    Math.min(side, (box[3] + half) * side) - y,
                    Tone.ACCENT);
        }
        float[] ink = Ink.of(drawing, steps);
        DrawFigure.ink28(surface, boxed(drawing, steps, ink), second, WORDS, side);
        DrawFigure.ink28(surface, ink, third, WORDS, side);
        double pixel = side / Ink.SIZE;
        if (fitted) {
            surface.frame(second + 4 * pixel, WORDS + 4 * pixel, 20 * pixel, 20 * pixel, Tone.ACCENT);
        }
        // The centre of mass belongs on pixel 14, which begins fourteen pixels from the edge.
        double middle = 14.5 * pixel;
        surface.line(new double[] {third + middle, third + middle}, new double[] {WORDS, WORDS + side}, 1, Tone.ACCENT);
        surface.line(new double[] {third, third + side}, new double[] {WORDS + middle, WORDS + middle}, 1, Tone.ACCENT);
        double mass = 0;
        double x = 0;
        double y = 0;
        for (int p = 0; p < ink.length; p++) {
            mass += ink[p];
            x += ink[p] * (p % Ink.SIZE + 0.5);
            y += ink[p] * (p / Ink.SIZE + 0.5);
        }
        if (mass > 0) {
            surface.dot(third + x / mass * pixel, WORDS + y / mass * pixel, Math.max(3, pixel / 2), Tone.ACCENT, 1);
        }
    }

    private static void words(Surface surface, String words, double x) {
        surface.text(words, x, WORDS - 7, 14, Align.START, Tone.MUTED, false);
    }

    /** The drawing after its first step, on 28×28 pixels: fitted into the frame in the middle, or the whole pad. */
    private static float[] boxed(Drawing drawing, Ink.Steps steps, float[] ink) {
        if (drawing.strokes().isEmpty()) {
            return ink;
        }
        Raster box = Ink.box(drawing, steps);
        float[] shown = new float[Ink.PIXELS];
        int corner = steps.fit() ? (Ink.SIZE - Ink.BOX) / 2 : 0;
        for (int j = 0; j < box.height; j++) {
            System.arraycopy(box.ink, j * box.width, shown, (corner + j) * Ink.SIZE + corner, box.width);
        }
        return shown;
    }
}
