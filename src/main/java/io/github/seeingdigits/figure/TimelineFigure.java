package io.github.seeingdigits.figure;

import io.github.seeingdigits.digit.Drawing;
import java.util.ArrayList;
import java.util.List;

/**
 * Published test errors on MNIST by year, with the lowest so far as a line, and beside them those of our networks with the range of
 * their seeds. The scale is logarithmic: from a linear layer to the best the error falls fiftyfold.
 */
public final class TimelineFigure implements ComparisonKind {
    private static final double WIDTH = 640;
    private static final double WIDE = 480;
    private static final double LEFT = 46;
    private static final double TOP = 30;
    private static final double CHART = 330;
    private static final double BELOW = 44;
    private static final double REACH = 18;

    /** The longest name for which there is room, in letters. */
    private static final int LONGEST = 30;

    private static final double[] TICKS = {0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100};

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public String purpose() {
        return "Follow the errors that others have published for the same test digits since 1998, each with its source, and find our own"
                + " networks among them.";
    }

    @Override
    public List<String> facts() {
        return List.of(ErrorPoints.LITERATURE, "title", "test/error", "recipe/seeds");
    }

    @Override
    public boolean runsNetwork() {
        return false;
    }

    @Override
    public Still still(List<Exhibit> exhibits, Drawing sample, Parameters parameters) {
        List<Facts> facts = new ArrayList<>();
        for (Exhibit exhibit : exhibits) {
            facts.add(exhibit.facts());
        }
        ErrorPoints points = new ErrorPoints(facts);
        return new Still() {
            @Override
            public double width() {
                return WIDTH;
            }

            @Override
            public double height() {
                return TimelineFigure.height();
            }

            @Override
            public void draw(Surface surface) {
                TimelineFigure.draw(surface, WIDTH, points, -1);
            }

            @Override
            public String[][] table() {
                String[][] table = new String[points.size + 1][];
                table[0] = new String[] {"Method", "Test error", "Year", "Source", "Address"};
                for (int i = 0; i < points.size; i++) {
                    boolean own = i >= points.published;
                    table[i + 1] = new String[] {
                        points.name(i),
                        points.percent(i),
                        own ? "measured here" : Integer.toString(points.year(i)),
                        own ? points.words(i) : points.source(i),
                        points.link(i)
                    };
                }
                return table;
            }
        };
    }

    /** The height of {@link #draw}, in CSS pixels. */
    public static double height() {
        return TOP + CHART + BELOW;
    }

    private static double strip(double width) {
        return width - (width < WIDE ? 56 : 212);
    }

    /** The chart of what was published: x in years, y the logarithm of the error in percent. */
    private static Chart chart(double width, ErrorPoints points) {
        double least = 100;
        double most = 0;
        int first = points.year(0);
        int last = first;
        for (int i = 0; i < points.size; i++) {
            boolean own = i >= points.published;
            least = Math.min(least, own ? points.end(i, false) : points.error(i));
            most = Math.max(most, own ? points.end(i, true) : points.error(i));
            first = own ? first : Math.min(first, points.year(i));
            last = own ? last : Math.max(last, points.year(i));
        }
        return new Chart(LEFT, TOP, strip(width) - 22 - LEFT, CHART)
                .x(first - 0.6, last + 0.6)
                .y(Math.log(Math.max(0.01, least) * 0.62), Math.log(most * 1.25));
    }

    /** Where every point is drawn: x and y for each, one after the other. In CSS pixels. */
    private static double[] places(double width, ErrorPoints points, Chart chart) {
        double[] places = new double[2 * points.size];
        for (int i = 0; i < points.size; i++) {
            places[2 * i] = i < points.published ? chart.atX(points.year(i)) : strip(width) + 8;
            places[2 * i + 1] = chart.atY(Math.log(Math.max(0.01, points.error(i))));
        }
        return places;
    }

    /** The point at a place; −1 if there is none near. In CSS pixels. */
    public static int at(double width, ErrorPoints points, double x, double y) {
        return Chart.nearest(places(width, points, chart(width, points)), x, y, REACH);
    }

