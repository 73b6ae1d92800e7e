package io.github.seeingdigits.digit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the digit in a photograph or a picture: written with any pen on any paper, dark on light or light on dark, in uneven
 * light, on ruled paper, with specks, shadows and the paper's edges around it. What is found goes the way of every drawing: its
 * pen made as wide as MNIST's, fitted into 20×20 pixels, its centre of mass in the middle.
 */
public final class PhotoInk {
    /** Why there is no digit. */
    public enum Problem {
        /** Nothing stands out. */
        BLANK,
        /** Too few pixels to see anything. */
        TOO_SMALL,
        /** So much stands out that nothing can be told from the rest. */
        CONFUSED,
        /** Two or more digits, or a word. */
        SEVERAL
    }

    /** The longer side that pictures are brought to, in pixels: enough for a digit that fills a tenth of it. */
    public static final int SIDE = 192;

    private static final int SMALLEST_SIDE = 12;

    /** Ink must differ from paper by this part of full contrast, and by this many times the noise. */
    private static final double LEAST_CONTRAST = 0.1;

    private static final double LEAST_SIGNAL = 8;

    /** What counts as ink, as a part of the contrast of the darkest: where a stroke begins, and what it is continued by. */
    private static final double SEED = 0.5;

    private static final double GROWTH = 0.28;

    /** The part of the picture that the darkest ink is measured on. */
    private static final double DARKEST = 0.002;

    /** A line of a ruled page crosses this part of the picture. */
    private static final double RULED = 0.8;

    /** How far a ruled line may climb from one edge of the picture to the other, as a part of its length. */
    private static final double SLOPE = 0.08;

    /** How much more a pen's line stands out than the line on the paper under it. */
    private static final double PEN_OVER_LINE = 1.6;

    /** How large a piece must be, beside the largest, to count as a part of the digit, or as a digit of its own. */
    private static final double PART = 0.04;

    private static final double AS_TALL = 0.55;

    /** How far away a part may lie, as a part of the digit's size. */
    private static final double NEAR = 0.3;

    /** Levels that brightness is counted in. */
    static final int BINS = 256;

    private final Problem problem;
    private final float[] ink;

    private PhotoInk(Problem problem, float[] ink) {
        this.problem = problem;
        this.ink = ink;
    }

    /** The digit's {@link Ink#PIXELS} values from 0 to 1, or null if none was found. */
    public float[] ink() {
        return ink;
    }

    /** Why none was found, or null if one was. */
    public Problem problem() {
        return problem;
    }

    private static PhotoInk no(Problem problem) {
        return new PhotoInk(problem, null);
    }

    /**
     * Looks for a digit.
     *
     * @param photo brightness from 0 for black to 1 for white, of any size
     */
    public static PhotoInk of(Raster photo) {
        if (Math.min(photo.width, photo.height) < SMALLEST_SIDE) {
            return no(Problem.TOO_SMALL);
        }
        Raster grey = soften(resize(photo));
        Raster contrast = Paper.ink(grey);
        double darkest = darkest(contrast);
        double noise = noise(grey);
        if (darkest < LEAST_CONTRAST || darkest < LEAST_SIGNAL * noise) {
            return no(Problem.BLANK);
        }
        float low = (float) (GROWTH * darkest);
        unrule(contrast, low, false);
        unrule(contrast, low, true);
        // Without the lines, the darkest may be another.
        darkest = darkest(contrast);
        if (darkest < LEAST_CONTRAST || darkest < LEAST_SIGNAL * noise) {
            return no(Problem.BLANK);
        }
        return digit(contrast, darkest);
    }

    private static Raster resize(Raster photo) {
        double scale = (double) SIDE / Math.max(photo.width, photo.height);
        return photo.scale(Math.max(1, (int) Math.round(photo.width * scale)), Math.max(1, (int)
                Math.round(photo.height * scale)));
    }

    /** The mean of each pixel and its eight neighbours: a camera's noise is finer than a pen. */
    private static Raster soften(Raster picture) {
        int w = picture.width;
        int h = picture.height;
        Raster soft = new Raster(w, h);
        for (int j = 0; j < h; j++) {
            for (int i = 0; i < w; i++) {
                float sum = 0;
                int count = 0;
                for (int y = Math.max(0, j - 1); y <= Math.min(h - 1, j + 1); y++) {
                    for (int x = Math.max(0, i - 1); x <= Math.min(w - 1, i + 1); x++) {
                        sum += picture.ink[y * w + x];
                        count++;
                    }
                }
                soft.ink[j * w + i] = sum / count;
            }
        }
        return soft;
    }

