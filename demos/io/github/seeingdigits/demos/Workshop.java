package io.github.seeingdigits.demos;

import io.github.seeingdigits.analysis.LabelledPixels;
import io.github.seeingdigits.analysis.TrainingRun;
import io.github.seeingdigits.analysis.TrainingSettings;
import io.github.seeingdigits.network.Parameter;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.browser.Performance;
import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.typedarrays.Int32Array;

/**
 * Where a training run happens: in a Web Worker or, where a browser has none, in slices on the page's own thread. The page has a
 * door to it, which takes messages either way: a run to begin, or a pace. Back come reports, about ten a second. Numbers travel as
 * typed arrays.
 *
 * <p>The worker runs scripts of the page: they are there already, and the page's policy allows no others. Its name is the addresses of
 * all but the first.
 */
final class Workshop {
    /** A pace: no steps. */
    static final int PAUSED = 0;
    /** A pace: about sixty steps a second, as fast as an eye can follow. */
    static final int WALKING = 1;
    /** A pace: as many steps as the machine can do. */
    static final int RUNNING = 2;
    /** A pace: one step and no more. */
    static final int ONE_STEP = 3;

    /** Milliseconds that the worker may go without reading its messages. */
    private static final int WORKER_SLICE = 40;
    /** Milliseconds of a frame that training may take on the page's own thread; a longer step is a slice of its own. */
    private static final int PAGE_SLICE = 8;
    /** Milliseconds between two steps at a walk. */
    private static final int STRIDE = 16;
    /** Milliseconds between two reports. */
    private static final int SILENCE = 100;

    private final double slice;
    private final Report report;
    private TrainingRun run;
    private int number;
    private int pace;
    private boolean waiting;
    private double told;
    private double spent;
    private int counted;

    private Workshop(double slice, Report report) {
        this.slice = slice;
        this.report = report;
    }

    /** Hears how far a run has come. */
    @JSFunctor
    interface Report extends JSObject {
        /**
         * How far a run has come.
         *
         * @param run the number it was begun with
         * @param ended whether it has no further steps
         * @param speed pictures learnt from in a second of computing; 0 where that is not known
         * @param curve see {@link io.github.seeingdigits.analysis.LearningCurve#toArray}
         * @param parameters all of the network's, see {@link io.github.seeingdigits.network.Network#setParameters}
         */
        void at(int run, boolean ended, float speed, Float32Array curve, Float32Array parameters);
    }

    @JSFunctor
    interface Begin extends JSObject {
        void apply(
                int run,
                String architecture,
                Int32Array settings,
                Float32Array pixels,
                Int32Array labels,
                Float32Array heldPixels,
                Int32Array heldLabels,
                JSObject kernel);
    }

    @JSFunctor
    interface Pace extends JSObject {
        void apply(int pace);
    }

    /**
     * The door to a workshop: in a new worker or, where there can be none, on this thread.
     *
     * @param own the address of the script that this class is in
     * @param moved runs when the worker's script could not be had, and the door now leads to this thread
     */
    static JSObject open(String own, Report report, Browser.Action moved) {
        return open(own, new Workshop(PAGE_SLICE, report).door(), report, moved);
    }

    @JSBody(
            params = {"own", "here", "report", "moved"},
            script = "var to = here;"
                    + "try {"
                    + "  var d = document, w = to = new Worker(d.querySelector('script[src]').src, { name: JSON.stringify([d.body.dataset.late, own].map(function(s) { return new URL(s, d.baseURI).href; })) });"
                    + "  w.onmessage = function(e) { report.apply(null, e['data']); };"
                    + "  w.onerror = function(e) { e.preventDefault(); w.terminate(); to = here; moved(); };"
                    + "} catch (e) { }"
                    + "return { postMessage: function(m) { to.postMessage(m); } };")
    private static native JSObject open(String own, JSObject here, Report report, Browser.Action moved);

    /** Through a door: begins a run, at rest, in the place of any other. Its number comes back with all that is heard of it. */
    static void begin(
            JSObject door,
            int run,
            String architecture,
            TrainingSettings settings,
            LabelledPixels train,
            LabelledPixels heldBack) {
        send(
                door,
                run,
                architecture,
                Int32Array.fromJavaArray(settings.toArray()),
                Float32Array.fromJavaArray(train.pixels),
                Int32Array.fromJavaArray(train.labels),
                Float32Array.fromJavaArray(heldBack.pixels),
                Int32Array.fromJavaArray(heldBack.labels),
                Kernels.module());
    }

