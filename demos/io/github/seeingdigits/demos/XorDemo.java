package io.github.seeingdigits.demos;

import io.github.seeingdigits.analysis.XorRun;
import io.github.seeingdigits.figure.XorFigure;
import io.github.seeingdigits.network.Network;
import org.teavm.jso.browser.Window;

/** Exclusive or, learnt in the page by the reader's choice of network from the reader's choice of start. */
final class XorDemo implements Demo {
    private static final String KIND = "kind";
    private static final String SEED = "seed";
    private static final String STEPS = "steps";
    private static final int LAST_SEED = 99;
    private static final int LONGEST = 3000;
    private static final int EACH_FRAME = 8;

    private Stage stage;
    private Network trained;
    private CanvasSurface surface;
    private Choices kinds;
    private XorRun run;

    /** Which network, from 1; 0 for the trained one. */
    private int kind;

    private int seed;
    private boolean training;

    @Override
    public boolean followsDigit() {
        return false;
    }

    @Override
    public void start(Stage stage, Network network) {
        this.stage = stage;
        trained = network;
        surface = stage.surface("plane");
        String[] names = {"As trained", XorFigure.NAMES[0], XorFigure.NAMES[1], XorFigure.NAMES[2]};
        kinds = new Choices(stage.part("kinds"), KIND, names, k -> begin(k, seed));
        kind = stage.recall(KIND, 0, XorFigure.NAMES.length, XorFigure.kind(stage.parameters()));
        seed = stage.recall(SEED, 1, LAST_SEED, 1);
        int steps = stage.recall(STEPS, 0, LONGEST, 0);
        run = make();
        run.train(steps);
        stage.onPress("train", () -> train(!training));
        stage.onPress("step", () -> {
            run.train(1);
            keep();
        });
        stage.onPress("reset", () -> begin(Math.max(1, kind), seed % LAST_SEED + 1));
        stage.onLeave(() -> train(false));
        stage.onDraw(this::draw);
    }

    private XorRun make() {
        return kind == 0 ? XorFigure.fitting(trained) : XorFigure.start(kind - 1, seed);
    }

    private void begin(int chosenKind, int chosenSeed) {
        train(false);
        kind = chosenKind;
        seed = chosenSeed;
        run = make();
        keep();
    }

    private void keep() {
        stage.keep(KIND, Integer.toString(kind));
        stage.keep(SEED, Integer.toString(seed));
        stage.keep(STEPS, Integer.toString(run.steps()));
        stage.drawSoon();
    }

    private void train(boolean on) {
        if (on == training) {
            return;
        }
        training = on;
        Browser.write(stage.button("train"), on ? "Pause" : "Train");
        if (on) {
            Window.requestAnimationFrame(this::frame);
        } else {
            keep();
        }
    }

    private void frame(double time) {
        if (training) {
            run.train(Math.min(EACH_FRAME, LONGEST - run.steps()));
            stage.drawSoon();
            if (run.steps() < LONGEST) {
                Window.requestAnimationFrame(this::frame);
            } else {
                train(false);
            }
        }
    }

    private void draw() {
        kinds.only(kind);
        double width = surface.layoutWidth();
        surface.begin(width, XorFigure.height(width));
        XorFigure.draw(surface, width, run);
        stage.part("plane").setAttribute("aria-label", XorFigure.arithmetic(run));
        Browser.write(stage.part("words"), (kind == 0 ? "" : "Start " + seed + ". ") + XorFigure.words(run));
    }
}
