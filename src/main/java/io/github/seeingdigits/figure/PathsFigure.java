package io.github.seeingdigits.figure;

import io.github.seeingdigits.analysis.manifold.PrincipalPictures;
import io.github.seeingdigits.digit.Drawing;
import java.util.List;

/**
 * From one digit to another on two ways at once, straight and along real digits: the pictures there, all pictures passed, what a network
 * reads in them and how sure it is.
 */
public final class PathsFigure implements FigureKind {
    /** The views, in the order in which the page asks for them. */
    public static final String[] VIEWS = {PrincipalPictures.VIEW, "ways", "stations"};

    /** Places from one end to the other at which a reader can stop, less one. */
    public static final int STEPS = 100;

    /** The parameters, and in the address the state, that say from where to where. */
    public static final String FROM = "from";

    public static final String TO = "to";

    private static final int[] FIRST = {1, 3};
    private static final double WIDTH = 640;
    private static final double GAP = 10;
    private static final double HEAD = 24;
    private static final double NOTE = 26;
    private static final double LARGE = 150;
    private static final double SMALL = 46;
    private static final double BAND = 18;
    private static final double TALL = 150;
    /** Pictures of the straight line. */
    private static final int MIXES = 7;

    private static final Tone[] TONES = {Tone.WARNING, Tone.ACCENT};
    private static final String[] NAMES = {"Straight", "Along real digits"};

    @Override
    public String name() {
        return "paths";
    }

    @Override
    public String purpose() {
        return "Walk from one digit to another, straight and along real digits, and see what a network makes of what lies between.";
    }

    @Override
    public List<String> parameters() {
        return List.of(FROM, TO);
    }

    @Override
    public List<String> facts() {
        return Ways.facts();
    }

    @Override
    public List<String> views() {
        return List.of(VIEWS);
    }

    @Override
    public boolean runsNetwork() {
        return false;
    }

    /** Takes the way that an article asks for. */
    public static void choose(Ways ways, Parameters parameters) {
        ways.choose(
                parameters.whole(FROM, 0, Ways.DIGITS - 1, FIRST[0]),
                parameters.whole(TO, 0, Ways.DIGITS - 1, FIRST[1]));
    }

    @Override
    public Still still(Exhibit exhibit, Drawing sample, Parameters parameters) {
        Ways ways = new Ways(exhibit.views(VIEWS), exhibit.facts());
        choose(ways, parameters);
        return new Still() {
            @Override
            public double width() {
                return WIDTH;
            }

            @Override
            public double height() {
                return PathsFigure.height(WIDTH);
            }

            @Override
            public void draw(Surface surface) {
                PathsFigure.draw(surface, WIDTH, ways, start(ways));
            }

            @Override
            public String[][] table() {
                return PathsFigure.table(ways, parameters);
            }
        };
    }

    /** Where a reader begins: where the straight line is least like a digit, 0 to 1. */
    public static double start(Ways ways) {
        return ways.at(false, ways.weakest(false));
    }

    private static double large(double width) {
        return Math.min(LARGE, (width - GAP) / 2);
    }

    private static double strips(double width) {
        return HEAD + large(width) + NOTE;
    }

    private static double chartTop(double width) {
        return strips(width) + 2 * (HEAD + SMALL + BAND + GAP) + NOTE;
    }

    /** The height of {@link #draw}, in CSS pixels. */
    public static double height(double width) {
        return chartTop(width) + TALL + Chart.BELOW;
    }

    private static Chart chart(double width) {
        return new Chart(Chart.LEFT, chartTop(width), width - Chart.LEFT - SMALL / 2, TALL);
    }

    /** The place on the way, 0 to 1, that belongs to an x; beyond the ends these. */
    public static double at(double width, double x) {
        return Math.max(0, Math.min(1, chart(width).valueX(x)));
    }

    /**
     * Draws all of it.
     *
     * @param width in CSS pixels, at least 280
     * @param at how much of the ways is gone, 0 to 1
     */
    public static void draw(Surface surface, double width, Ways ways, double at) {
        Chart chart = chart(width);
        double large = large(width);
        chart.axes(surface, "part of the way", "confidence", true);
        for (int way = 0; way < 2; way++) {
            boolean path = way == 1;
            double left = way * width / 2 + Math.max(0, (width / 2 - large - GAP) / 2);
            surface.text(NAMES[way], left, 16, 14, Align.START, TONES[way], true);
            surface.image(left, HEAD, large, large, 28, 28, ColourMap.ink(ways.picture(path, at)));
            surface.frame(left, HEAD, large, large, TONES[way]);
            int point = ways.point(path, at);
            double confidence = ways.confidence(path, point);
            String reads = "reads " + ways.read(path, point) + ", " + percent(confidence);
            surface.text(reads, left, HEAD + large + 18, 14, Align.START, Tone.INK, true);
            strip(surface, chart, strips(width) + way * (HEAD + SMALL + BAND + GAP), ways, path);
            double[] xs = new double[ways.count(path)];
            double[] ys = new double[xs.length];
            for (int p = 0; p < xs.length; p++) {
                xs[p] = chart.atX(ways.at(path, p));
                ys[p] = chart.atY(ways.confidence(path, p));
            }
            surface.line(xs, ys, 2.5, TONES[way]);
            surface.text(
                    NAMES[way],
                    chart.atX(path ? 0.97 : 0.03),
                    chart.atY(0.06),
                    13,
                    path ? Align.END : Align.START,
                    TONES[way],
                    true);
            surface.dot(chart.atX(at), chart.atY(confidence), 5, TONES[way], 1);
        }
        double top = strips(width) + HEAD;
        double caption = top + SMALL + BAND + GAP;
        surface.fill(chart.atX(at) - 1, top, 2, caption - top, Tone.INK, 0.5);
        double below = caption + HEAD;
        surface.fill(chart.atX(at) - 1, below, 2, chart.top + chart.height - below, Tone.INK, 0.5);
    }

