package io.github.seeingdigits.demos;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.figure.DrawFigure;
import io.github.seeingdigits.figure.Numbers;
import io.github.seeingdigits.figure.ProbabilityBars;
import io.github.seeingdigits.network.Network;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.TextRectangle;

/** The drawing pad, alive: pen, finger and mouse draw, and the network answers in every frame. */
final class DrawDemo implements Demo {
    /** Points nearer than this part of the pad to the one before add nothing but work. */
    private static final float NEAREST = 0.003f;

    /** Only the first pad of a page draws a digit by itself. */
    private static boolean samplePlayed;

    private Network network;
    private Stage stage;
    private HTMLElement pad;
    private HTMLElement prediction;
    private CanvasSurface padSurface;
    private CanvasSurface bars;
    private CanvasSurface ink28;
    private final List<Drawing> samples = new ArrayList<>();
    private int lastSample = -1;

    /** The pointer that is drawing, or −1: a second finger must not tear the line. */
    private int pointer = -1;

    private float lastX;
    private float lastY;

    @Override
    public void start(Stage stage, Network network) {
        this.stage = stage;
        this.network = network;
        pad = stage.part("pad");
        prediction = stage.part("prediction");
        padSurface = stage.surface("pad");
        bars = stage.surface("bars");
        ink28 = stage.surface("ink28");
        listenToPointer();
        stage.onPress("undo", CurrentDigit::undo);
        stage.onPress("clear", CurrentDigit::clear);
        stage.onPress("random", this::playRandom);
        stage.onDraw(this::draw);
        CurrentDigit.followSettled(this::speak);
        if (!samplePlayed && CurrentDigit.drawing().isEmpty()) {
            samplePlayed = true;
            CurrentDigit.play(Drawing.decode(stage.attribute("data-sample")));
        }
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
            CurrentDigit.penDown(lastX, lastY);
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
                    CurrentDigit.penUp();
                }
            });
        }
    }

    private void moveTo(float x, float y) {
        if (Math.abs(x - lastX) + Math.abs(y - lastY) >= NEAREST) {
            lastX = x;
            lastY = y;
            CurrentDigit.penMove(x, y);
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
            CurrentDigit.play(samples.get(lastSample));
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

    private void draw() {
        double size = padSurface.layoutWidth();
        padSurface.begin(size, size);
        DrawFigure.strokes(padSurface, CurrentDigit.drawing(), 0, 0, size);
        double inkSize = ink28.layoutWidth();
        ink28.begin(inkSize, inkSize);
        DrawFigure.ink28(ink28, CurrentDigit.ink(), 0, 0, inkSize);

        boolean empty = CurrentDigit.drawing().isEmpty();
        float[] probabilities = empty ? null : Console.timedPredict(network, CurrentDigit.ink());
        double width = bars.layoutWidth();
        bars.begin(width, network.outputs() * ProbabilityBars.ROW);
        ProbabilityBars.draw(bars, 0, 0, width, probabilities, network.outputs());
        stage.part("hint").setHidden(!empty);
        announce(probabilities);
    }

    private void announce(float[] probabilities) {
        if (probabilities == null) {
            prediction.setAttribute("data-digit", "");
            prediction.setAttribute("data-probability", "");
            stage.part("digit").withText("?");
            stage.part("words").withText("Draw a digit, and the network answers while you draw.");
            return;
        }
        int best = Network.argmax(probabilities);
        int second = runnerUp(probabilities, best);
        prediction.setAttribute("data-digit", Integer.toString(best));
        prediction.setAttribute("data-probability", Numbers.fixed(probabilities[best], 4));
        stage.part("digit").withText(Integer.toString(best));
        stage.part("words")
                .withText(Numbers.percent(probabilities[best]) + " sure it is " + named(best) + "; next, "
                        + named(second) + " with " + Numbers.percent(probabilities[second]));
    }

    private static String named(int digit) {
        return (digit == 8 ? "an " : "a ") + digit;
    }

    private static int runnerUp(float[] probabilities, int best) {
        int second = best == 0 ? 1 : 0;
        for (int k = 0; k < probabilities.length; k++) {
            if (k != best && probabilities[k] > probabilities[second]) {
                second = k;
            }
        }
        return second;
    }

    /** Says the answer to screen readers, once a stroke is complete rather than in every frame. */
    private void speak() {
        String digit = prediction.getAttribute("data-digit");
        stage.part("spoken")
                .withText(
                        digit.isEmpty()
                                ? "The pad is empty."
                                : stage.part("words").getInnerText());
    }
}
