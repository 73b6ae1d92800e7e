package io.github.seeingdigits.figure;

import io.github.seeingdigits.analysis.Stress;

/** The accuracy of one network on test digits under one kind of change, at the amounts measured and, where nothing changes, its own. */
final class StressCurve {
    final double[] amounts;
    final double[] accuracies;

    /** Read from a record; amounts rise. */
    StressCurve(Facts facts, int kind) {
        String path = "published/robustness/" + Stress.KINDS[kind];
        int count = Math.max(0, facts.size(path));
        amounts = new double[count + 1];
        accuracies = new double[count + 1];
        double none = Stress.none(kind);
        int own = 0;
        for (int i = 0; i < count; i++) {
            double amount = facts.number(path + "/" + i + "/amount");
            own += amount < none ? 1 : 0;
            int at = amount < none ? i : i + 1;
            amounts[at] = amount;
            accuracies[at] = facts.number(path + "/" + i + "/accuracy");
        }
        amounts[own] = none;
        accuracies[own] = facts.number("published/test/accuracy");
    }

    /** The accuracy at an amount, on the straight line between the two measured on either side; the nearest beyond them. */
    double at(double amount) {
        int last = amounts.length - 1;
        int i = 1;
        while (i < last && amounts[i] < amount) {
            i++;
        }
        if (last == 0) {
            return accuracies[0];
        }
        double share = (amount - amounts[i - 1]) / (amounts[i] - amounts[i - 1]);
        share = Math.max(0, Math.min(1, share));
        return accuracies[i - 1] + share * (accuracies[i] - accuracies[i - 1]);
    }

    /** Whether it was measured at an amount. */
    boolean measured(double amount) {
        boolean found = false;
        for (double one : amounts) {
            found |= Math.abs(one - amount) < 1e-9;
        }
        return found;
    }
}
