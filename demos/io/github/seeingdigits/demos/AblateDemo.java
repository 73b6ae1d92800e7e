package io.github.seeingdigits.demos;

import io.github.seeingdigits.figure.AblateFigure;
import io.github.seeingdigits.figure.HiddenUnits;
import io.github.seeingdigits.figure.Numbers;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.View;

/** Hidden units with a switch each, and what the network is worth without those that are off. */
final class AblateDemo implements Demo {
    private static final String OFF = "off";

    private Stage stage;
    private HiddenUnits units;
    private CanvasSurface surface;
    private Choices switches;
    private View view;
    private String problem;

    /** Bit k is set where unit k is off. */
    private int off;

    @Override
    public void start(Stage stage, Network network) {
        this.stage = stage;
        units = new HiddenUnits(network);
        surface = stage.surface("answer");
        boolean[] dead = units.dead(stage.facts());
        String[] names = new String[units.units];
        for (int k = 0; k < names.length; k++) {
            names[k] = k + (dead[k] ? " dead" : "");
        }
        switches = new Choices(stage.part("switches"), "unit", names, k -> set(off ^ 1 << k));
        int first = stage.parameters().whole(OFF, 0, units.units - 1, -1);
        off = stage.recall(OFF, 0, (1 << units.units) - 1, first < 0 ? 0 : 1 << first);
        stage.onPress("all", () -> set(0));
        stage.view(
                AblateFigure.VIEW,
                arrived -> {
                    view = AblateFigure.fitting(units, arrived);
                    stage.drawSoon();
                },
                why -> {
                    problem = why;
                    stage.drawSoon();
                });
        stage.onDraw(this::draw);
    }

    private void set(int changed) {
        off = changed;
        stage.keep(OFF, off == 0 ? null : Integer.toString(off));
        stage.drawSoon();
    }

    private void draw() {
        int on = 0;
        for (int k = 0; k < units.units; k++) {
            boolean works = (off >> k & 1) == 0;
            switches.press(k, works);
            on += works ? 1 : 0;
        }
        boolean inked = !CurrentDigit.drawing().isEmpty();
        units.see(CurrentDigit.ink());
        double width = surface.layoutWidth();
        surface.begin(width, AblateFigure.HEIGHT);
        AblateFigure.draw(surface, width, units, view, off, inked);
        StringBuilder words = new StringBuilder();
        words.append(on).append(" of ").append(units.units).append(" units on: ");
        if (view != null) {
            words.append(AblateFigure.percent(AblateFigure.right(view, off))).append(" of test digits right");
        } else {
            words.append(problem == null ? "loading the accuracy" : "the accuracy could not be loaded: " + problem);
        }
        if (inked) {
            float[] probabilities = units.probabilities(off);
            int answer = Network.argmax(probabilities);
            words.append("; your drawing reads ").append(answer).append(", ");
            words.append(Numbers.percent(probabilities[answer]));
            stage.part("answer").setAttribute("data-digit", Integer.toString(answer));
        }
        Browser.write(stage.part("words"), words.append('.').toString());
    }
}