    /**
     * Draws all of it.
     *
     * @param width in CSS pixels, at least 260
     * @param chosen the point that stands out; −1 for none
     */
    public static void draw(Surface surface, double width, ErrorPoints points, int chosen) {
        boolean wide = width >= WIDE;
        Chart chart = chart(width, points);
        double strip = strip(width);
        double bottom = TOP + CHART;
        double[] at = places(width, points, chart);
        surface.text("published", LEFT, 14, 13, Align.START, Tone.INK, true);
        surface.text(
                wide ? "measured here, range of seeds" : "here",
                wide ? strip : width,
                14,
                13,
                wide ? Align.START : Align.END,
                Tone.ACCENT,
                true);
        for (double tick : TICKS) {
            double y = chart.atY(Math.log(tick));
            if (y >= TOP && y <= bottom) {
                surface.fill(LEFT, y - 0.5, width - LEFT, 1, Tone.RULE, 0.7);
                String text = Numbers.fixed(tick, tick < 1 ? 1 : 0) + "\u202f%";
                surface.text(text, LEFT - 6, y + 4.5, 13, Align.END, Tone.MUTED, false);
            }
        }
        int step = wide ? 2 : 5;
        for (int year = (int) Math.ceil(chart.valueX(LEFT)); chart.atX(year) <= LEFT + chart.width; year++) {
            if (year % step == 0) {
                double x = chart.atX(year);
                surface.fill(x - 0.5, bottom, 1, 5, Tone.MUTED, 1);
                surface.text(Integer.toString(year), x, bottom + 18, 13, Align.MIDDLE, Tone.MUTED, false);
            }
        }
        surface.fill(LEFT, bottom, chart.width, 1, Tone.MUTED, 1);
        surface.text("year of publication", LEFT + chart.width, bottom + 36, 13, Align.END, Tone.INK, false);
        lowest(surface, points, at);
        if (wide) {
            names(surface, points, at, strip + 24, chosen);
        }
        for (int i = 0; i < points.size; i++) {
            Tone tone = i >= points.published ? Tone.ACCENT : points.best(i) ? Tone.INK : Tone.MUTED;
            double x = at[2 * i];
            double y = at[2 * i + 1];
            if (i == chosen) {
                surface.dot(x, y, 9, Tone.INK, 1);
                surface.dot(x, y, 7, Tone.PAPER, 1);
            }
            if (i >= points.published) {
                double[] ends = {
                    chart.atY(Math.log(Math.max(0.01, points.end(i, false)))),
                    chart.atY(Math.log(Math.max(0.01, points.end(i, true))))
                };
                surface.line(new double[] {x, x}, ends, 3, tone);
            }
            surface.dot(x, y, 4, tone, 1);
        }
    }

    /** A line down the stairs of the lowest error so far, with the names of its ends and of the highest error. */
    private static void lowest(Surface surface, ErrorPoints points, double[] at) {
        int first = -1;
        int last = -1;
        int worst = 0;
        for (int i = 0; i < points.published; i++) {
            worst = points.error(i) > points.error(worst) ? i : worst;
            if (!points.best(i)) {
                continue;
            }
            if (first < 0) {
                first = i;
            } else {
                double x = at[2 * i];
                double y = at[2 * last + 1];
                surface.line(new double[] {at[2 * last], x, x}, new double[] {y, y, at[2 * i + 1]}, 1.5, Tone.INK);
            }
            last = i;
        }
        name(surface, points, at, worst, 10, 4.5, Align.START);
        name(surface, points, at, first, 10, -5, Align.START);
        name(surface, points, at, last, 8, 18, Align.END);
    }

    private static void name(
            Surface surface, ErrorPoints points, double[] at, int i, double dx, double dy, Align align) {
        String name = points.name(i);
        int comma = name.indexOf(',');
        surface.text(
                comma < 0 ? name : name.substring(0, comma),
                at[2 * i] + dx,
                at[2 * i + 1] + dy,
                12,
                align,
                Tone.INK,
                false);
    }

    /** The names of our networks, one below the other where they are too near. */
    private static void names(Surface surface, ErrorPoints points, double[] at, double x, int chosen) {
        boolean[] done = new boolean[points.size];
        double free = 0;
        for (int turn = points.published; turn < points.size; turn++) {
            int next = -1;
            for (int i = points.published; i < points.size; i++) {
                next = !done[i] && (next < 0 || at[2 * i + 1] < at[2 * next + 1]) ? i : next;
            }
            done[next] = true;
            free = Math.max(free + 14, at[2 * next + 1] + 4.5);
            String name = points.name(next);
            String shown = name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "…" : name;
            double[] xs = {at[2 * next], x - 4};
            surface.line(xs, new double[] {at[2 * next + 1], free - 4}, 1, Tone.RULE);
            surface.text(shown, x, free, 12, Align.START, Tone.INK, next == chosen);
        }
    }
}
