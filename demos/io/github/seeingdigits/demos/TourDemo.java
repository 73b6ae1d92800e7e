package io.github.seeingdigits.demos;

import io.github.seeingdigits.analysis.GrandTour;
import io.github.seeingdigits.figure.TourFigure;
import io.github.seeingdigits.figure.TourPoints;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.View;
import org.teavm.jso.browser.Performance;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;

/** A grand tour, alive: it turns by itself until the reader stops it or takes hold of an axis or a digit. */
final class TourDemo implements Demo {
    private static final String LAYER = "layer";
    private static final String FRAME = "frame";
    private static final String AT = "at";

    /** In radians per millisecond, of the fastest pair of axes. */
    private static final double SPEED = 0.0004;

    /** A pause, such as a page in the background makes, is no reason to jump. */
    private static final double LONGEST = 50;

    /** Parts of one in an address. */
    private static final int PARTS = 1000;

    private Stage stage;
    private Timeline timeline;
    private CanvasSurface surface;
    private TourPoints points;
    private GrandTour tour;
    private Choices layers;
    private Choices handles;
    private Choices digits;
    private int layer;
    private int moment;
    private int chosen = -1;
    private boolean dragging;
    /** Whether a handle was chosen by its button, and goes where the plane is clicked next: for those who cannot drag. */
    private boolean placing;

    private boolean turning;
    private boolean running;
    private double last;

    @Override
    public void start(Stage stage, Network network) {
        this.stage = stage;
        surface = stage.surface("plane");
        timeline = new Timeline(stage, 2 * TourPoints.STEPS, this::go);
        stage.view("tour", view -> arrived(network, view), stage.lost("The points"));
    }

    private void arrived(Network network, View view) {
        points = new TourPoints(network, view, stage.facts());
        int axes = points.held(0).length;
        tour = new GrandTour(axes);
        String[] names = points.names();
        int end = names.length - 1;
        layer = stage.recall(LAYER, 0, end, stage.parameters().whole(LAYER, 0, end, end));
        layers = new Choices(stage.part("layers"), LAYER, names, k -> {
            layer = k;
            stage.keep(LAYER, Integer.toString(k));
            go(moment);
        });
        handles = new Choices(stage.part("axes"), "axis", Choices.numbers(axes), this::choose);
        digits = new Choices(stage.part("digits"), "digit", Choices.numbers(10), k -> choose(axes + k));
        int[] shared = SharedNumbers.recall(stage, FRAME, 2 * axes);
        boolean still = shared != null && set(shared);
        stage.onPress("turn", () -> {
            turning = !turning;
            keep();
            stage.drawSoon();
        });
        turning = !still && !Browser.prefersReducedMotion();
        for (String part : new String[] {"axes", "digits"}) {
            Pointing.arrows(stage.part(part), (right, down, target) -> {
                target.click();
                TourFigure.nudge(surface.layoutWidth(), points, tour, chosen, right, down);
                keep();
                stage.drawSoon();
            });
        }
        Pointing.follow(stage.part("plane"), this::point);
        Pointing.holdPage(stage.part("plane"), () -> dragging);
        stage.part("plane").addEventListener("pointerup", (Event event) -> release());
        Pointing.clicks(stage.part("plane"), this::place);
        stage.onDraw(this::draw);
        int at = stage.recall(AT, 0, points.last(), points.last());
        timeline.setMoments(points.last() + 1);
        timeline.go(at);
    }

    private boolean set(int[] shared) {
        int axes = shared.length / 2;
        double[] x = new double[axes];
        double[] y = new double[axes];
        for (int k = 0; k < axes; k++) {
            x[k] = shared[k];
            y[k] = shared[axes + k];
        }
        return tour.set(x, y);
    }

    /** Puts the plane into the address, if it stands still. */
    private void keep() {
        StringBuilder all = new StringBuilder();
        for (int k = 0; k < 2 * tour.axes(); k++) {
            int axis = k % tour.axes();
            double part = k < tour.axes() ? tour.x(axis) : tour.y(axis);
            all.append(k == 0 ? "" : ",").append((int) Math.round(PARTS * part));
        }
        stage.keep(FRAME, turning ? null : all.toString());
    }

    private void go(int to) {
        moment = to;
        points.go(layer, moment);
        timeline.say("After " + moment / TourPoints.STEPS + "." + moment % TourPoints.STEPS + " epochs");
        if (!timeline.isPlaying()) {
            stage.keep(AT, moment == points.last() ? null : Integer.toString(moment));
        }
        stage.drawSoon();
    }

    private void hold(int handle) {
        chosen = handle;
        turning = false;
        stage.drawSoon();
    }

    private void choose(int handle) {
        hold(handle);
        placing = true;
    }

    private void place(double x, double y) {
        if (placing) {
            TourFigure.pull(surface.layoutWidth(), points, tour, chosen, x, y);
            keep();
            stage.drawSoon();
        }
    }

    private void point(double x, double y, boolean pressed, boolean began) {
        double width = surface.layoutWidth();
        if (began) {
            int handle = TourFigure.handle(width, points, tour, x, y);
            dragging = handle >= 0;
            if (dragging) {
                hold(handle);
                placing = false;
            }
        } else if (pressed && dragging) {
            TourFigure.pull(width, points, tour, chosen, x, y);
            stage.drawSoon();
        } else {
            release();
        }
    }

    private void release() {
        if (dragging) {
            dragging = false;
            keep();
        }
    }

    private void frame(double time) {
        running = turning && stage.isNear();
        if (running) {
            tour.turn(SPEED * Math.min(LONGEST, time - last));
            last = time;
            Window.requestAnimationFrame(this::frame);
        }
        stage.drawSoon();
    }

    private void draw() {
        double start = Performance.now();
        if (turning && !running) {
            running = true;
            last = start;
            Window.requestAnimationFrame(this::frame);
        }
        HTMLElement button = stage.button("turn");
        button.setAttribute("aria-pressed", turning ? "true" : "false");
        layers.only(layer);
        handles.only(chosen < tour.axes() ? chosen : -1);
        digits.only(chosen - tour.axes());
        double width = surface.layoutWidth();
        points.look(tour);
        float[] own = CurrentDigit.drawing().isEmpty() ? null : points.own(tour, CurrentDigit.ink(), moment);
        surface.begin(width, TourFigure.height(width));
        TourFigure.draw(surface, width, points, tour, own, chosen);
        Browser.write(stage.part("words"), TourFigure.words(points));
        Console.report("tour", Performance.now() - start);
    }
}
