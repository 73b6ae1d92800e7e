package io.github.seeingdigits.digit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.Damage;
import io.github.seeingdigits.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DrawingTest {
    /** What was read is written and read again, and becomes ink. */
    static final Damage DAMAGE = Damage.toPatient(text -> {
                Drawing drawing = Drawing.decode(new String(text, StandardCharsets.ISO_8859_1));
                if (drawing != null) {
                    assertEquals(
                            drawing.encode(), Drawing.decode(drawing.encode()).encode());
                    for (float value : Ink.of(drawing)) {
                        assertTrue(value >= 0 && value <= 1, "ink of " + value);
                    }
                }
            })
            .allocating(1_000, 64 << 20);

    @Test
    void whatIsEncodedIsDecodedAgain() {
        String text = "0,0,1000,999,-20,1020;500,500";
        Drawing drawing = Drawing.decode(text);
        assertEquals(2, drawing.strokes().size());
        assertEquals(3, drawing.strokes().get(0).size());
        assertEquals(-0.02f, drawing.strokes().get(0).x(2));
        assertEquals(text, drawing.encode());
    }

    @Test
    void thePensWidthIsKeptWhereItIsNotOrdinary() {
        String text = "100,100~140,500,500,900,900~60;5,5~50";
        Drawing drawing = Drawing.decode(text);
        assertEquals(1.4f, drawing.strokes().get(0).width(0));
        assertEquals(1, drawing.strokes().get(0).width(1));
        assertEquals(0.6f, drawing.strokes().get(0).width(2));
        assertEquals(text, drawing.encode());
        assertEquals(text, drawing.firstPoints(4).encode());
        assertEquals("5,5", Drawing.decode("5,5~100").encode());
    }

    @Test
    void anEraserLeavesThePensWidthAsItWas() {
        Drawing drawing = Drawing.decode("100,500~140,900,500~140");
        assertTrue(drawing.erase(0.5f, 0.4f, 0.5f, 0.6f, 0.05f));
        for (Stroke stroke : drawing.strokes()) {
            for (int i = 0; i < stroke.size(); i++) {
                assertEquals(1.4f, stroke.width(i));
            }
        }
    }

    @Test
    void halfThePressureIsTheOrdinaryWidth() {
        assertEquals(1, Stroke.widthUnder(0.5f), 1e-6f);
        assertEquals(0.6f, Stroke.widthUnder(0), 1e-6f);
        assertEquals(1.4f, Stroke.widthUnder(1), 1e-6f);
    }

    @Test
    void anEmptyTextIsAnEmptyDrawing() {
        assertTrue(Drawing.decode("").isEmpty());
        assertEquals("", new Drawing().encode());
    }

    @Test
    void damagedTextGivesNoDrawing() {
        String[] damaged = {
            null,
            "1",
            "1,",
            ",",
            ";",
            "1,2;",
            "1,2;3",
            "1,2,3",
            "a,b",
            "1,2 ,3,4",
            "NaN,1",
            "1e9,1",
            "99999,1",
            "--1,2",
            "<img>",
            "__proto__",
            "1,2;;3,4",
            "1~100,2",
            "1,2~",
            "1,2~49",
            "1,2~151",
            "1,2~70~70",
            "1,2~-70",
            "1,~70"
        };
        for (String text : damaged) {
            assertNull(Drawing.decode(text), "\"" + text + "\" was read");
        }
    }

    @Test
    void absurdlyLongTextGivesNoDrawing() {
        assertNotNull(Drawing.decode("1,2," + "3,4,".repeat(1000) + "5,6"));
        assertNull(Drawing.decode("1,2," + "3,4,".repeat(100_000) + "5,6"));
    }

    @Test
    void randomTextNeverThrows() {
        Random random = new Random(1);
        String letters = "0123456789,;-. x%";
        for (int run = 0; run < 20_000; run++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(20);
            for (int i = 0; i < length; i++) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            Drawing drawing = Drawing.decode(text.toString());
            if (drawing != null) {
                assertEquals(drawing.encode(), Drawing.decode(drawing.encode()).encode());
            }
        }
    }

    @Test
    void undoTakesBackTheNewestStroke() {
        Drawing drawing = Drawing.decode("1,2,3,4;5,6;7,8,9,10");
        drawing.undo();
        assertEquals("1,2,3,4;5,6", drawing.encode());
        drawing.undo();
        drawing.undo();
        drawing.undo();
        assertTrue(drawing.isEmpty());
    }

    @Test
    void theFirstPointsAreTheDrawingAsItWas() {
        Drawing drawing = Drawing.decode("1,2,3,4;5,6,7,8");
        assertEquals(4, drawing.points());
        assertEquals("1,2,3,4;5,6", drawing.firstPoints(3).encode());
        assertEquals("", drawing.firstPoints(0).encode());
        assertEquals(drawing.encode(), drawing.firstPoints(99).encode());
    }

    /** From the line between two points, its ends included: what a rubber must come near to. */
    @Test
    void theDistanceFromALineIsThatOfItsNearestPoint() {
        assertEquals(5, Stroke.distance(3, 4, 0, 0, 0, 0), "from a point");
        assertEquals(5, Stroke.distance(4, 5, 0, 0, 10, 0), "from a level line");
        assertEquals(2, Stroke.distance(3, 4, 1, -7, 1, 8), "from an upright one");
        assertEquals(Math.sqrt(2), Stroke.distance(1, 3, 1, 1, 5, 5), 1e-6, "from a slanting one");
        assertEquals(4, Stroke.distance(5, 1, 1, 5, 1, 1), "from its end, square to it");
        assertEquals(5, Stroke.distance(-2, -3, 1, 1, 5, 5), 1e-6, "beyond its first end");
        assertEquals(5, Stroke.distance(9, 8, 1, 1, 5, 5), 1e-6, "beyond its last end");
    }

    @Test
    void anEraserCutsAStrokeInTwoWhereItPasses() {
        Drawing drawing = Drawing.decode("100,500,900,500;100,900,900,900");
        assertTrue(drawing.erase(0.5f, 0.3f, 0.5f, 0.7f, 0.1f));
        assertEquals(3, drawing.strokes().size());
        Stroke left = drawing.strokes().get(0);
        Stroke right = drawing.strokes().get(1);
        assertEquals(0.1f, left.x(0));
        assertEquals(0.4, left.x(left.size() - 1), 0.0101);
        assertEquals(0.6, right.x(0), 0.0101);
        assertEquals(0.9f, right.x(right.size() - 1));
        assertEquals("100,900,900,900", encode(drawing.strokes().get(2)), "a stroke that was not touched");
    }

    @Test
    void nothingNearTheEraserIsLeftAndNothingElseIsLost() {
        Random random = new Random(5);
        for (int run = 0; run < 200; run++) {
            Drawing drawing = new Drawing();
            for (int s = 0; s < 3; s++) {
                drawing.begin(random.nextFloat(), random.nextFloat());
                for (int i = 0; i < 6; i++) {
                    drawing.extend(random.nextFloat(), random.nextFloat());
                }
            }
            Raster before = new Raster(100, 100);
            draw(drawing, before);
            float x1 = random.nextFloat();
            float y1 = random.nextFloat();
            float x2 = random.nextFloat();
            float y2 = random.nextFloat();
            drawing.erase(x1, y1, x2, y2, 0.06f);
            Raster after = new Raster(100, 100);
            draw(drawing, after);
            for (int j = 0; j < 100; j++) {
                for (int i = 0; i < 100; i++) {
                    double distance = Stroke.distance((i + 0.5f) / 100, (j + 0.5f) / 100, x1, y1, x2, y2);
                    float ink = after.ink[j * 100 + i];
                    if (distance < 0.06 - 0.025) {
                        assertEquals(0, ink, "ink left at " + i + ", " + j + " in run " + run);
                    } else if (distance > 0.06 + 0.035) {
                        assertEquals(
                                before.ink[j * 100 + i], ink, 0.01, "changed at " + i + ", " + j + " in run " + run);
                    }
                }
            }
        }
    }

    /** With a pen of one pixel in a hundred. */
    private static void draw(Drawing drawing, Raster raster) {
        for (Stroke stroke : drawing.strokes()) {
            for (int i = 1; i < stroke.size(); i++) {
                raster.line(100 * stroke.x(i - 1), 100 * stroke.y(i - 1), 100 * stroke.x(i), 100 * stroke.y(i), 1);
            }
        }
    }

    @Test
    void anEraserTakesDotsAndSaysWhetherItTookAnything() {
        Drawing drawing = Drawing.decode("500,500;100,100,200,100");
        assertFalse(drawing.erase(0.9f, 0.9f, 0.9f, 0.9f, 0.05f));
        assertEquals("500,500;100,100,200,100", drawing.encode());
        assertTrue(drawing.erase(0.52f, 0.5f, 0.52f, 0.5f, 0.05f));
        assertEquals("100,100,200,100", drawing.encode());
    }

    private static String encode(Stroke stroke) {
        Drawing one = new Drawing();
        one.begin(stroke.x(0), stroke.y(0));
        for (int i = 1; i < stroke.size(); i++) {
            one.extend(stroke.x(i), stroke.y(i));
        }
        return one.encode();
    }

    @Test
    void aPictureIsKeptPixelForPixelAndMakesRoomForAStroke() {
        float[] ink = new float[Ink.PIXELS];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = i % 256 / 255f;
        }
        Drawing drawing = Drawing.decode("1,2,3,4");
        drawing.setPicture(ink);
        assertFalse(drawing.isEmpty());
        assertEquals(0, drawing.strokes().size());
        Drawing again = Drawing.decode(drawing.encode());
        assertArrayEquals(ink, again.picture());
        assertArrayEquals(ink, Ink.of(again));
        again.begin(0.5f, 0.5f);
        assertNull(again.picture());
        drawing.undo();
        assertTrue(drawing.isEmpty());
        assertThrows(IllegalArgumentException.class, () -> new Drawing().setPicture(new float[10]));
    }

    @Test
    void damagedPicturesGiveNoDrawing() {
        String good = "p" + "0".repeat(2 * Ink.PIXELS);
        assertNotNull(Drawing.decode(good));
        for (String text :
                new String[] {"p", good + "0", good.substring(1), "p" + "g".repeat(2 * Ink.PIXELS), good + "00"}) {
            assertNull(Drawing.decode(text), "\"" + text + "\" was read");
        }
    }

    @Test
    @Fault("Every stage: damaged input to a parser")
    void whateverComesIsADrawingOrNone() {
        for (String text : new String[] {"310,250~70,500,-20;5,6;7,8~150,999,1000", "p" + "09af".repeat(392)}) {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            DAMAGE.everyTruncationIsAnsweredOrRefused(bytes);
            DAMAGE.everySingleBitFlipIsAnsweredOrRefused(bytes);
            DAMAGE.whateverComesIsAnsweredOrRefused(bytes, 3_000);
        }
    }
}
