package io.github.seeingdigits.demos;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.figure.DrawFigure;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.TextRectangle;

/** The part of a figure that is drawn on, by pen, finger and mouse, with its buttons. */
final class Pad {
    /** Points nearer than this part of the pad to the one before add nothing but work. */
    private static final float NEAREST = 0.003f;

    private final Stage stage;
    private final HTMLElement pad;
    private final CanvasSurface surface;
    private final List<Drawing> samples = new ArrayList<>();
    private int lastSample = -1;

    /** The pointer that is drawing, or −1: a second finger must not tear the line. */
    private int pointer = -1;

    private float lastX;
    private float lastY;

    /** Listens to the pad and the buttons of {@code stage}. */
    Pad(Stage stage) {
        this.stage = stage;
        pad = stage.part("pad");
        surface = stage.surface("pad");
        listenToPointer();
        stage.onPress("undo", Hand::undo);
        stage.onPress("clear", Hand::clear);
        stage.onPress("random", this::playRandom);
    }

    /** Draws what has been drawn. */
    void draw() {
        double size = surface.layoutWidth();
        surface.begin(size, size);
        DrawFigure.strokes(surface, CurrentDigit.drawing(), 0, 0, size);
        stage.part("hint").setHidden(!CurrentDigit.drawing().isEmpty());
    }

    private void listenToPointer() {
        pad.addEventListener("pointerdown", (Event event) -> {
            Browser.PointerEvent e = (Browser.PointerEvent) event;
            if (pointer >= 0 || e.getButton() != 0) {
                return;
            }
            event.preventDefault();
            Browser.capturePointer(pad, event);
            pointer = e.getPointerId();
            TextRectangle box = pad.getBoundingClientRect();
            lastX = padX(e, box);
            lastY = padY(e, box);
            Hand.penDown(lastX, lastY);
        });
        pad.addEventListener("pointermove", (Event event) -> {
            if (((Browser.PointerEvent) event).getPointerId() != pointer) {
                return;
            }
            TextRectangle box = pad.getBoundingClientRect();
            JSArrayReader<Browser.PointerEvent> moves = Browser.coalesced(event);
            for (int i = 0; i < moves.getLength(); i++) {
                moveTo(padX(moves.get(i), box), padY(moves.get(i), box));
            }
        });
        for (String end : new String[] {"pointerup", "pointercancel", "lostpointercapture"}) {
            pad.addEventListener(end, (Event event) -> {
                if (((Browser.PointerEvent) event).getPointerId() == pointer) {
                    pointer = -1;
                    Hand.penUp();
                }
            });
        }
    }

    private void moveTo(float x, float y) {
        if (Math.abs(x - lastX) + Math.abs(y - lastY) >= NEAREST) {
            lastX = x;
            lastY = y;
            Hand.penMove(x, y);
        }
    }

    private static float padX(Browser.PointerEvent e, TextRectangle box) {
        return (float) ((e.getClientX() - left(box)) / width(box));
    }

    private static float padY(Browser.PointerEvent e, TextRectangle box) {
        return (float) ((e.getClientY() - top(box)) / height(box));
    }

    // TeaVM's TextRectangle rounds to whole pixels.
    @JSBody(params = "box", script = "return box.left;")
    private static native double left(TextRectangle box);

    @JSBody(params = "box", script = "return box.top;")
    private static native double top(TextRectangle box);

    @JSBody(params = "box", script = "return box.width;")
    private static native double width(TextRectangle box);

    @JSBody(params = "box", script = "return box.height;")
    private static native double height(TextRectangle box);

    /** Draws one of the site's own digits, another one than last time. */
    private void playRandom() {
        if (!samples.isEmpty()) {
            int next = (int) (Math.random() * (samples.size() - 1));
            lastSample = next >= lastSample && lastSample >= 0 ? next + 1 : next;
            Hand.play(samples.get(lastSample));
            return;
        }
        Browser.fetchBytes(
                HTMLDocument.current().getBody().getAttribute("data-strokes"),
                bytes -> {
                    for (String line : strokes(Browser.text(bytes))) {
                        Drawing drawing = Drawing.decode(line);
                        if (drawing != null && !drawing.isEmpty()) {
                            samples.add(drawing);
                        }
                    }
                    if (!samples.isEmpty()) {
                        playRandom();
                    }
                },
                problem -> Browser.logError("The site's own digits could not be loaded: " + problem));
    }

    @JSBody(
            params = "json",
            script = "try { return JSON.parse(json).digits.map(function(d) { return String(d.strokes); }); }"
                    + " catch (e) { return []; }")
    private static native String[] strokes(String json);
}
