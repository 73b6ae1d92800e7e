package io.github.seeingdigits.demos;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;

/** The figures of a page. */
final class Stages {
    private static final List<Stage> stages = new ArrayList<>();

    private Stages() {}

    /** Opens a stage for every figure. */
    static void open() {
        NodeList<? extends HTMLElement> figures = HTMLDocument.current().querySelectorAll("figure.demo");
        for (int i = 0; i < figures.getLength(); i++) {
            Stage stage = new Stage(figures.item(i));
            stages.add(stage);
            stage.open();
        }
        Browser.observeLook(() -> {
            CanvasSurface.forgetColours();
            for (Stage stage : stages) {
                stage.drawSoon();
            }
        });
    }
}
