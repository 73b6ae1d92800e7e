package io.github.seeingdigits.demos;

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
        Stages.open(Demos::demo, true);
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
