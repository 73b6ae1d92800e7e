package io.github.seeingdigits.demos;

import io.github.seeingdigits.figure.Chart;
import io.github.seeingdigits.figure.PlaneFigure;
import io.github.seeingdigits.figure.Planes;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.View;

/** Planes, alive: layer by layer, at any moment of training, with the drawing's own dot. */
final class PlaneDemo implements Demo {
    private static final String LAYER = "layer";

    private Stage stage;
    private CanvasSurface surface;
    private Past past;
    private Planes planes;
    private Choices choices;
    private Chart chart;
    private double chartWidth;
    private int layer;

    @Override
    public void start(Stage stage, Network network) {
        this.stage = stage;
        surface = stage.surface("plane");
        past = new Past(stage, network, () -> {});
        stage.view(
                Planes.VIEW,
                this::arrived,
                problem -> stage.part("words").withText("The sample could not be loaded: " + problem + "."));
    }

    private void arrived(View view) {
        planes = new Planes(past.network(), view);
        int last = planes.size() - 1;
        choices = new Choices(stage.part("layers"), LAYER, planes.names(), this::choose);
        layer = stage.recall(LAYER, 0, last, stage.parameters().whole(LAYER, 0, last, 0));
        stage.onDraw(this::draw);
        past.recall();
        stage.drawSoon();
    }

    private void choose(int chosen) {
        layer = chosen;
        chart = null;
        stage.keep(LAYER, Integer.toString(chosen));
        stage.drawSoon();
    }

    private void draw() {
        choices.only(layer);
        double width = surface.layoutWidth();
        if (chart == null || chartWidth != width) {
            chart = PlaneFigure.chart(planes, layer, width);
            chartWidth = width;
        }
        int moment = past.at() < 0 ? planes.moments() - 1 : past.at();
        float[] ink = CurrentDigit.drawing().isEmpty() ? null : CurrentDigit.ink();
        surface.begin(width, PlaneFigure.height(width, planes.classes()));
        PlaneFigure.draw(surface, width, past.network(), planes, chart, moment, layer, ink);
        stage.part("words").withText(PlaneFigure.words(planes, moment, layer, ink));
    }
}
