package io.github.seeingdigits.training;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Pieces of a batch that each pass through the same stages, one after the other, while other pieces are at other stages (pipeline
 * parallelism).
 *
 * <p>Every stage but the last belongs to a thread, because the weights that it reads are in the cache of its processor; the last is
 * anybody's. A thread that waits too long does what is another's: the machine may have taken the other's processor away. Who does what
 * makes no difference to the results.
 */
final class Pipeline implements Team.Work {
    /** What is to be done at each stage. */
    interface Stages {
        /** Gets ready what stage {@code stage} needs of all pieces; not asked for the last one. */
        void prepare(int stage);

        /** Takes one piece through one stage. */
        void take(int piece, int stage);
    }

    /** Numbers in two lines of the cache, so that threads at different pieces do not wait for each other's line. */
    private static final int APART = 32;

    private static final int BUSY = 1;
    private static final int READY = 2;

    /** What {@link #next} gives where every piece is behind its last stage or in it, and where there will be one to take. */
    private static final int NONE_LEFT = -2;

    private static final int NONE_YET = -1;

    /** Ranks of pieces, see {@link #next}. */
    private static final int MINE = 0;

    private static final int ANYBODYS = 1;
    private static final int ANOTHERS = 2;
    private static final int NOBODYS = 3;

    private final int pieces;
    private final int last;
    private final Stages stages;
    /** Twice the number of stages that a piece has behind it, plus {@link #BUSY} while it is in the next. */
    private final AtomicIntegerArray state;
    /** For every stage 0, {@link #BUSY} while somebody gets it ready, then {@link #READY}. */
    private final AtomicIntegerArray ready;

    private volatile boolean failed;

    /**
     * A pipeline that every piece has still to enter.
     *
     * @param owned how many stages belong to a member, the s-th to the s-th; one more comes behind them
     */
    Pipeline(int pieces, int owned, Stages stages) {
        this.pieces = pieces;
        this.last = owned;
        this.stages = stages;
        this.state = new AtomicIntegerArray(pieces * APART);
        this.ready = new AtomicIntegerArray(owned * APART);
    }

    /** Works until every piece is in its last stage or behind it; whoever has taken a stage is then still to finish it. */
    @Override
    public void part(int member, int members) {
        int idle = 0;
        while (!failed) {
            boolean impatient = idle > Team.PATIENCE;
            int piece = prepare(member, impatient) ? NONE_YET : next(member, impatient);
            if (piece == NONE_LEFT) {
                return;
            } else if (piece == NONE_YET) {
                idle++;
                Thread.onSpinWait();
            } else {
                take(piece);
                idle = 0;
            }
        }
    }

    /** Gets a stage ready, one's own or, if it must be, another's; says whether there was one to get ready. */
    private boolean prepare(int member, boolean anothers) {
        for (int i = 0; i < last; i++) {
            int stage = i;
            if ((anothers || stage == member)
                    && ready.get(stage * APART) == 0
                    && ready.compareAndSet(stage * APART, 0, BUSY)) {
                attempt(() -> stages.prepare(stage));
                ready.set(stage * APART, READY);
                return true;
            }
        }
        return false;
    }

    /** A piece to take through its next stage, already marked as busy: at one's own stage if there is one, then at the last. */
    private int next(int member, boolean anothers) {
        int best = NONE_LEFT;
        int bestRank = anothers ? NOBODYS : ANOTHERS;
        int found = 0;
        for (int piece = 0; piece < pieces; piece++) {
            int now = state.get(piece * APART);
            if (now > 2 * last) {
                continue;
            }
            int rank = rank(now, member);
            if (rank < bestRank) {
                best = piece;
                bestRank = rank;
                found = now;
            } else if (best == NONE_LEFT) {
                best = NONE_YET;
            }
        }
        return best < 0 || state.compareAndSet(best * APART, found, found | BUSY) ? best : NONE_YET;
    }

    private int rank(int state, int member) {
        int stage = state >> 1;
        if ((state & BUSY) != 0 || stage < last && ready.get(stage * APART) != READY) {
            return NOBODYS;
        }
        return stage == last ? ANYBODYS : stage == member ? MINE : ANOTHERS;
    }

    private void take(int piece) {
        int stage = state.get(piece * APART) >> 1;
        attempt(() -> stages.take(piece, stage));
        state.set(piece * APART, stage + 1 << 1);
    }

    /** A failure ends the work of everybody, because what comes after a stage that failed is never to be taken. */
    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            failed = true;
            throw e;
        }
    }
}
