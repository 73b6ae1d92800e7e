package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pieces and stages, by any number of threads, also such as do not come or do not go on. */
// A thread that spins for ever hears no interrupt.
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PipelineTest {
    private static final int ROUNDS = 200;

    /** Keeps account of what was done, and complains where it was not its turn. */
    private static class Account implements Pipeline.Stages {
        final int owned;
        final AtomicIntegerArray prepared;
        final AtomicIntegerArray passed;
        final List<String> wrong = Collections.synchronizedList(new ArrayList<>());

        Account(int pieces, int owned) {
            this.owned = owned;
            this.prepared = new AtomicIntegerArray(owned);
            this.passed = new AtomicIntegerArray(pieces);
        }

        @Override
        public void prepare(int stage) {
            if (prepared.incrementAndGet(stage) != 1) {
                wrong.add("stage " + stage + " prepared twice");
            }
        }

        @Override
        public void take(int piece, int stage) {
            if (stage < owned && prepared.get(stage) != 1) {
                wrong.add("stage " + stage + " was not prepared for piece " + piece);
            }
            if (!passed.compareAndSet(piece, stage, stage + 1)) {
                wrong.add("piece " + piece + " at stage " + stage + " after " + passed.get(piece) + " stages");
            }
        }

        void check() {
            assertEquals(List.of(), wrong);
            for (int stage = 0; stage < owned; stage++) {
                assertEquals(1, prepared.get(stage), "stage " + stage);
            }
            for (int piece = 0; piece < passed.length(); piece++) {
                assertEquals(owned + 1, passed.get(piece), "piece " + piece);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "0, 4, 3", "1, 4, 2", "1, 4, 0", "2, 6, 3", "3, 8, 4", "3, 2, 4", "1, 4, 4"})
    void everyPieceGoesThroughEveryStageOnceAndInOrder(int helpers, int pieces, int owned) {
        Team team = Helpers.join(new Team(), helpers);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Account account = new Account(pieces, owned);
                team.runOwned(new Pipeline(pieces, owned, account), helpers + 1);
                account.check();
            }
        } finally {
            team.close();
        }
    }

    @Test
    void aMemberDoesTheWorkOfOneThatNeverComes() {
        for (int member = 0; member < 3; member++) {
            Account account = new Account(5, 3);
            new Pipeline(5, 3, account).part(member, 3);
            account.check();
        }
    }

    @Test
    void aMemberThatIsHeldUpHoldsUpNothingButItsPiece() throws Exception {
        CountDownLatch rest = new CountDownLatch(3);
        Account account = new Account(4, 2) {
            @Override
            public void take(int piece, int stage) {
                super.take(piece, stage);
                if (piece == 0 && stage == 1) {
                    await(rest);
                } else if (stage == 2) {
                    rest.countDown();
                }
            }
        };
        Pipeline pipeline = new Pipeline(4, 2, account);
        Thread heldUp = new Thread(() -> pipeline.part(1, 2));
        heldUp.start();
        pipeline.part(0, 2);
        heldUp.join();
        account.check();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "1, 1", "2, 2"})
    void aStageThatFailsEndsTheWorkOfAll(int helpers, int failing) {
        Account account = new Account(4, 2) {
            @Override
            public void take(int piece, int stage) {
                super.take(piece, stage);
                if (piece == 1 && stage == failing) {
                    throw new IllegalArgumentException("piece 1 cannot be done");
                }
            }
        };
        Team team = Helpers.join(new Team(), helpers);
        try {
            RuntimeException failed =
                    assertThrows(RuntimeException.class, () -> team.runOwned(new Pipeline(4, 2, account), helpers + 1));
            assertTrue(failed.getMessage().contains("piece 1 cannot be done"), failed.getMessage());
            assertEquals(List.of(), account.wrong);
            assertEquals(failing + 1, account.passed.get(1), "stages of piece 1");
        } finally {
            team.close();
        }
    }
}
