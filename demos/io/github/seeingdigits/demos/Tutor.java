package io.github.seeingdigits.demos;

import io.github.seeingdigits.analysis.Lesson;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Float32Array;

/**
 * Lessons for the answers of {@code demos.js}: a network is copied and the copy takes steps on the reader's drawing. Kept in
 * {@code late.js} because it needs every layer's derivative, which an answer does not.
 */
final class Tutor {
    private static final Named<Lesson> lessons = new Named<>();

    private Tutor() {}

    /** What happened: the step was taken, or nothing is left to learn, or the network could not be had. */
    @JSFunctor
    interface Outcome extends JSObject {
        void tell(boolean learned, String problem);
    }

    @JSFunctor
    interface Teach extends JSObject {
        void apply(String pupil, String model, String address, Float32Array ink, int digit, Outcome outcome);
    }

    @JSFunctor
    interface Predict extends JSObject {
        Float32Array apply(String pupil, Float32Array ink);
    }

    /** Called by {@code late.js}. */
    static void offer() {
        offer(
                Tutor::step,
                (pupil, ink) ->
                        Float32Array.fromJavaArray(lessons.get(pupil).network().predict(ink.toJavaArray())),
                lessons::remove);
    }

    private static void step(String pupil, String model, String address, Float32Array ink, int digit, Outcome outcome) {
        Models.load(
                model,
                address,
                network -> {
                    Lesson lesson = lessons.get(pupil);
                    if (lesson == null) {
                        lesson = new Lesson(network, Kernels.fresh());
                        lessons.put(pupil, lesson);
                    }
                    outcome.tell(lesson.step(ink.toJavaArray(), digit), null);
                },
                problem -> outcome.tell(false, problem));
    }

    @JSBody(
            params = {"teach", "predict", "forget"},
            script = "seeingDigits.tutor = { teach: teach, predict: predict, forget: forget };")
    private static native void offer(Teach teach, Predict predict, Browser.Text forget);

    /**
     * From {@code demos.js}, once {@link Late} has loaded: one step of the copy that {@code pupil} has of a network.
     *
     * @param pupil the answer that is taught, by the id of its figure
     * @param ink 784 pixels
     */
    @JSBody(
            params = {"pupil", "model", "address", "ink", "digit", "outcome"},
            script = "seeingDigits.tutor.teach(pupil, model, address, ink, digit, outcome);")
    static native void teach(String pupil, String model, String address, Float32Array ink, int digit, Outcome outcome);

    /** From {@code demos.js}: the probabilities that the taught copy gives. */
    @JSBody(
            params = {"pupil", "ink"},
            script = "return seeingDigits.tutor.predict(pupil, ink);")
    static native Float32Array predict(String pupil, Float32Array ink);

    /** From {@code demos.js}: the copy is no longer needed. */
    @JSBody(params = "pupil", script = "seeingDigits.tutor.forget(pupil);")
    static native void forget(String pupil);
}
