package io.github.seeingdigits.demos;

import io.github.seeingdigits.figure.LogitsFigure;
import io.github.seeingdigits.figure.Numbers;
import io.github.seeingdigits.network.Decimal;
import io.github.seeingdigits.network.Network;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Scores on sliders: the drawing's until the reader moves one, then the reader's, until the drawing's are asked for again. */
final class LogitsDemo implements Demo {
    private static final String SCORES = "scores";
    private static final String TEMPERATURE = "temperature";
    private static final String SHIFT = "shift";

    private Stage stage;
    private Network network;
    private CanvasSurface surface;
    private HTMLInputElement[] sliders;
    private HTMLInputElement heat;
    private HTMLInputElement added;
    private float[] scores;

    /** Whether the scores are the reader's own rather than the drawing's. */
    private boolean own;

    /** Whether the reader has chosen the temperature; it is the network's otherwise. */
    private boolean heated;

    @Override
    public void start(Stage stage, Network network) {
        this.stage = stage;
        this.network = LogitsFigure.fitting(network);
        surface = stage.surface("steps");
        scores = new float[network.outputs()];
        sliders = new HTMLInputElement[scores.length];
        for (int k = 0; k < sliders.length; k++) {
            sliders[k] = (HTMLInputElement) stage.all("[data-score]").item(k);
            listen(sliders[k], true);
        }
        heat = (HTMLInputElement) stage.part(TEMPERATURE);
        added = (HTMLInputElement) stage.part(SHIFT);
        listen(heat, false);
        listen(added, false);
        stage.onPress("drawing", () -> {
            own = false;
            heated = false;
            set(added, 0);
            keep();
            stage.drawSoon();
        });
        recall();
        stage.onDraw(this::draw);
    }

    private void listen(HTMLInputElement slider, boolean score) {
        slider.addEventListener("input", (Event event) -> {
            own |= score;
            heated |= slider == heat;
            stage.drawSoon();
        });
        // Not while it moves: browsers refuse an address that changes too often.
        slider.addEventListener("change", (Event event) -> keep());
    }

    private static int get(HTMLInputElement slider) {
        return Decimal.whole(slider.getValue(), 0);
    }

    private static void set(HTMLInputElement slider, int value) {
        slider.setValue(Integer.toString(value));
    }

    private void keep() {
        StringBuilder all = new StringBuilder();
        for (HTMLInputElement slider : sliders) {
            all.append(all.length() == 0 ? "" : ",").append(slider.getValue());
        }
        stage.keep(SCORES, own ? all.toString() : null);
        stage.keep(TEMPERATURE, heated ? heat.getValue() : null);
        stage.keep(SHIFT, get(added) == 0 ? null : added.getValue());
    }

    private void recall() {
        int[] all = SharedNumbers.recall(stage, SCORES, sliders.length);
        own = all != null;
        for (int k = 0; own && k < sliders.length; k++) {
            // Out of a slider's reach, its nearest end is taken.
            set(sliders[k], all[k]);
        }
        set(added, stage.recall(SHIFT, -100, 100, 0));
        int shared = stage.recall(TEMPERATURE, -70, 70, 100);
        heated = shared < 100;
        set(heat, shared);
    }

    private void draw() {
        if (!own) {
            scores = network.logits(CurrentDigit.ink());
        }
        for (int k = 0; k < sliders.length; k++) {
            if (own) {
                scores[k] = get(sliders[k]) / 10f;
            } else {
                set(sliders[k], Math.round(10 * scores[k]));
            }
            sliders[k].setAttribute("aria-valuetext", Numbers.fixed(scores[k], 1));
        }
        if (!heated) {
            set(heat, (int) Math.round(100 * Math.log10(network.temperature())));
        }
        double temperature = heated ? Math.pow(10, get(heat) / 100.0) : network.temperature();
        double shift = get(added) / 10.0;
        heat.setAttribute("aria-valuetext", Numbers.fixed(temperature, 2));
        added.setAttribute("aria-valuetext", Numbers.fixed(shift, 1));
        boolean asIs = !own && !heated && shift == 0;
        stage.button("drawing").setAttribute("aria-pressed", asIs ? "true" : "false");
        double width = surface.layoutWidth();
        surface.begin(width, LogitsFigure.height(scores.length));
        LogitsFigure.draw(surface, 0, width, scores, shift, temperature);
        Browser.write(stage.part("words"), LogitsFigure.words(scores, shift, temperature));
    }
}
