package io.github.seeingdigits.figure;

import io.github.seeingdigits.analysis.manifold.PrincipalPictures;
import io.github.seeingdigits.analysis.manifold.Reconstruction;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.View;
import java.util.List;

/**
 * A digit as the mean picture plus so much of each principal component: the sum and what it misses, the components and how much of
 * each the digit has, and the share of all training digits' variance that as many components hold.
 */
public final class SpectrumFigure implements FigureKind {
    /** The views, in the order in which the page asks for them. */
    public static final String[] VIEWS = {PrincipalPictures.VIEW, "spectrum"};

    /** Components shown as pictures. */
    public static final int TILES = 20;

    /** The parameter, and in the address the state, that says how many components are used. */
    public static final String COMPONENTS = "components";

    private static final String FACTS = "findings/spectrum";
    private static final String[] MARKS = {"90", "95", "99"};
    private static final int FIRST = 20;
    private static final double WIDTH = 640;
    private static final double GAP = 6;
    private static final double HEAD = 24;
    private static final double NOTE = 24;
    private static final double TALL = 180;
    private static final double LARGEST = 200;

    @Override
    public String name() {
        return "spectrum";
    }

    @Override
    public String purpose() {
        return "Put a digit together from the mean picture and as many principal components as you like, and see what is missing.";
    }

    @Override
    public List<String> parameters() {
        return List.of(COMPONENTS);
    }

