package io.github.seeingdigits.digit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Pieces of ink, counted by eye. */
class ComponentsTest {
    /** A picture of digits: 9 is full ink, a dot none. */
    static Raster picture(String... rows) {
        Raster raster = new Raster(rows[0].length(), rows.length);
        for (int j = 0; j < rows.length; j++) {
            for (int i = 0; i < raster.width; i++) {
                char c = rows[j].charAt(i);
                raster.ink[j * raster.width + i] = c == '.' ? 0 : (c - '0') / 9f;
            }
        }
        return raster;
    }

    private static String told(Components found) {
        StringBuilder told = new StringBuilder();
        for (Components.Piece piece : found.pieces) {
            told.append("%d..%d × %d..%d, %d by %d, %d pixels, %d on the edge, ink %.2f\n"
                    .formatted(
                            piece.left,
                            piece.right,
                            piece.top,
                            piece.bottom,
                            piece.width(),
                            piece.height(),
                            piece.pixels,
                            piece.onEdge,
                            piece.mass));
        }
        return told.toString();
    }

    @Test
    void piecesHoldTogetherAtCornersAndKnowTheirBoxesAndEdges() {
        Components found = new Components(
                picture(
                        "9.....9", //
                        ".9.....", "....99.", "....99.", "9......", "99....9"),
                0.5f,
                0.5f);
        assertEquals("""
                0..1 × 0..1, 2 by 2, 2 pixels, 1 on the edge, ink 2.00
                6..6 × 0..0, 1 by 1, 1 pixels, 1 on the edge, ink 1.00
                4..5 × 2..3, 2 by 2, 4 pixels, 0 on the edge, ink 4.00
                0..1 × 4..5, 2 by 2, 3 pixels, 3 on the edge, ink 3.00
                6..6 × 5..5, 1 by 1, 1 pixels, 1 on the edge, ink 1.00
                """, told(found));
        assertEquals(0, found.label[0]);
        assertEquals(0, found.label[8]);
        assertEquals(-1, found.label[1]);
        assertEquals(2, found.label[2 * 7 + 4]);
        assertEquals(3, found.label[5 * 7 + 1]);
        assertEquals(4, found.label[5 * 7 + 6]);
    }

    /** The bound itself counts, as it does in Canny's paper. */
    @Test
    void faintInkBelongsToTheStrokeItContinuesAndIsASmudgeAlone() {
        Components found = new Components(
                picture(
                        "33.33..", //
                        "3963.25", "......."),
                3 / 9f,
                6 / 9f);
        assertEquals("0..4 × 0..1, 5 by 2, 8 pixels, 5 on the edge, ink 3.67\n", told(found));
        assertEquals(-1, found.label[7 + 5], "2 is below what continues a stroke");
        assertEquals(-1, found.label[7 + 6], "5 is below what begins one");
    }

    /** Every shape of neighbour, right and left, above and below. */
    @Test
    void aStrokeIsFollowedInAllEightDirections() {
        Components found = new Components(
                picture(
                        ".........", //
                        ".9.9.9...",
                        "..9...9..",
                        ".9...9...",
                        "9.....99.",
                        ".99..9...",
                        "...99....",
                        "........."),
                1,
                1);
        assertEquals("0..7 × 1..6, 8 by 6, 15 pixels, 1 on the edge, ink 15.00\n", told(found));
        assertEquals(1, found.pieces.size(), told(found));
    }
}
