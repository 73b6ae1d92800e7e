package io.github.seeingdigits.demos;

import io.github.seeingdigits.analysis.SlantCurve;
import io.github.seeingdigits.figure.Numbers;
import io.github.seeingdigits.figure.PrototypeRows;
import io.github.seeingdigits.figure.PrototypesFigure;
import io.github.seeingdigits.network.Decimal;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.View;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Prototypes that can be turned round, those of other seeds, which are fetched when one is chosen, and a slant to follow. */
final class PrototypesDemo implements Demo {
    private static final String FLIP = "flip";
    private static final String SEED = "seed";
    private static final String SLANT = "slant";

    private Stage stage;
    private CanvasSurface pictures;
    private CanvasSurface slants;
    private HTMLInputElement seed;
    private HTMLInputElement slant;
    private PrototypeRows rows;
    private SlantCurve curve;

    /** The seed whose weights are shown. */
    private int shown;

    @Override
    public boolean followsDigit() {
        return false;
    }

    @Override
    public void start(Stage stage, Network network) {
        this.stage = stage;
        pictures = stage.surface("pictures");
        slants = stage.surface("slants");
        stage.view(
                PrototypesFigure.VIEWS[0],
                all -> stage.view(PrototypesFigure.VIEWS[1], ones -> arrived(all, ones), stage.lost("The pictures")),
                stage.lost("The pictures"));
    }

    private void arrived(View all, View ones) {
        rows = new PrototypeRows(all);
        curve = PrototypesFigure.curve(ones);
        shown = (int) stage.facts().number(PrototypesFigure.SEED);
        seed = slider(SEED, shown);
        slant = slider(SLANT, 20);
        rows.flip = stage.recall(FLIP, 0, 1, 0) > 0;
        stage.onPress(FLIP, () -> {
            rows.flip = !rows.flip;
            stage.keep(FLIP, rows.flip ? "1" : null);
            stage.drawSoon();
        });
        stage.onDraw(this::draw);
        moved();
    }

    private HTMLInputElement slider(String name, int otherwise) {
        HTMLInputElement slider = (HTMLInputElement) stage.part(name);
        int least = Decimal.whole(slider.getAttribute("min"), 0);
        int most = Decimal.whole(slider.getAttribute("max"), 0);
        slider.setValue(Integer.toString(stage.recall(name, least, most, otherwise)));
        slider.addEventListener("input", (Event event) -> moved());
        slider.addEventListener("change", (Event event) -> stage.keep(name, slider.getValue()));
        return slider;
    }

    private void moved() {
        if (Decimal.whole(seed.getValue(), 0) != shown) {
            stage.view(
                    PrototypesFigure.VIEWS[2],
                    view -> {
                        shown = Decimal.whole(seed.getValue(), 0);
                        rows.choose(view, shown - 1);
                        stage.drawSoon();
                    },
                    problem -> Browser.write(
                            stage.part("words"), "The seed’s pictures could not be loaded: " + problem + "."));
        }
        stage.drawSoon();
    }

    private void draw() {
        stage.button(FLIP).setAttribute("aria-pressed", rows.flip ? "true" : "false");
        double width = pictures.layoutWidth();
        pictures.begin(width, PrototypesFigure.height(width));
        PrototypesFigure.draw(pictures, width, rows);
        double leaning = Decimal.whole(slant.getValue(), 0) / 100.0;
        slants.begin(width, PrototypesFigure.slantHeight(width));
        PrototypesFigure.drawSlant(slants, 0, width, rows, curve, leaning);
        slant.setAttribute("aria-valuetext", Numbers.fixed(leaning, 2));
        Browser.write(stage.part("words"), PrototypesFigure.words(rows, shown));
        Browser.write(stage.part("leaning"), PrototypesFigure.slantWords(curve, leaning));
    }
}
