package io.github.seeingdigits.demos;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Stroke;
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

    /** The number by which pointer events call the other end of a pen. */
    private static final int PEN_ERASER = 5;

    private final Stage stage;
    private final HTMLElement pad;
    private final CanvasSurface surface;
    private final List<Drawing> samples = new ArrayList<>();
    private int lastSample = -1;

    /** The pointer that is drawing, or −1: a second finger must not tear the line. */
    private int pointer = -1;

    /** Whether the button says that the reader rubs out instead of drawing. */
    private boolean erasing;

    /** Whether what is down now rubs out: by the button, or the other end of the pen. */
    private boolean rubbing;

    private float lastX;
    private float lastY;

    /** Listens to the pad and the buttons of {@code stage}. */
    Pad(Stage stage) {
        this.stage = stage;
        pad = stage.part("pad");
        surface = stage.surface("pad");
        listenToPointer();
        stage.onPress("undo", Hand::undo);
        stage.onPress("redo", Hand::redo);
        stage.onPress("clear", Hand::clear);
        HTMLElement eraser = stage.button("erase");
        stage.onPress("erase", () -> {
            erasing = !erasing;
            eraser.setAttribute("aria-pressed", erasing ? "true" : "false");
            pad.setAttribute("data-tool", erasing ? "eraser" : "pen");
        });
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
            if (pointer >= 0 || e.getButton() != 0 && e.getButton() != PEN_ERASER) {
                return;
            }
            event.preventDefault();
            Browser.capturePointer(pad, event);
            focus(pad);
            rubbing = erasing || e.getButton() == PEN_ERASER;
            pointer = e.getPointerId();
            TextRectangle box = pad.getBoundingClientRect();
            lastX = padX(e, box);
            lastY = padY(e, box);
            if (rubbing) {
                Hand.rubDown(lastX, lastY);
            } else {
                Hand.penDown(lastX, lastY, penWidth(e));
            }
        });
        pad.addEventListener("pointermove", (Event event) -> {
            if (((Browser.PointerEvent) event).getPointerId() != pointer) {
                return;
            }
            TextRectangle box = pad.getBoundingClientRect();
            JSArrayReader<Browser.PointerEvent> moves = Browser.coalesced(event);
            for (int i = 0; i < moves.getLength(); i++) {
                moveTo(padX(moves.get(i), box), padY(moves.get(i), box), penWidth(moves.get(i)));
            }
        });
        for (String end : new String[] {"pointerup", "pointercancel", "lostpointercapture"}) {
            pad.addEventListener(end, (Event event) -> {
                if (((Browser.PointerEvent) event).getPointerId() == pointer) {
                    pointer = -1;
                    if (rubbing) {
                        Hand.rubUp();
                    } else {
                        Hand.penUp();
                    }
                }
            });
        }
    }

    private void moveTo(float x, float y, float width) {
        if (Math.abs(x - lastX) + Math.abs(y - lastY) >= NEAREST) {
            lastX = x;
            lastY = y;
            if (rubbing) {
                Hand.rubMove(x, y);
            } else {
                Hand.penMove(x, y, width);
            }
        }
    }

    /** Only a pen knows how hard it is pressed; what others report as pressure is a constant. */
    private static float penWidth(Browser.PointerEvent e) {
        float pressure = (float) e.getPressure();
        return e.getPointerType().equals("pen") && pressure > 0 ? Stroke.widthUnder(pressure) : 1;
    }

    /** So that the keys that undo reach the pad that was drawn on. */
    @JSBody(params = "element", script = "element.focus({ preventScroll: true });")
    private static native void focus(HTMLElement element);

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
