package io.github.seeingdigits.demos;

import io.github.seeingdigits.analysis.LabelledPixels;
import io.github.seeingdigits.analysis.TrainingSettings;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.typedarrays.Int32Array;

/**
 * A {@link Workshop} in a Web Worker, which runs {@code late.js} as the page does: it is there already, and the page's policy
 * allows no other script. A worker has no document, and so knows that it is one.
 *
 * <p>To the worker go objects: a run to begin ({@code run} is its number), else a {@code pace}, where −1 asks for one step. Back
 * come reports. Numbers travel as typed arrays.
 */
final class WorkerPlace implements TrainingPlace {
    /** Milliseconds that the worker may go without reading its messages. */
    private static final int SLICE = 40;

    private static final int ONE_STEP = -1;

    private final JSObject worker;

    private WorkerPlace(JSObject worker) {
        this.worker = worker;
    }

    @JSFunctor
    interface Report extends JSObject {
        void at(int run, boolean ended, float speed, Float32Array curve, Float32Array parameters);
    }

    @JSFunctor
    interface Begin extends JSObject {
        void apply(
                int run,
                String architecture,
                String settings,
                Float32Array train,
                Int32Array labels,
                Float32Array heldBack,
                Int32Array heldLabels,
                JSObject kernel);
    }

    @JSFunctor
    interface Pace extends JSObject {
        void apply(int pace);
    }

    /** A place in a new worker, or null where the browser has none. {@code failed} runs if its script does not. */
    static WorkerPlace open(Listener listener, Runnable failed) {
        JSObject worker = start(
                (run, ended, speed, curve, parameters) ->
                        listener.at(run, ended, speed, curve.toJavaArray(), parameters.toJavaArray()),
                failed::run);
        return worker == null ? null : new WorkerPlace(worker);
    }

    @JSBody(
            params = {"report", "failed"},
            script = "try {"
                    + "  var w = new Worker(document.body.dataset.late);"
                    + "  w.onmessage = function(e) { report.apply(null, e.data); };"
                    + "  w.onerror = function(e) { e.preventDefault(); w.terminate(); failed(); };"
                    + "  return w;"
                    + "} catch (e) { return null; }")
    private static native JSObject start(Report report, Browser.Action failed);

    @Override
    public void begin(
            int run, String architecture, TrainingSettings settings, LabelledPixels train, LabelledPixels heldBack) {
        begin(
                worker,
                run,
                architecture,
                settings.toString(),
                Float32Array.fromJavaArray(train.flat()),
                Int32Array.fromJavaArray(train.labels()),
                Float32Array.fromJavaArray(heldBack.flat()),
                Int32Array.fromJavaArray(heldBack.labels()),
                Kernels.module());
    }

    @JSBody(
            params = {"worker", "run", "architecture", "settings", "train", "labels", "heldBack", "heldLabels", "kernel"
            },
            script =
                    "worker.postMessage({ run: [run, architecture, settings, train, labels, heldBack, heldLabels, kernel] });")
    private static native void begin(
            JSObject worker,
            int run,
            String architecture,
            String settings,
            Float32Array train,
            Int32Array labels,
            Float32Array heldBack,
            Int32Array heldLabels,
            JSObject kernel);

    @Override
    public void pace(int pace) {
        post(worker, pace);
    }

    @Override
    public void step() {
        post(worker, ONE_STEP);
    }

    @JSBody(
            params = {"worker", "pace"},
            script = "worker.postMessage({ pace: pace });")
    private static native void post(JSObject worker, int pace);

    /** Whether this script is running in a worker. */
    @JSBody(script = "return typeof document === 'undefined';")
    static native boolean isInside();

    /** In the worker: does what the page asks for. */
    static void serve() {
        Workshop workshop = new Workshop(
                SLICE,
                (run, ended, speed, curve, parameters) -> report(
                        run, ended, speed, Float32Array.fromJavaArray(curve), Float32Array.fromJavaArray(parameters)));
        listen(
                (run, architecture, settings, train, labels, heldBack, heldLabels, kernel) -> {
                    Kernels.use(kernel);
                    workshop.begin(
                            run,
                            architecture,
                            TrainingSettings.of(settings),
                            LabelledPixels.of(train.toJavaArray(), labels.toJavaArray()),
                            LabelledPixels.of(heldBack.toJavaArray(), heldLabels.toJavaArray()));
                },
                pace -> {
                    if (pace == ONE_STEP) {
                        workshop.step();
                    } else {
                        workshop.pace(pace);
                    }
                });
    }

    @JSBody(
            params = {"begin", "pace"},
            script = "onmessage = function(e) {"
                    + "  if (e.data.run) begin.apply(null, e.data.run); else pace(e.data.pace);"
                    + "};")
    private static native void listen(Begin begin, Pace pace);

    @JSBody(
            params = {"run", "ended", "speed", "curve", "parameters"},
            script = "postMessage([run, ended, speed, curve, parameters]);")
    private static native void report(int run, boolean ended, float speed, Float32Array curve, Float32Array parameters);
}
