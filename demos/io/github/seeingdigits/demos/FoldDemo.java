package io.github.seeingdigits.demos;

import io.github.seeingdigits.figure.FoldFigure;
import io.github.seeingdigits.network.Network;

/** A plane that folds along a slider from before its rectifier to after it. */
final class FoldDemo extends SampleOnPlanes {
    private static final String AT = "at";
    private static final int STEPS = 40;

    private Timeline timeline;
    private int at = STEPS;

    @Override
    public void start(Stage stage, Network network) {
        timeline = new Timeline(stage, STEPS, this::fold);
        begin(stage, network);
    }

    @Override
    int[] offered() {
        return planes.folded();
    }

    @Override
    void ready() {
        // Read first: the moment that the time line begins with goes into the address.
        int shared = stage.recall(AT, 0, STEPS, STEPS);
        timeline.setMoments(STEPS + 1);
        timeline.go(shared);
    }

    private void fold(int moment) {
        at = moment;
        timeline.say(
                at == 0
                        ? "Before the ReLU"
                        : at == STEPS ? "After the ReLU" : "On the way: " + 100 * at / STEPS + "\u202f%");
        if (!timeline.isPlaying()) {
            stage.keep(AT, at == STEPS ? null : Integer.toString(at));
        }
        stage.drawSoon();
    }

    @Override
    String draw(double width, int plane, float[] ink) {
        if (chart == null) {
            chart = FoldFigure.chart(planes, plane, width);
        }
        surface.begin(width, FoldFigure.HEIGHT);
        float[] own = ink == null ? null : planes.point(ink, plane);
        FoldFigure.draw(surface, planes, chart, plane, (double) at / STEPS, own);
        return FoldFigure.words(planes, plane);
    }
}
