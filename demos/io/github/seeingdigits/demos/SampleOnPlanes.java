package io.github.seeingdigits.demos;

import io.github.seeingdigits.figure.Chart;
import io.github.seeingdigits.figure.Planes;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.View;

/** What figures of {@link Planes} share: the sample's arrival, and the reader's choice of a plane. */
abstract class SampleOnPlanes implements Demo {
    private static final String LAYER = "layer";

    Stage stage;
    CanvasSurface surface;
    Planes planes;

    /** The scales of the plane that is shown; null when they are to be made anew. */
    Chart chart;

    private int[] offered;
    private int chosen;
    private Choices choices;
    private double chartWidth;

    /** Fetches the sample, and draws once it is there. */
    void begin(Stage stage, Network network) {
        this.stage = stage;
        surface = stage.surface("plane");
        stage.view(Planes.VIEW, view -> arrived(network, view), stage.lost("The sample"));
    }

    private void arrived(Network network, View view) {
        planes = new Planes(network, view);
        offered = offered();
        String[] names = new String[offered.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = planes.name(offered[i]);
        }
        choices = new Choices(stage.part("layers"), LAYER, names, this::choose);
        int last = names.length - 1;
        chosen = stage.recall(LAYER, 0, last, stage.parameters().whole(LAYER, 0, last, 0));
        stage.onDraw(this::draw);
        ready();
        stage.drawSoon();
    }

    private void choose(int k) {
        chosen = k;
        chart = null;
        stage.keep(LAYER, Integer.toString(k));
        stage.drawSoon();
    }

    private void draw() {
        choices.only(chosen);
        double width = surface.layoutWidth();
        if (chartWidth != width) {
            chart = null;
            chartWidth = width;
        }
        float[] ink = CurrentDigit.drawing().isEmpty() ? null : CurrentDigit.ink();
        Browser.write(stage.part("words"), draw(width, offered[chosen], ink));
    }

    /** The planes that the reader can choose from. */
    abstract int[] offered();

    /** The sample has arrived: the time line may go to the moment that the address names. */
    abstract void ready();

    /**
     * Draws a plane.
     *
     * @param ink null where nothing is drawn
     * @return the picture in words
     */
    abstract String draw(double width, int plane, float[] ink);
}
