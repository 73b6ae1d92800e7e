package io.github.seeingdigits.demos;

import io.github.seeingdigits.analysis.ActivationMaximisation;
import io.github.seeingdigits.figure.MaximiseFigure;
import io.github.seeingdigits.network.Network;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;

/** Gradient ascent on the input, step by step, under the reader's choice of output, limit and beginning. */
final class MaximiseDemo implements Demo {
    private static final String OUTPUT = "output";
    private static final String LIMIT = "limit";
    private static final int LONGEST = 400;

    private Stage stage;
    private Network network;
    private CanvasSurface surface;
    private HTMLElement canvas;
    private Choices outputs;
    private Choices limits;
    private ActivationMaximisation ascent;
    private float[] slope;
    private int output;
    private int limit;
    private int steps;
    private boolean fromDrawing;
    private boolean playing;

    @Override
    public void start(Stage stage, Network network) {
        this.stage = stage;
        this.network = network;
        surface = stage.surface("pictures");
        canvas = stage.part("pictures");
        int last = network.outputs() - 1;
        output = stage.recall(OUTPUT, 0, last, stage.parameters().whole(OUTPUT, 0, last, 0));
        limit = stage.recall(LIMIT, 0, MaximiseFigure.LIMITS.length - 1, 0);
        outputs = new Choices(stage.part("outputs"), OUTPUT, Choices.numbers(last + 1), k -> set(k, limit));
        limits = new Choices(stage.part("limits"), LIMIT, MaximiseFigure.LIMITS, k -> set(output, k));
        stage.onPress("play", () -> play(!playing));
        stage.onPress("step", this::step);
        stage.onPress("noise", () -> begin(false));
        stage.onPress("drawing", () -> begin(true));
        stage.onLeave(() -> play(false));
        stage.onDraw(this::draw);
        begin(false);
    }

    private void set(int chosenOutput, int chosenLimit) {
        output = chosenOutput;
        limit = chosenLimit;
        stage.keep(OUTPUT, Integer.toString(output));
        stage.keep(LIMIT, Integer.toString(limit));
        begin(fromDrawing);
    }

    private void begin(boolean drawing) {
        fromDrawing = drawing;
        steps = 0;
        ascent = MaximiseFigure.begin(network, output, limit, drawing ? CurrentDigit.ink() : null);
        slope = ascent.slope().clone();
        stage.drawSoon();
    }

    private void play(boolean on) {
        if (on != playing) {
            playing = on;
            Browser.write(stage.button("play"), on ? "Pause" : "Play");
            if (on) {
                Window.requestAnimationFrame(this::frame);
            }
        }
    }

    private void frame(double time) {
        if (playing) {
            step();
            Window.requestAnimationFrame(this::frame);
        }
    }

    private void step() {
        if (steps < LONGEST) {
            ascent.step(MaximiseFigure.RATE);
            steps++;
            canvas.setAttribute("data-steps", Integer.toString(steps));
            stage.drawSoon();
        } else {
            play(false);
        }
    }

    private void draw() {
        outputs.only(output);
        limits.only(limit);
        String words = MaximiseFigure.words(steps, ascent.value(), slope, ascent.input());
        double width = surface.layoutWidth();
        surface.begin(width, MaximiseFigure.HEIGHT);
        MaximiseFigure.draw(surface, width, output, slope, ascent.input(), words);
        canvas.setAttribute("aria-label", "Digit " + output + ". " + words);
        canvas.setAttribute("data-steps", Integer.toString(steps));
    }
}
