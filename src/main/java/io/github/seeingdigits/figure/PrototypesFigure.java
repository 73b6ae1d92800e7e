package io.github.seeingdigits.figure;

import io.github.seeingdigits.analysis.Slant;
import io.github.seeingdigits.analysis.SlantCurve;
import io.github.seeingdigits.digit.Distortion;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.network.View;
import java.util.List;

/**
 * The weights of ten ⵟ units and of ten linear filters below the mean pictures of their digits, with cosines and distances; and how
 * near ones of different slants lie to the prototype of the 1.
 */
public final class PrototypesFigure implements FigureKind {
    /** The views, in the order in which the page asks for them. */
    public static final String[] VIEWS = {"pictures", "slants", "seeds"};

    /** Where the seed of the published network stands in its record. */
    public static final String SEED = "published/seed";

    /** The height of {@link #drawSlant} where it is wide, and where it is narrow, in CSS pixels. */
    private static final double SLANT = 248;

    private static final double NARROW = 370;
    private static final double WIDTH = 640;
    private static final double GAP = 6;
    private static final double LABEL = 22;
    private static final double NOTES = 34;
    private static final double PICTURE = 100;
    private static final double LEAST = -0.3;
    private static final double MOST = 0.8;
    private static final double STILL_SLANT = 0.2;
    private static final int STEPS = 22;
    private static final String[] CURVES = {"ⵟ prototype of 1", "linear filter of 1", "mean picture of 1"};
    private static final Tone[] TONES = {Tone.ACCENT, Tone.MUTED, Tone.INK};

    @Override
    public String name() {
        return "prototypes";
    }

