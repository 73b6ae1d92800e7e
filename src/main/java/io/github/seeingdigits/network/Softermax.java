package io.github.seeingdigits.network;

/**
 * Turns scores that are not negative into probabilities without an exponential: pₖ = xₖⁿ / (ε + Σᵢ xᵢⁿ), the normalisation
 * published with the ⵟ-product (Bouhsine 2024, arXiv:2411.08085, second version).
 *
 * <p>With S = ε + Σᵢ xᵢⁿ its derivative is ∂L/∂xₖ = n·xₖⁿ⁻¹/S · (∂L/∂pₖ − Σᵢ pᵢ·∂L/∂pᵢ). No parameters. The probabilities add
 * up to a little less than one, and to 0 where every score is 0. Without options n is 1 and ε 1e-12.
 *
 * <p>As the last layer it makes {@link Network#predict} give its outputs as they are.
 */
public final class Softermax extends SameSize {
    static final LayerKind KIND = new LayerKind("softermax", "SIZE [power N] [eps NUMBER]") {
        @Override
        Layer read(LayerText text, Ops ops) {
            int size = text.size();
            int power = text.next("power") ? text.size() : 1;
            return new Softermax(size, power, text.next("eps") ? text.number("eps", true, 1) : null);
        }
    };

    private static final double DEFAULT_EPSILON = 1e-12;

    private final int power;
    private final Decimal epsilon;

    /**
     * A normalisation of {@code size} scores.
     *
     * @param power n, at least 1
     * @param epsilon ε, or null for 1e-12
     */
    public Softermax(int size, int power, Decimal epsilon) {
        super(size);
        this.power = power;
        this.epsilon = epsilon;
    }

    @Override
    public String describe() {
        return "softermax " + size + (power == 1 ? "" : " power " + power) + (epsilon == null ? "" : " eps " + epsilon);
    }

    @Override
    public void forward(Matrix x, Matrix y, int n) {
        for (int i = 0; i < n; i++) {
            float[] xi = x.row[i];
            double sum = sum(xi);
            for (int k = 0; k < size; k++) {
                y.row[i][k] = (float) (StrictMath.pow(xi[k], power) / sum);
            }
        }
    }

    private double sum(float[] scores) {
        double sum = epsilon == null ? DEFAULT_EPSILON : epsilon.value();
        for (int k = 0; k < size; k++) {
            sum += StrictMath.pow(scores[k], power);
        }
        return sum;
    }

    @Override
    public void backward(Matrix x, Matrix dy, Matrix dx, int n) {
        if (dx == null) {
            return;
        }
        for (int i = 0; i < n; i++) {
            float[] xi = x.row[i];
            double sum = sum(xi);
            double mean = 0;
            for (int k = 0; k < size; k++) {
                mean += StrictMath.pow(xi[k], power) / sum * dy.row[i][k];
            }
            for (int k = 0; k < size; k++) {
                dx.row[i][k] = (float) (power * StrictMath.pow(xi[k], power - 1) / sum * (dy.row[i][k] - mean));
            }
        }
    }
}
