package io.github.seeingdigits.digit;

import java.util.ArrayList;
import java.util.List;

/** One touch of the pen, from down to up: points in pad units. The pad is the unit square, y pointing down. */
public final class Stroke {
    /** A line is cut into pieces of at most this length where an eraser passes, so that the cut lies where it should. */
    private static final float CUT = 0.01f;

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

    /**
     * Adds to {@code kept} what remains of this stroke when everything within {@code radius} of the line from (x1, y1) to (x2,
     * y2) is rubbed out: the stroke itself where it was not touched, otherwise its pieces. Returns whether it was touched.
     */
    boolean erase(float x1, float y1, float x2, float y2, float radius, List<Stroke> kept) {
        List<Stroke> pieces = new ArrayList<>();
        Stroke piece = null;
        boolean touched = false;
        for (int i = 0; i < size; i++) {
            int from = Math.max(0, i - 1);
            float dx = xs[i] - xs[from];
            float dy = ys[i] - ys[from];
            int steps = 1 + (int) (Math.sqrt(dx * dx + dy * dy) / CUT);
            for (int k = 1; k <= steps; k++) {
                float x = k == steps ? xs[i] : xs[from] + dx * k / steps;
                float y = k == steps ? ys[i] : ys[from] + dy * k / steps;
                if (distance(x, y, x1, y1, x2, y2) < radius) {
                    touched = true;
                    piece = null;
                } else {
                    if (piece == null) {
                        piece = new Stroke();
                        pieces.add(piece);
                    }
                    piece.add(x, y);
                }
            }
        }
        if (!touched) {
            kept.add(this);
            return false;
        }
        for (Stroke rest : pieces) {
            // A single point is a crumb, unless the pen had only dotted.
            if (rest.size > 1) {
                kept.add(rest);
            }
        }
        return true;
    }

    /** How far (x, y) is from the line between two points. */
    static double distance(float x, float y, float x1, float y1, float x2, float y2) {
        float dx = x2 - x1;
        float dy = y2 - y1;
        float lengthSquared = dx * dx + dy * dy;
        float along = lengthSquared == 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / lengthSquared;
        along = Math.max(0, Math.min(1, along));
        float ex = x - x1 - along * dx;
        float ey = y - y1 - along * dy;
        return Math.sqrt(ex * ex + ey * ey);
    }
}