    @Override
    public List<String> facts() {
        return List.of(FACTS);
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
     * What the figure puts together, of no picture yet.
     *
     * @throws IllegalArgumentException if the view is of another shape, or the parameter {@link #COMPONENTS} no such number
     */
    public static Reconstruction reconstruction(View components, Parameters parameters) {
        Reconstruction sum = new Reconstruction(new PrincipalPictures(components));
        if (sum.pictures.mean().length != Ink.PIXELS || sum.pictures.size() < TILES) {
            throw new IllegalArgumentException("the figure needs a model with a view \"components\" of at least "
                    + (TILES + 1) + " × 784 numbers");
        }
        sum.count = parameters.whole(COMPONENTS, 0, sum.pictures.size(), FIRST);
        return sum;
    }

    @Override
    public Still still(Exhibit exhibit, Drawing sample, Parameters parameters) {
        Reconstruction sum = reconstruction(exhibit.view(VIEWS[0]), parameters);
        float[] shares = exhibit.view(VIEWS[1]).values();
        sum.see(Ink.of(sample));
        return new Still() {
            @Override
            public double width() {
                return WIDTH;
            }

            @Override
            public double height() {
                return SpectrumFigure.height(WIDTH);
            }

            @Override
            public void draw(Surface surface) {
                SpectrumFigure.draw(surface, WIDTH, sum, shares, exhibit.facts(), -1);
            }

            @Override
            public String[][] table() {
                return SpectrumFigure.table(exhibit.facts());
            }
        };
    }

    private static boolean wide(double width) {
        return width > 520;
    }

    private static int columns(double width) {
        return wide(width) ? 10 : 5;
    }

    private static double side(double width) {
        return Math.min(LARGEST, (width - 2 * GAP) / 3);
    }

    private static double tile(double width) {
        return (width + GAP) / columns(width) - GAP;
    }

    private static double tilesTop(double width) {
        return HEAD + side(width) + NOTE + GAP;
    }

    private static double chartsTop(double width) {
        return tilesTop(width) + HEAD + TILES / columns(width) * (tile(width) + NOTE) + GAP;
    }

    /** The height of {@link #draw}, in CSS pixels. */
    public static double height(double width) {
        return chartsTop(width) + (wide(width) ? 1 : 2) * (HEAD + TALL + Chart.BELOW);
    }

    /** The component whose picture is at a place, −1 for none. */
    public static int at(double width, double x, double y) {
        double step = tile(width) + GAP;
        int row = (int) Math.floor((y - tilesTop(width) - HEAD) / (tile(width) + NOTE));
        int column = (int) Math.floor(x / step);
        boolean on = column >= 0 && column < columns(width) && row >= 0 && row < TILES / columns(width);
        return on ? row * columns(width) + column : -1;
    }

    /** The component so many columns to the right of another's picture and rows below, as far as there are any. */
    public static int moved(double width, int from, int right, int down) {
        int to = from + right + down * columns(width);
        return from < 0 ? 0 : to < 0 || to >= TILES ? from : to;
    }

    /**
     * Draws all of it.
     *
     * @param width in CSS pixels, at least 280
     * @param shares the share of the variance that the first component, the first two, … hold
     * @param facts with {@code findings/spectrum}
     * @param chosen the component that stands out, −1 for none
     */
    public static void draw(
            Surface surface, double width, Reconstruction sum, float[] shares, Facts facts, int chosen) {
        double side = side(width);
        double step = (width - side) / 2;
        large(surface, 0, side, "The digit", ColourMap.ink(sum.original()), "784 pixels");
        String numbers = sum.count + (sum.count == 1 ? " component" : " components");
        large(surface, step, side, "Mean + " + sum.count, ColourMap.ink(sum.result()), numbers);
        int[] missing = ColourMap.diverging(sum.missing(), 1);
        large(surface, 2 * step, side, "Missing", missing, Numbers.percent(sum.left()) + " is missing");
        tiles(surface, width, sum, chosen);
        double top = chartsTop(width) + HEAD;
        double half = wide(width) ? width / 2 - GAP : width;
        coefficients(surface, top, half, sum, chosen);
        boolean below = !wide(width);
        curve(
                surface,
                below ? 0 : width / 2 + GAP,
                below ? top + TALL + Chart.BELOW + HEAD : top,
                half,
                sum.count,
                shares,
                facts);
    }

    private static void large(Surface surface, double x, double side, String title, int[] argb, String note) {
        surface.text(title, x, 16, 14, Align.START, Tone.INK, true);
        surface.image(x, HEAD, side, side, 28, 28, argb);
        surface.frame(x, HEAD, side, side, Tone.RULE);
        surface.text(note, x + side / 2, HEAD + side + 17, 13, Align.MIDDLE, Tone.MUTED, false);
    }

    private static void tiles(Surface surface, double width, Reconstruction sum, int chosen) {
        float[][] shown = new float[TILES][];
        for (int c = 0; c < TILES; c++) {
            shown[c] = sum.pictures.component(c);
        }
        float limit = ColourMap.limit(shown);
        double tile = tile(width);
        double top = tilesTop(width);
        surface.text("How much of each component", 0, top + 16, 14, Align.START, Tone.INK, true);
        for (int c = 0; c < TILES; c++) {
            double x = c % columns(width) * (tile + GAP);
            double y = top + HEAD + c / columns(width) * (tile + NOTE);
            boolean used = sum.isUsed(c);
            surface.beginUnit(c);
            surface.image(x, y, tile, tile, 28, 28, ColourMap.diverging(shown[c], used ? limit : 3 * limit));
            surface.frame(x, y, tile, tile, c == chosen ? Tone.ACCENT : Tone.RULE);
            if (c == chosen) {
                surface.frame(x + 1, y + 1, tile - 2, tile - 2, Tone.ACCENT);
            }
            surface.text(Integer.toString(c + 1), x + 4, y + 13, 11, Align.START, Tone.MUTED, false);
            String times = used ? Numbers.fixed(sum.coefficient(c), 1) : sum.isLeftOut(c) ? "left out" : "·";
            surface.text(
                    times,
                    x + tile / 2,
                    y + tile + 16,
                    13,
                    Align.MIDDLE,
                    sum.isLeftOut(c) ? Tone.WARNING : Tone.INK,
                    used);
            surface.end();
        }
    }

    private static void coefficients(Surface surface, double top, double width, Reconstruction sum, int chosen) {
        int size = sum.pictures.size();
        double most = 1;
        for (int c = 0; c < size; c++) {
            most = Math.max(most, Math.ceil(Math.abs(sum.coefficient(c))));
        }
        Chart chart = new Chart(Chart.LEFT, top, width - Chart.LEFT - 14, TALL)
                .x(0, size)
                .y(-most, most);
        surface.text("The digit’s coefficients", Chart.LEFT, top - 8, 14, Align.START, Tone.INK, true);
        chart.axes(surface, "component", "coefficient", false);
        for (int c = 0; c < size; c++) {
            double at = chart.atY(Math.max(0, sum.coefficient(c)));
            double length = Math.abs(chart.atY(sum.coefficient(c)) - chart.atY(0));
            Tone tone = c == chosen ? Tone.INK : sum.isUsed(c) ? Tone.ACCENT : Tone.MUTED;
            surface.fill(chart.atX(c), at, Math.max(1, chart.atX(1) - chart.atX(0) - 0.5), length, tone, 1);
        }
    }

    /** The share of the variance that the first {@code count} components of all training digits hold. */
    private static double explained(float[] shares, int count) {
        return count == 0 ? 0 : shares[count - 1];
    }

    private static void curve(
            Surface surface, double left, double top, double width, int count, float[] shares, Facts facts) {
        int last = Math.min(shares.length, (int) (1.2 * facts.number(FACTS + "/for99")));
        Chart chart = new Chart(left + Chart.LEFT, top, width - Chart.LEFT - 14, TALL)
                .x(0, last)
                .y(0, 1);
        surface.text("Variance of all training digits", chart.left, top - 8, 14, Align.START, Tone.INK, true);
        chart.axes(surface, "components, of " + shares.length, "held by the first", true);
        for (String mark : MARKS) {
            int k = (int) facts.number(FACTS + "/for" + mark);
            double x = chart.atX(k);
            double y = chart.atY(explained(shares, k));
            surface.fill(x - 0.5, y, 1, top + TALL - y, Tone.MUTED, 1);
            surface.dot(x, y, 3.5, Tone.INK, 1);
            surface.text(mark + "\u202f%", x + 4, top + TALL - 26, 12, Align.START, Tone.MUTED, false);
            surface.text("by " + k, x + 4, top + TALL - 10, 12, Align.START, Tone.INK, true);
        }
        double[] xs = new double[last + 1];
        double[] ys = new double[last + 1];
        for (int k = 0; k <= last; k++) {
            xs[k] = chart.atX(k);
            ys[k] = chart.atY(explained(shares, k));
        }
        surface.line(xs, ys, 2.5, Tone.ACCENT);
        surface.dot(xs[count], ys[count], 8, Tone.PAPER, 1);
        surface.dot(xs[count], ys[count], 6, Tone.ACCENT, 1);
        surface.text(
                "you are here: " + Numbers.percent(explained(shares, count)),
                Math.max(xs[count] + 12, chart.atX(last * 0.3)),
                Math.min(ys[count] + 22, top + TALL - 50),
                13,
                Align.START,
                Tone.ACCENT,
                true);
    }

    /** The picture in words. */
    public static String words(Reconstruction sum, float[] shares, int chosen) {
        double left = sum.left();
        String text = sum.count + " of " + Ink.PIXELS + " components restore " + Numbers.percent(1 - left)
                + " of what sets this digit apart from the mean picture, in squares; " + Numbers.percent(left)
                + " is missing. Over all training digits the first " + sum.count + " hold "
                + Numbers.percent(explained(shares, sum.count)) + ".";
        if (chosen >= 0) {
            text += " Component " + (chosen + 1) + ": " + Numbers.fixed(sum.coefficient(chosen), 2) + " times, "
                    + Numbers.percent(sum.share(chosen)) + " of what sets this digit apart, "
                    + Numbers.percent(explained(shares, chosen + 1) - explained(shares, chosen))
                    + " of all digits’ variance.";
        }
        return text;
    }

    private static String[][] table(Facts facts) {
        int digits = facts.size(FACTS + "/digits");
        String[][] table = new String[digits + 2][];
        table[0] = new String[] {
            "Training digits",
            "Components for 90\u202f% of the variance",
            "for 95\u202f%",
            "for 99\u202f%",
            "Participation ratio"
        };
        for (int d = -1; d < digits; d++) {
            String path = d < 0 ? FACTS : FACTS + "/digits/" + d;
            table[d + 2] = new String[] {
                d < 0 ? "all" : Integer.toString(d),
                Numbers.fixed(facts.number(path + "/for90"), 0),
                Numbers.fixed(facts.number(path + "/for95"), 0),
                Numbers.fixed(facts.number(path + "/for99"), 0),
                Numbers.fixed(facts.number(path + "/participationRatio"), 1)
            };
        }
        return table;
    }
}
