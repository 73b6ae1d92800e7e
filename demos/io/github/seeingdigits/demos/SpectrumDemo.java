package io.github.seeingdigits.demos;

import io.github.seeingdigits.analysis.manifold.Reconstruction;
import io.github.seeingdigits.figure.SpectrumFigure;
import io.github.seeingdigits.network.Decimal;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.View;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLInputElement;

/** A digit taken apart: a slider says how many components are used, and each of those shown can be left out. */
final class SpectrumDemo implements Demo {
    private static final String OUT = "out";

    private Stage stage;
    private CanvasSurface surface;
    private HTMLInputElement slider;
    private Reconstruction sum;
    private float[] shares;
    private PageFacts facts;
    private int chosen = -1;

    @Override
    public void start(Stage stage, Network network) {
        this.stage = stage;
        surface = stage.surface("pictures");
        stage.views(SpectrumFigure.VIEWS, this::arrived, stage.lost("The components"));
    }

    private void arrived(View[] views) {
        sum = SpectrumFigure.reconstruction(views[0], stage.parameters());
        shares = views[1].values();
        facts = stage.facts();
        int most = sum.pictures.size();
        sum.count = stage.recall(SpectrumFigure.COMPONENTS, 0, most, sum.count);
        int out = stage.recall(OUT, 0, (1 << SpectrumFigure.TILES) - 1, 0);
        for (int c = 0; c < SpectrumFigure.TILES; c++) {
            sum.leaveOut(c, (out >> c & 1) > 0);
        }
        slider = (HTMLInputElement) stage.part(SpectrumFigure.COMPONENTS);
        slider.setAttribute("max", Integer.toString(most));
        slider.setValue(Integer.toString(sum.count));
        slider.addEventListener("input", (Event event) -> {
            sum.count = Decimal.whole(slider.getValue(), 0);
            stage.drawSoon();
        });
        slider.addEventListener("change", (Event event) -> stage.keep(SpectrumFigure.COMPONENTS, slider.getValue()));
        Pointing.follow(stage.part("pictures"), (x, y, pressed, began) -> {
            int found = began ? SpectrumFigure.at(surface.layoutWidth(), x, y) : -1;
            if (found >= 0) {
                choose(found);
            }
        });
        Pointing.arrows(
                stage.part("pictures"),
                (right, down, target) -> choose(SpectrumFigure.moved(surface.layoutWidth(), chosen, right, down)));
        stage.onPress(OUT, this::leaveOut);
        stage.onDraw(this::draw);
        stage.drawSoon();
    }

    private void choose(int component) {
        chosen = component;
        stage.drawSoon();
    }

    private void leaveOut() {
        int c = Math.max(0, chosen);
        sum.leaveOut(c, !sum.isLeftOut(c));
        int out = 0;
        for (int i = 0; i < SpectrumFigure.TILES; i++) {
            out |= sum.isLeftOut(i) ? 1 << i : 0;
        }
        stage.keep(OUT, out == 0 ? null : Integer.toString(out));
        choose(c);
    }

    private void draw() {
        sum.see(CurrentDigit.ink());
        int c = Math.max(0, chosen);
        stage.button(OUT).setAttribute("aria-pressed", sum.isLeftOut(c) ? "true" : "false");
        Browser.write(stage.button(OUT), "Leave out " + (c + 1));
        slider.setAttribute("aria-valuetext", sum.count + " components");
        double width = surface.layoutWidth();
        surface.begin(width, SpectrumFigure.height(width));
        SpectrumFigure.draw(surface, width, sum, shares, facts, chosen);
        Browser.write(stage.part("words"), SpectrumFigure.words(sum, shares, chosen));
    }
}
