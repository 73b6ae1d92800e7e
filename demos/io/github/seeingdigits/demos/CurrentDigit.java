package io.github.seeingdigits.demos;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import java.util.ArrayList;
import java.util.List;

/**
 * The one digit of the page: what the reader has drawn, or a digit that the page draws by itself. Every figure follows it;
 * only the {@link Hand} writes here.
 */
final class CurrentDigit {
    private static final List<Runnable> followers = new ArrayList<>();
    private static final List<Runnable> settledFollowers = new ArrayList<>();
    private static Drawing drawing = new Drawing();
    private static float[] ink = new float[Ink.PIXELS];

    private CurrentDigit() {}

    /** What has been drawn; not to be changed. */
    static Drawing drawing() {
        return drawing;
    }

    /** The 28×28 picture of {@link #drawing}, values from 0 to 1; not to be changed. */
    static float[] ink() {
        return ink;
    }

    /** Calls {@code follower} in every frame in which the digit has changed. */
    static void follow(Runnable follower) {
        followers.add(follower);
    }

    /** Calls {@code follower} when the digit has come to rest: a stroke ended, or a button was pressed. */
    static void followSettled(Runnable follower) {
        settledFollowers.add(follower);
    }

    /** The strokes are now these; what they look like as ink comes with the next frame. */
    static void drawn(Drawing strokes) {
        drawing = strokes;
    }

    /** The ink is now this: tells every follower. */
    static void inked(float[] pixels) {
        ink = pixels;
        for (Runnable follower : followers) {
            follower.run();
        }
    }

    /** Tells those who wait for a digit that is complete. */
    static void settled() {
        for (Runnable follower : settledFollowers) {
            follower.run();
        }
    }
}
