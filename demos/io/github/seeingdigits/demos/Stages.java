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
     * @return the figures that it does not know
     */
    static List<HTMLElement> open(Function<String, Demo> demos) {
        List<HTMLElement> others = new ArrayList<>();
        NodeList<? extends HTMLElement> figures = HTMLDocument.current().querySelectorAll("figure.demo");
        for (int i = 0; i < figures.getLength(); i++) {
            HTMLElement figure = figures.item(i);
            Demo demo = demos.apply(figure.getAttribute("data-demo"));
            if (demo == null) {
                others.add(figure);
                continue;
            }
            Stage stage = new Stage(figure, demo);
            stages.add(stage);
            stage.open();
        }
        Browser.observeLook(() -> {
            CanvasSurface.forgetColours();
            for (Stage stage : stages) {
                stage.drawSoon();
            }
        });
        return others;
    }
}
