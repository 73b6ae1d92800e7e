package io.github.seeingdigits.network;

/**
 * The cross-entropy of a softmax of a softmax: a mistake that is easily made where a network ends in a softmax and the
 * library's loss contains another. It is here so that its effect can be measured.
 *
 * <p>For logits z, p = softmax(z), q = softmax(p) and the right class t, the loss is L = −ln q_t. With ∂L/∂pᵢ = gᵢ = qᵢ −
 * [i = t] (see {@link CrossEntropy}), the chain rule through the first softmax, ∂pⱼ/∂zᵢ = pⱼ·([i = j] − pᵢ), gives ∂L/∂zᵢ =
 * pᵢ·(gᵢ − Σⱼ gⱼ·pⱼ). As p lies in [0, 1], q_t is at most e/(e + classes − 1), so L never gets near 0.
 */
public final class DoubleSoftmax {
    private DoubleSoftmax() {}

    /**
     * Loss and gradient of {@code n} examples, both divided by the size of the {@code batch} they are of: {@code n}, or more when it is cut in parts.
     *
     * @param logits n×classes
     * @param labels the right class of each example, at least n
     * @param gradient receives ∂L/∂z, n×classes
     * @return their part of the mean loss, in nats
     */
    public static double lossAndGradient(Matrix logits, int[] labels, Matrix gradient, int n, int batch) {
        float[] p = new float[logits.cols];
        double total = 0;
        for (int i = 0; i < n; i++) {
            Softmax.apply(logits.row[i], p);
            total += CrossEntropy.loss(p, labels[i]);
            float[] g = gradient.row[i];
            Softmax.apply(p, g);
            g[labels[i]] -= 1;
            double mean = 0;
            for (int j = 0; j < p.length; j++) {
                mean += (double) g[j] * p[j];
            }
            for (int j = 0; j < p.length; j++) {
                g[j] = (float) (p[j] * (g[j] - mean) / batch);
            }
        }
        return total / batch;
    }
}
