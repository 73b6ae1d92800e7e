package io.github.seeingdigits.network;

/** The softmax function, which turns logits (scores on any scale) into probabilities that add up to one. */
public final class Softmax {
    private Softmax() {}

    /**
     * pᵢ = e^{zᵢ} / Σⱼ e^{zⱼ}, computed as e^{zᵢ−m} / Σⱼ e^{zⱼ−m} with m = max zⱼ. Adding a constant to every logit changes
     * nothing, so this is the same number without the overflow (Bridle 1990, doi:10.1007/978-3-642-76153-9_28).
     *
     * @param logits z, any length
     * @param probabilities receives p, same length; may be the same array
     */
    public static void apply(float[] logits, float[] probabilities) {
        apply(logits, 1, probabilities);
    }

    /** The softmax of z/T: the higher the {@code temperature} T, the more alike the probabilities. */
    public static void apply(float[] logits, float temperature, float[] probabilities) {
        float max = logits[0];
        for (float z : logits) {
            max = Math.max(max, z);
        }
        double sum = 0;
        for (float z : logits) {
            sum += StrictMath.exp((z - max) / temperature);
        }
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = (float) (StrictMath.exp((logits[i] - max) / temperature) / sum);
        }
    }
}
