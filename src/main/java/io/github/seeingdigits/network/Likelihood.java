package io.github.seeingdigits.network;

/**
 * The negative logarithm of the probability that a network gave to the right answer, for networks whose outputs are
 * probabilities already, such as those of a {@link Softermax}.
 *
 * <p>For probabilities p and the right class t, L = −ln(p_t + δ) and ∂L/∂pᵢ = −[i = t]/(p_t + δ). The small δ = 1e-7 keeps
 * both finite where p_t is 0, and L at most 16.1.
 */
public final class Likelihood {
    private static final double DELTA = 1e-7;

    private Likelihood() {}

    /**
     * Loss and gradient of {@code n} examples, both divided by the size of the {@code batch} they are of: {@code n}, or more when it is cut in parts.
     *
     * @param probabilities n×classes
     * @param labels the right class of each example, at least n
     * @param gradient receives ∂L/∂p, n×classes
     * @return their part of the mean loss, in nats
     */
    public static double lossAndGradient(Matrix probabilities, int[] labels, Matrix gradient, int n, int batch) {
        double total = 0;
        for (int i = 0; i < n; i++) {
            float[] p = probabilities.row[i];
            float[] g = gradient.row[i];
            for (int j = 0; j < g.length; j++) {
                g[j] = 0;
            }
            total += loss(p, labels[i]);
            g[labels[i]] = (float) (-1 / ((p[labels[i]] + DELTA) * batch));
        }
        return total / batch;
    }

    /** The loss of one example in nats. */
    public static double loss(float[] probabilities, int label) {
        return -StrictMath.log(probabilities[label] + DELTA);
    }
}