    @JSBody(
            params = {
                "door",
                "run",
                "architecture",
                "settings",
                "pixels",
                "labels",
                "heldPixels",
                "heldLabels",
                "kernel"
            },
            script = "door.postMessage([run, architecture, settings, pixels, labels, heldPixels, heldLabels, kernel]);")
    private static native void send(
            JSObject door,
            int run,
            String architecture,
            Int32Array settings,
            Float32Array pixels,
            Int32Array labels,
            Float32Array heldPixels,
            Int32Array heldLabels,
            JSObject kernel);

    /** Through a door: goes on at a pace. */
    @JSBody(
            params = {"door", "pace"},
            script = "door.postMessage(pace);")
    static native void pace(JSObject door, int pace);

    /** In a worker: opens a workshop that the page has a door to. */
    static void open() {
        listen(new Workshop(WORKER_SLICE, Workshop::post).door());
    }

    @JSBody(params = "door", script = "onmessage = function(e) { door.postMessage(e['data']); };")
    private static native void listen(JSObject door);

    @JSBody(
            params = {"run", "ended", "speed", "curve", "parameters"},
            script = "postMessage([run, ended, speed, curve, parameters]);")
    private static native void post(int run, boolean ended, float speed, Float32Array curve, Float32Array parameters);

    /** What goes in is done after what is under way, so that neither makes the page wait for both. */
    private JSObject door() {
        return door(this::begin, this::pace);
    }

    @JSBody(
            params = {"begin", "pace"},
            script = "return { postMessage: function(m) {"
                    + " setTimeout(function() { if (m.length) begin.apply(null, m); else pace(m); }); } };")
    private static native JSObject door(Begin begin, Pace pace);

    private void begin(
            int number,
            String architecture,
            Int32Array settings,
            Float32Array pixels,
            Int32Array labels,
            Float32Array heldPixels,
            Int32Array heldLabels,
            JSObject kernel) {
        Kernels.use(kernel);
        this.number = number;
        pace = PAUSED;
        spent = 0;
        counted = 0;
        run = new TrainingRun(
                architecture,
                new TrainingSettings(settings.toJavaArray()),
                new LabelledPixels(pixels.toJavaArray(), labels.toJavaArray()),
                new LabelledPixels(heldPixels.toJavaArray(), heldLabels.toJavaArray()),
                Kernels.fresh());
        tell();
    }

    private void pace(int wanted) {
        pace = run.ended() || wanted == ONE_STEP ? PAUSED : wanted;
        if (wanted == ONE_STEP && !run.ended()) {
            run.step();
        }
        if (pace == PAUSED) {
            tell();
        } else {
            goOn();
        }
    }

    private void goOn() {
        if (!waiting) {
            waiting = true;
            later(this::work, pace == RUNNING ? 0 : STRIDE);
        }
    }

    private void work() {
        waiting = false;
        if (pace == PAUSED) {
            return;
        }
        double start = Performance.now();
        double now;
        do {
            run.step();
            counted += run.batch();
            now = Performance.now();
        } while (pace == RUNNING && !run.ended() && now - start < slice);
        spent += now - start;
        if (run.ended()) {
            pace = PAUSED;
        } else {
            goOn();
        }
        if (pace == PAUSED || now - told >= SILENCE) {
            tell();
        }
    }

    private void tell() {
        float[] parameters = new float[run.network().parameterCount()];
        int at = 0;
        for (Parameter p : run.network().parameters()) {
            for (float[] row : p.value.row) {
                System.arraycopy(row, 0, parameters, at, row.length);
                at += row.length;
            }
        }
        report.at(
                number,
                run.ended(),
                spent > 0 ? (float) (1000 * counted / spent) : 0,
                Float32Array.fromJavaArray(run.curve().toArray()),
                Float32Array.fromJavaArray(parameters));
        told = Performance.now();
    }

    @JSBody(
            params = {"action", "delay"},
            script = "setTimeout(action, delay);")
    private static native void later(Browser.Action action, int delay);
}
