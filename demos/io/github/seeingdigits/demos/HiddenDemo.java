package io.github.seeingdigits.demos;

import io.github.seeingdigits.figure.HiddenFigure;
import io.github.seeingdigits.figure.HiddenUnits;
import io.github.seeingdigits.figure.Numbers;
import io.github.seeingdigits.network.Network;
import org.teavm.jso.dom.html.HTMLElement;

/** The hidden units' bars, alive: they follow the drawing, and the reader chooses whose score is taken apart. */
final class HiddenDemo implements Demo {
    private static final String OUTPUT = "output";

    private Stage stage;
    private Network network;
    private HiddenUnits units;
    private boolean[] dead;
    private CanvasSurface surface;
    private HTMLElement canvas;
    private Choices outputs;

    /** The output that the reader has chosen, or −1 for the network's answer, whatever it is. */
    private int chosen;

    @Override
    public void start(Stage stage, Network network) {
        this.stage = stage;
        this.network = network;
        units = new HiddenUnits(network);
        dead = units.dead(stage.facts());
        surface = stage.surface("bars");
        canvas = stage.part("bars");
        outputs = new Choices(stage.part("outputs"), OUTPUT, Choices.numbers(units.outputs), this::choose);
        chosen = stage.recall(OUTPUT, 0, units.outputs - 1, stage.parameters().whole(OUTPUT, 0, units.outputs - 1, -1));
        stage.onPress("answer", () -> choose(-1));
        stage.onDraw(this::draw);
    }

    private void choose(int output) {
        chosen = output;
        stage.keep(OUTPUT, output < 0 ? null : Integer.toString(output));
        stage.drawSoon();
    }

    private void draw() {
        units.see(CurrentDigit.ink());
        float[] scores = network.logits(CurrentDigit.ink());
        int output = chosen < 0 ? Network.argmax(scores) : chosen;
        outputs.only(output);
        stage.button("answer").setAttribute("aria-pressed", chosen < 0 ? "true" : "false");
        double width = surface.layoutWidth();
        surface.begin(width, HiddenFigure.HEIGHT);
        HiddenFigure.draw(surface, width, units, dead, output);
        canvas.setAttribute("aria-label", HiddenFigure.words(units, dead, output));
        canvas.setAttribute("data-score", Numbers.fixed(scores[output], 3));
    }
}
