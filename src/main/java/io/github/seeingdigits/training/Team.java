package io.github.seeingdigits.training;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * One thread that trains, and any number of helpers that come and go: {@link #run} cuts a piece of work into parts, and
 * whoever is free takes the next.
 *
 * <p>A training step lasts a few hundred microseconds and has a dozen such pieces, so a helper waits for the next one by
 * spinning, and sleeps only when none comes for a while. The parts must not depend on each other; then it makes no
 * difference who does which, or whether there are helpers at all.
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

    private static final int SPINS_BEFORE_SLEEP = 20_000;
    private static final int SPINS_BEFORE_YIELD = 2_000;
    /** A helper that missed its wake-up looks again after this time. */
    private static final long SLEEP_NANOS = 1_000_000;

    /** The number of the piece in the upper half, the parts not yet taken in the lower. */
    private final AtomicLong state = new AtomicLong();

    private final AtomicInteger undone = new AtomicInteger();
    private final Set<Thread> asleep = ConcurrentHashMap.newKeySet();
    private final AtomicInteger helpers = new AtomicInteger();
    private volatile Work work;
    private volatile int parts;
    private volatile Throwable failure;
    private volatile boolean closed;

    /** How many threads help at the moment. */
    int helpers() {
        return helpers.get();
    }

    /** Whether the team's work is over. */
    boolean closed() {
        return closed;
    }

    /** Does all parts of {@code piece}, with the helpers there are; returns when they are done. One caller at a time. */
    void run(Work piece) {
        int helping = helpers.get();
        if (helping == 0) {
            piece.part(0, 1);
            return;
        }
        parts = Math.min(MOST_PARTS, PARTS_PER_THREAD * (helping + 1));
        undone.set(parts);
        work = piece;
        // Published last: a helper that sees the new number sees the work that belongs to it. An old number has no part
        // left.
        state.set(((state.get() >>> 32) + 1) << 32 | parts);
        if (!asleep.isEmpty()) {
            asleep.forEach(LockSupport::unpark);
        }
        takeParts();
        for (int spins = 0; undone.get() > 0; spins++) {
            if (spins < SPINS_BEFORE_YIELD) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
        if (failure != null) {
            throw new IllegalStateException("a helper of the training failed", failure);
        }
    }

    /** Helps until the team is closed. The calling thread belongs to the team that long. */
    void help() {
        helpers.incrementAndGet();
        try {
            int idle = 0;
            while (!closed) {
                if (takeParts()) {
                    idle = 0;
                } else if (++idle < SPINS_BEFORE_SLEEP) {
                    Thread.onSpinWait();
                } else {
                    sleep();
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

    private void sleep() {
        asleep.add(Thread.currentThread());
        if ((int) state.get() == 0 && !closed) {
            LockSupport.parkNanos(SLEEP_NANOS);
        }
        asleep.remove(Thread.currentThread());
    }

    /** Takes part after part until none is left; false if there was none. */
    private boolean takeParts() {
        boolean took = false;
        while (true) {
            long seen = state.get();
            int left = (int) seen;
            if (left == 0) {
                return took;
            }
            Work piece = work;
            int of = parts;
            // Fails if another thread took this part, and so also if the piece read above is not the one of this
            // number.
            if (state.compareAndSet(seen, seen - 1)) {
                took = true;
                try {
                    piece.part(left - 1, of);
                } catch (RuntimeException | Error e) {
                    failure = e;
                } finally {
                    undone.decrementAndGet();
                }
            }
        }
    }
}
