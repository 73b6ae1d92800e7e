package io.github.seeingdigits.figure;

import static io.github.seeingdigits.analysis.LearningCurve.HELD_LOSS;
import static io.github.seeingdigits.analysis.LearningCurve.HELD_RIGHT;
import static io.github.seeingdigits.analysis.LearningCurve.LOSS;
import static io.github.seeingdigits.analysis.LearningCurve.RIGHT;
import static io.github.seeingdigits.analysis.LearningCurve.STEP;

import io.github.seeingdigits.analysis.LabelledPixels;
import io.github.seeingdigits.analysis.LearningCurve;
import io.github.seeingdigits.analysis.TrainingRun;
import io.github.seeingdigits.analysis.TrainingSettings;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Handwriting;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import java.util.List;

/**
 * A run of training: loss and accuracy step by step, on the pictures learnt from and on those kept back, above the filters as they
 * are now, where it is live.
 *
 * <p>The still picture is a run too, made when the site is built: on digits of {@link Handwriting}, which are the same everywhere.
 */
public final class TrainFigure implements FigureKind {
    /** More filters than these would be too small to look at. */
    private static final int MOST_UNITS = 10;

    /** A run that a page can show in seconds, also where it computes in plain Java. */
    private static final int MOST_PARAMETERS = 20_000;

    private static final double WIDTH = 640;
    /** From here on there is room for both charts side by side: the style sheet's 36rem. */
    private static final double WIDE = 576;

    private static final double PLOT = 170;
    private static final double CHART = PLOT + 70;
    private static final double GAP = 8;
    private static final double RIGHT_MARGIN = 12;
    /** Loss beyond this, in nats, is cut off: that of a guess among ten is 2.3. */
    private static final double HIGHEST_LOSS = 8;

    private static final double LEAST_LOSS = 2.5;
    private static final int STILL_STEPS = 200;
    /** Steps between two moments of the still, to keep the page light. */
    private static final int STILL_STRIDE = 8;

    private static final int STILL_PICTURES = 1000;
    private static final int STILL_ROWS = 10;

    @Override
    public String name() {
        return "train";
    }

    @Override
    public String purpose() {
        return "Train the model's architecture in the page: watch loss, accuracy and filters, and change rate, batch, start and seed.";
    }

    @Override
    public List<String> parameters() {
        return List.of(TrainingSettings.NAMES);
    }

    /**
     * What an article has chosen, otherwise the defaults.
     *
     * @throws IllegalArgumentException naming a parameter that cannot be so
     */
    static TrainingSettings settings(Parameters parameters) {
        TrainingSettings settings = new TrainingSettings();
        for (int i = 0; i < TrainingSettings.NAMES.length; i++) {
            String name = TrainingSettings.NAMES[i];
            String word = parameters.text(name, settings.get(i));
            settings = settings.with(i, word);
            if (settings == null) {
                throw new IllegalArgumentException("parameter " + name + "=\"" + word + "\" should be "
                        + (i == TrainingSettings.SEED
                                ? "a whole number from 0 to " + TrainingSettings.MOST_SEED
                                : "one of: " + String.join(", ", TrainingSettings.words(i))));
            }
        }
        return settings;
    }

    /**
     * Refuses what cannot be trained in a page.
     *
     * @throws IllegalArgumentException if the network does not lead from 784 pixels to ten digits, or is too large
     */
    static void require(Network network) {
        if (network.inputs() != Ink.PIXELS || network.outputs() != 10 || network.parameterCount() > MOST_PARAMETERS) {
            throw new IllegalArgumentException("the figure needs a model from 784 pixels to ten digits with at most "
                    + MOST_PARAMETERS + " parameters, but this one is \"" + network.architecture() + "\" with "
                    + network.parameterCount());
        }
        if (new FirstLayer(network).units() > MOST_UNITS) {
            throw new IllegalArgumentException("the figure shows at most " + MOST_UNITS
                    + " filters, but the model is \"" + network.architecture() + "\"");
        }
    }

    @Override
    public Still still(Exhibit exhibit, Drawing sample, Parameters parameters) {
        require(exhibit.network());
        int learnt = Handwritten.LEARNT.labels.length;
        TrainingRun run = new TrainingRun(
                exhibit.network().architecture(),
                settings(parameters),
                Handwritten.LEARNT,
                Handwritten.KEPT_BACK,
                new PlainOps(),
                LearningCurve.every(STILL_STRIDE));
        while (run.steps() < STILL_STEPS && !run.ended()) {
            run.step();
        }
        LearningCurve curve = run.curve();
        return new Still() {
            @Override
            public double width() {
                return WIDTH;
            }

            @Override
            public double height() {
                return CHART + 24;
            }

            @Override
            public void draw(Surface surface) {
                // Without filters: as pictures they would make the page ten kilobytes heavier.
                curves(surface, WIDTH, curve, new LearningCurve());
                String words = "A run on " + learnt + " digits that this site has drawn by itself, tested on "
                        + Handwritten.KEPT_BACK.labels.length + " others.";
                surface.text(words, 0, height() - 6, 13, Align.START, Tone.MUTED, false);
            }

            @Override
            public String[][] table() {
                return TrainFigure.table(curve);
            }
        };
    }

