package io.github.seeingdigits.demos;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
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

    private static final Drawing drawing = new Drawing();
    private static boolean framePending;
    private static boolean playing;

    /** Counts animations, so that one that was overtaken knows it. */
    private static int animation;

    private Hand() {}

    /** Brings back what the reader drew on an earlier page of this visit. Returns whether there was anything. */
    static boolean recall() {
        Drawing stored = Drawing.decode(Browser.recall(STORED));
        if (stored == null || stored.isEmpty()) {
            return false;
        }
        drawing.set(stored);
        changed();
        return true;
    }

    static void penDown(float x, float y) {
        if (playing) {
            playing = false;
            animation++;
            drawing.clear();
        }
        drawing.begin(x, y);
        changed();
    }

    static void penMove(float x, float y) {
        drawing.extend(x, y);
        changed();
    }

    static void penUp() {
        settle();
    }

    static void undo() {
        stopPlaying();
        drawing.undo();
        changed();
        settle();
    }

    static void clear() {
        stopPlaying();
        drawing.clear();
        changed();
        settle();
    }

    private static void stopPlaying() {
        playing = false;
        animation++;
    }

    /** Draws {@code target} point by point, as a pen would; at once where motion is unwanted. */
    static void play(Drawing target) {
        stopPlaying();
        playing = true;
        if (Browser.prefersReducedMotion()) {
            show(target, target.points());
            return;
        }
        int own = animation;
        double[] start = {-1};
        Window.requestAnimationFrame(time -> playFrame(target, own, start, time));
    }

    private static void playFrame(Drawing target, int own, double[] start, double time) {
        if (own != animation) {
            return;
        }
        if (start[0] < 0) {
            start[0] = time;
        }
        int points = (int) ((time - start[0]) / 1000 * POINTS_PER_SECOND) + 1;
        show(target, Math.min(points, target.points()));
        if (points < target.points()) {
            Window.requestAnimationFrame(next -> playFrame(target, own, start, next));
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
