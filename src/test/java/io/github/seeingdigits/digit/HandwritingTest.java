package io.github.seeingdigits.digit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