    /** The same for every still, and half a second's work. */
    private static final class Handwritten {
        static final LabelledPixels LEARNT = of(1, learnt(STILL_PICTURES));
        static final LabelledPixels KEPT_BACK = of(2, STILL_PICTURES - learnt(STILL_PICTURES));

        private static LabelledPixels of(int seed, int count) {
            Handwriting handwriting = new Handwriting(seed);
            float[] pixels = new float[count * Ink.PIXELS];
            int[] labels = new int[count];
            for (int i = 0; i < count; i++) {
                labels[i] = i % 10;
                System.arraycopy(Ink.of(handwriting.next(labels[i])), 0, pixels, i * Ink.PIXELS, Ink.PIXELS);
            }
            return new LabelledPixels(pixels, labels);
        }
    }

    /** Moments at even distances, the first and the last among them. */
    private static String[][] table(LearningCurve curve) {
        int rows = Math.min(STILL_ROWS, curve.size() - 1);
        String[][] table = new String[rows + 2][];
        table[0] = new String[] {
            "Steps", "Loss, learnt from (nats)", "Right, learnt from", "Loss, kept back (nats)", "Right, kept back"
        };
        for (int i = 0; i <= rows; i++) {
            int at = i * (curve.size() - 1) / Math.max(1, rows);
            table[i + 1] = new String[] {
                Integer.toString((int) curve.get(at, STEP)),
                Numbers.fixed(curve.get(at, LOSS), 3),
                percent(curve.get(at, RIGHT)),
                Numbers.fixed(curve.get(at, HELD_LOSS), 3),
                percent(curve.get(at, HELD_RIGHT))
            };
        }
        return table;
    }

    private static String percent(double share) {
        return Numbers.fixed(100 * share, 1) + "\u202f%";
    }

    /** How many of {@code pictures} are learnt from; the others are kept back for testing. Four fifths. */
    public static int learnt(int pictures) {
        return pictures / 5 * 4;
    }

    /**
     * How the run stands, in words.
     *
     * @param probabilities what the network makes of the reader's drawing, or null if there is none
     */
    public static String words(LearningCurve curve, float[] probabilities) {
        StringBuilder text = new StringBuilder("Step ").append((int) curve.last(STEP));
        if (curve.size() == 0) {
            text.append(": the filters are as the seed has filled them.");
        } else if (!(curve.last(LOSS) < Float.MAX_VALUE)) {
            // Written so that NaN is caught too.
            return text.append(": the weights have outgrown all numbers. Choose a lower rate.")
                    .toString();
        } else {
            text.append(": loss ").append(Numbers.fixed(curve.last(LOSS), 3));
            text.append(" on digits learnt from, ").append(Numbers.fixed(curve.last(HELD_LOSS), 3));
            text.append(" on those kept back. Right: ").append(percent(curve.last(RIGHT)));
            text.append(" and ").append(percent(curve.last(HELD_RIGHT))).append('.');
        }
        if (probabilities != null) {
            int read = Network.argmax(probabilities);
            text.append(" Your drawing: ").append(read);
            text.append(", ").append(Numbers.percent(probabilities[read])).append('.');
        }
        return text.toString();
    }

    private static int columns(double width, int units) {
        return width >= WIDE ? Math.max(5, units) : 5;
    }

    private static double side(double width, int units) {
        int columns = columns(width, units);
        return Math.min(58, (width - (columns - 1) * GAP) / columns);
    }

    /** How high the picture is, in CSS pixels. */
    public static double height(double width, int units) {
        int columns = columns(width, units);
        double each = FilterImage.height(side(width, units), false) + GAP;
        return (width >= WIDE ? 1 : 2) * CHART + (units + columns - 1) / columns * each;
    }

    /**
     * Draws the run.
     *
     * @param width in CSS pixels, at least 280
     * @param curve the run; it may have no moments yet
     * @param before an earlier run, for comparison; it may have no moments
     * @param probabilities what the network makes of the reader's drawing, or null if there is none
     */
    public static void draw(
            Surface surface,
            double width,
            LearningCurve curve,
            LearningCurve before,
            FirstLayer filters,
            float[] probabilities) {
        int chosen = probabilities == null || !filters.answers() ? -1 : Network.argmax(probabilities);
        curves(surface, width, curve, before);
        filters(surface, width, (width >= WIDE ? 1 : 2) * CHART, filters, chosen);
    }

