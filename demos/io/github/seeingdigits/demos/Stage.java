package io.github.seeingdigits.demos;

import io.github.seeingdigits.figure.Parameters;
import io.github.seeingdigits.network.Decimal;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Replay;
import io.github.seeingdigits.network.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;

/**
 * A figure in the page and its life: <i>still</i> until it comes near the screen, <i>loading</i> while what it shows is on the
 * way, <i>live</i> from the moment it can draw, or <i>failed</i> with the still picture and a sentence about what went wrong.
 * The still picture stays in view until the figure is live.
 *
 * <p>A live figure draws only while it is near the screen; what it missed is drawn when it comes back.
 */
final class Stage {
    private static final String NEAR = "300px";
    private static final String RELOAD = ". Reload the page to try again.";

    private final HTMLElement figure;
    /** Null while it is in the script that has not been fetched. */
    private Demo demo;

    private final List<Runnable> leaving = new ArrayList<>();
    private Runnable render;
    private boolean near;
    private boolean dirty;
    private boolean drawn;
    private boolean started;

    Stage(HTMLElement figure) {
        this.figure = figure;
        demo = Demos.demo(attribute("data-demo"));
    }

    /** Waits until the figure comes near the screen, then starts it. */
    void open() {
        if (Browser.openedFromDisk()) {
            fail("Opened from a disk, this page shows still pictures. The live figures need a web server.");
            return;
        }
        Browser.observeVisibility(figure, NEAR, seen -> {
            near = seen;
            if (!near) {
                for (Runnable action : leaving) {
                    action.run();
                }
            }
            if (near && !started) {
                started = true;
                load();
            } else if (near && dirty) {
                draw();
            }
        });
    }

    private void load() {
        setState("loading");
        Consumer<String> fail = problem -> fail("The live figure could not start: " + problem + RELOAD);
        Runnable loadNetwork = () -> {
            if (attribute("data-src") == null) {
                start(null);
            } else {
                Models.load(attribute("data-model"), attribute("data-src"), this::start, fail);
            }
        };
        if (demo != null) {
            loadNetwork.run();
            return;
        }
        Late.load(
                attribute("data-script"),
                () -> {
                    demo = LateDemos.demo(attribute("data-demo"));
                    loadNetwork.run();
                },
                fail);
    }

    private void start(Network network) {
        try {
            HTMLElement template = figure.querySelector("template");
            HTMLElement host = part("live");
            host.appendChild(Browser.instantiate(template));
            demo.start(this, network);
            if (demo.followsDigit()) {
                CurrentDigit.follow(this::drawSoon);
            }
            Browser.observeWidth(host, this::drawSoon);
        } catch (RuntimeException e) {
            failToStart(e);
        }
    }

    private void failToStart(RuntimeException e) {
        fail("The live figure could not start: " + e.getMessage() + ". The still picture remains.");
    }

    /** Shows the still picture again, with a sentence about what went wrong. */
    void fail(String sentence) {
        Browser.logError(figure.getAttribute("id") + ": " + sentence);
        render = null;
        HTMLElement host = part("live");
        host.clear();
        HTMLElement note = part("note");
        Browser.write(note, sentence);
        note.setHidden(false);
        setState("failed");
    }

    /** What is to be done when a file that the figure cannot do without has not come. */
    Consumer<String> lost(String what) {
        return problem -> fail(what + " could not be loaded: " + problem + RELOAD);
    }

    private void setState(String state) {
        figure.setAttribute("data-state", state);
    }

    /**
     * Sets what draws the figure, and with it shows the figure instead of its still picture: a figure calls this when it has all
     * that it needs to draw. It is called in the frames in which the digit, the size or the page's colours changed.
     */
    void onDraw(Runnable drawing) {
        render = drawing;
        setState("live");
    }

    /** Runs {@code action} whenever the figure leaves the screen or the page is hidden, to stop what moves by itself. */
    void onLeave(Runnable action) {
        leaving.add(action);
        Browser.whenHidden(action::run);
    }

