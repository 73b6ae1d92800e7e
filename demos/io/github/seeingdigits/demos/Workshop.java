package io.github.seeingdigits.demos;

import io.github.seeingdigits.analysis.LabelledPixels;
import io.github.seeingdigits.analysis.TrainingRun;
import io.github.seeingdigits.analysis.TrainingSettings;
import io.github.seeingdigits.network.Parameter;
import org.teavm.jso.JSBody;
import org.teavm.jso.browser.Performance;

/** A training run on the thread that this is on, in slices: between two of them there is time for everything else. */
final class Workshop implements TrainingPlace {
    /** Milliseconds between two steps at a walk. */
    private static final int STRIDE = 16;
    /** Milliseconds between two words to the listener. */
    private static final int SILENCE = 100;

    private final double slice;
    private final Listener listener;
    private TrainingRun run;
    private int number;
    private int pace;
    private boolean waiting;
    private double told;
    private double spent;
    private int counted;

    /** @param slice how many milliseconds a slice may take; a step that takes longer is a slice of its own */
    Workshop(double slice, Listener listener) {
        this.slice = slice;
        this.listener = listener;
    }

    @Override
    public void begin(
            int number, String architecture, TrainingSettings settings, LabelledPixels train, LabelledPixels heldBack) {
        this.number = number;
        pace = PAUSED;
        spent = 0;
        counted = 0;
        run = new TrainingRun(architecture, settings, train, heldBack, Kernels.fresh());
        tell();
    }

    @Override
    public void pace(int changed) {
        pace = run.ended() ? PAUSED : changed;
        if (pace == PAUSED) {
            tell();
        } else {
            goOn();
        }
    }

    @Override
    public void step() {
        pace = PAUSED;
        if (!run.ended()) {
            run.step();
        }
        tell();
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
        do {
            run.step();
            counted += run.batch();
        } while (pace == RUNNING && !run.ended() && Performance.now() - start < slice);
        spent += Performance.now() - start;
        if (run.ended()) {
            pace = PAUSED;
        }
        if (pace == PAUSED || Performance.now() - told >= SILENCE) {
            tell();
        }
        if (pace != PAUSED) {
            goOn();
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
        float speed = spent > 0 ? (float) (1000 * counted / spent) : 0;
        listener.at(number, run.ended(), speed, run.curve().toArray(), parameters);
        told = Performance.now();
    }

    @JSBody(
            params = {"action", "delay"},
            script = "setTimeout(action, delay);")
    private static native void later(Browser.Action action, int delay);
}
