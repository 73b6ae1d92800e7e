package io.github.seeingdigits.demos;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;

/** A mouse, pen or finger on an element of a figure: where it points and whether it presses, one pointer at a time. */
final class Pointing {
    /** What a figure does with it. Coordinates are CSS pixels from the element's upper left corner. */
    interface Follower {
        /**
         * The pointer is at (x, y).
         *
         * @param pressed whether a button or finger is down
         * @param began whether it has just been put down
         */
        void at(double x, double y, boolean pressed, boolean began);

        /** The mouse or pen has gone elsewhere. Not called for a finger: what it tapped stays chosen. */
        default void gone() {}
    }

    private int pressing = -1;

    private Pointing() {}

    /** Tells {@code follower} of every pointer on {@code element}, which should have {@code touch-action} set in the style sheet. */
    static void follow(HTMLElement element, Follower follower) {
        Pointing state = new Pointing();
        element.addEventListener("pointerdown", (Event event) -> {
            Browser.PointerEvent e = (Browser.PointerEvent) event;
            if (state.pressing >= 0 || e.getButton() != 0) {
                return;
            }
            Browser.capturePointer(element, event);
            state.pressing = e.getPointerId();
            follower.at(x(event, element), y(event, element), true, true);
        });
        element.addEventListener("pointermove", (Event event) -> {
            boolean own = ((Browser.PointerEvent) event).getPointerId() == state.pressing;
            if (own || state.pressing < 0) {
                follower.at(x(event, element), y(event, element), own, false);
            }
        });
        for (String end : new String[] {"pointerup", "pointercancel"}) {
            element.addEventListener(end, (Event event) -> {
                if (((Browser.PointerEvent) event).getPointerId() == state.pressing) {
                    state.pressing = -1;
                }
            });
        }
        element.addEventListener("pointerleave", (Event event) -> {
            if (state.pressing < 0 && !isTouch(event)) {
                follower.gone();
            }
        });
    }

    /** What a figure does with clicks and taps. */
    interface Clicked {
        /** Where, in CSS pixels from the element's upper left corner. */
        void at(double x, double y);
    }

    /** Tells where {@code element} was clicked or tapped. Dragging ends with a click too. */
    static void clicks(HTMLElement element, Clicked clicked) {
        element.addEventListener("click", (Event event) -> clicked.at(x(event, element), y(event, element)));
    }

    /** Keeps the page from scrolling under a finger that has just taken hold of something on {@code element}. */
    @JSBody(
            params = {"element", "held"},
            script =
                    "element.addEventListener('touchstart', function(e) { if (held()) e.preventDefault(); }, { passive: false });")
    static native void holdPage(HTMLElement element, Held held);

    /** Whether the pointer has hold of something. */
    @JSFunctor
    interface Held extends JSObject {
        boolean now();
    }

    /** What a figure does with arrow keys. */
    @JSFunctor
    interface Arrows extends JSObject {
        /** One of them was pressed: −1, 0 or 1 to the right, and down. */
        void pressed(int right, int down, HTMLElement target);
    }

    /** Tells of arrow keys pressed while {@code element}, or something in it, has the keyboard; the page does not scroll then. */
    @JSBody(
            params = {"element", "arrows"},
            script = "element.addEventListener('keydown', function(e) {"
                    + " var i = ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown'].indexOf(e.key);"
                    + " if (i < 0 || e.ctrlKey || e.metaKey || e.altKey) return;"
                    + " e.preventDefault(); arrows((i - 1) % 2, (i - 2) % 2, e.target); });")
    static native void arrows(HTMLElement element, Arrows arrows);

    @JSBody(params = "event", script = "return event.pointerType === 'touch';")
    private static native boolean isTouch(Event event);

    @JSBody(
            params = {"event", "element"},
            script = "return event.clientX - element.getBoundingClientRect().left;")
    private static native double x(Event event, HTMLElement element);

    @JSBody(
            params = {"event", "element"},
            script = "return event.clientY - element.getBoundingClientRect().top;")
    private static native double y(Event event, HTMLElement element);
}
