package io.github.seeingdigits.demos;

import io.github.seeingdigits.figure.Chart;
import io.github.seeingdigits.figure.Runs;
import io.github.seeingdigits.figure.SeedsFigure;
import io.github.seeingdigits.network.Decimal;
import io.github.seeingdigits.network.Network;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Every run a dot, to be picked with the pointer or along a slider. */
final class SeedsDemo implements Demo {
    private static final String RUN = "run";
    private static final double REACH = 14;

    private Stage stage;
    private CanvasSurface surface;
    private HTMLInputElement slider;
    private List<Runs> rows;
    private int count;

    /** The run that is shown, counted through all rows; −1 for none. */
    private int chosen;

    @Override
    public boolean followsDigit() {
        return false;
    }

    @Override
    public void start(Stage stage, Network network) {
        this.stage = stage;
        surface = stage.surface("runs");
        slider = (HTMLInputElement) stage.part(RUN);
        List<PageFacts> facts = new ArrayList<>();
        for (String model : stage.models()) {
            facts.add(stage.facts(model));
        }
        rows = Runs.of(facts, stage.parameters().text(SeedsFigure.RECIPES, ""));
        for (Runs runs : rows) {
            count += runs.size;
        }
        slider.setAttribute("max", Integer.toString(count - 1));
        chosen = stage.recall(RUN, 0, count - 1, -1);
        slider.setValue(Integer.toString(Math.max(0, chosen)));
        slider.addEventListener("input", (Event event) -> choose(Decimal.whole(slider.getValue(), 0)));
        slider.addEventListener("change", (Event event) -> stage.keep(RUN, slider.getValue()));
        Pointing.follow(stage.part("runs"), (x, y, pressed, began) -> {
            int nearest = began ? Chart.nearest(SeedsFigure.places(surface.layoutWidth(), rows), x, y, REACH) : -1;
            if (nearest >= 0) {
                slider.setValue(Integer.toString(nearest));
                stage.keep(RUN, slider.getValue());
                choose(nearest);
            }
        });
        stage.onDraw(this::draw);
    }

    private void choose(int run) {
        chosen = run;
        stage.drawSoon();
    }

    private void draw() {
        double width = surface.layoutWidth();
        surface.begin(width, SeedsFigure.height(rows.size()));
        SeedsFigure.draw(surface, width, rows, chosen);
        int k = chosen;
        for (Runs runs : rows) {
            if (k >= 0 && k < runs.size) {
                String words = runs.words(k);
                Browser.write(stage.part("words"), words);
                slider.setAttribute("aria-valuetext", words);
            }
            k -= runs.size;
        }
    }
}
