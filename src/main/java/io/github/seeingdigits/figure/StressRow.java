package io.github.seeingdigits.figure;

import io.github.seeingdigits.analysis.Stress;
import io.github.seeingdigits.network.Network;

/** One network under stress: how it was measured, and what it makes of the drawing before and after a change. */
public final class StressRow {
    final String id;
    final String title;
    private final StressCurve[] curves = new StressCurve[Stress.KINDS.length];

    /** The digit read before and after the change; −1 where there is no answer. */
    int before = -1;

    int after = -1;

    /** The probability of {@link #after}. */
    float share;

    /** A network as its record has it. */
    public StressRow(String id, String title, Facts facts) {
        this.id = id;
        this.title = title;
        for (int kind = 0; kind < curves.length; kind++) {
            curves[kind] = new StressCurve(facts, kind);
        }
    }

    StressCurve curve(int kind) {
        return curves[kind];
    }

    /** Asks the network; null, for one that has not arrived or a drawing that is empty, gives no answer. */
    public void ask(Network network, float[] ink, float[] changed) {
        before = -1;
        after = -1;
        if (network != null) {
            before = Network.argmax(network.predict(ink));
            float[] probabilities = network.predict(changed);
            after = Network.argmax(probabilities);
            share = probabilities[after];
        }
    }

    /** What it answers: the digit and how sure it is, before that the digit it read first, if that was another. */
    String answer() {
        if (after < 0) {
            return "–";
        }
        return (before == after ? "" : before + " → ") + after + ", " + Numbers.percent(share);
    }
}
