package io.github.seeingdigits.demos;

import io.github.seeingdigits.digit.Drawing;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Float32Array;

/**
 * Where the page's two scripts meet. {@code demos.js} owns the current digit and offers it; {@code late.js}, which has classes and
 * memory of its own, joins: its {@link CurrentDigit} follows the other's in the same frame.
 */
final class Bridge {
    static final int DOWN = 0;
    static final int MOVE = 1;
    static final int UP = 2;
    static final int UNDO = 3;
    static final int REDO = 4;

    private Bridge() {}

    @JSFunctor
    interface Pen extends JSObject {
        void apply(int kind, float x, float y);
    }

    @JSFunctor
    interface Pixels extends JSObject {
        Float32Array get();
    }

    @JSFunctor
    interface Text extends JSObject {
        String get();
    }

    @JSFunctor
    interface Follow extends JSObject {
        void apply(Browser.Action follower);
    }

    /** Called by {@code demos.js}. */
    static void offer() {
        offer(
                () -> Float32Array.fromJavaArray(CurrentDigit.ink()),
                () -> CurrentDigit.drawing().encode(),
                follower -> CurrentDigit.follow(() -> follower.run()),
                follower -> CurrentDigit.followSettled(() -> follower.run()),
                strokes -> Hand.play(Drawing.decode(strokes)),
                Hand::clear,
                text -> Hand.put(Drawing.decode(text)),
                Bridge::move);
    }

    /** What a hand does that has no pointer: the keyboard's. */
    private static void move(int kind, float x, float y) {
        switch (kind) {
            case DOWN -> Hand.penDown(x, y);
            case MOVE -> Hand.penMove(x, y);
            case UP -> Hand.penUp();
            case UNDO -> Hand.undo();
            default -> Hand.redo();
        }
    }

    /** Called by {@code late.js}. */
    static void join() {
        Browser.Action update = () -> {
            CurrentDigit.drawn(Drawing.decode(strokes()));
            CurrentDigit.inked(ink().toJavaArray());
        };
        follow(update);
        followSettled(CurrentDigit::settled);
        update.run();
    }

    /** From {@code late.js}: the page draws these strokes on its pads. */
    static void play(Drawing drawing) {
        play(drawing.encode());
    }

    @JSBody(
            params = {"ink", "strokes", "follow", "followSettled", "play", "clear", "put", "pen"},
            script = "seeingDigits.digit = { ink: ink, strokes: strokes, follow: follow, followSettled: followSettled,"
                    + " play: play, clear: clear, put: put, pen: pen };")
    private static native void offer(
            Pixels ink,
            Text strokes,
            Follow follow,
            Follow followSettled,
            Browser.Text play,
            Browser.Action clear,
            Browser.Text put,
            Pen pen);

    @JSBody(script = "return seeingDigits.digit.ink();")
    private static native Float32Array ink();

    @JSBody(script = "return seeingDigits.digit.strokes();")
    private static native String strokes();

    @JSBody(params = "follower", script = "seeingDigits.digit.follow(follower);")
    private static native void follow(Browser.Action follower);

    @JSBody(params = "follower", script = "seeingDigits.digit.followSettled(follower);")
    private static native void followSettled(Browser.Action follower);

    @JSBody(params = "strokes", script = "seeingDigits.digit.play(strokes);")
    private static native void play(String strokes);

    /** From {@code late.js}: empties the page's pads. */
    @JSBody(script = "seeingDigits.digit.clear();")
    static native void clear();

    /** From {@code late.js}: puts a picture, or other strokes, on the page's pads. */
    static void put(Drawing drawing) {
        put(drawing.encode());
    }

    @JSBody(params = "text", script = "seeingDigits.digit.put(text);")
    private static native void put(String text);

    /** From {@code late.js}: moves the pen, or takes back ({@link #UNDO}) and does again ({@link #REDO}). */
    @JSBody(
            params = {"kind", "x", "y"},
            script = "seeingDigits.digit.pen(kind, x, y);")
    static native void pen(int kind, float x, float y);
}
