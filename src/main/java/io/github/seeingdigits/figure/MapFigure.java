package io.github.seeingdigits.figure;

import io.github.seeingdigits.analysis.manifold.PrincipalPictures;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import java.util.List;

/**
 * Maps of test digits: a dot for each, lines from one of them and from the drawing to those that are really nearest, and the pictures
 * of all these. A long line is a lie of the map.
 */
public final class MapFigure implements FigureKind {
    /** The views, in the order in which the page asks for them. */
    public static final String[] VIEWS = {PrincipalPictures.VIEW, "maps", "places", "neighbours"};

    /** The parameter, and in the address the state, that says which map is shown. */
    public static final String MAP = "map";

    private static final int FIRST = 1;
    private static final int STILL_POINTS = 200;
    private static final double WIDTH = 640;
    private static final double WIDE = 560;
    private static final double COLUMN = 196;
    private static final double GAP = 6;
    private static final double SPACE = 20;
    private static final double MARGIN = 10;
    private static final double HEAD = 22;
    private static final double NOTE = 20;
    private static final double REACH = 14;

    @Override
    public String name() {
        return "map";
    }

    @Override
    public String purpose() {
        return "Look at test digits on maps, see your drawing among its nearest, and see which true neighbours a map tears apart.";
    }

    @Override
    public List<String> parameters() {
        return List.of(MAP);
    }

    @Override
    public List<String> facts() {
        return List.of(MapPoints.FACTS);
    }

    @Override
    public List<String> views() {
        return List.of(VIEWS);
    }

    @Override
    public boolean runsNetwork() {
        return false;
    }

    @Override
    public Still still(Exhibit exhibit, Drawing sample, Parameters parameters) {
        MapPoints points = new MapPoints(exhibit.views(VIEWS), exhibit.facts());
        points.map = map(points, parameters);
        points.picked = points.worst();
        points.see(sample.isEmpty() ? null : Ink.of(sample));
        return new Still() {
            @Override
            public double width() {
                return WIDTH;
            }

            @Override
            public double height() {
                return MapFigure.height(WIDTH);
            }

            @Override
            public void draw(Surface surface) {
                // Fewer dots than there are points: each is a line of text in the page.
                MapFigure.draw(surface, WIDTH, points, Math.min(STILL_POINTS, points.size()));
            }

            @Override
            public String[][] table() {
                return MapFigure.table(points);
            }
        };
    }

    /** The map that an article asks for. */
    public static int map(MapPoints points, Parameters parameters) {
        return parameters.whole(MAP, 0, points.names().length - 1, FIRST);
    }

    private static double side(double width) {
        return width < WIDE ? width : width - COLUMN - SPACE;
    }

    private static double tile(double width) {
        return width < WIDE ? (width + GAP) / 6 - GAP : (COLUMN + GAP) / 3 - GAP;
    }

    private static double group(double width) {
        return HEAD + (width < WIDE ? 1 : 2) * (tile(width) + NOTE) + GAP;
    }

    /** The height of {@link #draw}, in CSS pixels. */
    public static double height(double width) {
        return width < WIDE ? width + 2 * group(width) : side(width);
    }

    private static double[] place(double width, float[] at) {
        double half = side(width) / 2;
        return new double[] {half + at[0] * (half - MARGIN), half - at[1] * (half - MARGIN)};
    }

    /** The point at a place, of those that stand out; −1 for none. */
    public static int at(double width, MapPoints points, double x, double y) {
        int best = -1;
        double least = REACH * REACH;
        for (int i = 0; i < points.size(); i++) {
            double[] place = place(width, points.at(i));
            double dx = place[0] - x;
            double dy = place[1] - y;
            if (points.standsOut(i) && dx * dx + dy * dy < least) {
                least = dx * dx + dy * dy;
                best = i;
            }
        }
        return best;
    }

    /** The nearest point, of those that stand out, in a direction from the picked one; that itself where there is none. */
    public static int moved(MapPoints points, int right, int down) {
        int best = points.picked;
        double least = Double.POSITIVE_INFINITY;
        float[] from = points.at(points.picked);
        for (int i = 0; i < points.size(); i++) {
            float[] at = points.at(i);
            double along = (at[0] - from[0]) * right - (at[1] - from[1]) * down;
            double aside = Math.abs((at[0] - from[0]) * down) + Math.abs((at[1] - from[1]) * right);
            if (points.standsOut(i) && along > 0 && aside <= along && along * along + aside * aside < least) {
                least = along * along + aside * aside;
                best = i;
            }
        }
        return best;
    }

