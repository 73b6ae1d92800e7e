package io.github.seeingdigits.demos;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;

/** Brings the figures of a page to life. */
public final class Demos {
    private static final List<Stage> stages = new ArrayList<>();

    private Demos() {}

    public static void main(String[] args) {
        Console.open();
        CurrentDigit.recall();
        NodeList<? extends HTMLElement> figures = HTMLDocument.current().querySelectorAll("figure.demo");
        for (int i = 0; i < figures.getLength(); i++) {
            HTMLElement figure = figures.item(i);
            Demo demo = demo(figure.getAttribute("data-demo"));
            if (demo != null) {
                Stage stage = new Stage(figure, demo);
                stages.add(stage);
                stage.open();
            }
        }
        Browser.observeLook(() -> {
            CanvasSurface.forgetColours();
            for (Stage stage : stages) {
                stage.drawSoon();
            }
        });
    }

    /** The figures that exist. A name that a newer page uses and this script does not know stays a still picture. */
    private static Demo demo(String name) {
        return switch (name) {
            case "draw" -> new DrawDemo();
            case "filters" -> new FiltersDemo();
            case "networks" -> new NetworksDemo();
            default -> null;
        };
    }
}
