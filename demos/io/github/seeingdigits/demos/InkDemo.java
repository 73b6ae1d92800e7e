package io.github.seeingdigits.demos;

import io.github.seeingdigits.analysis.InkShape;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.figure.InkFigure;
import io.github.seeingdigits.figure.Verdict;
import io.github.seeingdigits.network.Network;
import org.teavm.jso.dom.html.HTMLElement;

/** The current digit on its way to the network; every step has a switch, and the answer is that without the steps left out. */
final class InkDemo implements Demo {
    private static final String[] SWITCHES = {"pen", "centre", "fit"};

    private Stage stage;
    private Network network;
    private CanvasSurface strip;

    /** See {@link InkFigure#steps}; kept in a shared address. */
    private int way;

    @Override
    public void start(Stage stage, Network network) {
        this.stage = stage;
        this.network = network;
        strip = stage.surface("strip");
        way = stage.recall("way", 0, InkFigure.WAYS - 1, InkFigure.WAYS - 1);
        for (int i = 0; i < SWITCHES.length; i++) {
            int bit = 1 << i;
            stage.onPress(SWITCHES[i], () -> {
                way ^= bit;
                stage.keep("way", way == InkFigure.WAYS - 1 ? null : Integer.toString(way));
                stage.drawSoon();
            });
        }
        CurrentDigit.followSettled(
                () -> Browser.say(stage.part("heard"), stage.part("words").getInnerText()));
        stage.onDraw(this::draw);
    }

    private void draw() {
        Ink.Steps steps = InkFigure.steps(way);
        for (int i = 0; i < SWITCHES.length; i++) {
            stage.button(SWITCHES[i]).setAttribute("aria-pressed", (way >> i & 1) != 0 ? "true" : "false");
        }
        double width = strip.layoutWidth();
        strip.begin(width, InkFigure.height(width));
        InkFigure.draw(strip, CurrentDigit.drawing(), steps, width);
        HTMLElement words = stage.part("words");
        Browser.write(
                stage.part("accuracy"),
                "By this way the network reads "
                        + stage.all("tbody td").item(InkFigure.row(way)).getTextContent()
                        + " of digits that are drawn anywhere on the pad, of any size.");
        if (CurrentDigit.drawing().isEmpty()) {
            words.setAttribute("data-digit", "");
            Browser.write(words, "Draw a digit on the pad above, small and in a corner.");
            return;
        }
        float[] ink = Ink.of(CurrentDigit.drawing(), steps);
        float[] probabilities = network.predict(ink);
        words.setAttribute("data-digit", Integer.toString(Network.argmax(probabilities)));
        Browser.write(words, Verdict.of(InkShape.of(ink), probabilities));
    }
}
