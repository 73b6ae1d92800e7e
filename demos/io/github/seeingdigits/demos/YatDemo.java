package io.github.seeingdigits.demos;

import io.github.seeingdigits.figure.Chart;
import io.github.seeingdigits.figure.YatFigure;
import io.github.seeingdigits.figure.YatNumbers;
import io.github.seeingdigits.network.Decimal;
import io.github.seeingdigits.network.Network;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.xml.NodeList;

/** A ⵟ unit under the reader's hands: six sliders, of which the pointer can also move two at once, or turn the ray. */
final class YatDemo implements Demo {
    private static final int RAY = YatNumbers.NAMES.length - 1;

    /** How far an arrow key moves w. */
    private static final double STEP = 0.1;
    /** How near a finger has to be to what it takes hold of, in CSS pixels: half of the smallest comfortable target. */
    private static final double GRASP = 22;

    private Stage stage;
    private CanvasSurface field;
    private CanvasSurface along;
    private CanvasSurface parts;
    private NodeList<? extends HTMLElement> sliders;
    private NodeList<? extends HTMLElement> labels;
    private double[] trained;
    private double[] numbers;

    /** Whether the pointer has hold of the ray rather than of w. */
    private boolean turning;

    /** Whether the pointer was put down on what it can move, and not elsewhere in the field. */
    private boolean grasped;

    /** Whether the pointer has been put down and has moved nothing yet. */
    private boolean resting;

    /** Whether a finger was put down elsewhere, which scrolls the page unless it taps. */
    private boolean scrolling;

    @Override
    public boolean followsDigit() {
        return false;
    }

    @Override
    public void start(Stage stage, Network network) {
        this.stage = stage;
        trained = YatNumbers.of(network);
        numbers = trained.clone();
        field = stage.surface("field");
        along = stage.surface("ray");
        parts = stage.surface("parts");
        sliders = stage.all("input");
        labels = stage.all(".slide span");
        for (int k = 0; k <= RAY; k++) {
            int number = k;
            HTMLInputElement slider = slider(k);
            int absent = Integer.MIN_VALUE;
            int shared = stage.recall(YatNumbers.NAMES[k], end(slider, "min"), end(slider, "max"), absent);
            if (shared != absent) {
                numbers[k] = YatNumbers.value(k, shared);
            }
            slider.addEventListener("input", (Event event) -> {
                numbers[number] = YatNumbers.value(number, Decimal.whole(slider.getValue(), 0));
                stage.drawSoon();
            });
            slider.addEventListener("change", (Event event) -> keep());
        }
        Pointing.follow(stage.part("field"), this::point);
        Pointing.holdPage(stage.part("field"), () -> {
            scrolling = !grasped;
            return grasped;
        });
        Pointing.clicks(stage.part("field"), (x, y) -> {
            if (resting) {
                move(x, y);
                keep();
            }
        });
        stage.part("field").addEventListener("pointerup", (Event event) -> keep());
        Pointing.arrows(stage.part("field"), (right, down, target) -> {
            numbers[0] = within(numbers[0] + STEP * right);
            numbers[1] = within(numbers[1] - STEP * down);
            keep();
            stage.drawSoon();
        });
        stage.onPress("trained", () -> {
            numbers = trained.clone();
            keep();
            stage.drawSoon();
        });
        stage.onDraw(this::draw);
    }

    private HTMLInputElement slider(int k) {
        return (HTMLInputElement) sliders.item(k);
    }

    private static int end(HTMLInputElement slider, String name) {
        return Decimal.whole(slider.getAttribute(name), 0);
    }

    private void point(double atX, double atY, boolean pressed, boolean began) {
        if (began) {
            Chart chart = YatFigure.chart(field.layoutWidth());
            double[] handle = YatFigure.handle(numbers);
            double toRay = Math.hypot(chart.atX(handle[0]) - atX, chart.atY(handle[1]) - atY);
            double toTip = Math.hypot(chart.atX(numbers[0]) - atX, chart.atY(numbers[1]) - atY);
            turning = toRay < toTip;
            grasped = Math.min(toRay, toTip) <= GRASP;
            resting = true;
            scrolling = false;
        } else if (pressed && !scrolling) {
            resting = false;
            move(atX, atY);
        }
    }

    private void move(double atX, double atY) {
        Chart chart = YatFigure.chart(field.layoutWidth());
        double x = chart.valueX(atX);
        double y = chart.valueY(atY);
        if (turning) {
            int degrees = (int) Math.round(Math.atan2(y, x) * 180 / Math.PI);
            numbers[RAY] = degrees < 0 ? degrees + 360 : degrees;
        } else {
            numbers[0] = within(x);
            numbers[1] = within(y);
        }
        stage.drawSoon();
    }

    private static double within(double x) {
        return Math.round(100 * Math.max(-YatFigure.REACH, Math.min(YatFigure.REACH, x))) / 100.0;
    }

    private void keep() {
        for (int k = 0; k <= RAY; k++) {
            int position = YatNumbers.position(k, numbers[k]);
            stage.keep(
                    YatNumbers.NAMES[k],
                    position == YatNumbers.position(k, trained[k]) ? null : Integer.toString(position));
        }
    }

    private void draw() {
        boolean changed = false;
        for (int k = 0; k <= RAY; k++) {
            String said = YatNumbers.said(k, numbers[k]);
            slider(k).setValue(Integer.toString(YatNumbers.position(k, numbers[k])));
            slider(k).setAttribute("aria-valuetext", said);
            Browser.write(labels.item(k), said);
            changed |= k < RAY && numbers[k] != trained[k];
        }
        stage.button("trained").setAttribute("aria-pressed", changed ? "false" : "true");
        double width = field.layoutWidth();
        field.begin(width, YatFigure.height(width));
        YatFigure.drawField(field, width, numbers);
        width = along.layoutWidth();
        double height = YatFigure.height(width) - (width == parts.layoutWidth() ? 150 : 0);
        along.begin(width, height);
        YatFigure.drawRay(along, 0, width, height, numbers);
        width = parts.layoutWidth();
        parts.begin(width, YatFigure.partsHeight(width));
        YatFigure.drawParts(parts, 0, width, numbers);
        Browser.write(stage.part("words"), YatNumbers.words(numbers));
    }
}