    private static void curves(Surface surface, double width, LearningCurve curve, LearningCurve before) {
        boolean wide = width >= WIDE;
        double each = wide ? width / 2 : width;
        double steps = Math.max(20, Math.max(curve.last(STEP), before.last(STEP)));
        double highest = highest(before, highest(curve, LEAST_LOSS));
        Chart loss = new Chart(Chart.LEFT, 26, each - Chart.LEFT - RIGHT_MARGIN, PLOT)
                .x(0, steps)
                .y(0, highest);
        Chart right = new Chart(
                        (wide ? each : 0) + Chart.LEFT, (wide ? 0 : CHART) + 26, each - Chart.LEFT - RIGHT_MARGIN, PLOT)
                .x(0, steps)
                .y(0, 1);
        loss.axes(surface, "steps", "loss (nats)", false);
        right.axes(surface, "steps", "read correctly", true);
        line(surface, loss, before, HELD_LOSS, 1.5, Tone.RULE);
        line(surface, right, before, HELD_RIGHT, 1.5, Tone.RULE);
        line(surface, loss, curve, LOSS, 1.5, Tone.MUTED);
        line(surface, right, curve, RIGHT, 1.5, Tone.MUTED);
        line(surface, loss, curve, HELD_LOSS, 2.5, Tone.ACCENT);
        line(surface, right, curve, HELD_RIGHT, 2.5, Tone.ACCENT);
        key(surface, loss, before);
        key(surface, right, before);
        if (curve.size() + before.size() == 0) {
            surface.text(
                    "Train to see it fall",
                    loss.left + loss.width / 2,
                    loss.top + 0.38 * PLOT,
                    14,
                    Align.MIDDLE,
                    Tone.MUTED,
                    false);
            surface.text(
                    "and this rise",
                    right.left + right.width / 2,
                    right.top + 0.38 * PLOT,
                    14,
                    Align.MIDDLE,
                    Tone.MUTED,
                    false);
        }
    }

    private static double highest(LearningCurve curve, double least) {
        double highest = least;
        for (int i = 0; i < curve.size(); i++) {
            // In this order NaN is left out.
            highest = Math.max(curve.get(i, LOSS), curve.get(i, HELD_LOSS)) > highest
                    ? Math.max(curve.get(i, LOSS), curve.get(i, HELD_LOSS))
                    : highest;
        }
        return Math.min(highest, HIGHEST_LOSS);
    }

    /** Which line is which, above a chart. */
    private static void key(Surface surface, Chart chart, LearningCurve before) {
        double y = chart.top - 12;
        surface.text("learnt from", chart.left, y, 13, Align.START, Tone.MUTED, false);
        surface.text("kept back", chart.left + 82, y, 13, Align.START, Tone.ACCENT, true);
        if (before.size() > 0) {
            surface.fill(chart.left + 158, y - 5, 14, 2, Tone.RULE, 1);
            surface.text("run before", chart.left + 178, y, 13, Align.START, Tone.MUTED, false);
        }
    }

    private static void line(Surface surface, Chart chart, LearningCurve curve, int which, double width, Tone tone) {
        int count = 0;
        while (count < curve.size() && curve.get(count, which) < Float.MAX_VALUE) {
            count++;
        }
        if (count == 0) {
            return;
        }
        double[] xs = new double[count];
        double[] ys = new double[count];
        for (int i = 0; i < count; i++) {
            xs[i] = chart.atX(curve.get(i, STEP));
            ys[i] = Math.max(chart.top, chart.atY(curve.get(i, which)));
        }
        surface.line(xs, ys, width, tone);
    }

    private static void filters(Surface surface, double width, double top, FirstLayer filters, int chosen) {
        int units = filters.units();
        double side = side(width, units);
        double height = FilterImage.height(side, false) + GAP;
        float limit = ColourMap.limit(filters.allWeights());
        int columns = columns(width, units);
        double between = units > 1 ? Math.min(side * 1.5, (width - side) / (columns - 1)) : 0;
        for (int k = 0; k < units; k++) {
            surface.beginUnit(k);
            FilterImage.draw(
                    surface,
                    k % columns * between,
                    top + k / columns * height,
                    side,
                    Integer.toString(k),
                    "",
                    filters.weights(k),
                    limit,
                    k == chosen);
            surface.end();
        }
    }
}
