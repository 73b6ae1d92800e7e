package io.github.seeingdigits.demos;

import io.github.seeingdigits.figure.PathsFigure;
import io.github.seeingdigits.figure.Ways;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.View;

/** Two ways from digit to digit, alive: a slider, or the pointer, walks along both at once. */
final class PathsDemo implements Demo {
    private static final String AT = "at";

    /** Steps per second while it plays. */
    private static final double SPEED = 20;

    private Stage stage;
    private CanvasSurface surface;
    private Timeline timeline;
    private Ways ways;
    private Choices from;
    private Choices to;

    @Override
    public boolean followsDigit() {
        return false;
    }

    @Override
    public void start(Stage stage, Network network) {
        this.stage = stage;
        surface = stage.surface("ways");
        timeline = new Timeline(stage, SPEED, this::go);
        stage.views(PathsFigure.VIEWS, this::arrived, stage.lost("The ways"));
    }

    private void arrived(View[] views) {
        ways = new Ways(views, stage.facts());
        PathsFigure.choose(ways, stage.parameters());
        int most = Ways.DIGITS - 1;
        ways.choose(
                stage.recall(PathsFigure.FROM, 0, most, ways.from()), stage.recall(PathsFigure.TO, 0, most, ways.to()));
        String[] digits = Choices.numbers(Ways.DIGITS);
        from = new Choices(stage.part(PathsFigure.FROM), PathsFigure.FROM, digits, k -> choose(k, ways.to()));
        to = new Choices(stage.part(PathsFigure.TO), PathsFigure.TO, digits, k -> choose(ways.from(), k));
        Pointing.follow(stage.part("ways"), (x, y, pressed, began) -> {
            if (pressed) {
                timeline.stop();
                timeline.go((int) Math.round(PathsFigure.STEPS * PathsFigure.at(surface.layoutWidth(), x)));
            }
        });
        stage.onDraw(this::draw);
        int at = stage.recall(AT, 0, PathsFigure.STEPS, first());
        timeline.setMoments(PathsFigure.STEPS + 1);
        timeline.go(at);
    }

    /** Where the way between the two digits begins to be shown. */
    private int first() {
        return (int) Math.round(PathsFigure.STEPS * PathsFigure.start(ways));
    }

    private void keep() {
        stage.keep(AT, timeline.at() == first() ? null : Integer.toString(timeline.at()));
    }

    private void choose(int a, int b) {
        ways.choose(a, b);
        stage.keep(PathsFigure.FROM, Integer.toString(a));
        stage.keep(PathsFigure.TO, Integer.toString(b));
        keep();
        stage.drawSoon();
    }

    private void go(int at) {
        timeline.say(at + "\u202f% of the way");
        if (!timeline.isPlaying()) {
            keep();
        }
        stage.drawSoon();
    }

    private void draw() {
        from.only(ways.from());
        to.only(ways.to());
        double at = (double) timeline.at() / PathsFigure.STEPS;
        double width = surface.layoutWidth();
        surface.begin(width, PathsFigure.height(width));
        PathsFigure.draw(surface, width, ways, at);
        Browser.write(stage.part("words"), PathsFigure.words(ways, at));
    }
}
