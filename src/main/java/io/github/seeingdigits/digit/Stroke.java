package io.github.seeingdigits.digit;

/** One touch of the pen, from down to up: points in pad units. The pad is the unit square, y pointing down. */
public final class Stroke {
    private float[] xs = new float[16];
    private float[] ys = new float[16];
    private int size;

    /** Adds a point. Coordinates outside the unit square are allowed: a pen may leave the pad while it is down. */
    public void add(float x, float y) {
        if (size == xs.length) {
            float[] longerX = new float[2 * size];
            float[] longerY = new float[2 * size];
            System.arraycopy(xs, 0, longerX, 0, size);
            System.arraycopy(ys, 0, longerY, 0, size);
            xs = longerX;
            ys = longerY;
        }
        xs[size] = x;
        ys[size] = y;
        size++;
    }

    /** How many points it has; at least one once the pen has touched the pad. */
    public int size() {
        return size;
    }

    public float x(int i) {
        return xs[i];
    }

    public float y(int i) {
        return ys[i];
    }
}
