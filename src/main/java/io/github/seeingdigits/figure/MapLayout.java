package io.github.seeingdigits.figure;

import io.github.seeingdigits.analysis.FeatureMaps;

/**
 * Where every map of a network lies: stage after stage from left to right, the maps of each below one another; on narrow screens from
 * top to bottom, side by side. Flat stages are strips. In CSS pixels.
 */
final class MapLayout {
    private static final double WIDE = 560;
    private static final double HEAD = 36;
    private static final double NAME = 58;
    private static final double ALONG = 336;
    private static final double ACROSS = 400;
    private static final double LEAST_GAP = 10;
    private static final double SPACE = 3;
    /** What the scores' digits take. */
    private static final double DIGITS = 16;

    /** Whether stages go from left to right. */
    final boolean wide;

    /** Of the whole, with the stages' names. */
    final double height;

    private final FeatureMaps maps;

    /** A map's width and height, and how many stand in a line. */
    private final double side;

    private final int line;

    /** The length of the lines of maps, and where each stage's first line begins, measured across them. */
    private final double along;

    private final double[] from;

    /** Whether names need two lines to pass one another. */
    private boolean crowded;

    /** The largest maps for which there is room. */
    MapLayout(FeatureMaps maps, double width) {
        this.maps = maps;
        wide = width >= WIDE;
        along = wide ? ALONG : width - NAME;
        double across = (wide ? width : ACROSS) - DIGITS;
        height = wide ? HEAD + ALONG : ACROSS;
        int stages = maps.stages();
        double room = across - LEAST_GAP * (stages - 1);
        double best = 0;
        int bestLine = 1;
        for (int n = 4; n <= 32; n++) {
            double size = Math.min(along / n, room / lines(n)) - SPACE;
            if (size > best) {
                best = size;
                bestLine = n;
            }
        }
        side = best;
        line = bestLine;
        double gap = (across - lines(line) * (side + SPACE) + stages * SPACE) / (stages - 1);
        from = new double[stages];
        for (int s = 1; s < stages; s++) {
            from[s] = from[s - 1] + lines(s - 1, line) * (side + SPACE) - SPACE + gap;
            crowded |= wide && from[s] - from[s - 1] < NAME - 8;
        }
    }

    private int lines(int stage, int length) {
        return (maps.maps(stage) + length - 1) / length;
    }

    /** How many lines all stages have. */
    private int lines(int length) {
        int lines = 0;
        for (int s = 0; s < maps.stages(); s++) {
            lines += lines(s, length);
        }
        return lines;
    }

    /** How many cells of a map stand side by side here. */
    int columns(int stage) {
        return maps.isFlat(stage) ? wide ? 1 : maps.cells(stage) : maps.columns(stage);
    }

    /** The left edge, the upper edge, the width and the height of a map. */
    double[] place(int stage, int map) {
        double start = from[stage] + map / line * (side + SPACE);
        int inLine = Math.min(line, maps.maps(stage));
        double length = maps.isFlat(stage) ? along : side;
        double at = maps.isFlat(stage)
                ? 0
                : (wide ? (along - inLine * (side + SPACE) + SPACE) / 2 : 0) + map % line * (side + SPACE);
        return wide ? new double[] {start, HEAD + at, side, length} : new double[] {NAME + at, start, length, side};
    }

    /** The place of {@code size} × {@code size} cells of a map, of which the upper left one is in this row and column. */
    double[] part(int stage, int map, int row, int column, int size) {
        double[] place = place(stage, map);
        int columns = columns(stage);
        double w = place[2] / columns;
        double h = place[3] / (maps.cells(stage) / columns);
        double left = Math.max(0, column);
        double top = Math.max(0, row);
        double right = Math.min(columns, column + size);
        double bottom = Math.min(maps.cells(stage) / columns, row + size);
        return new double[] {place[0] + left * w, place[1] + top * h, (right - left) * w, (bottom - top) * h};
    }

    /** The place of a cell. */
    double[] cell(int stage, int map, int cell) {
        return part(stage, map, cell / columns(stage), cell % columns(stage), 1);
    }

    /** The stage, the map and the cell at a place; null if there is none. */
    int[] at(double x, double y) {
        for (int s = 0; s < maps.stages(); s++) {
            for (int m = 0; m < maps.maps(s); m++) {
                int cell = cell(place(s, m), columns(s), maps.cells(s), x, y);
                if (cell >= 0) {
                    return new int[] {s, m, cell};
                }
            }
        }
        return null;
    }

    /** Which of the cells of a rectangle, row by row, lies at (x, y); −1 outside. */
    static int cell(double[] place, int columns, int cells, double x, double y) {
        double column = (x - place[0]) / place[2] * columns;
        double row = (y - place[1]) / place[3] * (cells / columns);
        return column >= 0 && column < columns && row >= 0 && row < cells / columns
                ? (int) row * columns + (int) column
                : -1;
    }

    /** Draws a stage's name and what it holds. */
    void name(Surface surface, int stage, boolean chosen) {
        int columns = maps.columns(stage);
        int count = maps.maps(stage);
        String size = maps.isFlat(stage)
                ? Integer.toString(maps.cells(stage))
                : (count == 1 ? "" : count + "·") + columns + "×" + maps.cells(stage) / columns;
        boolean last = stage == maps.stages() - 1;
        double x = !wide ? 0 : last ? from[stage] + side + DIGITS : from[stage];
        double y = !wide ? from[stage] + Math.min(12, side / 2 + 4) : crowded && stage % 2 == 1 ? 27 : 12;
        Align align = wide && last ? Align.END : Align.START;
        surface.text(maps.name(stage), x, y, 12, align, chosen ? Tone.ACCENT : Tone.INK, chosen);
        if (wide ? !crowded : lines(stage, line) > 1) {
            surface.text(size, x, y + 15, 12, align, Tone.MUTED, false);
        }
        if (last) {
            for (int k = 0; k < maps.cells(stage); k++) {
                double[] at = cell(stage, 0, k);
                double digitX = at[0] + (wide ? side + 9 : at[2] / 2);
                double digitY = at[1] + (wide ? at[3] / 2 + 5 : side + 14);
                surface.text(Integer.toString(k), digitX, digitY, 13, Align.MIDDLE, Tone.digit(k), true);
            }
        }
    }
}
