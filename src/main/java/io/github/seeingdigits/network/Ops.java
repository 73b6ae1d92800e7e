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

    /** Sets every element to zero. */
    void clear(Matrix value);

    /** value ← value − fraction·value, element by element. (1 − fraction, rounded, would lose digits of a small fraction.) */
    void shrink(Matrix value, float fraction);

    /** y = x∘factors, element by element, for each of the first {@code n} rows; all three n×size. */
    void multiply(Matrix x, Matrix factors, Matrix y, int n);

    /** y = x where x > 0, else slope·x: both n×size. See {@link Relu} and {@link LeakyRelu}. */
    void rectify(Matrix x, float slope, Matrix y, int n);

    /** dx = dy where x > 0, else slope·dy: what {@link #rectify} passes back to its input. */
    void rectifyGradient(Matrix x, float slope, Matrix dy, Matrix dx, int n);

    /**
     * What {@link #affine} gives, and distances: sums = b + x·W and distances_ij = Σₖ (x_ik − w_kj)². x is n×inputs, W inputs×outputs, the
     * others n×outputs. Together, because both read all of x and W. See {@link Yat}.
     */
    void sumsAndSquaredDistances(Matrix x, Matrix weights, Matrix bias, Matrix sums, Matrix distances, int n);

    /** dw_kj += Σᵢ 2·dy_ij·(w_kj − x_ik): what the distances of {@link #sumsAndSquaredDistances} pass back to its weights. */
    void squaredDistancesParameterGradient(Matrix x, Matrix weights, Matrix dy, Matrix dWeights, int n);

    /** dx_ik += Σⱼ 2·dy_ij·(x_ik − w_kj): what the distances of {@link #sumsAndSquaredDistances} pass back to its input. Adds. */
    void squaredDistancesInputGradient(Matrix x, Matrix weights, Matrix dy, Matrix dx, int n);

    /**
     * Slides filters over pictures: y_fp = b_f + Σₜ w_ft·x_pt. See {@link Convolution}.
     *
     * @param x pictures, n×window.inputs()
     * @param weights units×window.patch()
     * @param bias 1×units
     * @param y receives pictures, n×window.outputs()
     */
    void convolve(Matrix x, Matrix weights, Matrix bias, Matrix y, Window window, int n);

    /** dw_ft += Σₚ dy_fp·x_pt and db_f += Σₚ dy_fp: what {@link #convolve} passes back to its parameters. */
    void convolveParameterGradient(Matrix x, Matrix dy, Matrix dWeights, Matrix dBias, Window window, int n);

    /** dx = sum of w_ft·dy_fp over all windows p that an input lies in: what {@link #convolve} passes back to its input. */
    void convolveInputGradient(Matrix dy, Matrix weights, Matrix dx, Window window, int n);

    /** y_fp = Σₜ (x_pt − w_ft)², shapes as for {@link #convolve}; padding counts as 0. See {@link YatConvolution}. */
    void squaredPatchDistances(Matrix x, Matrix weights, Matrix y, Window window, int n);

    /** dw_ft += Σₚ 2·dy_fp·(w_ft − x_pt): what {@link #squaredPatchDistances} passes back to its weights. */
    void squaredPatchDistancesParameterGradient(
            Matrix x, Matrix weights, Matrix dy, Matrix dWeights, Window window, int n);

    /** dx += sum of 2·dy_fp·(x_pt − w_ft) over all windows p that an input lies in. Adds. */
    void squaredPatchDistancesInputGradient(Matrix x, Matrix weights, Matrix dy, Matrix dx, Window window, int n);

    /** The largest number under each window, channel by channel. See {@link MaxPool}. */
    void maxPool(Matrix x, Matrix y, Window window, int n);

    /** What {@link #maxPool} passes back to its input: dy to the largest number of each window, the first among equals. */
    void maxPoolGradient(Matrix x, Matrix dy, Matrix dx, Window window, int n);
}