    @Override
    public String purpose() {
        return "Compare ⵟ weights and linear filters with the mean pictures of their digits, turn the negative ones round, try other"
                + " seeds, and follow the slant of the ones.";
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    @Override
    public List<String> facts() {
        return List.of(SEED);
    }

    @Override
    public List<String> views() {
        return List.of(VIEWS);
    }

    @Override
    public boolean runsNetwork() {
        return false;
    }

    /**
     * The slants of the ones.
     *
     * @param view images × slant, response, cosine to the prototype, to the linear filter, to the mean picture
     * @throws IllegalArgumentException if the view has another shape
     */
    public static SlantCurve curve(View view) {
        int[] shape = view.shape();
        if (shape.length != 2 || shape[1] != 5) {
            throw new IllegalArgumentException("the figure needs a model with a view \"slants\" of five columns");
        }
        return new SlantCurve(view.values(), shape[1]);
    }

    @Override
    public Still still(Exhibit exhibit, Drawing sample, Parameters parameters) {
        PrototypeRows rows = new PrototypeRows(exhibit.view(VIEWS[0]));
        SlantCurve curve = curve(exhibit.view(VIEWS[1]));
        return new Still() {
            @Override
            public double width() {
                return WIDTH;
            }

            @Override
            public double height() {
                return PrototypesFigure.height(WIDTH) + slantHeight(WIDTH);
            }

            @Override
            public void draw(Surface surface) {
                PrototypesFigure.draw(surface, WIDTH, rows);
                drawSlant(surface, PrototypesFigure.height(WIDTH), WIDTH, rows, curve, STILL_SLANT);
            }

            @Override
            public String[][] table() {
                return PrototypesFigure.table(rows);
            }
        };
    }

    private static int columns(double width) {
        return width > 520 ? PrototypeRows.DIGITS : PrototypeRows.DIGITS / 2;
    }

    private static double side(double width) {
        return (width + GAP) / columns(width) - GAP;
    }

    private static double block(double width) {
        return 3 * (LABEL + side(width)) + 2 * NOTES + GAP;
    }

    /** The height of {@link #draw}, in CSS pixels. */
    public static double height(double width) {
        return block(width) * PrototypeRows.DIGITS / columns(width);
    }

    /** The height of {@link #drawSlant}, in CSS pixels. */
    public static double slantHeight(double width) {
        return columns(width) == PrototypeRows.DIGITS ? SLANT : NARROW;
    }

    private static float limit(PrototypeRows rows, boolean linear) {
        float[][] all = new float[PrototypeRows.DIGITS][];
        for (int k = 0; k < all.length; k++) {
            all[k] = rows.weights(linear, k);
        }
        return ColourMap.limit(all);
    }

    private static void picture(Surface surface, double x, double y, double side, float[] values, float limit) {
        surface.image(x, y, side, side, 28, 28, ColourMap.diverging(values, limit));
        surface.frame(x, y, side, side, Tone.RULE);
    }

    /** Draws the pictures of all digits; {@code width} in CSS pixels, at least 280. */
    public static void draw(Surface surface, double width, PrototypeRows rows) {
        int columns = columns(width);
        double side = side(width);
        float[] limits = {1, limit(rows, false), limit(rows, true)};
        String[] labels = {"Mean pictures", "ⵟ prototypes: cosine to the mean, distance", "Linear filters: the same"};
        for (int k = 0; k < PrototypeRows.DIGITS; k++) {
            double x = k % columns * (side + GAP);
            double y = k / columns * block(width);
            surface.beginUnit(k);
            for (int row = 0; row < 3; row++) {
                if (k % columns == 0) {
                    surface.text(labels[row], 0, y + 16, 13, Align.START, Tone.INK, true);
                }
                y += LABEL;
                if (row == 0) {
                    picture(surface, x, y, side, rows.mean(k), limits[0]);
                    surface.text(Integer.toString(k), x + 4, y + 15, 13, Align.START, Tone.digit(k), true);
                    y += side;
                    continue;
                }
                boolean linear = row == 2;
                picture(surface, x, y, side, rows.weights(linear, k), limits[row]);
                y += side;
                double cosine = rows.cosine(linear, k);
                String sign = rows.flipped(linear, k) ? "−w: " : "";
                Tone tone = cosine < 0 ? Tone.WARNING : Tone.INK;
                note(surface, x + side / 2, y + 14, sign + Numbers.fixed(cosine, 2), tone);
                note(surface, x + side / 2, y + 29, Numbers.fixed(rows.distance(linear, k), 2), Tone.MUTED);
                y += NOTES;
            }
            surface.end();
        }
    }

    private static void note(Surface surface, double x, double y, String text, Tone tone) {
        surface.text(text, x, y, 13, Align.MIDDLE, tone, tone != Tone.MUTED);
    }

    /**
     * Draws the mean 1 slanted, the prototype of 1, and the cosines of test ones to it and to others along their slants.
     *
     * @param width in CSS pixels, at least 280
     * @param slant see {@link Slant}
     */
    public static void drawSlant(
            Surface surface, double top, double width, PrototypeRows rows, SlantCurve curve, double slant) {
        boolean wide = columns(width) == PrototypeRows.DIGITS;
        float[] mean = rows.mean(1);
        float[] w = rows.upright(1);
        double second = wide ? 0 : PICTURE + 3 * GAP;
        double down = wide ? top + LABEL + PICTURE : top;
        surface.text("mean 1, slanted", 0, top + 16, 13, Align.START, Tone.INK, true);
        picture(surface, 0, top + LABEL, PICTURE, Distortion.slant(mean, slant - Slant.of(mean)), 1);
        surface.text("ⵟ prototype", second, down + 16, 13, Align.START, Tone.ACCENT, true);
        picture(surface, second, down + LABEL, PICTURE, w, ColourMap.limit(w));
        double left = wide ? PICTURE + 3 * GAP + Chart.LEFT : Chart.LEFT;
        double chartTop = wide ? top + LABEL : top + LABEL + PICTURE + 3 * GAP;
        double bottom = top + slantHeight(width) - Chart.BELOW;
        Chart chart = new Chart(left, chartTop, width - left - 14, bottom - chartTop)
                .x(LEAST, MOST)
                .y(0, 1);
        chart.axes(surface, "slant of the test ones", "cosine", false);
        surface.fill(chart.atX(slant) - 1, chartTop, 2, bottom - chartTop, Tone.RULE, 1);
        for (int c = 0; c < CURVES.length; c++) {
            double[] xs = new double[STEPS + 1];
            double[] ys = new double[STEPS + 1];
            for (int i = 0; i <= STEPS; i++) {
                double at = LEAST + i * (MOST - LEAST) / STEPS;
                xs[i] = chart.atX(at);
                ys[i] = chart.atY(curve.mean(c + 2, at));
            }
            surface.line(xs, ys, 2.5, TONES[c]);
            surface.text(CURVES[c], xs[STEPS], ys[STEPS / 2] + (c == 0 ? 24 : -16), 13, Align.END, TONES[c], true);
            surface.dot(chart.atX(slant), chart.atY(curve.mean(c + 2, slant)), 5, TONES[c], 1);
        }
    }

    /** The pictures in words. */
    public static String words(PrototypeRows rows, int seed) {
        double[] least = {1, 1};
        double[] most = {0, 0};
        int towards = 0;
        for (int k = 0; k < PrototypeRows.DIGITS; k++) {
            for (int i = 0; i < 2; i++) {
                double cosine = Math.abs(rows.cosine(i == 1, k));
                least[i] = Math.min(least[i], cosine);
                most[i] = Math.max(most[i], cosine);
            }
            towards += rows.cosine(false, k) > 0 && !rows.flipped(false, k) ? 1 : 0;
        }
        return "Seed " + seed + ": " + towards + " of 10 prototypes point towards their digit’s mean, "
                + (PrototypeRows.DIGITS - towards) + " away from it. Apart from the sign their cosine is "
                + Numbers.fixed(least[0], 2) + " to " + Numbers.fixed(most[0], 2) + ", that of linear filters "
                + Numbers.fixed(least[1], 2) + " to " + Numbers.fixed(most[1], 2)
                + ". Below the cosine stands the distance, in lengths of the mean picture.";
    }

    /** What is at a slant, in words. */
    public static String slantWords(SlantCurve curve, double slant) {
        return curve.count(slant) + " test ones lean " + Numbers.fixed(slant, 2) + " ± "
                + Numbers.fixed(SlantCurve.REACH, 1) + ". The ⵟ unit of 1 gives them "
                + Numbers.fixed(curve.mean(1, slant), 1) + " on average; their mean cosine to its prototype is "
                + Numbers.fixed(curve.mean(2, slant), 2) + ", to the linear filter "
                + Numbers.fixed(curve.mean(3, slant), 2) + ", to the mean picture "
                + Numbers.fixed(curve.mean(4, slant), 2) + ".";
    }

    private static String[][] table(PrototypeRows rows) {
        String[][] table = new String[PrototypeRows.DIGITS + 1][];
        table[0] = new String[] {
            "Digit",
            "ⵟ prototype: cosine to the mean",
            "distance, in lengths of the mean",
            "Linear filter: cosine to the mean",
            "distance, in lengths of the mean"
        };
        for (int k = 0; k < PrototypeRows.DIGITS; k++) {
            table[k + 1] = new String[] {
                Integer.toString(k),
                Numbers.fixed(rows.cosine(false, k), 3),
                Numbers.fixed(rows.distance(false, k), 3),
                Numbers.fixed(rows.cosine(true, k), 3),
                Numbers.fixed(rows.distance(true, k), 3)
            };
        }
        return table;
    }
}
