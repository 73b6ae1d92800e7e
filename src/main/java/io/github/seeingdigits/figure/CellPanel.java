package io.github.seeingdigits.figure;

import io.github.seeingdigits.analysis.FeatureMaps;
import io.github.seeingdigits.network.Network;

/** One map, large enough to point at its cells, and beside it how the chosen cell's number comes about. In CSS pixels. */
final class CellPanel {
    /** How many shares of a dense unit's sum are shown one by one. */
    static final int SHARES = 6;

    private static final double WIDE = 560;
    private static final double TITLE = 26;
    private static final double GAP = 22;
    private static final double LABEL = 20;
    private static final double STRIP = 16;
    private static final double READABLE = 25;

    private final FeatureMaps maps;
    private final CellChoice choice;
    private final int stage;
    private final int columns;
    private final double width;
    private final double y;

    /** Where the large map is: the scores leave room for digits and numbers. */
    private final double[] place;

    /** The upper left corner of what stands beside or below the map, and how wide each of its pictures is. */
    private final double left;

    private final double top;
    private final double grid;

    /** Where the sums through each of the maps before are. */
    private final double[] strip;

    CellPanel(FeatureMaps maps, CellChoice choice, double width, double y) {
        this.maps = maps;
        this.choice = choice;
        this.width = width;
        this.y = y;
        stage = choice.stage;
        columns = maps.columns(stage);
        boolean wide = width >= WIDE;
        double side = wide ? 190 : 150;
        boolean scores = stage == maps.stages() - 1;
        place = new double[] {scores ? 16 : 0, y + TITLE, scores ? side - 62 : side, side};
        left = wide ? side + 34 : 0;
        top = y + TITLE + (wide ? 0 : side + 16);
        grid = Math.min(132, (width - left - 2 * GAP) / 3);
        strip = new double[] {left, top + LABEL + grid + 12, width - left, STRIP};
    }

    /** The height of {@link #draw}. */
    static double height(double width) {
        return TITLE + (width >= WIDE ? 226 : 346);
    }

    /** See {@link CnnFigure#at}. */
    CellChoice at(double atX, double atY) {
        int cell = MapLayout.cell(place, columns, maps.cells(stage), atX, atY);
        if (cell >= 0) {
            return new CellChoice(stage, choice.map, cell, -1);
        }
        int channels = maps.channels(stage);
        int channel = channels == 1 ? -1 : MapLayout.cell(strip, channels, channels, atX, atY);
        return channel < 0 ? null : choice.through(channel);
    }

    void draw(Surface surface, float limit) {
        int cell = choice.cell(maps);
        surface.text(where(maps, choice), 0, y + 14, 14, Align.START, Tone.INK, true);
        CnnFigure.image(surface, place, maps, stage, choice.map, limit, columns);
        double w = place[2] / columns;
        double h = place[3] * columns / maps.cells(stage);
        for (int k = 0; k < 10 && stage == maps.stages() - 1; k++) {
            double at = place[1] + (k + 0.5) * h + 5;
            surface.text(Integer.toString(k), 0, at, 14, Align.START, Tone.digit(k), true);
            String score = Numbers.fixed(maps.value(stage, 0, k), 1);
            surface.text(score, place[0] + place[2] + 42, at, 13, Align.END, Tone.INK, k == cell);
        }
        CnnFigure.mark(surface, new double[] {place[0] + cell % columns * w, place[1] + cell / columns * h, w, h});
        double below = top + 14;
        if (maps.convolves(stage)) {
            convolution(surface, cell);
            below = strip[1] + (maps.channels(stage) == 1 ? 6 : 52);
        } else if (maps.pools(stage)) {
            float[] seen = maps.seen(stage, choice.map, cell);
            grid(surface, "window", left, seen, Network.argmax(seen), ColourMap.limit(seen));
            below = strip[1] + 6;
        } else if (maps.sums(stage)) {
            below = shares(surface, cell);
        }
        surface.text(equation(maps, choice), left, below, 14, Align.START, Tone.INK, true);
    }

    private static String where(FeatureMaps maps, CellChoice choice) {
        int stage = choice.stage;
        int cell = choice.cell(maps);
        String name = maps.name(stage) + ", ";
        if (maps.isFlat(stage)) {
            return name + "unit " + cell;
        }
        return name + "map " + choice.map + ", row " + cell / maps.columns(stage) + ", column "
                + cell % maps.columns(stage);
    }

    /** How the chosen cell's number comes about. */
    private static String equation(FeatureMaps maps, CellChoice choice) {
        int stage = choice.stage;
        int cell = choice.cell(maps);
        String value = Numbers.fixed(maps.value(stage, choice.map, cell), 3);
        if (stage == 0) {
            return value + " of full ink";
        }
        if (maps.pools(stage)) {
            return "the largest is " + value;
        }
        if (maps.rectifies(stage)) {
            return "max(0, " + Numbers.fixed(maps.value(stage - 1, choice.map, cell), 3) + ") = " + value;
        }
        float bias = maps.bias(stage, maps.convolves(stage) ? choice.map : cell);
        double sum = maps.value(stage, choice.map, cell) - bias;
        if (maps.convolves(stage)) {
            sum = 0;
            for (int c = 0; c < maps.channels(stage); c++) {
                sum += maps.sum(stage, choice.map, c, cell);
            }
        }
        return "sum " + Numbers.fixed(sum, 3) + " + bias " + Numbers.fixed(bias, 3) + " = " + value;
    }