    /** How far the darkest two thousandths of the pixels stand out, in the mean. */
    private static double darkest(Raster contrast) {
        int[] count = new int[BINS];
        for (float value : contrast.ink) {
            count[Paper.bin(value)]++;
        }
        int most = Math.max(12, (int) (DARKEST * contrast.ink.length));
        int left = most;
        double sum = 0;
        for (int b = BINS - 1; b >= 0 && left > 0; b--) {
            int some = Math.min(left, count[b]);
            sum += some * (b + 0.5) / BINS;
            left -= some;
        }
        return sum / most;
    }

    /** The standard deviation of the noise, from pixels three apart: strokes are rare, so the median knows nothing of them. */
    private static double noise(Raster grey) {
        int[] count = new int[BINS];
        int total = 0;
        for (int j = 0; j < grey.height; j++) {
            for (int i = 3; i < grey.width; i++) {
                int at = j * grey.width + i;
                count[Paper.bin(Math.abs(grey.ink[at] - grey.ink[at - 3]))]++;
                total++;
            }
        }
        int b = 0;
        for (int below = count[0]; below < total / 2; below += count[b]) {
            b++;
        }
        // The median of the difference of two normal values, either way, is 0.954 standard deviations.
        return (double) b / BINS / 0.954;
    }

    /** Takes the lines of ruled paper away, level or upright ones; where a darker stroke lies on a line or crosses it, it stays. */
    private static void unrule(Raster contrast, float low, boolean upright) {
        int length = upright ? contrast.height : contrast.width;
        int breadth = upright ? contrast.width : contrast.height;
        int along = upright ? contrast.width : 1;
        int across = upright ? 1 : contrast.width;
        float[] ink = contrast.ink;
        float[] ruled = new float[ink.length];
        int most = (int) (SLOPE * length);
        float[] path = new float[length];
        int[] place = new int[length];
        for (int climb = -most; climb <= most; climb++) {
            for (int i = 0; i < length; i++) {
                place[i] = i * along + climb * i / length * across;
            }
            for (int start = Math.max(0, -climb); start < Math.min(breadth, breadth - climb); start++) {
                int from = start * across;
                // It runs off the picture at both ends, which a digit's own line does not.
                if (ink[from + place[0]] < low / 2 || ink[from + place[length - 1]] < low / 2) {
                    continue;
                }
                int inked = 0;
                for (int i = 0; i < length; i++) {
                    path[i] = ink[from + place[i]];
                    inked += path[i] >= low / 2 ? 1 : 0;
                }
                if (inked >= RULED * length) {
                    Arrays.sort(path);
                    for (int at : place) {
                        ruled[from + at] = Math.max(ruled[from + at], path[length / 2]);
                    }
                }
            }
        }
        float[] before = ink.clone();
        for (int i = 0; i < length; i++) {
            for (int j = 0; j < breadth; j++) {
                if (ruled[i * along + j * across] == 0) {
                    continue;
                }
                int end = j;
                while (end + 1 < breadth && ruled[i * along + (end + 1) * across] > 0) {
                    end++;
                }
                // The softened line reaches one pixel beyond what was found.
                int from = Math.max(0, j - 1);
                int to = Math.min(breadth - 1, end + 1);
                boolean crossed = from > 1
                        && to < breadth - 2
                        && before[i * along + (from - 2) * across] >= low
                        && before[i * along + (to + 2) * across] >= low;
                float level = 0;
                for (int k = j; k <= end; k++) {
                    level = Math.max(level, ruled[i * along + k * across]);
                }
                for (int k = from; k <= to && !crossed; k++) {
                    if (ink[i * along + k * across] < PEN_OVER_LINE * level) {
                        ink[i * along + k * across] = 0;
                    }
                }
                j = end;
            }
        }
    }

