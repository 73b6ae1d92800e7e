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

    private static float row(float[] ink, int j) {
        float sum = 0;
        for (int i = 0; i < Ink.SIZE; i++) {
            sum += ink[j * Ink.SIZE + i];
        }
        return sum;
    }

    private static float column(float[] ink, int i) {
        float sum = 0;
        for (int j = 0; j < Ink.SIZE; j++) {
            sum += ink[j * Ink.SIZE + i];
        }
        return sum;
    }

    @Test
    void withoutAnyStepThePadShrinksAsItIs() {
        // From (1/4, 1/2) down to (1/4, 3/4): columns around 7, rows 14 to 21, plus half a pen of 0.07·28 = 1.96
        // pixels.
        float[] ink = Ink.of(Drawing.decode("250,500,250,750"), new Ink.Steps(false, false, false));
        for (int k = 0; k < Ink.SIZE; k++) {
            assertEquals(k >= 13 && k < 22, row(ink, k) > 0.05, "row " + k);
            assertEquals(k >= 6 && k < 8, column(ink, k) > 0.5, "column " + k);
        }
        assertEquals(1.96, row(ink, 17), 0.02);
    }

    @Test
    void withoutFittingASmallDrawingStaysSmallButIsCentred() {
        float[] ink = Ink.of(Drawing.decode("100,100,100,350"), new Ink.Steps(false, true, true));
        int rows = 0;
        int columns = 0;
        for (int k = 0; k < Ink.SIZE; k++) {
            rows += row(ink, k) > 0.05 ? 1 : 0;
            columns += column(ink, k) > 0.05 ? 1 : 0;
        }
        // A quarter of 28 pixels, plus the pen's round ends; the pen; each with the pixels it only touches.
        assertTrue(rows >= 10 && rows <= 11, rows + " rows");
        assertTrue(columns >= 3 && columns <= 4, columns + " columns");
        assertTrue(row(ink, 14) > 2.5 && column(ink, 14) > 5, "not in the middle");
    }

    @Test
    void withoutCentringABoxStandsInTheMiddleByItsEdges() {
        // A flag to the right at the very top: the centre of mass lies left of the middle and above it.
        Drawing flag = Drawing.decode("200,900,200,100,800,100");
        float[] by = Ink.of(flag, new Ink.Steps(true, false, true));
        float[] mass = Ink.of(flag);
        assertEquals(0, row(by, 3));
        assertTrue(row(by, 4) > 1, "the box begins in row 4");
        assertTrue(row(by, 23) > 0.5, "and ends in row 23");
        assertEquals(0, row(by, 24));
        int moved = 0;
        for (int p = 0; p < Ink.PIXELS; p++) {
            moved += Math.abs(by[p] - mass[p]) > 0.5 ? 1 : 0;
        }
        assertTrue(moved > 20, "the centre of mass changed only " + moved + " pixels");
    }

    @Test
    void withoutThePensStepASmallDrawingGetsAThickPen() {
        Ink.Steps own = new Ink.Steps(true, true, false);
        // 20 pixels for 0.8 + 0.07 of the pad make the pen 1.61 pixels, for 0.2 + 0.07 they make it 5.19.
        assertEquals(0.07 * 20 / 0.87, row(Ink.of(Drawing.decode("500,100,500,900"), own), 14), 0.02);
        assertEquals(0.07 * 20 / 0.27, row(Ink.of(Drawing.decode("500,100,500,300"), own), 14), 0.02);
    }

    @Test
    void aPenThatIsPressedIsWiderAndStillFits() {
        float[] pressed = Ink.of(Drawing.decode("500,100~140,500,900~140"));
        assertEquals(1.4 * Ink.PEN, row(pressed, 14), 0.05);
        assertEquals(0, row(pressed, 4));
        assertTrue(row(pressed, 5) > 0.5 && row(pressed, 24) > 0.5, "the line fills the box");
        assertEquals(0, row(pressed, 25));
        float[] tapered = Ink.of(Drawing.decode("500,100~60,500,300~80,500,500,500,700~120,500,900~140"));
        for (int row = 8; row < 18; row++) {
            assertTrue(row(tapered, row) < row(tapered, row + 1) + 0.02, "row " + row);
        }
        assertTrue(row(tapered, 18) > 1.5 * row(tapered, 8));
    }

    @Test
    void theDefaultIsAllSteps() {
        for (HandDrawn.Digit digit : HandDrawn.all()) {
            assertArrayEquals(Ink.of(digit.drawing()), Ink.of(digit.drawing(), new Ink.Steps(true, true, true)));
        }
    }
}
