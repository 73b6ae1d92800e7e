package io.github.seeingdigits.training;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

/**
 * One thread that trains, and any number of helpers that come and go: {@link #run} cuts a piece of work into parts, and
 * whoever is free takes the next.
 *
 * <p>A training step lasts a few hundred microseconds and has a dozen such pieces, so a helper waits for the next one by
 * spinning, and sleeps only when none comes for a while. The parts must not depend on each other; then it makes no
 * difference who does which, or whether there are helpers at all. Everyone begins with the same parts each time, because
 * the numbers they need are then still in the cache of their own processor, and takes others only when these are done.
 */
final class Team {
    /** One part of a piece of work. */
    interface Work {
        /** Does part {@code part} of {@code parts}, on any thread. */
        void part(int part, int parts);
    }

    /** More parts than threads, so that a thread which the machine holds up is not waited for long. */
    private static final int PARTS_PER_THREAD = 2;
    /** No piece has more parts than this. */
    static final int MOST_PARTS = 32;

    /** How often a thread looks in vain before it does what is another's: some 50 µs, longer than it takes to hand its numbers over. */
    static final int PATIENCE = 1_000;

    private static final int SPINS_BEFORE_SLEEP = 4_000;
    private static final int SPINS_BEFORE_YIELD = 2_000;
    /** A helper that missed its wake-up looks again after this time. */
    private static final long SLEEP_NANOS = 1_000_000;

    private final Set<Thread> asleep = ConcurrentHashMap.newKeySet();
    private final AtomicInteger helpers = new AtomicInteger();
    private volatile Piece current;
    private volatile boolean closed;

    /** How many threads help at the moment. */
    int helpers() {
        return helpers.get();
    }

    /** Whether the team's work is over. */
    boolean closed() {
        return closed;
    }

    /** Does all parts of {@code work}, with the helpers there are; returns when they are done. One caller at a time. */
    void run(Work work) {
        int members = helpers.get() + 1;
        run(work, members == 1 ? 1 : Math.min(MOST_PARTS, PARTS_PER_THREAD * members), members, 0);
    }

    /**
     * The same in a given number of parts, at most {@link #MOST_PARTS}, each of which has its numbers in the cache of the member that begins
     * with it: others take it only if they have waited long.
     */
    void runOwned(Work work, int parts) {
        run(work, parts, helpers.get() + 1, PATIENCE);
    }

    private void run(Work work, int parts, int members, int patience) {
        if (members == 1) {
            for (int part = 0; part < parts; part++) {
                work.part(part, parts);
            }
            return;
        }
        Piece piece = new Piece(work, parts, members, patience);
        current = piece;
        if (!asleep.isEmpty()) {
            asleep.forEach(LockSupport::unpark);
        }
        piece.takeParts(0);
        for (int spins = 0; piece.undone.get() > 0; spins++) {
            if (spins < SPINS_BEFORE_YIELD) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
        if (piece.failure != null) {
            throw new IllegalStateException("a thread of the training failed: " + piece.failure, piece.failure);
        }
    }

    /** Helps until the team is closed. The calling thread belongs to the team that long. */
    void help() {
        int me = helpers.incrementAndGet();
        try {
            Piece last = null;
            int idle = 0;
            while (!closed) {
                Piece piece = current;
                if (piece != last) {
                    piece.takeParts(me);
                    last = piece;
                    idle = 0;
                } else if (++idle < SPINS_BEFORE_SLEEP) {
                    Thread.onSpinWait();
                } else {
                    sleep(last);
                }
            }
        } finally {
            helpers.decrementAndGet();
        }
    }

    /** No more work: sends the helpers away. */
    void close() {
        closed = true;
        asleep.forEach(LockSupport::unpark);
    }

    private void sleep(Piece last) {
        asleep.add(Thread.currentThread());
        if (current == last && !closed) {
            LockSupport.parkNanos(SLEEP_NANOS);
        }
        asleep.remove(Thread.currentThread());
    }

    private static final class Piece {
        private final Work work;
        private final int parts;
        private final int members;
        private final int patience;
        /** 1 for a part that somebody has begun. */
        private final AtomicIntegerArray taken;

        private final AtomicInteger undone;
        private volatile Throwable failure;

        Piece(Work work, int parts, int members, int patience) {
            this.work = work;
            this.parts = parts;
            this.members = members;
            this.patience = patience;
            this.taken = new AtomicIntegerArray(parts);
            this.undone = new AtomicInteger(parts);
        }

        /** Does the parts that nobody has begun, those of {@code member} first. */
        void takeParts(int member) {
            // Who came when the work was cut already has no parts of its own.
            if (member < members) {
                takeParts(Sharing.begin(parts, member, members), Sharing.end(parts, member, members));
            }
            for (int spins = 0; spins < patience && !allTaken(); spins++) {
                Thread.onSpinWait();
            }
            takeParts(0, parts);
        }

        private boolean allTaken() {
            for (int part = 0; part < parts; part++) {
                if (taken.get(part) == 0) {
                    return false;
                }
            }
            return true;
        }

        private void takeParts(int from, int to) {
            int done = 0;
            for (int part = from; part < to; part++) {
                if (taken.get(part) == 0 && taken.compareAndSet(part, 0, 1)) {
                    try {
                        work.part(part, parts);
                    } catch (RuntimeException | Error e) {
                        failure = e;
                    } finally {
                        done++;
                    }
                }
            }
            // Once for all, because everybody waits while one counts.
            if (done > 0) {
                undone.addAndGet(-done);
            }
        }
    }
}
