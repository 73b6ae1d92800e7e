package io.github.seeingdigits.figure;

import io.github.seeingdigits.analysis.Centres;
import io.github.seeingdigits.analysis.GrandTour;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import java.util.List;

/** A grand tour of what a layer gives for test images: points on a plane that turns, with axes and digits that can be pulled. */
public final class TourFigure implements FigureKind {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 460;
    private static final double MARGIN = 16;
    private static final double REACH = 22;

    /** How much larger points are drawn than axes: ten dimensions seen on two are rarely seen at full length. */
    private static final double ZOOM = 1.5;

    @Override
    public String name() {
        return "tour";
    }

    @Override
    public String purpose() {
        return "Turn what a layer gives for test digits in ten dimensions, from epoch to epoch, and pull axes and digits to where you"
                + " want to see them.";
    }

    @Override
    public List<String> parameters() {
        return List.of("layer");
    }

    @Override
    public List<String> facts() {
        return List.of("findings/tour/layers", "findings/tour/explained");
    }

    @Override
    public List<String> views() {
        return List.of(TourPoints.VIEW);
    }

    @Override
    public Still still(Exhibit exhibit, Drawing sample, Parameters parameters) {
        TourPoints points = new TourPoints(exhibit.network(), exhibit.view(TourPoints.VIEW), exhibit.facts());
        int last = points.names().length - 1;
        points.go(parameters.whole("layer", 0, last, last), points.last());
        GrandTour tour = new GrandTour(points.axes);
        return new Still() {
            @Override
            public double width() {
                return WIDTH;
            }

            @Override
            public double height() {
                return TourFigure.height(WIDTH);
            }

            @Override
            public void draw(Surface surface) {
                points.look(tour);
                float[] own = sample.isEmpty() ? null : points.own(tour, Ink.of(sample), points.last());
                TourFigure.draw(surface, WIDTH, points, tour, own, -1);
            }

            @Override
            public String[][] table() {
                return TourFigure.table(points);
            }
        };
    }

    /** In CSS pixels. */
    public static double height(double width) {
        return Math.min(width, HEIGHT);
    }

    private static double scale(double width) {
        return height(width) / 2 - MARGIN;
    }

    /** Where a handle is: axes at their unit vectors, digits at their centres. */
    private static double[] place(double width, TourPoints points, GrandTour tour, int handle) {
        double x;
        double y;
        if (handle < points.axes) {
            x = tour.x(handle);
            y = tour.y(handle);
        } else {
            x = points.seenCentre(handle - points.axes)[0] * ZOOM / points.radius();
            y = points.seenCentre(handle - points.axes)[1] * ZOOM / points.radius();
        }
        return new double[] {width / 2 + x * scale(width), height(width) / 2 - y * scale(width)};
    }

    /** The handle at a place: the nearest that is near; −1 for none. */
    public static int handle(double width, TourPoints points, GrandTour tour, double x, double y) {
        int best = -1;
        double least = REACH * REACH;
        for (int handle = 0; handle < points.axes + TourPoints.DIGITS; handle++) {
            double[] place = place(width, points, tour, handle);
            double dx = place[0] - x;
            double dy = place[1] - y;
            if (dx * dx + dy * dy < least) {
                least = dx * dx + dy * dy;
                best = handle;
            }
        }
        return best;
    }

    /** Pulls a handle to a place. */
    public static void pull(double width, TourPoints points, GrandTour tour, int handle, double x, double y) {
        double unit = (handle < points.axes ? 1 : points.radius() / ZOOM) / scale(width);
        tour.pull(points.held(handle), (x - width / 2) * unit, (height(width) / 2 - y) * unit);
    }

    /** Pulls a handle by so many steps, of which twenty lead from the middle to the edge. */
    public static void nudge(double width, TourPoints points, GrandTour tour, int handle, int right, int down) {
        double[] place = place(width, points, tour, handle);
        double step = scale(width) / 20;
        pull(width, points, tour, handle, place[0] + right * step, place[1] + down * step);
    }

    /**
     * Draws all of it.
     *
     * @param width in CSS pixels, at least 250
     * @param points after {@link TourPoints#look}
     * @param own where the drawing is seen; null if it is not
     * @param chosen the handle that stands out; −1 for none
     */
    public static void draw(Surface surface, double width, TourPoints points, GrandTour tour, float[] own, int chosen) {
        double midX = width / 2;
        double midY = height(width) / 2;
        double unit = scale(width) * ZOOM / points.radius();
        for (int i = 0; i < points.images; i++) {
            float[] at = points.seen(i);
            Tone tone = Tone.digit(Centres.label(i, points.images, TourPoints.DIGITS));
            surface.dot(midX + at[0] * unit, midY - at[1] * unit, 2.5, tone, 0.75);
        }
        for (int handle = 0; handle < points.axes + TourPoints.DIGITS; handle++) {
            boolean axis = handle < points.axes;
            int number = axis ? handle : handle - points.axes;
            double[] place = place(width, points, tour, handle);
            // Of scores the axes are digits too; other axes have no meaning of their own.
            Tone tone = axis && !points.isScores() ? Tone.MUTED : Tone.digit(number);
            if (axis) {
                surface.line(new double[] {midX, place[0]}, new double[] {midY, place[1]}, 1, Tone.MUTED);
            }
            surface.dot(place[0], place[1], handle == chosen ? 14 : 11, handle == chosen ? Tone.ACCENT : tone, 1);
            surface.dot(place[0], place[1], 10, axis ? tone : Tone.PAPER, 1);
            String text = Integer.toString(number);
            surface.text(text, place[0], place[1] + 5, 14, Align.MIDDLE, axis ? Tone.PAPER : tone, true);
        }
        if (own != null) {
            double x = midX + own[0] * unit;
            double y = midY - own[1] * unit;
            surface.dot(x, y, 8, Tone.INK, 1);
            surface.dot(x, y, 6, Tone.PAPER, 1);
            surface.dot(x, y, 4, Tone.ACCENT, 1);
        }
    }

    /** The picture in words. */
    public static String words(TourPoints points) {
        return "Nearest their own digit's centre: " + Numbers.percent(points.apartOnPlane())
                + " of the test digits as seen here, " + Numbers.percent(points.apart()) + " in all " + points.axes
                + " dimensions, which hold " + Numbers.percent(points.explained()) + " of the layer's variance.";
    }

    private static String[][] table(TourPoints points) {
        String[] names = points.names();
        String[][] table = new String[points.last() / TourPoints.STEPS + 2][names.length + 1];
        table[0][0] = "Nearest their own digit's centre, after epoch";
        for (int m = 1; m < table.length; m++) {
            table[m][0] = Integer.toString(m - 1);
            for (int l = 0; l < names.length; l++) {
                points.go(l, (m - 1) * TourPoints.STEPS);
                table[0][l + 1] = names[l];
                table[m][l + 1] = Numbers.fixed(100 * points.apart(), 1) + "\u202f%";
            }
        }
        return table;
    }
}
