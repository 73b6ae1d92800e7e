package io.github.seeingdigits.digit;

import java.util.ArrayList;
import java.util.List;

/** The connected pieces of ink in a picture, diagonal neighbours included. */
final class Components {
    /** One piece: its box, its pixels, its ink, and how many of its pixels lie on the picture's edge. */
    static final class Piece {
        int left = Integer.MAX_VALUE;
        int right = -1;
        int top = Integer.MAX_VALUE;
        int bottom = -1;
        int pixels;
        int onEdge;
        double mass;

        int width() {
            return right - left + 1;
        }

        int height() {
            return bottom - top + 1;
        }
    }

    /** In the order of their first pixels. */
    final List<Piece> pieces = new ArrayList<>();

    /** For each pixel the number of its piece, or −1. */
    final int[] label;

    /**
     * Finds the pieces whose ink is nowhere below {@code low} and somewhere at least {@code high} (the hysteresis of Canny
     * 1986, doi:10.1109/TPAMI.1986.4767851): a faint part belongs to the stroke that it continues, alone it is a smudge.
     */
    Components(Raster picture, float low, float high) {
        int w = picture.width;
        int h = picture.height;
        label = new int[w * h];
        int[] stack = new int[w * h];
        for (int p = 0; p < label.length; p++) {
            label[p] = -1;
        }
        for (int seed = 0; seed < label.length; seed++) {
            if (label[seed] >= 0 || picture.ink[seed] < high) {
                continue;
            }
            Piece piece = new Piece();
            int number = pieces.size();
            pieces.add(piece);
            int depth = 0;
            stack[depth++] = seed;
            label[seed] = number;
            while (depth > 0) {
                int at = stack[--depth];
                int x = at % w;
                int y = at / w;
                piece.left = Math.min(piece.left, x);
                piece.right = Math.max(piece.right, x);
                piece.top = Math.min(piece.top, y);
                piece.bottom = Math.max(piece.bottom, y);
                piece.pixels++;
                piece.mass += picture.ink[at];
                piece.onEdge += x == 0 || y == 0 || x == w - 1 || y == h - 1 ? 1 : 0;
                for (int j = Math.max(0, y - 1); j <= Math.min(h - 1, y + 1); j++) {
                    for (int i = Math.max(0, x - 1); i <= Math.min(w - 1, x + 1); i++) {
                        int next = j * w + i;
                        if (label[next] < 0 && picture.ink[next] >= low) {
                            label[next] = number;
                            stack[depth++] = next;
                        }
                    }
                }
            }
        }
    }
}
