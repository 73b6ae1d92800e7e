package io.github.seeingdigits.network;

import java.util.ArrayList;
import java.util.List;

/**
 * The Adam optimiser with its published constants β₁ = 0.9, β₂ = 0.999, ε = 1e-8 (Kingma and Ba 2015, arXiv:1412.6980).
 *
 * <p>For each parameter: m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², then p ← p − rate·m̂/(√v̂ + ε) with m̂ = m/(1−β₁ᵗ) and v̂ =
 * v/(1−β₂ᵗ).
 *
 * <p>With a weight decay λ this is AdamW: weights first shrink by the factor 1 − rate·λ, beside the gradient's running
 * averages rather than through them (Loshchilov and Hutter 2019, arXiv:1711.05101). As in {@link Sgd}, only weights decay.
 */
public final class Adam implements Optimiser {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final Ops ops;
    private final List<Parameter> parameters;
    private final double weightDecay;
    private final List<Matrix> means = new ArrayList<>();
    private final List<Matrix> variances = new ArrayList<>();
    private double beta1Power = 1;
    private double beta2Power = 1;

    /** Adam without weight decay. */
    public Adam(List<Parameter> parameters, Ops ops) {
        this(parameters, 0, ops);
    }

    /**
     * AdamW.
     *
     * @param weightDecay λ, at least 0; 0 is plain Adam
     */
    public Adam(List<Parameter> parameters, double weightDecay, Ops ops) {
        // Written so that NaN fails too.
        if (!(weightDecay >= 0)) {
            throw new IllegalArgumentException("weight decay must be at least 0");
        }
        this.ops = ops;
        this.parameters = parameters;
        this.weightDecay = weightDecay;
        for (Parameter p : parameters) {
            means.add(ops.matrix(p.value.rows, p.value.cols));
            variances.add(ops.matrix(p.value.rows, p.value.cols));
        }
    }

    @Override
    public void step(double rate) {
        beta1Power *= BETA1;
        beta2Power *= BETA2;
        double root = Math.sqrt(1 - beta2Power);
        float step = (float) (rate * root / (1 - beta1Power));
        float epsilon = (float) (EPSILON * root);
        for (int i = 0; i < parameters.size(); i++) {
            Parameter p = parameters.get(i);
            if (weightDecay > 0 && p.name.equals("weight")) {
                ops.shrink(p.value, (float) (rate * weightDecay));
            }
            ops.adam(
                    p.value, p.gradient(), means.get(i), variances.get(i), step, (float) BETA1, (float) BETA2, epsilon);
        }
    }

    @Override
    public List<Matrix> state() {
        List<Matrix> state = new ArrayList<>(means);
        state.addAll(variances);
        return state;
    }

    @Override
    public void restore(int steps) {
        beta1Power = 1;
        beta2Power = 1;
        // Multiplied one by one, as the steps did, so that the bits are the same.
        for (int i = 0; i < steps; i++) {
            beta1Power *= BETA1;
            beta2Power *= BETA2;
        }
    }
}
