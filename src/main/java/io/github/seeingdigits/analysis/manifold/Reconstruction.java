package io.github.seeingdigits.analysis.manifold;

import io.github.seeingdigits.analysis.Vectors;

/**
 * One picture put together again from the mean and its first k principal components, some of which may be left out. Components are
 * at right angles and of length one, so that shares of the squared distance from the mean add up (Pythagoras).
 */
public final class Reconstruction {
    /** The mean and the components. */
    public final PrincipalPictures pictures;

    /** How many components are used, 0 to all. */
    public int count;

    private final boolean[] out;
    private float[] picture;
    private float[] coefficients;
    private double squared;

    /** Of the mean, until there is a picture. */
    public Reconstruction(PrincipalPictures pictures) {
        this.pictures = pictures;
        out = new boolean[pictures.size()];
        see(pictures.mean());
    }

    /** From now on it is about this picture; values from 0 to 1. */
    public void see(float[] picture) {
        this.picture = picture;
        coefficients = pictures.coefficients(picture, pictures.size());
        squared = Math.pow(Vectors.distance(picture, pictures.mean()), 2);
    }

    /** The picture itself; not a copy. */
    public float[] original() {
        return picture;
    }

    /** How much of component {@code c} is in the picture, (x − m)·v. */
    public float coefficient(int c) {
        return coefficients[c];
    }

    /** Leaves a component out, or takes it in again. */
    public void leaveOut(int c, boolean left) {
        out[c] = left;
    }

    /** Whether a component is left out, although it may be among the first {@link #count}. */
    public boolean isLeftOut(int c) {
        return out[c];
    }

    /** Whether a component is part of the result. */
    public boolean isUsed(int c) {
        return c < count && !out[c];
    }

    /** The mean and every component that is used; pixels may lie a little outside 0 to 1. */
    public float[] result() {
        float[] used = new float[count];
        for (int c = 0; c < count; c++) {
            used[c] = out[c] ? 0 : coefficients[c];
        }
        return pictures.picture(used);
    }

    /** The picture less the result. */
    public float[] missing() {
        return Vectors.scaledSum(-1, result(), picture);
    }

    /** The share of the squared distance from the mean that is missing, ‖missing‖²/‖x − m‖²; 0 for the mean itself. */
    public double left() {
        return squared == 0 ? 0 : Math.pow(Vectors.norm(missing()), 2) / squared;
    }

    /** The share of the squared distance from the mean that one component holds, c²/‖x − m‖²; 0 for the mean itself. */
    public double share(int c) {
        return squared == 0 ? 0 : coefficients[c] * coefficients[c] / squared;
    }
}
