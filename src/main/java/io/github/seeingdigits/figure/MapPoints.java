package io.github.seeingdigits.figure;

import io.github.seeingdigits.analysis.manifold.Nearest;
import io.github.seeingdigits.analysis.manifold.PrincipalPictures;
import io.github.seeingdigits.network.View;

/**
 * Test digits on maps of two dimensions, with their true neighbours among all pixels, and what a reader looks at. The last map is a
 * control: its points are no digits.
 */
public final class MapPoints {
    static final String FACTS = "findings/maps";

    /** Where each point is on each map, from −1 to 1: maps × points × 2. */
    private final float[][][] maps;

    /** The images' coefficients on the first components. */
    private final float[][] places;

    private final View neighbours;
    private final PrincipalPictures pictures;
    private final Facts facts;
    private final int[] labels;

    /** How many neighbours a point has. */
    final int nearest;

    /** The drawing's coefficients, null if there is no drawing, and the points nearest to it. */
    private float[] own;

    private int[] ownNear;

    /** The map that is shown, the one before it, and how much of the way between them is gone, 0 to 1. */
    public int map;

    public int before;
    public double share = 1;

    /** The digit that stands out; −1 for all. */
    public int digit = -1;

    /** The point whose neighbours are shown. */
    public int picked;

    /**
     * The points of four views.
     *
     * @param views in the order of {@link MapFigure#VIEWS}: components; maps × points × 2; points × coefficients; images or control
     *     × points × indices of neighbours
     * @param facts with {@code findings/maps}
     * @throws IllegalArgumentException if they do not fit one another
     */
    public MapPoints(View[] views, Facts facts) {
        this.facts = facts;
        neighbours = views[3];
        pictures = new PrincipalPictures(views[0]);
        int[] shape = views[1].shape();
        int[] near = neighbours.shape();
        int[] of = views[2].shape();
        if (shape.length != 3
                || shape[0] != facts.size(FACTS + "/maps")
                || of.length != 2
                || of[0] != shape[1]
                || of[1] > pictures.size()
                || near.length != 3
                || near[0] != 2
                || near[1] != shape[1]
                || facts.size(FACTS + "/labels") != shape[1]) {
            throw new IllegalArgumentException(
                    "the figure needs a model with views \"maps\", \"places\" and \"neighbours\" of"
                            + " the same points, and with their labels in findings.maps");
        }
        nearest = near[2];
        labels = new int[shape[1]];
        places = new float[shape[1]][of[1]];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (int) facts.number(FACTS + "/labels/" + i);
            System.arraycopy(views[2].values(), i * of[1], places[i], 0, of[1]);
        }
        maps = new float[shape[0]][shape[1]][2];
        for (int m = 0; m < maps.length; m++) {
            fit(maps[m], views[1].values(), m * labels.length * 2);
        }
    }

    /** Fills a map with what stands in {@code values}, moved and scaled so that it just fits from −1 to 1. */
    private static void fit(float[][] map, float[] values, int from) {
        float[] least = {values[from], values[from + 1]};
        float[] most = least.clone();
        for (int i = 0; i < 2 * map.length; i++) {
            least[i % 2] = Math.min(least[i % 2], values[from + i]);
            most[i % 2] = Math.max(most[i % 2], values[from + i]);
        }
        float half = Math.max(most[0] - least[0], most[1] - least[1]) / 2;
        for (int i = 0; i < 2 * map.length; i++) {
            map[i / 2][i % 2] = (values[from + i] - (least[i % 2] + most[i % 2]) / 2) / half;
        }
    }

    /** How many points there are. */
    public int size() {
        return labels.length;
    }

    /** What the maps are called. */
    public String[] names() {
        String[] names = new String[maps.length];
        for (int m = 0; m < names.length; m++) {
            names[m] = facts.text(FACTS + "/maps/" + m);
        }
        return names;
    }

    /** Whether the points of the map shown are no digits. */
    public boolean isControl() {
        return map == maps.length - 1;
    }

    /** Whether a point is of the digit that stands out; all are where none does, and in the control. */
    boolean standsOut(int i) {
        return digit < 0 || isControl() || labels[i] == digit;
    }

    /** The digit that a point is. */
    public int label(int i) {
        return labels[i];
    }

    /** Where a point is now, on its way from one map to the other, from −1 to 1: x to the right, y upwards. */
    float[] at(int i) {
        float[] from = maps[before][i];
        float[] to = maps[map][i];
        if (share == 1) {
            return to;
        }
        float part = (float) share;
        return new float[] {from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])};
    }

    /** The points that are nearest to a point among all pixels, the nearest first. */
    public int[] neighbours(int i) {
        int[] near = new int[nearest];
        int from = ((isControl() ? labels.length : 0) + i) * nearest;
        for (int k = 0; k < nearest; k++) {
            near[k] = (int) neighbours.values()[from + k];
        }
        return near;
    }

    /** Of each of {@link #neighbours}, whether it is among as many nearest on the map shown. */
    public boolean[] kept(int i) {
        int[] near = neighbours(i);
        int[] onMap = Nearest.of(maps[map], maps[map][i], nearest, i);
        boolean[] kept = new boolean[nearest];
        for (int k = 0; k < nearest; k++) {
            for (int other : onMap) {
                kept[k] |= other == near[k];
            }
        }
        return kept;
    }

    /** The point with the longest line to one of its {@link #neighbours} on the map shown. */
    public int worst() {
        int worst = 0;
        double longest = 0;
        for (int i = 0; i < labels.length; i++) {
            for (int other : neighbours(i)) {
                float[] a = maps[map][i];
                float[] b = maps[map][other];
                double squared = (a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]);
                if (squared > longest) {
                    longest = squared;
                    worst = i;
                }
            }
        }
        return worst;
    }

    /** The picture of a point as far as its coefficients give it. */
    float[] picture(int i) {
        return pictures.picture(places[i]);
    }

    /** From now on the drawing is this; null for none. */
    public void see(float[] ink) {
        own = ink == null ? null : pictures.coefficients(ink, places[0].length);
        ownNear = ink == null ? null : Nearest.of(places, own, nearest, -1);
    }

    /** The points nearest to the drawing by their coefficients, the nearest first; null if there is no drawing, or no digits. */
    public int[] ownNear() {
        return isControl() ? null : ownNear;
    }

    /** The drawing as far as as many coefficients give it. */
    float[] ownPicture() {
        return pictures.picture(own);
    }

    /** Where the drawing is now: between {@link #ownNear}, the nearer to each the more alike they are. */
    float[] ownAt() {
        float[][] now = new float[labels.length][];
        for (int i : ownNear) {
            now[i] = at(i);
        }
        now[0] = at(0);
        return Nearest.between(places, own, now, ownNear);
    }

    private double number(String name) {
        return facts.number(FACTS + "/" + name);
    }

    /** The share of true neighbours that are among as many nearest on a map. */
    double keptShare(int m) {
        return number("neighboursKept/" + m);
    }

    /** The same for points strewn at random. */
    double keptByChance() {
        return number("neighboursKeptByChance");
    }

    /** The share of points whose nearest on a map is the same digit; among all pixels if {@code m} is negative. */
    double agreement(int m) {
        return number(m < 0 ? "neighbourAgreementOfPixels" : "neighbourAgreement/" + m);
    }
}
