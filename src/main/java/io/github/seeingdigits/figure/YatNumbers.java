package io.github.seeingdigits.figure;

import io.github.seeingdigits.analysis.Vectors;
import io.github.seeingdigits.analysis.YatUnit;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Yat;

/**
 * The six numbers that {@link YatFigure} is about: two weights, ε, b, α, and the direction of a ray as an angle in degrees from the
 * first axis towards the second; and what follows from them.
 */
public final class YatNumbers {
    /** What the six numbers are called, in an address too. */
    public static final String[] NAMES = {"w1", "w2", "epsilon", "bias", "alpha", "ray"};

    static final int EPSILON = 2;
    static final int BIAS = 3;
    static final int ALPHA = 4;
    static final int RAY = 5;
    private static final double FIRST_RAY = 100;

    static final String[] PARTS = {"w·x + b", "cos(w, x)", "−‖w − x‖"};

    private YatNumbers() {}

    /**
     * The trained unit's numbers and the ray's first direction: the two weights, ε, b, α, and an angle in degrees from the first axis
     * towards the second.
     *
     * @throws IllegalArgumentException unless the network is one ⵟ unit with two inputs
     */
    public static double[] of(Network network) {
        if (network.layers().size() == 1
                && network.layers().get(0) instanceof Yat yat
                && yat.inputs() == 2
                && yat.outputs() == 1) {
            float[][] weight = yat.weight().value.row;
            return new double[] {weight[0][0], weight[1][0], yat.epsilon(), yat.bias(0), yat.alpha(), FIRST_RAY};
        }
        throw new IllegalArgumentException(
                "the figure draws a plane, so it needs a model of one ⵟ unit with two inputs, such as \"yat 2 1\", but this one is \""
                        + network.architecture() + "\"");
    }

    /** Where number {@code k} stands on a slider of whole numbers: ε and α by their logarithm, the angle in degrees. */
    public static int position(int k, double value) {
        return (int) Math.round(k == EPSILON || k == ALPHA ? 100 * Math.log10(value) : k == RAY ? value : 100 * value);
    }

    /** The inverse of {@link #position}. */
    public static double value(int k, int position) {
        return k == EPSILON || k == ALPHA ? Math.pow(10, position / 100.0) : k == RAY ? position : position / 100.0;
    }

    /** Number {@code k} with its sign, as formulas have it: {@code ε = 1.0·10⁻⁵}. */
    public static String said(int k, double value) {
        return switch (k) {
            case EPSILON -> "ε = " + Numbers.size(value);
            case RAY -> "ray " + Numbers.fixed(value, 0) + "°";
            default -> (k == BIAS ? "b" : k == ALPHA ? "α" : k == 0 ? "w₁" : "w₂") + " = " + Numbers.fixed(value, 2);
        };
    }

    static float[] weight(double[] numbers) {
        return new float[] {(float) numbers[0], (float) numbers[1]};
    }

    static YatUnit unit(double[] numbers) {
        return new YatUnit(weight(numbers), numbers[BIAS], numbers[ALPHA], numbers[EPSILON]);
    }

    static float[] direction(double[] numbers) {
        double angle = numbers[RAY] * Math.PI / 180;
        return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
    }

    /** One of the parts at a place. */
    static double value(double[] numbers, int part, float[] x) {
        float[] w = weight(numbers);
        return part == 1
                ? Vectors.dot(w, x) + numbers[BIAS]
                : part == 2 ? Vectors.cosine(w, x) : -Vectors.distance(w, x);
    }

    static float[] corner(int i) {
        return new float[] {i / 2, i % 2};
    }

    /** Where a sum of zero at w leaves no place for the largest value, it is only approached. */
    static String largest(YatUnit unit, String before) {
        double scale = unit.maximiserScale();
        return scale - scale == 0 ? before + Numbers.size(unit.maximum()) : "No largest value";
    }

    /** The picture in words. */
    public static String words(double[] numbers) {
        YatUnit unit = unit(numbers);
        double scale = unit.maximiserScale();
        StringBuilder text = new StringBuilder(largest(unit, "Largest: "));
        if (scale - scale == 0) {
            text.append(" at (").append(Numbers.fixed(scale * numbers[0], 2)).append(", ");
            text.append(Numbers.fixed(scale * numbers[1], 2)).append(')');
        }
        text.append("; zero where w·x + b = 0. Far away only the direction counts: along the ray the value tends to ");
        text.append(Numbers.size(unit.limit(direction(numbers)))).append(", and nowhere to more than ");
        text.append(Numbers.size(unit.largestLimit())).append(". The four examples of exclusive or give");
        for (int i = 0; i < 4; i++) {
            text.append(i == 0 ? " " : i == 3 ? " and " : ", ").append(Numbers.fixed(unit.response(corner(i)), 2));
        }
        return text.append('.').toString();
    }

    static String[][] table(double[] numbers) {
        YatUnit unit = unit(numbers);
        String[][] table = new String[10][];
        table[0] = new String[] {"At (x₁, x₂)", "ⵟ(w, x)", PARTS[0], PARTS[1], PARTS[2]};
        double scale = unit.maximiserScale();
        for (int i = 0; i < 5; i++) {
            float[] x = i < 4 ? corner(i) : new float[] {(float) (scale * numbers[0]), (float) (scale * numbers[1])};
            int decimals = i < 4 ? 0 : 2;
            table[i + 1] = new String[] {
                "(" + Numbers.fixed(x[0], decimals) + ", " + Numbers.fixed(x[1], decimals) + ")",
                i < 4 ? Numbers.fixed(unit.response(x), 3) : Numbers.size(unit.maximum()) + ", the largest",
                Numbers.fixed(value(numbers, 1, x), 3),
                Numbers.fixed(value(numbers, 2, x), 3),
                Numbers.fixed(value(numbers, 3, x), 3)
            };
        }
        String[] rest = {
            "Far away, along the ray at " + Numbers.fixed(numbers[RAY], 0) + "°",
            Numbers.fixed(unit.limit(direction(numbers)), 3),
            "Far away, at most",
            Numbers.fixed(unit.largestLimit(), 3),
            said(0, numbers[0]) + ", " + said(1, numbers[1]),
            "",
            said(EPSILON, numbers[EPSILON]) + ", " + said(BIAS, numbers[BIAS]) + ", " + said(ALPHA, numbers[ALPHA]),
            ""
        };
        for (int i = 0; i < 4; i++) {
            table[i + 6] = new String[] {rest[2 * i], rest[2 * i + 1], "", "", ""};
        }
        return table;
    }
}