    /**
     * Draws all of it.
     *
     * @param width in CSS pixels, at least 280
     * @param count how many of the points get a dot
     */
    public static void draw(Surface surface, double width, MapPoints points, int count) {
        double side = side(width);
        surface.frame(0, 0, side, side, Tone.RULE);
        dots(surface, width, points, count);
        boolean[] kept = points.kept(points.picked);
        int[] near = points.neighbours(points.picked);
        double[] from = place(width, points.at(points.picked));
        int[] own = points.ownNear();
        double x = width < WIDE ? 0 : side + SPACE;
        double top = width < WIDE ? side + GAP : 0;
        if (own != null) {
            double[] at = place(width, points.ownAt());
            for (int i : own) {
                line(surface, at, place(width, points.at(i)), Tone.MUTED);
            }
            Planes.own(surface, at[0], at[1]);
            surface.text("The drawing, and its nearest", x, top + 15, 13, Align.START, Tone.INK, true);
            pictures(surface, width, x, top + HEAD, points, points.ownPicture(), own, null);
        }
        for (int k = 0; k < near.length; k++) {
            line(surface, from, place(width, points.at(near[k])), kept[k] ? Tone.ACCENT : Tone.WARNING);
        }
        surface.dot(from[0], from[1], 7, Tone.INK, 1);
        surface.dot(from[0], from[1], 5, points.isControl() ? Tone.PAPER : Tone.digit(points.label(points.picked)), 1);
        if (points.isControl()) {
            surface.text("No digits: a control", x, top + 15, 13, Align.START, Tone.INK, true);
            return;
        }
        top += group(width);
        surface.text("Picked, and its true nearest", x, top + 15, 13, Align.START, Tone.INK, true);
        pictures(surface, width, x, top + HEAD, points, points.picture(points.picked), near, kept);
    }

    private static void line(Surface surface, double[] from, double[] to, Tone tone) {
        surface.line(new double[] {from[0], to[0]}, new double[] {from[1], to[1]}, 2, tone);
    }

    private static void dots(Surface surface, double width, MapPoints points, int count) {
        double[] x = new double[10];
        double[] y = new double[10];
        int[] of = new int[10];
        for (int i = 0; i < points.size(); i++) {
            int label = points.label(i);
            double[] place = place(width, points.at(i));
            x[label] += place[0];
            y[label] += place[1];
            of[label]++;
            Tone tone = !points.standsOut(i) ? Tone.RULE : points.isControl() ? Tone.MUTED : Tone.digit(label);
            if (i < count) {
                surface.dot(place[0], place[1], 2.5, tone, 0.75);
            }
        }
        for (int k = 0; k < of.length; k++) {
            if (of[k] > 0 && !points.isControl() && (points.digit < 0 || k == points.digit)) {
                Planes.digit(surface, x[k] / of[k], y[k] / of[k], k);
            }
        }
    }

    /** One picture and those of its neighbours, with their digits below and, where {@code kept} is given, whether they are near. */
    private static void pictures(
            Surface surface,
            double width,
            double left,
            double top,
            MapPoints points,
            float[] first,
            int[] near,
            boolean[] kept) {
        double tile = tile(width);
        int columns = width < WIDE ? 6 : 3;
        for (int k = 0; k <= near.length; k++) {
            double x = left + k % columns * (tile + GAP);
            double y = top + k / columns * (tile + NOTE);
            surface.image(x, y, tile, tile, 28, 28, ColourMap.ink(k == 0 ? first : points.picture(near[k - 1])));
            surface.frame(x, y, tile, tile, k == 0 ? Tone.ACCENT : Tone.RULE);
            boolean far = k > 0 && kept != null && !kept[k - 1];
            int shown = k > 0 ? near[k - 1] : kept != null ? points.picked : -1;
            String digit = shown < 0 ? "" : Integer.toString(points.label(shown));
            String note = k == 0 || kept == null ? digit : digit + (far ? " far" : " near");
            surface.text(note, x + tile / 2, y + tile + 14, 12, Align.MIDDLE, far ? Tone.WARNING : Tone.INK, true);
        }
    }

    /** The picture in words. */
    public static String words(MapPoints points) {
        StringBuilder text = new StringBuilder("Of each point’s ")
                .append(points.nearest)
                .append(" true neighbours this map keeps ")
                .append(Numbers.percent(points.keptShare(points.map)))
                .append(" among the nearest (chance: ")
                .append(Numbers.percent(points.keptByChance()))
                .append("). ");
        if (points.isControl()) {
            return text.append(
                            "These points are no digits: as spread out as digits are, but in one cloud. Any grouping is the"
                                    + " method’s own.")
                    .toString();
        }
        text.append("The nearest point here is the same digit for ")
                .append(Numbers.percent(points.agreement(points.map)))
                .append(", among all pixels for ")
                .append(Numbers.percent(points.agreement(-1)))
                .append(". Picked: test digit ")
                .append(points.picked)
                .append(", ")
                .append(Verdict.named(points.label(points.picked)))
                .append("; ");
        int count = 0;
        for (boolean one : points.kept(points.picked)) {
            count += one ? 1 : 0;
        }
        text.append(count).append(count == 1 ? " of its true neighbours is" : " of its true neighbours are");
        text.append(" near here.");
        int[] own = points.ownNear();
        for (int k = 0; own != null && k < own.length; k++) {
            text.append(k == 0 ? " The drawing’s nearest: " : ", ").append(points.label(own[k]));
        }
        return text.append(own == null ? "" : ".").toString();
    }

    private static String[][] table(MapPoints points) {
        String[] names = points.names();
        String[][] table = new String[names.length + 3][];
        table[0] = new String[] {
            "Map", "True neighbours kept among the " + points.nearest + " nearest", "Nearest point is the same digit"
        };
        for (int m = 0; m < names.length; m++) {
            table[m + 1] = row(names[m], points.keptShare(m), Runs.percent(points.agreement(m)));
        }
        table[names.length + 1] = row("all 784 pixels", 1, Runs.percent(points.agreement(-1)));
        table[names.length + 2] = row("chance", points.keptByChance(), "");
        return table;
    }

    private static String[] row(String name, double kept, String agreement) {
        return new String[] {name, Runs.percent(kept), agreement};
    }
}
