package io.github.seeingdigits.demos;

import io.github.seeingdigits.analysis.Dominance;
import io.github.seeingdigits.figure.DominanceFigure;
import io.github.seeingdigits.figure.DominantUnits;
import io.github.seeingdigits.network.Decimal;
import io.github.seeingdigits.network.Network;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Dominant units, alive: the current digit's own is marked, and its digit's row chosen until the reader chooses another. */
final class DominanceDemo implements Demo {
    private static final String SEED = "seed";
    private static final String DIGIT = "digit";

    private Stage stage;
    private Network network;
    private CanvasSurface surface;
    private DominantUnits units;
    private HTMLInputElement slider;
    private int published;

    /** −1 while the row is that of the network's answer. */
    private int chosen;

    private int shown;

    @Override
    public void start(Stage stage, Network network) {
        this.stage = stage;
        this.network = network;
        surface = stage.surface("units");
        units = new DominantUnits(stage.facts());
        published = DominanceFigure.published(stage.facts());
        slider = (HTMLInputElement) stage.part(SEED);
        slider.setAttribute("max", Integer.toString(units.seeds));
        slider.setValue(Integer.toString(stage.recall(SEED, 1, units.seeds, published + 1)));
        slider.addEventListener("input", (Event event) -> stage.drawSoon());
        slider.addEventListener("change", (Event event) -> stage.keep(SEED, slider.getValue()));
        chosen = stage.recall(DIGIT, 0, 9, -1);
        HTMLElement canvas = stage.part("units");
        Pointing.follow(canvas, (x, y, pressed, began) -> {
            int digit = began ? DominanceFigure.at(y) : -1;
            if (digit >= 0) {
                choose(digit);
            }
        });
        Pointing.arrows(canvas, (right, down, target) -> {
            int seed = Decimal.whole(slider.getValue(), 1) + right;
            slider.setValue(Integer.toString(seed));
            stage.keep(SEED, slider.getValue());
            choose(Math.max(0, Math.min(9, shown + down)));
        });
        stage.onDraw(this::draw);
    }

    private void choose(int digit) {
        chosen = digit;
        stage.keep(DIGIT, Integer.toString(digit));
        stage.drawSoon();
    }

    private void draw() {
        int seed = Decimal.whole(slider.getValue(), 1) - 1;
        int unit = -1;
        int answer = 0;
        if (!CurrentDigit.drawing().isEmpty()) {
            answer = Network.argmax(network.predict(CurrentDigit.ink()));
            unit = Dominance.dominant(network.output(1).row[0]);
        }
        boolean own = unit >= 0 && seed == published;
        shown = chosen < 0 ? answer : chosen;
        double width = surface.layoutWidth();
        surface.begin(width, DominanceFigure.height());
        DominanceFigure.draw(surface, width, units, seed, shown, own ? unit : -1);
        Browser.write(stage.part("words"), DominanceFigure.words(units, seed, shown));
        Browser.write(
                stage.part("yours"),
                own
                        ? DominanceFigure.yours(units, seed, unit, answer)
                        : "Your drawing is read by the network of seed " + (published + 1) + ".");
        Browser.write(stage.part("summary"), DominanceFigure.summary(units));
    }
}
