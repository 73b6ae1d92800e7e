package io.github.seeingdigits.analysis.manifold;

import io.github.seeingdigits.network.SeededRandom;
import java.util.Arrays;

/** Clouds of known shape, to try a measure on before it is believed about digits. Each is n rows, drawn from {@code random}. */
public final class Synthetic {
    private Synthetic() {}

    /** Uniform in [0, 1)ᵈ. */
    public static float[][] cube(int n, int d, SeededRandom random) {
        float[][] points = new float[n][d];
        for (float[] point : points) {
            for (int j = 0; j < d; j++) {
                point[j] = random.nextFloat();
            }
        }
        return points;
    }

    /** Uniform on the unit sphere of {@code d} dimensions, which lies in d+1: a circle for d = 1. */
    public static float[][] sphere(int n, int d, SeededRandom random) {
        float[][] points = blob(n, d + 1, random);
        for (float[] point : points) {
            double norm = norm(point);
            for (int j = 0; j <= d; j++) {
                point[j] = (float) (point[j] / norm);
            }
        }
        return points;
    }

    /** Normally distributed with mean 0 and variance 1 in each of {@code d} dimensions: a round blob. */
    public static float[][] blob(int n, int d, SeededRandom random) {
        double[] spectrum = new double[d];
        Arrays.fill(spectrum, 1);
        return gaussian(n, spectrum, random);
    }

    /**
     * Normally distributed with mean 0 and independent coordinates. With the spectrum of some data's covariance, this is the
     * blob that no principal component analysis can tell from them.
     *
     * @param spectrum the variance of each coordinate; trailing ones that are not above zero are left out, as such
     *     coordinates would be the same in all points
     */
    public static float[][] gaussian(int n, double[] spectrum, SeededRandom random) {
        int d = spectrum.length;
        while (d > 1 && spectrum[d - 1] <= 0) {
            d--;
        }
        float[][] points = new float[n][d];
        for (float[] point : points) {
            for (int j = 0; j < d; j++) {
                point[j] = (float) (Math.sqrt(Math.max(0, spectrum[j])) * random.nextGaussian());
            }
        }
        return points;
    }

    /**
     * A round blob with thin arms. The blob is {@link #blob}, of which most points are about √d from the centre; the arms start
     * inside it, at √d/2, in directions of their own at right angles to one another, and bend sideways by up to half a radian.
     *
     * @param d dimensions, at least {@code arms} + 1
     * @param arms how many
     * @param share the part of all points that is in the arms, evenly along them
     * @param reach how far the tips are from the centre, in multiples of √d
     * @param thickness standard deviation of the points about the arm's middle line, in each dimension
     */
    public static float[][] tentacles(
            int n, int d, int arms, double share, double reach, double thickness, SeededRandom random) {
        if (d <= arms) {
            throw new IllegalArgumentException(
                    arms + " arms at right angles, and room to bend, need " + (arms + 1) + " dimensions, got " + d);
        }
        float[][] points = blob(n, d, random);
        int inArms = (int) Math.round(n * share);
        for (int i = 0; i < inArms; i++) {
            int arm = i % arms;
            double along = 0.5 + (reach - 0.5) * random.nextFloat();
            double radius = along * Math.sqrt(d);
            double bend = 0.5 * along / reach;
            for (int j = 0; j < d; j++) {
                points[i][j] *= (float) thickness;
            }
            points[i][arm] += (float) (radius * StrictMath.cos(bend));
            points[i][d - 1] += (float) (radius * StrictMath.sin(bend));
        }
        return points;
    }

    /** Evenly on a sheet rolled up one and a half times, 3 dimensions: (t·cos t, y, t·sin t), t from 1.5π to 4.5π, y to 20. */
    public static float[][] swissRoll(int n, SeededRandom random) {
        float[][] points = new float[n][];
        for (int i = 0; i < n; i++) {
            // The length along the roll grows about as t², so t² is what must be uniform.
            double t = 1.5 * Math.PI * Math.sqrt(1 + 8 * random.nextFloat());
            points[i] = new float[] {
                (float) (t * StrictMath.cos(t)), 20 * random.nextFloat(), (float) (t * StrictMath.sin(t)),
            };
        }
        return points;
    }

    /**
     * A {@code d}-dimensional sheet that bends through many dimensions: each coordinate is a wave, cos(ω·u + φ), over u uniform
     * in [0, 1)ᵈ, with ω normally distributed and φ uniform.
     *
     * @param ambient how many coordinates, well above 2d so that the sheet does not meet itself
     * @param waves standard deviation of each entry of ω: 1 bends gently, 5 folds over
     */
    public static float[][] waves(int n, int d, int ambient, double waves, SeededRandom random) {
        float[][] frequency = blob(ambient, d, random);
        float[][] phase = cube(ambient, 1, random);
        float[][] at = cube(n, d, random);
        float[][] points = new float[n][ambient];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < ambient; c++) {
                double angle = 2 * Math.PI * phase[c][0];
                for (int j = 0; j < d; j++) {
                    angle += waves * frequency[c][j] * at[i][j];
                }
                points[i][c] = (float) StrictMath.cos(angle);
            }
        }
        return points;
    }

    /**
     * The same cloud, turned at random, in more dimensions, with noise: as sensors would see it. Without noise all distances
     * are kept, to rounding.
     *
     * @param ambient at least as many dimensions as the points have
     * @param noise standard deviation added in each of the {@code ambient} dimensions
     */
    public static float[][] embed(float[][] points, int ambient, double noise, SeededRandom random) {
        int d = points[0].length;
        if (ambient < d) {
            throw new IllegalArgumentException(d + " dimensions do not fit into " + ambient);
        }
        float[][] frame = frame(d, ambient, random);
        float[][] embedded = new float[points.length][ambient];
        for (int i = 0; i < points.length; i++) {
            double[] sum = new double[ambient];
            for (int j = 0; j < d; j++) {
                for (int c = 0; c < ambient; c++) {
                    sum[c] += (double) points[i][j] * frame[j][c];
                }
            }
            for (int c = 0; c < ambient; c++) {
                embedded[i][c] = (float) (noise == 0 ? sum[c] : sum[c] + noise * random.nextGaussian());
            }
        }
        return embedded;
    }

    /** Rows at right angles and of unit length, in random directions (Gram and Schmidt). */
    private static float[][] frame(int d, int ambient, SeededRandom random) {
        float[][] frame = blob(d, ambient, random);
        for (int i = 0; i < d; i++) {
            for (int k = 0; k < i; k++) {
                double dot = 0;
                for (int c = 0; c < ambient; c++) {
                    dot += (double) frame[i][c] * frame[k][c];
                }
                for (int c = 0; c < ambient; c++) {
                    frame[i][c] -= (float) (dot * frame[k][c]);
                }
            }
            double norm = norm(frame[i]);
            for (int c = 0; c < ambient; c++) {
                frame[i][c] = (float) (frame[i][c] / norm);
            }
        }
        return frame;
    }

    private static double norm(float[] point) {
        double squares = 0;
        for (float x : point) {
            squares += (double) x * x;
        }
        return Math.sqrt(squares);
    }
}
