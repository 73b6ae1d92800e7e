package io.github.seeingdigits.network;

/**
 * The seam between the mathematics and the machine: everything that allocates numbers or loops over many of them.
 *
 * <p>Layers are written against this interface alone, so that they read the same whatever the fastest shape of a loop is
 * on the machine at hand. Weights are stored input-major ({@code weights.row[k]} holds the weights that leave input
 * {@code k}): the output of a layer is then a sum of weight rows, one for each input that is not zero, and four fifths of
 * MNIST's pixels are zero.
 *
 * <p>{@code n} is always the number of rows in use, counted from the top of the batch.
 */
public interface Ops {
    /** A new matrix of zeros. */
    Matrix matrix(int rows, int cols);

    /** y = x·W + b for each of the first {@code n} rows: x is n×inputs, W inputs×outputs, b 1×outputs, y n×outputs. */
    void affine(Matrix x, Matrix weights, Matrix bias, Matrix y, int n);

    /** dW += xᵀ·dy and db += Σ dy: what {@link #affine} passes back to its parameters. */
    void affineParameterGradient(Matrix x, Matrix dy, Matrix dWeights, Matrix dBias, int n);

    /** dx = dy·Wᵀ: what {@link #affine} passes back to its input. */
    void affineInputGradient(Matrix dy, Matrix weights, Matrix dx, int n);

    /**
     * One Adam update of every element (Kingma and Ba 2015, algorithm 1, arXiv:1412.6980).
     *
     * @param mean running mean of the gradient, updated
     * @param variance running mean of the squared gradient, updated
     * @param step rate·√(1−β₂ᵗ)/(1−β₁ᵗ), the step with both bias corrections folded in
     * @param epsilon ε·√(1−β₂ᵗ), so that the folded form equals the published one
     */
    void adam(
            Matrix value,
            Matrix gradient,
            Matrix mean,
            Matrix variance,
            float step,
            float beta1,
            float beta2,
            float epsilon);

    /**
     * One step of gradient descent with momentum and L2 weight decay: v ← μv + g + λp, p ← p − rate·v. See {@link Sgd}.
     *
     * @param velocity v, updated
     * @param momentum μ
     * @param weightDecay λ
     */
    void sgd(Matrix value, Matrix gradient, Matrix velocity, float rate, float momentum, float weightDecay);
}
