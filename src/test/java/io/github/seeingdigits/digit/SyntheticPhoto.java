package io.github.seeingdigits.digit;

import java.util.Random;

/** Photographs that never were: our own strokes on paper, in bad light. Brightness from 0 to 1. */
public final class SyntheticPhoto {
    /** What the camera saw. */
    public final Raster picture;

    private final Random random;

    /** An even sheet of paper of the given brightness. */
    public SyntheticPhoto(int width, int height, double paper, int seed) {
        picture = new Raster(width, height);
        java.util.Arrays.fill(picture.ink, (float) paper);
        random = new Random(seed);
    }

    /** Writes with a pen of {@code pen} pixels and the given brightness; the pad is {@code size} pixels, its corner at (x, y). */
    public SyntheticPhoto write(Drawing drawing, double x, double y, double size, double pen, double brightness) {
        Raster ink = new Raster(picture.width, picture.height);
        for (Stroke stroke : drawing.strokes()) {
            for (int i = 0; i < stroke.size(); i++) {
                int from = Math.max(0, i - 1);
                ink.line(
                        (float) (x + stroke.x(from) * size),
                        (float) (y + stroke.y(from) * size),
                        (float) (x + stroke.x(i) * size),
                        (float) (y + stroke.y(i) * size),
                        (float) pen);
            }
        }
        return blend(ink, brightness);
    }

    private SyntheticPhoto blend(Raster ink, double brightness) {
        for (int p = 0; p < ink.ink.length; p++) {
            picture.ink[p] += ink.ink[p] * (brightness - picture.ink[p]);
        }
        return this;
    }

    /** A straight line from edge to edge, as on ruled paper. */
    public SyntheticPhoto line(double x1, double y1, double x2, double y2, double pen, double brightness) {
        Raster ink = new Raster(picture.width, picture.height);
        ink.line((float) x1, (float) y1, (float) x2, (float) y2, (float) pen);
        return blend(ink, brightness);
    }

    /** The light falls off towards the lower right, down to the given part. */
    public SyntheticPhoto gradient(double part) {
        return light((x, y) -> 1 + (part - 1) * (x + y) / 2);
    }

    /** A shadow with a sharp edge lies over everything right of a slanting line. */
    public SyntheticPhoto shadow(double part) {
        return light((x, y) -> x + 0.4 * y > 0.75 ? part : 1);
    }

    /** All but a sheet of paper in the middle is a dark table. */
    public SyntheticPhoto onTable(double brightness) {
        for (int j = 0; j < picture.height; j++) {
            for (int i = 0; i < picture.width; i++) {
                double x = (double) i / picture.width;
                double y = (double) j / picture.height;
                if (x < 0.08 + 0.03 * y || x > 0.94 || y < 0.06 || y > 0.9 + 0.03 * x) {
                    picture.ink[j * picture.width + i] = (float) brightness;
                }
            }
        }
        return this;
    }

    /** Dust. */
    public SyntheticPhoto specks(int count, double brightness) {
        Raster dust = new Raster(picture.width, picture.height);
        for (int k = 0; k < count; k++) {
            float x = random.nextFloat() * picture.width;
            float y = random.nextFloat() * picture.height;
            dust.line(x, y, x, y, 3);
        }
        return blend(dust, brightness);
    }

    private interface Light {
        double at(double x, double y);
    }

    private SyntheticPhoto light(Light light) {
        for (int j = 0; j < picture.height; j++) {
            for (int i = 0; i < picture.width; i++) {
                picture.ink[j * picture.width + i] *=
                        (float) light.at((double) i / picture.width, (double) j / picture.height);
            }
        }
        return this;
    }

    /** Each pixel differs by normal noise of this standard deviation. */
    public SyntheticPhoto noise(double deviation) {
        for (int p = 0; p < picture.ink.length; p++) {
            double value = picture.ink[p] + deviation * random.nextGaussian();
            picture.ink[p] = (float) Math.max(0, Math.min(1, value));
        }
        return this;
    }
}
