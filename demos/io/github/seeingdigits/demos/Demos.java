package io.github.seeingdigits.demos;

import org.teavm.jso.dom.html.HTMLElement;

/**
 * The page's first script, {@code demos.js}: the current digit and the figures that open a page. It holds forward passes only;
 * everything else is in {@link LateDemos}.
 */
public final class Demos {
    private Demos() {}

    public static void main(String[] args) {
        Console.open();
        Bridge.offer();
        Hand.recall();
        Desk.listen();
        for (HTMLElement figure : Stages.open(Demos::demo)) {
            new Stage(figure, null).awaitLate();
        }
    }

    /** The figures of this script. */
    private static Demo demo(String name) {
        return switch (name) {
            case "draw" -> new DrawDemo();
            case "networks" -> new NetworksDemo();
            default -> null;
        };
    }
}
