package io.github.seeingdigits.figure;

/**
 * A rectangle with two linear scales: where a value lies, and axes with round ticks, labels and units. The y axis points up.
 */
public final class Chart {
    /** Room that {@link #axes} needs to the left of the rectangle. */
    public static final double LEFT = 62;

    /** Room that {@link #axes} needs below the rectangle. */
    public static final double BELOW = 40;

    private static final double TICK = 13;
    private static final double LABEL = 13;

    public final double left;
    public final double top;
    public final double width;
    public final double height;
    private double fromX;
    private double toX = 1;
    private double fromY;
    private double toY = 1;
    private boolean powers;

    /** A chart whose scales both go from 0 to 1 until {@link #x} and {@link #y} say otherwise. In CSS pixels. */
    public Chart(double left, double top, double width, double height) {
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
    }

    /** The values at the left and the right edge; they must differ. */
    public Chart x(double from, double to) {
        fromX = from;
        toX = to;
        return this;
    }

    /** As {@link #x}, but both are exponents: {@link #axes} writes 10 to the power of x, 0.1 for −1. */
    public Chart powers(double from, double to) {
        powers = true;
        return x(from, to);
    }

    /** The values at the bottom and the top edge; they must differ. */
    public Chart y(double from, double to) {
        fromY = from;
        toY = to;
        return this;
    }

    /** Where the value x lies, in CSS pixels. */
    public double atX(double x) {
        return left + (x - fromX) / (toX - fromX) * width;
    }

    /** Where the value y lies, in CSS pixels. */
    public double atY(double y) {
        return top + height - (y - fromY) / (toY - fromY) * height;
    }

    /** The value at a place, the inverse of {@link #atX}. */
    public double valueX(double at) {
        return fromX + (at - left) / width * (toX - fromX);
    }

    /** The value at a place, the inverse of {@link #atY}. */
    public double valueY(double at) {
        return fromY + (top + height - at) / height * (toY - fromY);
    }

    /**
     * Draws both axes with light lines at round values.
     *
     * @param xLabel what x is, with its unit
     * @param yLabel what y is, with its unit
     * @param percent whether y is a share of one, to be written as a percentage
     */
    public void axes(Surface surface, String xLabel, String yLabel, boolean percent) {
        double stepY = step(toY - fromY, height / 45);
        int decimalsY = decimals(percent ? stepY * 100 : stepY);
        for (int i = first(fromY, toY, stepY); i * stepY <= Math.max(fromY, toY) + stepY * 1e-6; i++) {
            double value = i * stepY;
            double y = atY(value);
            surface.fill(left, y - 0.5, width, 1, Tone.RULE, 0.7);
            String text = percent ? Numbers.fixed(100 * value, decimalsY) + "\u202f%" : Numbers.fixed(value, decimalsY);
            surface.text(text, left - 6, y + 4.5, TICK, Align.END, Tone.MUTED, false);
        }
        double stepX = step(toX - fromX, width / 80);
        int decimalsX = decimals(stepX);
        for (int i = first(fromX, toX, stepX); i * stepX <= Math.max(fromX, toX) + stepX * 1e-6; i++) {
            double x = atX(i * stepX);
            surface.fill(x - 0.5, top + height, 1, 5, Tone.MUTED, 1);
            double value = powers ? Math.pow(10, i * stepX) : i * stepX;
            int decimals = powers ? Math.max(0, -(int) Math.floor(i * stepX)) : decimalsX;
            surface.text(Numbers.fixed(value, decimals), x, top + height + 18, TICK, Align.MIDDLE, Tone.MUTED, false);
        }
        surface.fill(left, top + height - 0.5, width, 1, Tone.MUTED, 1);
        surface.text(xLabel, left + width, top + height + 35, LABEL, Align.END, Tone.INK, false);
        surface.textUpwards(yLabel, left - LEFT + 10, top, LABEL, Align.END, Tone.INK);
    }

    /**
     * Which of several points is nearest to (x, y).
     *
     * @param places x and y of each, one after the other
     * @param reach the distance from which on a point is too far
     * @return its number, −1 if all are too far
     */
    public static int nearest(double[] places, double x, double y, double reach) {
        int best = -1;
        double least = reach * reach;
        for (int i = 0; i < places.length; i += 2) {
            double dx = places[i] - x;
            double dy = places[i + 1] - y;
            if (dx * dx + dy * dy < least) {
                least = dx * dx + dy * dy;
                best = i / 2;
            }
        }
        return best;
    }

    private static int first(double from, double to, double step) {
        return (int) Math.ceil(Math.min(from, to) / step - 1e-6);
    }

    /** The round number (1, 2 or 5 times a power of ten) by which {@code range} is cut into at most {@code count} parts. */
    static double step(double range, double count) {
        double least = Math.abs(range) / Math.max(1, count);
        double power = 1;
        while (power > least) {
            power /= 10;
        }
        while (power * 10 <= least) {
            power *= 10;
        }
        return power >= least ? power : 2 * power >= least ? 2 * power : 5 * power >= least ? 5 * power : 10 * power;
    }

    /** How many decimals tell multiples of {@code step} apart. */
    private static int decimals(double step) {
        int decimals = 0;
        double rest = step;
        while (decimals < 6 && Math.abs(rest - Math.rint(rest)) > 1e-6 * rest) {
            rest *= 10;
            decimals++;
        }
        return decimals;
    }
}
