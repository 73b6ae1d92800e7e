package io.github.seeingdigits.analysis;

import io.github.seeingdigits.digit.Ink;

/** How far a picture of 28×28 pixels leans, told from its moments. */
public final class Slant {
    private Slant() {}

    /**
     * The slope s for which {@code Distortion.slant(ink, −s)} would stand upright: −μ₁₁/μ₀₂, with the central moments μ₁₁ =
     * Σ ink·(x − x̄)(y − ȳ) and μ₀₂ = Σ ink·(y − ȳ)², y pointing down. The shear x ← x + s·(y − ȳ) makes μ₁₁ + s·μ₀₂ = 0, so
     * that the covariance of the ink has no mixed term. Positive leans to the right, as handwriting does; 0 if there is no
     * ink, or all of it in one row.
     *
     * @param ink {@link Ink#PIXELS} values, none negative
     */
    public static double of(float[] ink) {
        double mass = 0;
        double sumX = 0;
        double sumY = 0;
        for (int k = 0; k < ink.length; k++) {
            mass += ink[k];
            sumX += ink[k] * (k % Ink.SIZE);
            sumY += ink[k] * (k / Ink.SIZE);
        }
        double mixed = 0;
        double vertical = 0;
        for (int k = 0; k < ink.length && mass > 0; k++) {
            double y = k / Ink.SIZE - sumY / mass;
            mixed += ink[k] * (k % Ink.SIZE - sumX / mass) * y;
            vertical += ink[k] * y * y;
        }
        return vertical > 0 ? -mixed / vertical : 0;
    }
}