    /** The chosen cell and its number in words. */
    static String words(FeatureMaps maps, CellChoice choice) {
        return where(maps, choice) + ": " + equation(maps, choice) + ".";
    }

    private void convolution(Surface surface, int cell) {
        int channel = choice.channel(maps);
        int channels = maps.channels(stage);
        float[] seen = maps.seen(stage, channel, cell);
        float[] kernel = maps.kernel(stage, choice.map, channel);
        float[] products = new float[seen.length];
        for (int t = 0; t < products.length; t++) {
            products[t] = seen[t] * kernel[t];
        }
        float most = ColourMap.limit(seen);
        float limit = ColourMap.limit(kernel);
        double step = grid + GAP;
        grid(surface, channels == 1 ? "window" : "in map " + channel, left, seen, -1, most);
        grid(surface, "× kernel", left + step, kernel, -1, limit);
        grid(surface, "= products", left + 2 * step, products, -1, most * limit);
        if (channels == 1) {
            return;
        }
        float[] sums = new float[channels];
        for (int c = 0; c < channels; c++) {
            sums[c] = (float) maps.sum(stage, choice.map, c, cell);
        }
        surface.image(
                strip[0], strip[1], strip[2], strip[3], channels, 1, ColourMap.diverging(sums, ColourMap.limit(sums)));
        double w = strip[2] / channels;
        CnnFigure.mark(surface, new double[] {strip[0] + channel * w, strip[1], w, STRIP});
        for (int c = 0; c < channels; c++) {
            if (w >= 32 || c == channel) {
                double x = strip[0] + (c + 0.5) * w;
                Tone tone = c == channel ? Tone.ACCENT : Tone.MUTED;
                surface.text(Numbers.fixed(sums[c], 2), x, strip[1] + 32, 12, Align.MIDDLE, tone, false);
            }
        }
    }

    /** A square of numbers as colours, paler than full where there is room to write the numbers. */
    private void grid(Surface surface, String label, double x, float[] values, int marked, float limit) {
        int count = (int) Math.round(Math.sqrt(values.length));
        double cell = grid / count;
        double from = top + LABEL;
        boolean written = cell >= READABLE;
        surface.text(label, x, top + 12, 13, Align.START, Tone.MUTED, false);
        int[] colours = ColourMap.diverging(values, written ? 1.7f * limit : limit);
        surface.image(x, from, grid, grid, count, count, colours);
        surface.frame(x, from, grid, grid, Tone.RULE);
        for (int t = 0; t < values.length; t++) {
            double cellX = x + t % count * cell;
            double cellY = from + t / count * cell;
            if (written) {
                String text = brief(values[t]);
                surface.text(text, cellX + cell / 2, cellY + cell / 2 + 4, 12, Align.MIDDLE, Tone.INK, false);
            }
            if (t == marked) {
                CnnFigure.mark(surface, new double[] {cellX, cellY, cell, cell});
            }
        }
    }

    /** At most three digits: {@code .41}, {@code −1.3}, {@code 12}. */
    static String brief(float value) {
        float size = Math.abs(value);
        if (size < 0.005f) {
            return "0";
        }
        return size < 0.995f
                ? (value < 0 ? "−" : "") + Numbers.fixed(size, 2).substring(1)
                : Numbers.fixed(value, size < 9.95f ? 1 : 0);
    }

    /** The largest shares of a dense unit's sum, and the others together; returns where to go on. */
    private double shares(Surface surface, int unit) {
        double at = top + 14;
        double rest = maps.value(stage, 0, unit) - maps.bias(stage, unit);
        int cells = maps.cells(stage - 1);
        for (int i : maps.largestShares(stage, unit, SHARES)) {
            float share = maps.share(stage, unit, i);
            float value = maps.values(stage - 1)[i];
            rest -= share;
            String from = maps.isFlat(stage - 1) ? "unit " + i : "map " + i / cells + ", cell " + i % cells;
            String factors = Numbers.fixed(value, 2) + " × " + Numbers.fixed(maps.weight(stage, unit, i), 2);
            line(surface, at, from, factors, share);
            at += 22;
        }
        line(surface, at, "all others", "", rest);
        return at + 26;
    }

    private void line(Surface surface, double at, String from, String factors, double share) {
        double end = Math.min(width, left + 330);
        surface.text(from, left, at, 14, Align.START, Tone.INK, false);
        surface.text(factors, end - 70, at, 14, Align.END, Tone.MUTED, false);
        surface.text(Numbers.fixed(share, 3), end, at, 14, Align.END, share < 0 ? Tone.WARNING : Tone.INK, true);
    }
}
