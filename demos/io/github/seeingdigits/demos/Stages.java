package io.github.seeingdigits.demos;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;

/** The figures of a page that this script brings to life. */
final class Stages {
    private static final List<Stage> stages = new ArrayList<>();

    private Stages() {}

    /**
     * Opens a stage for every figure whose name {@code demos} knows.
     *
     * @param demos a new figure by its name, or null
     * @param late whether another script knows the others, and should be fetched when one of them comes near
     */
    static void open(Function<String, Demo> demos, boolean late) {
        NodeList<? extends HTMLElement> figures = HTMLDocument.current().querySelectorAll("figure.demo");
        for (int i = 0; i < figures.getLength(); i++) {
            HTMLElement figure = figures.item(i);
            Demo demo = demos.apply(figure.getAttribute("data-demo"));
            Stage stage = new Stage(figure, demo);
            if (demo != null) {
                stages.add(stage);
                stage.open();
            } else if (late) {
                stage.awaitLate();
            }
        }
        Browser.observeLook(() -> {
            CanvasSurface.forgetColours();
            for (Stage stage : stages) {
                stage.drawSoon();
            }
        });
    }
}
