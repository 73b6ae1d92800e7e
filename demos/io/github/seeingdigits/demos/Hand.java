package io.github.seeingdigits.demos;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.History;
import io.github.seeingdigits.digit.Ink;
import org.teavm.jso.JSBody;
import org.teavm.jso.browser.Window;

/**
 * What draws the {@link CurrentDigit}: the reader's pen, the buttons beside the pad, or the page itself, point by point.
 *
 * <p>Changes are collected until the next animation frame; then the 28×28 picture is made once and every figure is told. What
 * the reader has drawn is kept for the visit, so it is still there on the next page.
 */
final class Hand {
    private static final String STORED = "seeing-digits.drawing";
    private static final double POINTS_PER_SECOND = 34;

    /** The name of the drawing in a shared address. */
    private static final String SHARED = "draw";

    /** How wide the eraser rubs, from its middle, as a part of the pad. */
    private static final float ERASER = 0.06f;

    private static final Drawing drawing = new Drawing();
    private static final History history = new History(drawing);
    private static boolean framePending;
    private static boolean playing;

    /** Whether a pen is down; undoing takes it up. */
    private static boolean down;

    private static boolean rubbed;
    private static float rubX;
    private static float rubY;

    /** Counts animations, so that one that was overtaken knows it. */
    private static int animation;

    private Hand() {}

    /** Brings back what a shared address holds, or what the reader drew on an earlier page of this visit. */
    static void recall() {
        if (!recallShared()) {
            show(Drawing.decode(Browser.recall(STORED)));
        }
        whenReturning(Hand::recallShared, () -> show(Drawing.decode(Browser.recall(STORED))));
    }

    private static boolean recallShared() {
        Drawing shared = Drawing.decode(Address.get(SHARED));
        boolean there = shared != null && !shared.isEmpty();
        if (there) {
            show(shared);
            Browser.remember(STORED, shared.encode());
        }
        return there;
    }

    private static void show(Drawing other) {
        if (other != null) {
            stopPlaying();
            drawing.set(other);
            changed();
        }
    }

    /** A new fragment in the address; a page that comes back from the browser's memory, where another may have drawn since. */
    @JSBody(
            params = {"shared", "back"},
            script = "addEventListener('hashchange', shared);"
                    + "addEventListener('pageshow', function(e) { if (e.persisted) back(); });")
    private static native void whenReturning(Browser.Action shared, Browser.Action back);

    static void penDown(float x, float y) {
        penDown(x, y, 1);
    }

    /** Puts down a pen that is {@code width} times as wide as ordinarily. */
    static void penDown(float x, float y, float width) {
        mark();
        down = true;
        drawing.begin(x, y, width);
        changed();
    }

    /** Before a change that the reader makes. What the page was drawing makes room. */
    private static void mark() {
        if (playing) {
            stopPlaying();
            drawing.clear();
        }
        history.mark();
    }

    static void penMove(float x, float y) {
        penMove(x, y, 1);
    }

    static void penMove(float x, float y, float width) {
        if (down) {
            drawing.extend(x, y, width);
            changed();
        }
    }

    static void penUp() {
        if (down) {
            down = false;
            settle();
        }
    }

    /** Puts the eraser down. */
    static void rubDown(float x, float y) {
        stopPlaying();
        history.mark();
        rubbed = false;
        rubX = x;
        rubY = y;
        rubMove(x, y);
    }

    static void rubMove(float x, float y) {
        if (drawing.erase(rubX, rubY, x, y, ERASER)) {
            rubbed = true;
            changed();
        }
        rubX = x;
        rubY = y;
    }

    static void rubUp() {
        if (rubbed) {
            settle();
        } else {
            history.unmark();
        }
    }

    static void undo() {
        step(history::undo);
    }

    static void redo() {
        step(history::redo);
    }

    /** Nothing to clear is nothing to take back. */
    static void clear() {
        step(() -> {
            if (!drawing.isEmpty()) {
                history.mark();
                drawing.clear();
            }
        });
    }

    /** Puts a picture, or other strokes, in the place of everything. */
    static void put(Drawing other) {
        step(() -> {
            history.mark();
            drawing.set(other);
        });
    }

    private static void step(Runnable change) {
        stopPlaying();
        down = false;
        change.run();
        changed();
        settle();
    }

    private static void stopPlaying() {
        playing = false;
        animation++;
    }

    /** Draws {@code target} point by point, as a pen would; at once where motion is unwanted. */
    static void play(Drawing target) {
        if (!playing && !drawing.isEmpty()) {
            history.mark();
        }
        down = false;
        stopPlaying();
        playing = true;
        if (Browser.prefersReducedMotion()) {
            show(target, target.points());
            return;
        }
        int own = animation;
        Window.requestAnimationFrame(time -> playFrame(target, own, -1, time, time));
    }

    /** A frame that brings no point leaves everything as it is: at 60 a second, that is almost every other one. */
    private static void playFrame(Drawing target, int own, int shown, double start, double time) {
        if (own != animation) {
            return;
        }
        int points = Math.min((int) ((time - start) / 1000 * POINTS_PER_SECOND) + 1, target.points());
        if (points > shown) {
            show(target, points);
        }
        if (points < target.points()) {
            Window.requestAnimationFrame(next -> playFrame(target, own, points, start, next));
        }
    }

    private static void show(Drawing target, int points) {
        drawing.set(target.firstPoints(points));
        changed();
        if (points == target.points()) {
            settle();
        }
    }

    private static void settle() {
        if (!playing) {
            Browser.remember(STORED, drawing.encode());
            if (Address.get(SHARED) != null) {
                // The address would bring back what it held before.
                Address.put(SHARED, null);
            }
        }
        CurrentDigit.settled();
    }

    private static void changed() {
        CurrentDigit.drawn(drawing);
        if (!framePending) {
            framePending = true;
            Window.requestAnimationFrame(time -> {
                framePending = false;
                CurrentDigit.inked(Ink.of(drawing));
            });
        }
    }
}
