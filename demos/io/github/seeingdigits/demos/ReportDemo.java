package io.github.seeingdigits.demos;

import io.github.seeingdigits.figure.HiddenUnits;
import io.github.seeingdigits.figure.Numbers;
import io.github.seeingdigits.figure.ReportFigure;
import io.github.seeingdigits.figure.UnitFacts;
import io.github.seeingdigits.network.Network;
import org.teavm.jso.dom.html.HTMLElement;

/** The report on hidden units: the reader picks one, by its button or in the table. */
final class ReportDemo implements Demo {
    private static final String UNIT = "unit";

    private Stage stage;
    private HiddenUnits units;
    private UnitFacts facts;
    private CanvasSurface surface;
    private HTMLElement canvas;
    private Choices buttons;
    private int chosen;

    @Override
    public void start(Stage stage, Network network) {
        this.stage = stage;
        units = new HiddenUnits(network);
        facts = new UnitFacts(stage.facts(), units.units);
        surface = stage.surface("report");
        canvas = stage.part("report");
        int last = units.units - 1;
        chosen = stage.recall(UNIT, 0, last, stage.parameters().whole(UNIT, 0, last, 0));
        buttons = new Choices(stage.part("units"), UNIT, Choices.numbers(units.units), this::choose);
        Pointing.follow(canvas, (x, y, pressed, began) -> {
            int unit = ReportFigure.unitAt(y, units.units);
            if (began && unit >= 0) {
                choose(unit);
            }
        });
        stage.onDraw(this::draw);
    }

    private void choose(int unit) {
        chosen = unit;
        stage.keep(UNIT, Integer.toString(unit));
        stage.drawSoon();
    }

    private void draw() {
        boolean inked = !CurrentDigit.drawing().isEmpty();
        units.see(CurrentDigit.ink());
        buttons.only(chosen);
        double width = surface.layoutWidth();
        surface.begin(width, ReportFigure.HEIGHT);
        ReportFigure.draw(surface, width, units, facts, chosen, inked);
        canvas.setAttribute("data-activation", inked ? Numbers.fixed(units.after(chosen), 3) : "");
        HTMLElement words = stage.part("words");
        String sentence = facts.sentence(chosen);
        if (!sentence.equals(words.getInnerText())) {
            Browser.write(words, sentence);
        }
    }
}
