package io.github.seeingdigits.digit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final Drawing drawing = new Drawing();
    private final History history = new History(drawing);

    private void stroke(float x) {
        history.mark();
        drawing.begin(x, x);
        drawing.extend(x, 1);
    }

    @Test
    void clearingAndRubbingOutCanBeTakenBackAsAStrokeCan() {
        stroke(0.1f);
        stroke(0.5f);
        String two = drawing.encode();
        history.mark();
        drawing.erase(0.5f, 0.7f, 0.5f, 0.8f, 0.05f);
        String rubbed = drawing.encode();
        history.mark();
        drawing.clear();
        history.undo();
        assertEquals(rubbed, drawing.encode());
        history.undo();
        assertEquals(two, drawing.encode());
        history.redo();
        history.redo();
        assertTrue(drawing.isEmpty());
        assertFalse(history.canRedo());
    }

    @Test
    void aNewStrokeForgetsWhatWasUndone() {
        stroke(0.1f);
        history.undo();
        assertTrue(history.canRedo());
        stroke(0.2f);
        assertFalse(history.canRedo());
        String now = drawing.encode();
        history.redo();
        assertEquals(now, drawing.encode());
    }

    @Test
    void aDrawingFromElsewhereIsUndoneStrokeByStroke() {
        drawing.set(Drawing.decode("1,2,3,4;5,6,7,8"));
        history.undo();
        assertEquals("1,2,3,4", drawing.encode());
        history.undo();
        assertFalse(history.canUndo());
        history.undo();
        history.redo();
        history.redo();
        assertEquals("1,2,3,4;5,6,7,8", drawing.encode());
    }

    @Test
    void anyWayThereAndBackEndsWhereItBegan() {
        Random random = new Random(3);
        List<String> states = new ArrayList<>();
        states.add(drawing.encode());
        for (int i = 0; i < 60; i++) {
            switch (random.nextInt(4)) {
                case 0 -> {
                    history.mark();
                    drawing.clear();
                }
                case 1 -> {
                    history.mark();
                    drawing.setPicture(new float[Ink.PIXELS]);
                }
                default -> stroke(random.nextInt(1000) / 1000f);
            }
            states.add(drawing.encode());
        }
        for (int i = states.size() - 2; i >= 0; i--) {
            history.undo();
            assertEquals(states.get(i), drawing.encode());
        }
        for (int i = 1; i < states.size(); i++) {
            history.redo();
            assertEquals(states.get(i), drawing.encode());
        }
        // What was done again can be undone again.
        for (int i = states.size() - 2; i >= 0; i--) {
            history.undo();
            assertEquals(states.get(i), drawing.encode());
        }
    }

    @Test
    void aMarkWithoutAChangeCanBeForgotten() {
        stroke(0.1f);
        String one = drawing.encode();
        history.mark();
        history.unmark();
        history.undo();
        assertTrue(drawing.isEmpty());
        history.redo();
        assertEquals(one, drawing.encode());
    }

    @Test
    void theOldestStepsAreForgottenBeforeThePageGrowsLarge() {
        for (int i = 0; i < 1000; i++) {
            stroke(0.5f);
        }
        for (int i = 0; i < 200; i++) {
            history.undo();
        }
        assertEquals(800, drawing.strokes().size());
    }
}
