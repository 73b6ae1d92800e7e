package io.github.seeingdigits.analysis.manifold;

import io.github.seeingdigits.analysis.Vectors;
import io.github.seeingdigits.network.View;

/**
 * The mean of many pictures and the directions in which they vary most, as pictures themselves. Any picture x is nearly the mean m
 * plus the sum of its coefficients (x − m)·v times the components v, and the more components, the more nearly: no other k
 * directions leave less of the pictures they come from (Pearson 1901, "On lines and planes of closest fit to systems of points in
 * space").
 */
public final class PrincipalPictures {
    /** The view with the mean and, after it, the components, the one of the largest variance first: pictures × pixels. */
    public static final String VIEW = "components";

    private final float[] mean;
    private final float[][] components;

    /**
     * The pictures of a view.
     *
     * @throws IllegalArgumentException if the view does not have at least two rows
     */
    public PrincipalPictures(View view) {
        int[] shape = view.shape();
        if (shape.length != 2 || shape[0] < 2) {
            throw new IllegalArgumentException(
                    "the figure needs a model with a view \"components\" of a mean picture and its components");
        }
        components = new float[shape[0] - 1][];
        mean = row(view.values(), 0, shape[1]);
        for (int c = 0; c < components.length; c++) {
            components[c] = row(view.values(), c + 1, shape[1]);
        }
    }

    private static float[] row(float[] values, int row, int length) {
        float[] copy = new float[length];
        System.arraycopy(values, row * length, copy, 0, length);
        return copy;
    }

    /** How many components there are. */
    public int size() {
        return components.length;
    }

    /** The mean picture; not a copy. */
    public float[] mean() {
        return mean;
    }

    /** Component {@code c}, from 0; not a copy. */
    public float[] component(int c) {
        return components[c];
    }

    /** The first {@code count} coefficients of a picture: (x − m)·v for each component v. */
    public float[] coefficients(float[] picture, int count) {
        float[] rest = Vectors.scaledSum(-1, mean, picture);
        float[] coefficients = new float[count];
        for (int c = 0; c < count; c++) {
            coefficients[c] = (float) Vectors.dot(rest, components[c]);
        }
        return coefficients;
    }

    /** The mean plus so many times each component, as far as there are coefficients; a new array. */
    public float[] picture(float[] coefficients) {
        float[] picture = mean.clone();
        for (int c = 0; c < coefficients.length; c++) {
            for (int i = 0; i < picture.length; i++) {
                picture[i] += coefficients[c] * components[c][i];
            }
        }
        return picture;
    }
}
