package io.github.seeingdigits.network;

/**
 * The cross-entropy of a softmax: how surprised the network is by the right answer, in nats.
 *
 * <p>For logits z, probabilities p = softmax(z) and the right class t, the loss is L = −ln pₜ = ln Σⱼ e^{zⱼ} − zₜ, and its
 * derivative is simply ∂L/∂zᵢ = pᵢ − [i = t] (Bishop 2006, <i>Pattern Recognition and Machine Learning</i>, §4.3.4).
 */
public final class CrossEntropy {
    private CrossEntropy() {}

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
        float share = 1f / batch;
        // Loss and gradient need the same exponentials, which are most of the work.
        double[] exponentials = new double[logits.cols];
        for (int i = 0; i < n; i++) {
            float[] z = logits.row[i];
            float[] g = gradient.row[i];
            float max = z[0];
            for (float value : z) {
                max = Math.max(max, value);
            }
            double sum = 0;
            for (int j = 0; j < z.length; j++) {
                exponentials[j] = StrictMath.exp(z[j] - max);
                sum += exponentials[j];
            }
            total += StrictMath.log(sum) + max - z[labels[i]];
            for (int j = 0; j < z.length; j++) {
                g[j] = (float) (exponentials[j] / sum);
            }
            g[labels[i]] -= 1;
            for (int j = 0; j < z.length; j++) {
                g[j] *= share;
            }
        }
        return total / batch;
    }

    /** The loss of one example in nats: ln Σⱼ e^{zⱼ} − z_label, with the largest logit taken out for accuracy. */
    public static double loss(float[] logits, int label) {
        float max = logits[0];
        for (float z : logits) {
            max = Math.max(max, z);
        }
        double sum = 0;
        for (float z : logits) {
            sum += StrictMath.exp(z - max);
        }
        return StrictMath.log(sum) + max - logits[label];
    }
}
