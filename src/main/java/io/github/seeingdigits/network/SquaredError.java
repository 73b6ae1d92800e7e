package io.github.seeingdigits.network;

/**
 * The mean squared error: L = 1/m · Σⱼ (yⱼ − tⱼ)² over the m outputs of an example, with ∂L/∂yⱼ = 2(yⱼ − tⱼ)/m.
 *
 * <p>A network with one output, such as one for XOR, has the label itself as its target, 0 or 1. With more outputs, the
 * target of the right class's is 1 and that of all others 0.
 */
public final class SquaredError {
    private SquaredError() {}

    /**
     * Loss and gradient of {@code n} examples, both divided by the size of the {@code batch} they are of: {@code n}, or more when it is cut in parts.
     *
     * @param outputs y, n×m
     * @param labels the right answer of each example, at least n
     * @param gradient receives ∂L/∂y, n×m
     * @return their part of the mean loss
     */
    public static double lossAndGradient(Matrix outputs, int[] labels, Matrix gradient, int n, int batch) {
        double total = 0;
        for (int i = 0; i < n; i++) {
            float[] y = outputs.row[i];
            for (int j = 0; j < y.length; j++) {
                float target = y.length == 1 ? labels[i] : j == labels[i] ? 1 : 0;
                double error = y[j] - target;
                total += error * error / y.length;
                gradient.row[i][j] = (float) (2 * error / y.length / batch);
            }
        }
        return total / batch;
    }
}
