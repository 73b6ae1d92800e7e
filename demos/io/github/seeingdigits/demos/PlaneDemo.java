package io.github.seeingdigits.demos;

import io.github.seeingdigits.figure.PlaneFigure;
import io.github.seeingdigits.network.Network;

/** Planes, alive: layer by layer, at any moment of training, with the drawing's own dot. */
final class PlaneDemo extends SampleOnPlanes {
    private Past past;

    @Override
    public void start(Stage stage, Network network) {
        past = new Past(stage, network, () -> {});
        begin(stage, past.network());
    }

    @Override
    int[] offered() {
        return planes.all();
    }

    @Override
    void ready() {
        past.recall();
    }

    @Override
    String draw(double width, int plane, float[] ink) {
        if (chart == null) {
            chart = PlaneFigure.chart(planes, plane, width);
        }
        int moment = past.at() < 0 ? planes.moments() - 1 : past.at();
        surface.begin(width, PlaneFigure.height(width, planes.classes()));
        PlaneFigure.draw(surface, width, past.network(), planes, chart, moment, plane, ink);
        return PlaneFigure.words(planes, moment, plane, ink);
    }
}
