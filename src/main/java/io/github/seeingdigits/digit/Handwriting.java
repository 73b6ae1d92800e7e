package io.github.seeingdigits.digit;

import io.github.seeingdigits.network.SeededRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Digits as many hands would draw them on a pad. MNIST holds scanned digits from one country, with few barred sevens, footed
 * ones or hooked nines; a page is read everywhere, and drawn on with mice and fingers. These drawings fill that gap in
 * training. They come from {@link DigitShapes}, varied as hands vary: proportions and slant, control points that miss their
 * place, corners rounded or curves cut short, strokes that start late or run on, a trembling line, few or many points.
 *
 * <p>Where on the pad and how large makes no difference to {@link Ink}, so it is not varied.
 */
public final class Handwriting {
    private static final int DIGITS = 10;

    /** Standard deviation of how far a control point misses its place, as a part of the digit's height. */
    private static final double MISS = 0.028;

    /** The same for a stroke as a whole, where the pen was lifted. */
    private static final double MISS_AFTER_LIFT = 0.035;

    private final List<List<Drawing>> shapes = new ArrayList<>();
    private final SeededRandom random;

    /** All drawings follow from {@code seed}. */
    public Handwriting(int seed) {
        random = new SeededRandom(seed);
        for (int digit = 0; digit < DIGITS; digit++) {
            shapes.add(DigitShapes.of(digit));
        }
    }

    /**
     * The next drawing of {@code digit}, roughly within the pad.
     *
     * @throws IllegalArgumentException if it is not 0 to 9
     */
    public Drawing next(int digit) {
        if (digit < 0 || digit >= DIGITS) {
            throw new IllegalArgumentException("a digit is 0 to 9, got " + digit);
        }
        List<Drawing> styles = shapes.get(digit);
        Drawing shape = styles.get(random.nextInt(styles.size()));
        Hand hand = new Hand(random);
        Drawing drawing = new Drawing();
        boolean first = true;
        for (Stroke stroke : shape.strokes()) {
            double lift = first ? 0 : MISS_AFTER_LIFT;
            hand.write(stroke, lift, drawing);
            first = false;
        }
        return drawing;
    }

    /** What stays the same while one digit is written. Lengths are parts of the pad, and x and y count from its middle. */
    private static final class Hand {
        private final SeededRandom random;
        private final double aspect;
        private final double slant;
        private final double cos;
        private final double sin;
        private final double taper;
        private final double balance;
        private final double miss;
        private final double roundness;
        private final double spacing;
        private final double tremor;

        Hand(SeededRandom random) {
            this.random = random;
            aspect = StrictMath.exp(0.19 * random.nextGaussian());
            slant = 0.08 + 0.17 * random.nextGaussian();
            double turn = 0.1 * random.nextGaussian();
            cos = StrictMath.cos(turn);
            sin = StrictMath.sin(turn);
            taper = between(-0.45, 0.45);
            balance = between(-0.35, 0.35);
            miss = MISS * between(0.3, 1.6);
            // From straight lines between the control points to curves rounder than needed.
            roundness = between(0.3, 1.2);
            spacing = between(0.01, 0.09);
            tremor = 0.012 * Math.max(0, between(-1, 1));
        }

        private double between(double from, double to) {
            return from + (to - from) * random.nextFloat();
        }

        /** Adds one stroke of a shape to {@code drawing}; {@code lift} is how far the pen may land from its place. */
        void write(Stroke shape, double lift, Drawing drawing) {
            int n = shape.size();
            double[] x = new double[n];
            double[] y = new double[n];
            double landX = lift * random.nextGaussian();
            double landY = lift * random.nextGaussian();
            for (int i = 0; i < n; i++) {
                boolean corner = i > 0 && shape.x(i) == shape.x(i - 1) && shape.y(i) == shape.y(i - 1);
                if (corner) {
                    x[i] = x[i - 1];
                    y[i] = y[i - 1];
                } else {
                    place(
                            shape.x(i) - 0.5 + landX + miss * random.nextGaussian(),
                            shape.y(i) - 0.5 + landY + miss * random.nextGaussian(),
                            x,
                            y,
                            i);
                }
            }
            // Pens start late or early, and stop short or run on.
            reach(x, y, 0, 1, between(-0.35, 0.35));
            reach(x, y, n - 1, n - 2, between(-0.4, 0.5));
            trace(x, y, drawing);
        }

        /** Where a point of the shape lies in this hand. */
        private void place(double shapeX, double shapeY, double[] x, double[] y, int i) {
            // Top or bottom heavy: the middle moves up or down, top (−0.35) and bottom (0.35) stay.
            double v = shapeY + balance * (0.1225 - shapeY * shapeY);
            double u = shapeX * aspect * (1 + taper * v) - slant * v;
            x[i] = 0.5 + cos * u - sin * v;
            y[i] = 0.5 + sin * u + cos * v;
        }

        /** Moves an end of a stroke away from the point beside it by a part of their distance. */
        private static void reach(double[] x, double[] y, int end, int beside, double part) {
            x[end] += part * (x[end] - x[beside]);
            y[end] += part * (y[end] - y[beside]);
        }

        /**
         * Draws the cardinal spline through the points (Catmull and Rom 1974, <i>A class of local interpolating splines</i>):
         * cubic Hermite pieces whose tangent at a point is half of what its neighbours are apart, times the roundness.
         */
        private void trace(double[] x, double[] y, Drawing drawing) {
            int n = x.length;
            drawing.begin((float) x[0], (float) y[0]);
            for (int i = 0; i + 1 < n; i++) {
                int before = Math.max(0, i - 1);
                int after = Math.min(n - 1, i + 2);
                double dx = x[i + 1] - x[i];
                double dy = y[i + 1] - y[i];
                double length = Math.sqrt(dx * dx + dy * dy);
                int pieces = Math.max(1, (int) Math.ceil(length / spacing));
                for (int k = 1; length > 0 && k <= pieces; k++) {
                    double t = (double) k / pieces;
                    drawing.extend(
                            (float) (along(x[before], x[i], x[i + 1], x[after], t) + tremor * random.nextGaussian()),
                            (float) (along(y[before], y[i], y[i + 1], y[after], t) + tremor * random.nextGaussian()));
                }
            }
        }

        private double along(double before, double from, double to, double after, double t) {
            double leave = roundness / 2 * (to - before);
            double arrive = roundness / 2 * (after - from);
            double s = 1 - t;
            return s * s * (1 + 2 * t) * from + t * t * (1 + 2 * s) * to + s * s * t * leave - t * t * s * arrive;
        }
    }
}
