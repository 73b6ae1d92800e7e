package io.github.seeingdigits.digit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HandwritingTest {
    @Test
    void everyShapeIsWrittenWithinThePadAndEveryDigitHasSeveral() {
        for (int digit = 0; digit < 10; digit++) {
            assertTrue(DigitShapes.of(digit).size() >= 4);
            for (Drawing shape : DigitShapes.of(digit)) {
                assertNotNull(shape, "a shape of " + digit + " cannot be read");
                for (Stroke stroke : shape.strokes()) {
                    assertTrue(stroke.size() >= 2);
                    for (int i = 0; i < stroke.size(); i++) {
                        assertTrue(stroke.x(i) >= 0 && stroke.x(i) <= 1 && stroke.y(i) >= 0 && stroke.y(i) <= 1);
                    }
                }
            }
        }
    }

    @Test
    void theSameSeedWritesTheSameDrawings() {
        Handwriting first = new Handwriting(8);
        Handwriting second = new Handwriting(8);
        Handwriting other = new Handwriting(9);
        for (int i = 0; i < 30; i++) {
            String drawing = first.next(i % 10).encode();
            assertEquals(drawing, second.next(i % 10).encode());
            assertNotEquals(drawing, other.next(i % 10).encode());
        }
    }

    @Test
    void noDrawingLooksLikeAnother() {
        Handwriting hand = new Handwriting(1);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            assertTrue(seen.add(hand.next(1).encode()));
        }
    }

    @Test
    void allStylesAreUsed() {
        Handwriting hand = new Handwriting(2);
        Set<Integer> strokesOfSeven = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            strokesOfSeven.add(hand.next(7).strokes().size());
        }
        assertEquals(Set.of(1, 2), strokesOfSeven, "with a bar and without");
    }

    @Test
    void drawingsStayNearThePad() {
        Handwriting hand = new Handwriting(3);
        for (int i = 0; i < 1000; i++) {
            for (Stroke stroke : hand.next(i % 10).strokes()) {
                for (int p = 0; p < stroke.size(); p++) {
                    assertTrue(Math.abs(stroke.x(p) - 0.5) < 1 && Math.abs(stroke.y(p) - 0.5) < 1);
                }
            }
        }
    }

    /** Slants are normal about 0.08 by 0.17, and turns about 0 by 0.1; together with what the ends miss, their variances add up. */
    @Test
    void onesLeanToTheRightInMostHands() {
        Handwriting hand = new Handwriting(5);
        double[] leans = new double[4000];
        for (int i = 0; i < leans.length; i++) {
            Stroke down = hand.next(1).strokes().get(0);
            int last = down.size() - 1;
            // From the middle on, every shape of a one goes straight down.
            int middle = last;
            while (down.y(middle) > 0.5) {
                middle--;
            }
            leans[i] = (down.x(middle) - down.x(last)) / (down.y(last) - down.y(middle));
        }
        Arrays.sort(leans);
        // A few shapes end with a foot: the median does not see them.
        assertEquals(0.08, leans[leans.length / 2], 0.03);
        double between = leans[(int) (0.75 * leans.length)] - leans[(int) (0.25 * leans.length)];
        // Quartiles of a normal variable are 1.349 standard deviations apart.
        assertEquals(Math.sqrt(0.17 * 0.17 + 0.1 * 0.1), between / 1.349, 0.06);
    }

    @Test
    void noughtsAreWideAndNarrow() {
        Handwriting hand = new Handwriting(6);
        double[] ratios = new double[2000];
        for (int i = 0; i < ratios.length; i++) {
            Stroke round = hand.next(0).strokes().get(0);
            float[] box = {1, -1, 1, -1};
            for (int p = 0; p < round.size(); p++) {
                box[0] = Math.min(box[0], round.x(p));
                box[1] = Math.max(box[1], round.x(p));
                box[2] = Math.min(box[2], round.y(p));
                box[3] = Math.max(box[3], round.y(p));
            }
            ratios[i] = Math.log((box[1] - box[0]) / (box[3] - box[2]));
        }
        // Shapes are 0.31 to 0.63 as wide as high; hands widen by a factor whose logarithm varies by 0.19.
        double mean = Arrays.stream(ratios).average().orElseThrow();
        double variance = Arrays.stream(ratios)
                .map(ratio -> (ratio - mean) * (ratio - mean))
                .average()
                .orElseThrow();
        assertEquals(Math.log(0.55), mean, 0.15);
        assertTrue(variance > 0.19 * 0.19 && variance < 0.4 * 0.4, "" + variance);
    }

    /** Pieces are at most 0.09 long before curves and tremor stretch them, and many hands make them much shorter. */
    @Test
    void pensDoNotJump() {
        Handwriting hand = new Handwriting(7);
        for (int i = 0; i < 2000; i++) {
            Drawing drawing = hand.next(i % 10);
            for (Stroke stroke : drawing.strokes()) {
                for (int p = 1; p < stroke.size(); p++) {
                    double step = Math.hypot(stroke.x(p) - stroke.x(p - 1), stroke.y(p) - stroke.y(p - 1));
                    assertTrue(step < 0.2, step + " in " + drawing.encode());
                }
            }
        }
    }

    @Test
    void mostDigitsDrawnBySomebodyElseResembleADrawingOfTheSameDigit() {
        Handwriting hand = new Handwriting(4);
        float[][] known = new float[1500][];
        for (int i = 0; i < known.length; i++) {
            known[i] = Ink.of(hand.next(i % 10));
        }
        int asked = 0;
        int right = 0;
        for (int digit = 0; digit < 10; digit++) {
            for (Drawing drawing : CrudeDigits.of(digit, 3, digit)) {
                asked++;
                right += nearest(known, Ink.of(drawing)) % 10 == digit ? 1 : 0;
            }
        }
        assertTrue(right > 0.9 * asked, right + " of " + asked);
    }

    private static int nearest(float[][] known, float[] asked) {
        int nearest = 0;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < known.length; i++) {
            double distance = 0;
            for (int p = 0; p < asked.length; p++) {
                distance += (known[i][p] - asked[p]) * (known[i][p] - asked[p]);
            }
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    @Test
    void onlyDigitsAreWritten() {
        assertThrows(IllegalArgumentException.class, () -> new Handwriting(1).next(10));
        assertThrows(IllegalArgumentException.class, () -> new Handwriting(1).next(-1));
    }
}
