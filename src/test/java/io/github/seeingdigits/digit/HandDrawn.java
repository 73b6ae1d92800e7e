package io.github.seeingdigits.digit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * More than two hundred digits, each drawn up by us in a style of its own, anywhere on the pad and of any size, slowly and
 * fast: {@code digit/hands.txt}. They say how well a network reads what people may draw, so training never sees them.
 */
public final class HandDrawn {
    /** One digit: what it is meant to be, the name of its style, and the strokes. */
    public record Digit(int label, String style, Drawing drawing) {
        @Override
        public String toString() {
            return label + " (" + style + ")";
        }
    }

    private HandDrawn() {}

    /** All of them, in the order of the file. */
    public static List<Digit> all() {
        try (InputStream file = HandDrawn.class.getResourceAsStream("/digit/hands.txt")) {
            List<Digit> digits = new ArrayList<>();
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("#")) {
                    digits.add(read(line));
                }
            }
            return digits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Digit read(String line) {
        String[] parts = line.split("; ");
        String[] place = parts[2].split("[ ,]+");
        double size = Double.parseDouble(place[1]) / 100;
        double left = Double.parseDouble(place[3]);
        double top = Double.parseDouble(place[4]);
        double step = Double.parseDouble(place[6]);
        Drawing drawing = new Drawing();
        for (String stroke : parts[3].split(" / ")) {
            String[] words = stroke.split(" ");
            double[] x = new double[words.length];
            double[] y = new double[words.length];
            boolean[] corner = new boolean[words.length];
            for (int i = 0; i < words.length; i++) {
                corner[i] = words[i].endsWith("!");
                String[] point = words[i].replace("!", "").split(",");
                x[i] = left + size * Double.parseDouble(point[0]);
                y[i] = top + size * Double.parseDouble(point[1]);
            }
            trace(x, y, corner, step, drawing);
        }
        return new Digit(Integer.parseInt(parts[0]), parts[1], drawing);
    }

    /**
     * The centripetal Catmull-Rom spline through the points, which neither overshoots nor makes loops of its own (Yuksel,
     * Schaefer and Keyser 2011, <i>Parameterization and applications of Catmull-Rom curves</i>). At ends and corners the
     * neighbour is the mirror image of the one on the other side.
     */
    private static void trace(double[] x, double[] y, boolean[] corner, double step, Drawing drawing) {
        drawing.begin((float) x[0], (float) y[0]);
        for (int i = 0; i + 1 < x.length; i++) {
            boolean starts = i == 0 || corner[i];
            boolean ends = i + 2 == x.length || corner[i + 1];
            double[] px = {
                starts ? 2 * x[i] - x[i + 1] : x[i - 1], x[i], x[i + 1], ends ? 2 * x[i + 1] - x[i] : x[i + 2]
            };
            double[] py = {
                starts ? 2 * y[i] - y[i + 1] : y[i - 1], y[i], y[i + 1], ends ? 2 * y[i + 1] - y[i] : y[i + 2]
            };
            double[] knots = new double[4];
            for (int k = 1; k < 4; k++) {
                knots[k] = knots[k - 1] + Math.sqrt(Math.hypot(px[k] - px[k - 1], py[k] - py[k - 1]));
            }
            int pieces = Math.max(1, (int) Math.ceil(Math.hypot(x[i + 1] - x[i], y[i + 1] - y[i]) / step));
            for (int k = 1; k <= pieces; k++) {
                double t = knots[1] + (knots[2] - knots[1]) * k / pieces;
                drawing.extend((float) at(px, knots, t), (float) at(py, knots, t));
            }
        }
    }

    /** The pyramid of Barry and Goldman (1988) for one coordinate. */
    private static double at(double[] p, double[] knots, double t) {
        double a = mix(p[0], p[1], knots[0], knots[1], t);
        double b = mix(p[1], p[2], knots[1], knots[2], t);
        double c = mix(p[2], p[3], knots[2], knots[3], t);
        return mix(mix(a, b, knots[0], knots[2], t), mix(b, c, knots[1], knots[3], t), knots[1], knots[2], t);
    }

    private static double mix(double from, double to, double start, double end, double t) {
        return from + (to - from) * (t - start) / (end - start);
    }
}
