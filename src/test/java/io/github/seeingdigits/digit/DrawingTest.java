package io.github.seeingdigits.digit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DrawingTest {
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
            "1,2;;3,4"
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
}
