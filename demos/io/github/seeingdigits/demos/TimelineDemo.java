package io.github.seeingdigits.demos;

import io.github.seeingdigits.figure.ErrorPoints;
import io.github.seeingdigits.figure.TimelineFigure;
import io.github.seeingdigits.network.Decimal;
import io.github.seeingdigits.network.Network;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Published errors and ours, to be picked with the pointer or along a slider, each with a link to its source. */
final class TimelineDemo implements Demo {
    private static final String POINT = "point";

    private Stage stage;
    private CanvasSurface surface;
    private HTMLInputElement slider;
    private ErrorPoints points;

    /** −1 for none. */
    private int chosen;

    @Override
    public boolean followsDigit() {
        return false;
    }

    @Override
    public void start(Stage stage, Network network) {
        this.stage = stage;
        surface = stage.surface("errors");
        List<PageFacts> facts = new ArrayList<>();
        for (String model : stage.models()) {
            facts.add(stage.facts(model));
        }
        points = new ErrorPoints(facts);
        slider = (HTMLInputElement) stage.part(POINT);
        slider.setAttribute("max", Integer.toString(points.size - 1));
        chosen = stage.recall(POINT, 0, points.size - 1, -1);
        slider.setValue(Integer.toString(Math.max(0, chosen)));
        slider.addEventListener("input", (Event event) -> choose(Decimal.whole(slider.getValue(), 0)));
        slider.addEventListener("change", (Event event) -> stage.keep(POINT, slider.getValue()));
        Pointing.follow(stage.part("errors"), (x, y, pressed, began) -> {
            int nearest = began ? TimelineFigure.at(surface.layoutWidth(), points, x, y) : -1;
            if (nearest >= 0) {
                slider.setValue(Integer.toString(nearest));
                stage.keep(POINT, slider.getValue());
                choose(nearest);
            }
        });
        stage.onDraw(this::draw);
    }

    private void choose(int point) {
        chosen = point;
        stage.drawSoon();
    }

    private void draw() {
        double width = surface.layoutWidth();
        surface.begin(width, TimelineFigure.height());
        TimelineFigure.draw(surface, width, points, chosen);
        if (chosen >= 0) {
            String words = points.words(chosen);
            Browser.write(stage.part("words"), words);
            slider.setAttribute("aria-valuetext", words);
            HTMLElement source = stage.part("source");
            Browser.write(source, points.source(chosen));
            source.setHidden(chosen >= points.published);
            source.setAttribute("href", points.link(chosen));
        }
    }
}
