package io.github.seeingdigits.demos;

import io.github.seeingdigits.figure.MapFigure;
import io.github.seeingdigits.figure.MapPoints;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.View;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;

/** Maps, alive: points move from one map to the next, and pointing at one shows its neighbours; pressing keeps it. */
final class MapDemo implements Demo {
    private static final String PICKED = "point";
    private static final String DIGIT = "digit";

    /** In milliseconds, from one map to the next. */
    private static final double MOVE = 900;

    private Stage stage;
    private CanvasSurface surface;
    private MapPoints points;
    private Choices maps;
    private Choices digits;
    private int picked;
    private double start;

    @Override
    public void start(Stage stage, Network network) {
        this.stage = stage;
        surface = stage.surface("map");
        stage.views(MapFigure.VIEWS, this::arrived, stage.lost("The maps"));
    }

    private void arrived(View[] views) {
        points = new MapPoints(views, stage.facts());
        String[] names = points.names();
        points.map = stage.recall(MapFigure.MAP, 0, names.length - 1, MapFigure.map(points, stage.parameters()));
        points.before = points.map;
        points.digit = stage.recall(DIGIT, 0, 9, -1);
        picked = stage.recall(PICKED, 0, points.size() - 1, points.worst());
        points.picked = picked;
        maps = new Choices(stage.part("maps"), "map", names, this::go);
        digits = new Choices(stage.part("digits"), DIGIT, Choices.numbers(10), k -> {
            points.digit = points.digit == k ? -1 : k;
            stage.keep(DIGIT, points.digit < 0 ? null : Integer.toString(k));
            stage.drawSoon();
        });
        HTMLElement canvas = stage.part("map");
        Pointing.follow(canvas, new Pointing.Follower() {
            @Override
            public void at(double x, double y, boolean pressed, boolean began) {
                int found = MapFigure.at(surface.layoutWidth(), points, x, y);
                if (pressed && found >= 0) {
                    keep(found);
                } else if (points.picked != (found < 0 ? picked : found)) {
                    points.picked = found < 0 ? picked : found;
                    stage.drawSoon();
                }
            }

            @Override
            public void gone() {
                points.picked = picked;
                stage.drawSoon();
            }
        });
        Pointing.arrows(canvas, (right, down, target) -> {
            points.picked = picked;
            keep(MapFigure.moved(points, right, down));
        });
        stage.onPress("worst", () -> keep(points.worst()));
        stage.onLeave(() -> points.share = 1);
        stage.onDraw(this::draw);
        stage.drawSoon();
    }

    private void keep(int point) {
        picked = point;
        points.picked = point;
        stage.keep(PICKED, Integer.toString(point));
        stage.drawSoon();
    }

    private void go(int map) {
        boolean still = points.share == 1;
        points.before = points.map;
        points.map = map;
        points.share = Browser.prefersReducedMotion() ? 1 : 0;
        start = -1;
        stage.keep(MapFigure.MAP, Integer.toString(map));
        stage.drawSoon();
        if (still) {
            Window.requestAnimationFrame(this::frame);
        }
    }

    private void frame(double time) {
        start = start < 0 ? time : start;
        if (points.share < 1) {
            points.share = Math.min(1, (time - start) / MOVE);
            stage.drawSoon();
            Window.requestAnimationFrame(this::frame);
        }
    }

    private void draw() {
        maps.only(points.map);
        digits.only(points.digit);
        points.see(CurrentDigit.drawing().isEmpty() ? null : CurrentDigit.ink());
        double width = surface.layoutWidth();
        surface.begin(width, MapFigure.height(width));
        MapFigure.draw(surface, width, points, points.size());
        Browser.write(stage.part("words"), MapFigure.words(points));
    }
}
