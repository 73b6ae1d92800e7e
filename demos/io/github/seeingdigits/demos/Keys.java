package io.github.seeingdigits.demos;

import io.github.seeingdigits.digit.Ink;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.events.Event;

/**
 * Drawing by keyboard: arrows move a cursor over 28×28 cells, Space paints one, Shift with arrows draws a line, Enter puts the pen
 * down and up again, Delete clears. The cursor's place is said in words, for those who listen.
 */
final class Keys {
    private static int column = Ink.SIZE / 2;
    private static int row = Ink.SIZE / 2;

    /** Whether Enter has put the pen down. */
    private static boolean held;

    /** Whether a line is being drawn, by Enter or by Shift. */
    private static boolean drawing;

    private static boolean watching;

    private Keys() {}

    /** Called with keys that {@link Desk} has picked out. */
    static void press(Event event) {
        watch();
        String key = key(event);
        if (command(event)) {
            lift();
            boolean redo = shift(event) || key.equals("y");
            if (redo) {
                Hand.redo();
            } else {
                Hand.undo();
            }
            say(redo ? "Done again." : "Taken back.");
            return;
        }
        switch (key) {
            case "ArrowLeft" -> move(-1, 0, shift(event));
            case "ArrowRight" -> move(1, 0, shift(event));
            case "ArrowUp" -> move(0, -1, shift(event));
            case "ArrowDown" -> move(0, 1, shift(event));
            case " " -> {
                boolean line = drawing;
                lift();
                Hand.penDown(x(), y());
                Hand.penUp();
                held = false;
                say((line ? "Pen up. " : "") + "Painted. " + where());
            }
            case "Enter" -> {
                boolean wasHeld = held;
                lift();
                if (!wasHeld) {
                    held = true;
                    drawing = true;
                    Hand.penDown(x(), y());
                }
                say((held ? "Pen down. " : "Pen up. ") + where());
            }
            default -> {
                lift();
                Hand.clear();
                say("Cleared.");
            }
        }
    }

    private static void move(int right, int down, boolean shift) {
        if (shift && !drawing) {
            drawing = true;
            Hand.penDown(x(), y());
        } else if (!shift && !held) {
            lift();
        }
        column = Math.max(0, Math.min(Ink.SIZE - 1, column + right));
        row = Math.max(0, Math.min(Ink.SIZE - 1, row + down));
        if (drawing) {
            Hand.penMove(x(), y());
        }
        Desk.each("[data-part=cursor]", cursor -> place(cursor, 100.0 * column / Ink.SIZE, 100.0 * row / Ink.SIZE));
        say(where());
    }

    /** Shift was let go, or the reader has gone elsewhere: the line ends. */
    private static void lift() {
        if (drawing) {
            Hand.penUp();
        }
        drawing = false;
        held = false;
    }

    /** From the first key on: ends the line when Shift is let go or the pad loses the keyboard. */
    private static void watch() {
        if (watching) {
            return;
        }
        watching = true;
        watch(
                () -> {
                    if (!held) {
                        lift();
                    }
                },
                Keys::lift);
    }

    private static float x() {
        return (column + 0.5f) / Ink.SIZE;
    }

    private static float y() {
        return (row + 0.5f) / Ink.SIZE;
    }

    private static String where() {
        return "Row " + (row + 1) + ", column " + (column + 1) + ".";
    }

    private static void say(String words) {
        Desk.each("[data-part=where]", element -> Browser.say(element, words));
    }

    @JSBody(
            params = {"shift", "gone"},
            script =
                    "document.addEventListener('keyup', function(e) { if (e.key === 'Shift') shift(); });"
                            + "document.addEventListener('focusout', function(e) { if (e.target.dataset.part === 'pad') gone(); });")
    private static native void watch(Browser.Action shift, Browser.Action gone);

    @JSBody(params = "event", script = "return event.key.length === 1 ? event.key.toLowerCase() : event.key;")
    private static native String key(Event event);

    @JSBody(params = "event", script = "return event.shiftKey;")
    private static native boolean shift(Event event);

    @JSBody(params = "event", script = "return event.ctrlKey || event.metaKey;")
    private static native boolean command(Event event);

    @JSBody(
            params = {"element", "left", "top"},
            script = "element.style.left = left + '%'; element.style.top = top + '%';")
    private static native void place(org.teavm.jso.dom.html.HTMLElement element, double left, double top);
}
