package io.github.seeingdigits.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Stochastic gradient descent with momentum (Polyak 1964, doi:10.1016/0041-5553(64)90137-5) and L2 weight decay.
 *
 * <p>For each parameter: v ← μv + g + λp, then p ← p − rate·v. The decay λ acts on weights only: a bias says how common a
 * class is, and pulling it towards zero would be pulling it towards a wrong answer.
 */
public final class Sgd implements Optimiser {
    private final Ops ops;
    private final List<Parameter> parameters;
    private final float momentum;
    private final float weightDecay;
    private final List<Matrix> velocities = new ArrayList<>();

    /**
     * Starts at rest.
     *
     * @param momentum μ, in [0, 1); 0 is plain gradient descent
     * @param weightDecay λ, at least 0; 0 is none
     */
    public Sgd(List<Parameter> parameters, double momentum, double weightDecay, Ops ops) {
        // Written so that NaN fails too. Printing the number would bring its conversion into the page, 18 KB
        // compressed.
        if (!(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException("momentum must be at least 0 and below 1");
        }
        if (!(weightDecay >= 0)) {
            throw new IllegalArgumentException("weight decay must be at least 0");
        }
        this.ops = ops;
        this.parameters = parameters;
        this.momentum = (float) momentum;
        this.weightDecay = (float) weightDecay;
        for (Parameter p : parameters) {
            velocities.add(ops.matrix(p.value.rows, p.value.cols));
        }
    }

    @Override
    public void step(double rate) {
        for (int i = 0; i < parameters.size(); i++) {
            Parameter p = parameters.get(i);
            float decay = p.name.equals("weight") ? weightDecay : 0;
            ops.sgd(p.value, p.gradient(), velocities.get(i), (float) rate, momentum, decay);
        }
    }

    @Override
    public List<Matrix> state() {
        return velocities;
    }

    /** A step depends on the velocities alone, not on how many went before. */
    @Override
    public void restore(int steps) {}
}
