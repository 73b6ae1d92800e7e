package io.github.seeingdigits.network;

import java.util.ArrayList;
import java.util.List;

/**
 * What {@link Yat} and {@link YatConvolution} leave open, and the elementwise half of both: from dot products and squared
 * distances to outputs, and back.
 *
 * <p>With s = w·x + b and d = ‖w − x‖², y = α·s²/(d + ε), hence ∂y/∂s = 2α·s/(d + ε), ∂y/∂d = −α·s²/(d + ε)² and ∂y/∂α =
 * s²/(d + ε).
 */
final class YatOptions {
    static final String USAGE = "[bias] [alpha learnable|NUMBER] [eps NUMBER]";

    /** The published default of ε. */
    private static final double DEFAULT_EPSILON = 1e-5;

    private final boolean bias;
    private final boolean learnable;
    private final Decimal constant;
    private final Decimal epsilon;

    private YatOptions(boolean bias, boolean learnable, Decimal constant, Decimal epsilon) {
        this.bias = bias;
        this.learnable = learnable;
        this.constant = constant;
        this.epsilon = epsilon;
    }

    static YatOptions read(LayerText text) {
        boolean bias = text.next("bias");
        boolean alpha = text.next("alpha");
        boolean learnable = alpha && text.next("learnable");
        Decimal constant = alpha && !learnable ? text.number("alpha", true, LayerText.MAX_SIZE) : null;
        return new YatOptions(
                bias, learnable, constant, text.next("eps") ? text.number("eps", true, LayerText.MAX_SIZE) : null);
    }

    /** What was written, each option with a space before it; what was left out stays out. */
    String describe() {
        return (bias ? " bias" : "")
                + (learnable ? " alpha learnable" : constant != null ? " alpha " + constant : "")
                + (epsilon != null ? " eps " + epsilon : "");
    }

    /** α as a parameter, starting at its published 1, or null if it is a constant. */
    Parameter alpha(int fanIn, int fanOut, Ops ops) {
        if (!learnable) {
            return null;
        }
        Parameter alpha = new Parameter("alpha", ops.matrix(1, 1), fanIn, fanOut, ops);
        alpha.value.fill(1);
        return alpha;
    }

    /** Those of the three that training adjusts. */
    List<Parameter> parameters(Parameter weight, Parameter bias, Parameter alpha) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(weight);
        if (this.bias) {
            parameters.add(bias);
        }
        if (learnable) {
            parameters.add(alpha);
        }
        return parameters;
    }

    /** The value of α, of which {@code alpha} holds what is learnt. */
    float alpha(Parameter alpha) {
        return learnable ? alpha.value.row[0][0] : constant == null ? 1 : (float) constant.value();
    }

    float epsilon() {
        return (float) (epsilon == null ? DEFAULT_EPSILON : epsilon.value());
    }

    /** y = α·s²/(d + ε), element by element; all n×outputs. */
    void forward(Matrix s, Matrix d, Parameter alpha, Matrix y, int n) {
        float a = alpha(alpha);
        float e = epsilon();
        for (int i = 0; i < n; i++) {
            float[] si = s.row[i];
            float[] di = d.row[i];
            float[] yi = y.row[i];
            for (int j = 0; j < yi.length; j++) {
                yi[j] = a * si[j] * si[j] / (di[j] + e);
            }
        }
    }

    /** Writes ∂L/∂s and ∂L/∂d, and adds to the gradient of α if that is learnt. */
    void backward(Matrix s, Matrix d, Parameter alpha, Matrix dy, Matrix ds, Matrix dd, int n) {
        float a = alpha(alpha);
        float e = epsilon();
        double dAlpha = 0;
        for (int i = 0; i < n; i++) {
            float[] dyi = dy.row[i];
            for (int j = 0; j < dyi.length; j++) {
                float ratio = s.row[i][j] / (d.row[i][j] + e);
                ds.row[i][j] = 2 * a * ratio * dyi[j];
                dd.row[i][j] = -a * ratio * ratio * dyi[j];
                dAlpha += ratio * s.row[i][j] * dyi[j];
            }
        }
        if (learnable) {
            alpha.gradient().row[0][0] += (float) dAlpha;
        }
    }
}
