package io.github.seeingdigits.digit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class InkTest {
    private static final int RUNS = 200;

    private static Drawing zigzag(Random random, double scale, double dx, double dy) {
        Drawing drawing = new Drawing();
        int strokes = 1 + random.nextInt(3);
        for (int s = 0; s < strokes; s++) {
            int points = 2 + random.nextInt(8);
            for (int i = 0; i < points; i++) {
                float x = (float) (dx + scale * random.nextDouble());
                float y = (float) (dy + scale * random.nextDouble());
                if (i == 0) {
                    drawing.begin(x, y);
                } else {
                    drawing.extend(x, y);
                }
            }
        }
        return drawing;
    }

    @Test
    void anEmptyDrawingGivesAnEmptyPicture() {
        assertArrayEquals(new float[Ink.PIXELS], Ink.of(new Drawing()));
    }

    @Test
    void aVerticalLineFillsTheBoxFromTopToBottomInTheMiddle() {
        Drawing line = new Drawing();
        line.begin(0.2f, 0.1f);
        line.extend(0.2f, 0.9f);
        float[] ink = Ink.of(line);
        // 20 pixels high: rows 5 to 24 have their mean on 14.5, rows 4 to 23 on 13.5; the tie goes to the lower.
        for (int j = 0; j < Ink.SIZE; j++) {
            float row = 0;
            for (int i = 0; i < Ink.SIZE; i++) {
                row += ink[j * Ink.SIZE + i];
            }
            boolean inside = j >= 5 && j < 25;
            assertEquals(inside, row > 0, "row " + j + " holds " + row);
        }
        // Away from its round ends the line is as wide as the pen.
        for (int j = 8; j < 21; j++) {
            float row = 0;
            for (int i = 0; i < Ink.SIZE; i++) {
                row += ink[j * Ink.SIZE + i];
            }
            assertEquals(Ink.PEN, row, 0.02, "row " + j);
        }
    }

    @Test
    void aDotStaysADot() {
        Drawing dot = new Drawing();
        dot.begin(0.9f, 0.1f);
        float[] ink = Ink.of(dot);
        double mass = 0;
        for (float value : ink) {
            mass += value;
        }
        assertEquals(Math.PI * Ink.PEN * Ink.PEN / 4, mass, 0.05);
        assertEquals(1, ink[14 * Ink.SIZE + 14], 1e-6);
    }

    @Test
    void shiftingOrScalingTheDrawingLeavesTheInkTheSame() {
        int same = 0;
        for (int run = 0; run < RUNS; run++) {
            Random place = new Random(1000 + run);
            double scale = 0.1 + 0.8 * place.nextDouble();
            double dx = place.nextDouble() * (1 - scale);
            double dy = place.nextDouble() * (1 - scale);
            float[] here = Ink.of(zigzag(new Random(run), 1, 0, 0));
            float[] there = Ink.of(zigzag(new Random(run), scale, dx, dy));
            double largest = 0;
            for (int i = 0; i < here.length; i++) {
                largest = Math.max(largest, Math.abs(here[i] - there[i]));
            }
            same += largest < 1e-3 ? 1 : 0;
        }
        // A centre of mass that falls between two pixels to within float rounding may be placed on either.
        assertTrue(same >= RUNS - 2, same + " of " + RUNS + " drawings gave the same ink");
    }

    @Test
    void theCentreOfMassLandsOnPixelFourteen() {
        for (int run = 0; run < RUNS; run++) {
            float[] ink = Ink.of(zigzag(new Random(run), 0.9, 0.05, 0.05));
            double mass = 0;
            double x = 0;
            double y = 0;
            for (int i = 0; i < ink.length; i++) {
                mass += ink[i];
                x += ink[i] * (i % Ink.SIZE);
                y += ink[i] * (i / Ink.SIZE);
            }
            // The box must stay inside the picture, so a very lopsided drawing may end up off centre.
            if (Math.abs(x / mass - 14) > 0.51 || Math.abs(y / mass - 14) > 0.51) {
                boolean touchesEdge = false;
                for (int k = 0; k < Ink.SIZE; k++) {
                    touchesEdge |= ink[k] > 0
                            || ink[27 * Ink.SIZE + k] > 0
                            || ink[k * Ink.SIZE] > 0
                            || ink[k * Ink.SIZE + 27] > 0;
                }
                assertTrue(touchesEdge, "run " + run + " is centred on " + x / mass + ", " + y / mass);
            }
        }
    }

    @Test
    void aPictureIsCroppedFittedAndCentred() {
        // A 40×20 black block in a corner becomes 20×10; both centres lie between two pixels.
        Raster page = new Raster(200, 100);
        for (int j = 70; j < 90; j++) {
            for (int i = 150; i < 190; i++) {
                page.ink[j * 200 + i] = 1;
            }
        }
        float[] ink = Ink.of(page);
        for (int j = 0; j < Ink.SIZE; j++) {
            for (int i = 0; i < Ink.SIZE; i++) {
                boolean inside = i >= 5 && i < 25 && j >= 10 && j < 20;
                assertEquals(inside ? 1 : 0, ink[j * Ink.SIZE + i], 1e-6, "pixel " + i + ", " + j);
            }
        }
    }

    @Test
    void averagingAnAreaKeepsTheAmountOfInk() {
        Random random = new Random(7);
        Raster picture = new Raster(37, 23);
        double before = 0;
        for (int i = 0; i < picture.ink.length; i++) {
            picture.ink[i] = random.nextFloat();
            before += picture.ink[i];
        }
        Raster smaller = picture.scale(11, 5);
        double after = 0;
        for (float value : smaller.ink) {
            after += value;
        }
        assertEquals(before / picture.ink.length, after / smaller.ink.length, 1e-6);
    }
}
