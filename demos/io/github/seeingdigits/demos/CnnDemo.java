package io.github.seeingdigits.demos;

import io.github.seeingdigits.analysis.FeatureMaps;
import io.github.seeingdigits.figure.CellChoice;
import io.github.seeingdigits.figure.CnnFigure;
import io.github.seeingdigits.figure.Parameters;
import io.github.seeingdigits.network.Decimal;
import io.github.seeingdigits.network.Network;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Feature maps, alive: pointing at a cell shows its sum for as long as the pointer is there, pressing keeps it. */
final class CnnDemo implements Demo {
    private static final String CELL = "cell";

    private Stage stage;
    private FeatureMaps maps;
    private CanvasSurface surface;
    private HTMLInputElement slider;
    private Choices stages;

    /** What the reader has chosen to stay. */
    private CellChoice kept;

    /** What the pointer is on, or null. */
    private CellChoice passing;

    @Override
    public void start(Stage stage, Network network) {
        this.stage = stage;
        maps = new FeatureMaps(network);
        surface = stage.surface("maps");
        slider = (HTMLInputElement) stage.part("map");
        String[] names = new String[maps.stages()];
        for (int s = 0; s < names.length; s++) {
            names[s] = maps.name(s);
        }
        Parameters given = stage.parameters();
        int first = given.whole("stage", 0, names.length - 1, 1);
        kept = CellChoice.of(SharedNumbers.recall(stage, CELL, 4), maps);
        if (kept == null) {
            kept = new CellChoice(first, given.whole("map", 0, maps.maps(first) - 1, 0), -1, -1);
        }
        stages = new Choices(stage.part("stages"), "stage", names, s -> keep(new CellChoice(s, 0, -1, -1)));
        slider.addEventListener(
                "input",
                (Event event) -> keep(new CellChoice(kept.stage, Decimal.whole(slider.getValue(), 0), -1, -1)));
        HTMLElement canvas = stage.part("maps");
        Pointing.follow(canvas, new Pointing.Follower() {
            @Override
            public void at(double x, double y, boolean pressed, boolean began) {
                CellChoice found = CnnFigure.at(maps, surface.layoutWidth(), kept, x, y);
                if (pressed && found != null) {
                    keep(found);
                } else if (passing != null || found != null) {
                    passing = found;
                    stage.drawSoon();
                }
            }

            @Override
            public void gone() {
                passing = null;
                stage.drawSoon();
            }
        });
        Pointing.arrows(canvas, (right, down, target) -> {
            maps.see(CurrentDigit.ink());
            keep(kept.moved(maps, right, down));
        });
        stage.onDraw(this::draw);
    }

    private void keep(CellChoice choice) {
        kept = choice;
        passing = null;
        stage.keep(CELL, choice.encode());
        stage.drawSoon();
    }

    private void draw() {
        CellChoice choice = passing == null ? kept : passing;
        maps.see(CurrentDigit.ink());
        stages.only(choice.stage);
        slider.setAttribute("max", Integer.toString(maps.maps(kept.stage) - 1));
        slider.setValue(Integer.toString(kept.map));
        slider.setDisabled(maps.maps(kept.stage) == 1);
        slider.setAttribute("aria-valuetext", "map " + kept.map);
        double width = surface.layoutWidth();
        surface.begin(width, CnnFigure.height(maps, width));
        CnnFigure.draw(surface, width, maps, choice);
        Browser.write(stage.part("words"), CnnFigure.words(maps, choice));
    }
}
