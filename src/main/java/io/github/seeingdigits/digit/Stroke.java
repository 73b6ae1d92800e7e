package io.github.seeingdigits.digit;

import java.util.ArrayList;
import java.util.List;

/** One touch of the pen, from down to up: points in pad units. The pad is the unit square, y pointing down. */
public final class Stroke {
    /** A line is cut into pieces of at most this length where an eraser passes, so that the cut lies where it should. */
    private static final float CUT = 0.01f;

    /** The width of the lightest touch. */
    private static final float LIGHTEST = 0.6f;

    private float[] xs = new float[16];
    private float[] ys = new float[16];
    private float[] widths = new float[16];
    private int size;

    /** Adds a point of ordinary width. Coordinates outside the unit square are allowed: a pen may leave the pad while it is down. */
    public void add(float x, float y) {
        add(x, y, 1);
    }

    /** Adds a point where the pen is {@code width} times as wide as ordinarily, because it was pressed more or less. */
    public void add(float x, float y, float width) {
        if (size == xs.length) {
            xs = longer(xs);
            ys = longer(ys);
            widths = longer(widths);
        }
        xs[size] = x;
        ys[size] = y;
        widths[size] = width;
        size++;
    }

    private static float[] longer(float[] values) {
        float[] longer = new float[2 * values.length];
        System.arraycopy(values, 0, longer, 0, values.length);
        return longer;
    }

    /**
     * How wide a pen's line is under a pressure, as a multiple of the ordinary: half of the greatest pressure gives 1.
     *
     * @param pressure from 0 to 1
     */
    public static float widthUnder(float pressure) {
        return LIGHTEST + 2 * (1 - LIGHTEST) * pressure;
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

    /** How wide the pen is at point {@code i}, as a multiple of the ordinary. */
    public float width(int i) {
        return widths[i];
    }

    /** The greatest {@link #width(int)}; 1 where all are ordinary. */
    float widest() {
        float widest = 0;
        for (int i = 0; i < size; i++) {
            widest = Math.max(widest, widths[i]);
        }
        return widest;
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
                    piece.add(x, y, widths[k == steps ? i : from]);
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