    /** Whether the figure is on the screen or close to it. */
    boolean isNear() {
        return near;
    }

    /** Draws now if the figure is near the screen or has never been drawn, otherwise when it comes near. */
    void drawSoon() {
        dirty = true;
        if (near || !drawn) {
            draw();
        }
    }

    private void draw() {
        dirty = false;
        if (render == null) {
            return;
        }
        if (drawn) {
            render.run();
            return;
        }
        drawn = true;
        try {
            render.run();
        } catch (RuntimeException e) {
            failToStart(e);
        }
    }

    /** An attribute of the figure, written when the site was built; null if it is not there. */
    String attribute(String name) {
        return figure.getAttribute(name);
    }

    /** What the record of the figure's model says, as far as the figure has asked for it. */
    PageFacts facts() {
        return facts(attribute("data-model"));
    }

    /** What the record of one of a comparison's models says. */
    PageFacts facts(String model) {
        return new PageFacts(attribute("data-facts"), model);
    }

    /** The models whose facts the figure has, in the order in which it shows them. */
    String[] models() {
        return PageFacts.models(attribute("data-facts"));
    }

    /** What the article said in braces. */
    Parameters parameters() {
        return new Parameters(name -> attribute("data-parameter-" + name));
    }

    /** A piece of the figure's state that an address has brought, or null. It may be anything: an address can come from anywhere. */
    String recall(String name) {
        return Address.get(attribute("id") + "." + name);
    }

    /** A whole number that an address has brought, or {@code otherwise} where it brought none from {@code least} to {@code most}. */
    int recall(String name, int least, int most, int otherwise) {
        int value = Decimal.whole(recall(name), otherwise);
        return value >= least && value <= most ? value : otherwise;
    }

    /** Puts a piece of the figure's state into the address, so that it can be shared; null takes it out again. */
    void keep(String name, String value) {
        Address.put(attribute("id") + "." + name, value);
    }

    /** Hands over one of the views that the figure's kind has named. */
    void view(String name, Consumer<View> done, Consumer<String> fail) {
        Files.load(attribute("data-view-" + name), View::decode, done, fail);
    }

    /** Hands over several views, in the order of their names, once the last has arrived. */
    void views(String[] names, Consumer<View[]> done, Consumer<String> fail) {
        views(names, new View[names.length], 0, done, fail);
    }

    private void views(String[] names, View[] all, int next, Consumer<View[]> done, Consumer<String> fail) {
        if (next == names.length) {
            done.accept(all);
            return;
        }
        view(
                names[next],
                view -> {
                    all[next] = view;
                    views(names, all, next + 1, done, fail);
                },
                fail);
    }

    /** Hands over the snapshots of the model's training. */
    void replay(Consumer<Replay> done, Consumer<String> fail) {
        Files.load(attribute("data-replay"), Replay::decode, done, fail);
    }

    /** The element with {@code data-part=name}. */
    HTMLElement part(String name) {
        HTMLElement part = figure.querySelector("[data-part=" + name + "]");
        if (part == null) {
            throw new IllegalStateException("the page has no part \"" + name + "\" for this figure");
        }
        return part;
    }

    /** All elements of the figure that a CSS selector finds. */
    NodeList<? extends HTMLElement> all(String selector) {
        return figure.querySelectorAll(selector);
    }

    /** The canvas with {@code data-part=name}, to draw on. */
    CanvasSurface surface(String name) {
        return new CanvasSurface((HTMLCanvasElement) part(name));
    }

    /** The button with {@code data-action=name}. */
    HTMLElement button(String name) {
        HTMLElement button = figure.querySelector("[data-action=" + name + "]");
        if (button == null) {
            throw new IllegalStateException("the page has no button \"" + name + "\" for this figure");
        }
        return button;
    }

    /** Runs {@code action} when the button with {@code data-action=name} is pressed. */
    void onPress(String name, Runnable action) {
        button(name).addEventListener("click", (Event event) -> action.run());
    }
}
