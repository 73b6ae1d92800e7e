package io.github.seeingdigits.demos;

/**
 * Where the page's program begins. The build cuts it in scripts: {@code demos.js} holds what is reached from here, the current digit
 * and the figures that open a page, with forward passes only; every other figure has a script for what it alone needs, and {@code late.js} holds what
 * several need, and what is reached through the classes that pom.xml names as late.
 */
public final class Demos {
    private Demos() {}

    public static void main(String[] args) {
        if (Late.isWorker()) {
            Workshop.open();
            return;
        }
        Console.open();
        Hand.recall();
        Desk.listen();
        Stages.open();
    }

    /** A new figure of the first script by its name, or null. */
    static Demo demo(String name) {
        return switch (name) {
            case "draw" -> new DrawDemo();
            case "networks" -> new NetworksDemo();
            default -> null;
        };
    }
}
