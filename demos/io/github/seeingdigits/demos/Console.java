package io.github.seeingdigits.demos;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Network;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.browser.Performance;
import org.teavm.jso.typedarrays.Float32Array;

/**
 * What the page offers in the browser's console, to curious readers and to tests: {@code seeingDigits.predict("softmax-10",
 * pixels)}, {@code seeingDigits.ink("500,100,500,900")}, {@code seeingDigits.strokes()}, {@code await seeingDigits.load(model, address)}, {@code
 * seeingDigits.timings}.
 */
final class Console {
    private Console() {}

    @JSFunctor
    interface Predict extends JSObject {
        Float32Array apply(String model, Float32Array pixels);
    }

    @JSFunctor
    interface Load extends JSObject {
        void apply(String model, String address, Browser.Action done, Browser.Text fail);
    }

    @JSFunctor
    interface InkOf extends JSObject {
        Float32Array apply(String strokes);
    }

    @JSFunctor
    interface Strokes extends JSObject {
        String get();
    }

    static void open() {
        open(
                Console::predict,
                Console::ink,
                Console::load,
                () -> CurrentDigit.drawing().encode());
    }

    /** The probabilities of a network on this page for 784 pixels from 0 to 1; null while it is not loaded. */
    private static Float32Array predict(String model, Float32Array pixels) {
        Network network = Models.find(model);
        if (network == null || pixels.getLength() != network.inputs()) {
            return null;
        }
        return Float32Array.copyFromJavaArray(network.predict(pixels.copyToJavaArray()));
    }

    /** Loads a network that no figure of this page has loaded, so that {@link #predict} can use it. */
    private static void load(String model, String address, Browser.Action done, Browser.Text fail) {
        Models.load(model, address, network -> done.run(), problem -> fail.accept(problem));
    }

    /** The 28×28 picture of strokes written as in {@link Drawing#encode}; null if they cannot be read. */
    private static Float32Array ink(String strokes) {
        Drawing drawing = Drawing.decode(strokes);
        return drawing == null ? null : Float32Array.copyFromJavaArray(Ink.of(drawing));
    }

    /** Predicts, and keeps {@code seeingDigits.timings.prediction} up to date. */
    static float[] timedPredict(Network network, float[] pixels) {
        double start = Performance.now();
        float[] probabilities = network.predict(pixels);
        report("prediction", Performance.now() - start);
        return probabilities;
    }

    @JSBody(
            params = {"predict", "ink", "load", "strokes"},
            script = "window.seeingDigits = { version: document.documentElement.dataset.version || '',"
                    + " timings: {}, predict: predict, ink: ink, strokes: strokes, load: function(model, address) {"
                    + "  return new Promise(function(done, fail) { load(model, address, done, fail); }); } };")
    private static native void open(Predict predict, InkOf ink, Load load, Strokes strokes);

    /**
     * Keeps {@code seeingDigits.timings[what]} up to date: a running mean in milliseconds, because single measurements are coarser
     * than a prediction; the newest counts one tenth.
     */
    @JSBody(
            params = {"what", "took"},
            script = "var t = seeingDigits.timings;"
                    + " t[what] = t[what] === undefined ? took : t[what] + 0.1 * (took - t[what]);")
    static native void report(String what, double took);
}
