package io.github.seeingdigits.demos;

import io.github.seeingdigits.analysis.Inverted;
import io.github.seeingdigits.figure.InversionFigure;
import io.github.seeingdigits.network.Network;

/** The drawing, or the weights, turned round at the press of a button. */
final class InversionDemo implements Demo {
    private static final String CHANGE = "change";

    private Stage stage;
    private CanvasSurface surface;
    private Inverted inverted;
    private PageFacts facts;
    private Choices choices;
    private int change;

    @Override
    public void start(Stage stage, Network network) {
        this.stage = stage;
        inverted = InversionFigure.fitting(network);
        facts = stage.facts();
        surface = stage.surface("scores");
        choices = new Choices(stage.part("changes"), CHANGE, InversionFigure.CHANGES, this::choose);
        change = stage.recall(CHANGE, 0, InversionFigure.CHANGES.length - 1, Inverted.INPUT);
        stage.onDraw(this::draw);
    }

    private void choose(int k) {
        change = k;
        stage.keep(CHANGE, Integer.toString(k));
        stage.drawSoon();
    }

    private void draw() {
        choices.only(change);
        double width = surface.layoutWidth();
        surface.begin(width, InversionFigure.height(width));
        InversionFigure.draw(surface, width, inverted, facts, CurrentDigit.ink(), change);
        Browser.write(stage.part("words"), InversionFigure.words(inverted, facts, CurrentDigit.ink(), change));
    }
}
