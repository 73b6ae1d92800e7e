package io.github.seeingdigits.digit;

import java.util.ArrayList;
import java.util.List;

/** Undo and redo for a drawing: clearing, rubbing out and replacing it can be taken back as a stroke can. */
public final class History {
    /** More steps back than anyone remembers having taken. */
    private static final int MOST = 200;

    private final Drawing drawing;
    private final List<Drawing> past = new ArrayList<>();
    private final List<Drawing> future = new ArrayList<>();

    /** Remembers what happens to {@code drawing}. */
    public History(Drawing drawing) {
        this.drawing = drawing;
    }

    /** To be called before every change that can be undone. What had been undone is forgotten. */
    public void mark() {
        future.clear();
        push(past);
        if (past.size() > MOST) {
            past.remove(0);
        }
    }

    /** Forgets the newest {@link #mark}, because nothing has changed after all. */
    public void unmark() {
        past.remove(past.size() - 1);
    }

    public boolean canUndo() {
        return !past.isEmpty() || !drawing.isEmpty();
    }

    public boolean canRedo() {
        return !future.isEmpty();
    }

    /** Takes back the newest change; in a drawing that came from elsewhere, the newest stroke. */
    public void undo() {
        if (!canUndo()) {
            return;
        }
        push(future);
        if (past.isEmpty()) {
            drawing.undo();
        } else {
            drawing.set(past.remove(past.size() - 1));
        }
    }

    /** Does again what was undone last. */
    public void redo() {
        if (canRedo()) {
            push(past);
            drawing.set(future.remove(future.size() - 1));
        }
    }

    private void push(List<Drawing> where) {
        Drawing now = new Drawing();
        now.set(drawing);
        where.add(now);
    }
}
