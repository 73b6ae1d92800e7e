package io.github.seeingdigits.figure;

import io.github.seeingdigits.analysis.FeatureMaps;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import java.util.List;

/**
 * A convolutional network as its feature maps, from the ink to the scores, and the little sum behind one cell of them. Numbers that can
 * be below zero have the colours of signed values; rectified ones are shown as ink.
 */
public final class CnnFigure implements FigureKind {
    private static final double WIDTH = 640;
    private static final float GREYS = 12;

    @Override
    public String name() {
        return "cnn";
    }

    @Override
    public String purpose() {
        return "Look into a convolutional network: every feature map of the drawing, and for any cell the window, the kernel and the"
                + " sum behind it.";
    }

    @Override
    public List<String> parameters() {
        return List.of("stage", "map");
    }

    @Override
    public Still still(Exhibit exhibit, Drawing sample, Parameters parameters) {
        FeatureMaps maps = new FeatureMaps(exhibit.network());
        int stage = parameters.whole("stage", 0, maps.stages() - 1, 1);
        int map = parameters.whole("map", 0, maps.maps(stage) - 1, 0);
        float[] ink = Ink.of(sample);
        return new Still() {
            @Override
            public double width() {
                return WIDTH;
            }

            @Override
            public double height() {
                return CnnFigure.height(maps, WIDTH);
            }

            @Override
            public void draw(Surface surface) {
                maps.see(ink);
                CnnFigure.draw(surface, WIDTH, maps, new CellChoice(stage, map, -1, -1));
            }

            @Override
            public String[][] table() {
                maps.see(ink);
                return CnnFigure.table(maps);
            }
        };
    }

    private static double below(FeatureMaps maps, double width) {
        return new MapLayout(maps, width).height + 18;
    }

    /** In CSS pixels. */
    public static double height(FeatureMaps maps, double width) {
        return below(maps, width) + CellPanel.height(width);
    }

    /**
     * Draws all maps and, below them, how the chosen cell comes about.
     *
     * @param width in CSS pixels, at least 250
     * @param maps after {@link FeatureMaps#see}
     */
    public static void draw(Surface surface, double width, FeatureMaps maps, CellChoice choice) {
        MapLayout layout = new MapLayout(maps, width);
        float[] limits = new float[maps.stages()];
        for (int s = 0; s < limits.length; s++) {
            limits[s] = s == 0 ? 1 : ColourMap.limit(maps.values(s));
            layout.name(surface, s, s == choice.stage);
            for (int m = 0; m < maps.maps(s); m++) {
                double[] at = layout.place(s, m);
                image(surface, at, maps, s, m, limits[s], layout.columns(s));
            }
        }
        sources(surface, layout, maps, choice);
        double[] map = layout.place(choice.stage, choice.map);
        surface.frame(map[0] - 1, map[1] - 1, map[2] + 2, map[3] + 2, Tone.ACCENT);
        mark(surface, layout.cell(choice.stage, choice.map, choice.cell(maps)));
        new CellPanel(maps, choice, width, layout.height + 18).draw(surface, limits[choice.stage]);
    }

    /** A map in its stage's colours. */
    static void image(Surface surface, double[] at, FeatureMaps maps, int stage, int map, float limit, int columns) {
        float[] values = maps.map(stage, map);
        boolean positive = maps.isPositive(stage);
        if (positive) {
            for (int i = 0; i < values.length; i++) {
                // As many greys as one tells apart; more would make the stills heavy.
                values[i] = Math.round(GREYS * values[i] / limit) / GREYS;
            }
        }
        surface.image(
                at[0],
                at[1],
                at[2],
                at[3],
                columns,
                values.length / columns,
                positive ? ColourMap.ink(values) : ColourMap.diverging(values, limit));
        surface.frame(at[0], at[1], at[2], at[3], Tone.RULE);
    }

    /** A frame that is seen on any colour. */
    static void mark(Surface surface, double[] at) {
        surface.frame(at[0] - 2, at[1] - 2, at[2] + 4, at[3] + 4, Tone.PAPER);
        surface.frame(at[0] - 1, at[1] - 1, at[2] + 2, at[3] + 2, Tone.ACCENT);
    }

    /** What the chosen cell looks at, and lines from there. */
    private static void sources(Surface surface, MapLayout layout, FeatureMaps maps, CellChoice choice) {
        int stage = choice.stage;
        if (stage == 0) {
            return;
        }
        int cell = choice.cell(maps);
        double[] to = layout.cell(stage, choice.map, cell);
        if (maps.sums(stage)) {
            for (int i : maps.largestShares(stage, cell, CellPanel.SHARES)) {
                int cells = maps.cells(stage - 1);
                link(surface, layout, layout.cell(stage - 1, i / cells, i % cells), to);
            }
            return;
        }
        for (int c = 0; c < maps.channels(stage); c++) {
            int map = maps.convolves(stage) ? c : choice.map;
            link(
                    surface,
                    layout,
                    maps.rectifies(stage)
                            ? layout.cell(stage - 1, map, cell)
                            : layout.part(
                                    stage - 1,
                                    map,
                                    maps.windowRow(stage, cell),
                                    maps.windowColumn(stage, cell),
                                    maps.window(stage).kernel),
                    to);
        }
    }

    private static void link(Surface surface, MapLayout layout, double[] source, double[] to) {
        double x = source[0] + (layout.wide ? source[2] + 2 : source[2] / 2);
        double y = source[1] + (layout.wide ? source[3] / 2 : source[3] + 2);
        surface.line(
                new double[] {x, to[0] + (layout.wide ? -2 : to[2] / 2)},
                new double[] {y, to[1] + (layout.wide ? to[3] / 2 : -2)},
                1,
                Tone.ACCENT);
        mark(surface, source);
    }

    /**
     * What lies at a place of the picture: the choice that a reader makes there.
     *
     * @param now what is chosen, whose map is shown large
     * @return null where there is nothing to choose
     */
    public static CellChoice at(FeatureMaps maps, double width, CellChoice now, double x, double y) {
        int[] found = new MapLayout(maps, width).at(x, y);
        if (found != null) {
            return new CellChoice(found[0], found[1], found[2], -1);
        }
        return new CellPanel(maps, now, width, below(maps, width)).at(x, y);
    }

    /** The chosen cell and its sum in words. */
    public static String words(FeatureMaps maps, CellChoice choice) {
        return CellPanel.words(maps, choice);
    }

    private static String[][] table(FeatureMaps maps) {
        String[][] table = new String[maps.stages() + 1][];
        table[0] = new String[] {"Stage", "Maps", "Numbers in each", "Smallest", "Largest", "Not zero"};
        for (int s = 0; s < maps.stages(); s++) {
            float[] values = maps.values(s);
            float least = values[0];
            float most = values[0];
            int used = 0;
            for (float value : values) {
                least = Math.min(least, value);
                most = Math.max(most, value);
                used += value == 0 ? 0 : 1;
            }
            table[s + 1] = new String[] {
                maps.name(s),
                Integer.toString(maps.maps(s)),
                Integer.toString(maps.cells(s)),
                Numbers.fixed(least, 2),
                Numbers.fixed(most, 2),
                Numbers.percent((double) used / values.length)
            };
        }
        return table;
    }
}