    private static PhotoInk digit(Raster contrast, double darkest) {
        Components found = new Components(contrast, (float) (GROWTH * darkest), (float) (SEED * darkest));
        Components.Piece main = null;
        double total = 0;
        for (Components.Piece piece : found.pieces) {
            if (!cutOff(piece, contrast)) {
                total += piece.mass;
                if (main == null || piece.mass > main.mass) {
                    main = piece;
                }
            }
        }
        if (main == null || Math.max(main.width(), main.height()) < SIDE / 24) {
            return no(Problem.BLANK);
        }
        List<Components.Piece> parts = new ArrayList<>();
        parts.add(main);
        double kept = main.mass;
        double size = Math.max(main.width(), main.height());
        for (Components.Piece piece : found.pieces) {
            if (piece == main || cutOff(piece, contrast)) {
                continue;
            }
            if (another(piece, main)) {
                return no(total > 4 * main.mass ? Problem.CONFUSED : Problem.SEVERAL);
            }
            if (piece.mass >= PART * main.mass && gap(piece, main) <= NEAR * size) {
                parts.add(piece);
                kept += piece.mass;
            }
        }
        if (kept < 0.4 * total) {
            return no(Problem.CONFUSED);
        }
        return new PhotoInk(null, fit(contrast, found, parts, darkest));
    }

    /** Whether a piece runs out of the picture over some length, as shadows, fingers and the paper's edges do. */
    private static boolean cutOff(Components.Piece piece, Raster picture) {
        boolean fills = piece.width() > 0.8 * picture.width || piece.height() > 0.8 * picture.height;
        return piece.onEdge > (fills ? 0.12 : 0.02) * (picture.width + picture.height)
                || piece.onEdge > 0 && Math.max(piece.width(), piece.height()) < 0.2 * SIDE;
    }

    /** Whether a piece could be a digit beside the main one, rather than a part of it. */
    private static boolean another(Components.Piece piece, Components.Piece main) {
        double shared = Math.min(piece.right, main.right) - Math.max(piece.left, main.left) + 1;
        boolean beside = shared < 0.15 * Math.min(piece.width(), main.width());
        boolean tall = piece.height() >= AS_TALL * main.height() && piece.mass >= 0.15 * main.mass;
        boolean apart =
                gap(piece, main) > NEAR * Math.max(main.width(), main.height()) && piece.mass >= 0.5 * main.mass;
        return beside && tall || apart;
    }

    /** How far two pieces' boxes are apart. */
    private static double gap(Components.Piece a, Components.Piece b) {
        double x = Math.max(0, Math.max(a.left - b.right, b.left - a.right) - 1);
        double y = Math.max(0, Math.max(a.top - b.bottom, b.top - a.bottom) - 1);
        return Math.sqrt(x * x + y * y);
    }

    private static float[] fit(Raster contrast, Components found, List<Components.Piece> parts, double darkest) {
        int left = Integer.MAX_VALUE;
        int right = 0;
        int top = Integer.MAX_VALUE;
        int bottom = 0;
        boolean[] wanted = new boolean[found.pieces.size()];
        for (Components.Piece part : parts) {
            wanted[found.pieces.indexOf(part)] = true;
            left = Math.min(left, part.left);
            right = Math.max(right, part.right);
            top = Math.min(top, part.top);
            bottom = Math.max(bottom, part.bottom);
        }
        // Room for a pen that becomes wider.
        int room = 2 + Math.max(right - left, bottom - top) / 8;
        Raster digit = new Raster(right - left + 1 + 2 * room, bottom - top + 1 + 2 * room);
        for (int j = top; j <= bottom; j++) {
            for (int i = left; i <= right; i++) {
                int label = found.label[j * contrast.width + i];
                if (label >= 0 && wanted[label]) {
                    // Full ink from 0.7 of the darkest on, and paper at half of what still counts as ink.
                    double value = (contrast.ink[j * contrast.width + i] / darkest - GROWTH / 2) / (0.7 - GROWTH / 2);
                    digit.ink[(j - top + room) * digit.width + i - left + room] =
                            (float) Math.max(0, Math.min(1, value));
                }
            }
        }
        // A stroke is as wide as its area is large for half its outline, which is what the slopes of its edges add up
        // to.
        double area = 0;
        double outline = 1e-9;
        for (int p = digit.width + 1; p < digit.ink.length - digit.width - 1; p++) {
            double dx = (digit.ink[p + 1] - digit.ink[p - 1]) / 2;
            double dy = (digit.ink[p + digit.width] - digit.ink[p - digit.width]) / 2;
            area += digit.ink[p];
            outline += Math.sqrt(dx * dx + dy * dy);
        }
        double pen = 2 * area / outline;
        // In the box, lines shall be PEN wide: (pen + 2r)·BOX / (extent + 2r) = PEN.
        double extent = Math.max(right - left, bottom - top) + 1;
        double radius = (Ink.PEN * extent - pen * Ink.BOX) / (2 * (Ink.BOX - Ink.PEN));
        return Ink.of(Extremes.thicken(digit, Math.max(-pen / 4, Math.min(room - 1, radius))));
    }
}