    /** The pictures on a way and, below them, what the network reads from one end to the other. */
    private static void strip(Surface surface, Chart chart, double top, Ways ways, boolean path) {
        int count = path ? ways.images() : MIXES;
        double side = Math.min(SMALL, chart.width / (count - 1) - 2);
        String length = (path ? "Along " + count + " real digits, " : "Straight, ")
                + Numbers.fixed(ways.length(path), 1) + " long";
        surface.text(length, chart.left - SMALL / 2, top + 16, 13, Align.START, Tone.INK, false);
        for (int i = 0; i < count; i++) {
            double at = (double) i / (count - 1);
            double x = chart.atX(at) - side / 2;
            surface.image(x, top + HEAD, side, side, 28, 28, ColourMap.ink(ways.picture(path, at)));
            if (path) {
                surface.frame(x, top + HEAD, side, side, Tone.digit(ways.label(i)));
            }
        }
        double y = top + HEAD + SMALL + 3;
        surface.text("reads", chart.left - SMALL / 2 - 4, y + 13, 12, Align.END, Tone.MUTED, false);
        int begin = 0;
        for (int p = 1; p <= ways.count(path); p++) {
            int digit = ways.read(path, begin);
            if (p < ways.count(path) && ways.read(path, p) == digit) {
                continue;
            }
            double from = chart.atX(ways.at(path, begin));
            double to = chart.atX(ways.at(path, Math.min(p, ways.count(path) - 1)));
            surface.fill(from, y, to - from, BAND, Tone.digit(digit), 0.3);
            if (to - from > 9) {
                String text = Integer.toString(digit);
                surface.text(text, (from + to) / 2, y + 14, 13, Align.MIDDLE, Tone.digit(digit), true);
            }
            begin = p;
        }
    }

    /** Confidence that the view has rounded to certainty was not quite that. */
    private static String percent(double confidence) {
        return Numbers.percent(Math.min(0.9999, confidence));
    }

    /** The picture in words. */
    public static String words(Ways ways, double at) {
        StringBuilder text = new StringBuilder(Numbers.fixed(100 * at, 0)).append("\u202f% of the way from ");
        text.append(ways.from() == ways.to() ? "a typical " : "")
                .append(ways.from())
                .append(" to ");
        text.append(ways.from() == ways.to() ? "the least typical " : "")
                .append(ways.to())
                .append('.');
        for (int way = 0; way < 2; way++) {
            boolean path = way == 1;
            int point = ways.point(path, at);
            text.append(path ? " Along real digits" : " Straight")
                    .append(" the network reads ")
                    .append(ways.read(path, point))
                    .append(", ")
                    .append(percent(ways.confidence(path, point)))
                    .append("; it is less than 90\u202f% sure for ")
                    .append(Numbers.fixed(ways.unsure(path), 1))
                    .append(" of ")
                    .append(Numbers.fixed(ways.length(path), 1))
                    .append('.');
        }
        return text.append(" That way is ")
                .append(Numbers.fixed(ways.length(true) / ways.length(false), 1))
                .append(" times as long, its largest hop ")
                .append(Numbers.fixed(ways.largestHop(), 1))
                .append(". All pairs on average: ")
                .append(Numbers.fixed(ways.meanRatio(), 1))
                .append(" times.")
                .toString();
    }

    private static String[][] table(Ways ways, Parameters parameters) {
        String[][] table = new String[Ways.DIGITS + 1][];
        table[0] = new String[] {
            "From " + ways.from() + " to", "Straight", "Unsure for", "Along real digits", "Unsure for", "Images"
        };
        for (int to = 0; to < Ways.DIGITS; to++) {
            ways.choose(ways.from(), to);
            table[to + 1] = new String[] {
                Integer.toString(to),
                Numbers.fixed(ways.length(false), 1),
                Numbers.fixed(ways.unsure(false), 1),
                Numbers.fixed(ways.length(true), 1),
                Numbers.fixed(ways.unsure(true), 1),
                Integer.toString(ways.images())
            };
        }
        choose(ways, parameters);
        return table;
    }
}
