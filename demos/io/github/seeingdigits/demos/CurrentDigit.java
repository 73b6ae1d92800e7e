package io.github.seeingdigits.demos;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.browser.Window;

/**
 * The one digit of the page: what the reader has drawn, or a digit that the page draws by itself. Every figure follows it.
 *
 * <p>Changes are collected until the next animation frame; then the 28×28 picture is made once and every figure is told. What
 * the reader has drawn is kept for the visit, so it is still there on the next page.
 */
final class CurrentDigit {
    private static final String STORED = "seeing-digits.drawing";
    private static final double POINTS_PER_SECOND = 34;

    private static final Drawing drawing = new Drawing();
    private static final List<Runnable> followers = new ArrayList<>();
    private static final List<Runnable> settledFollowers = new ArrayList<>();
    private static float[] ink = new float[Ink.PIXELS];
    private static boolean framePending;
    private static boolean playing;

    /** Counts animations, so that one that was overtaken knows it. */
    private static int animation;

    private CurrentDigit() {}

    /** What has been drawn. Change it only through the methods here. */
    static Drawing drawing() {
        return drawing;
    }

    /** The 28×28 picture of {@link #drawing}, values from 0 to 1. */
    static float[] ink() {
        return ink;
    }

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

    /** Calls {@code follower} in every frame in which the digit has changed. */
    static void follow(Runnable follower) {
        followers.add(follower);
    }

    /** Calls {@code follower} when the digit has come to rest: a stroke ended, or a button was pressed. */
    static void followSettled(Runnable follower) {
        settledFollowers.add(follower);
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
        for (Runnable follower : settledFollowers) {
            follower.run();
        }
    }

    private static void changed() {
        if (!framePending) {
            framePending = true;
            Window.requestAnimationFrame(time -> frame());
        }
    }

    private static void frame() {
        framePending = false;
        ink = Ink.of(drawing);
        for (Runnable follower : followers) {
            follower.run();
        }
    }
}
