package io.github.seeingdigits.analysis;

import java.util.HashSet;
import java.util.Set;

/** What a layer of two units gives for many examples, seen as points in a plane. */
public final class Plane {
    private final float[][] points;
    private final double meanX;
    private final double meanY;
    private final double xx;
    private final double xy;
    private final double yy;

    /**
     * Points to be looked at.
     *
     * @param points at least one, two coordinates each; kept, not copied
     */
    public Plane(float[][] points) {
        this.points = points;
        double sumX = 0;
        double sumY = 0;
        for (float[] point : points) {
            sumX += point[0];
            sumY += point[1];
        }
        meanX = sumX / points.length;
        meanY = sumY / points.length;
        double sumXx = 0;
        double sumXy = 0;
        double sumYy = 0;
        for (float[] point : points) {
            double x = point[0] - meanX;
            double y = point[1] - meanY;
            sumXx += x * x;
            sumXy += x * y;
            sumYy += y * y;
        }
        xx = sumXx / points.length;
        xy = sumXy / points.length;
        yy = sumYy / points.length;
    }

    /** The mean squared distance of the points from their mean. */
    public double variance() {
        return xx + yy;
    }

    /**
     * The part of {@link #variance} that lies along the points' principal axis, 0.5 to 1: the larger eigenvalue of their
     * covariance matrix, (xx + yy + √((xx − yy)² + 4xy²)) / 2, relative to the sum of both. 1 means that all points lie on one
     * line; points that all coincide do, too.
     */
    public double principalShare() {
        double spread = Math.sqrt((xx - yy) * (xx - yy) + 4 * xy * xy);
        return variance() == 0 ? 1 : (1 + spread / variance()) / 2;
    }

    /**
     * The direction of the points' principal axis, ½·atan2(2xy, xx − yy), in degrees counter-clockwise from the first axis: from 0
     * to below 180, as an axis has no sense.
     */
    public double axis() {
        double degrees = StrictMath.toDegrees(StrictMath.atan2(2 * xy, xx - yy)) / 2;
        return degrees < 0 ? degrees + 180 : degrees;
    }

    /** How many different places the points are in. */
    public int places() {
        Set<Long> places = new HashSet<>();
        for (float[] point : points) {
            // Adding 0 makes −0 the same place as 0.
            places.add((long) Float.floatToIntBits(point[0] + 0f) << 32
                    | Float.floatToIntBits(point[1] + 0f) & 0xFFFFFFFFL);
        }
        return places.size();
    }

    /**
     * The parts of the points that a rectifier treats differently: both coordinates above zero (stays where it is), only the
     * first (moves to the horizontal axis), only the second (to the vertical axis), none (to the origin).
     */
    public double[] quadrants() {
        double[] shares = new double[4];
        for (float[] point : points) {
            shares[(point[0] > 0 ? 0 : 2) + (point[1] > 0 ? 0 : 1)]++;
        }
        double both = shares[0] / points.length;
        double first = shares[1] / points.length;
        double second = shares[2] / points.length;
        return new double[] {both, first, second, shares[3] / points.length};
    }

    /**
     * The direction from the mean of these points to that of {@code others}, in degrees counter-clockwise from the first
     * axis, above −180 to 180.
     */
    public double angleTo(Plane others) {
        return StrictMath.toDegrees(StrictMath.atan2(others.meanY - meanY, others.meanX - meanX));
    }
}
