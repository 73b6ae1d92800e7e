package io.github.seeingdigits.network;

/**
 * The loss of one-vs-rest classification: each output j is a neuron of its own that answers "is it class j?" with probability
 * σ(zⱼ) = 1/(1 + e^{−zⱼ}). With target tⱼ = 1 for the right class and 0 for all others, the loss is the sum of their binary
 * cross-entropies, L = Σⱼ ln(1 + e^{zⱼ}) − tⱼ·zⱼ, and its derivative is ∂L/∂zⱼ = σ(zⱼ) − tⱼ (Bishop 2006, <i>Pattern
 * Recognition and Machine Learning</i>, §4.3.2).
 *
 * <p>Neurons that share no weights then learn exactly as if each were trained alone.
 */
public final class OneVsRest {
    private OneVsRest() {}

    /**
     * Loss and gradient of {@code n} examples, both divided by the size of the {@code batch} they are of: {@code n}, or more when it is cut in parts.
     *
     * @param logits n×classes
     * @param labels the right class of each example, at least n
     * @param gradient receives ∂L/∂z, n×classes
     * @return their part of the mean loss, in nats
     */
    public static double lossAndGradient(Matrix logits, int[] labels, Matrix gradient, int n, int batch) {
        double total = 0;
        for (int i = 0; i < n; i++) {
            float[] z = logits.row[i];
            for (int j = 0; j < z.length; j++) {
                double target = j == labels[i] ? 1 : 0;
                // e^{−|z|} cannot overflow, whatever the sign of z.
                double small = StrictMath.exp(-Math.abs(z[j]));
                double probability = z[j] >= 0 ? 1 / (1 + small) : small / (1 + small);
                total += Math.max(z[j], 0) + StrictMath.log1p(small) - target * z[j];
                gradient.row[i][j] = (float) ((probability - target) / batch);
            }
        }
        return total / batch;
    }
}
