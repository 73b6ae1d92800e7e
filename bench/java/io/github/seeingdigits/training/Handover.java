package io.github.seeingdigits.training;

/**
 * How long a word takes from one processor to the other and back: tens of nanoseconds where they share a cache, hundreds where they do
 * not, and on a virtual machine that changes from minute to minute. What threads that share a batch can gain depends on it.
 */
final class Handover {
    private static final int TIMES = 20_000;

    private static volatile int word;

    private Handover() {}

    /** Nanoseconds, there and back. */
    static double nanoseconds() {
        word = 0;
        Thread other = new Thread(() -> {
            for (int i = 0; i < TIMES; i++) {
                await(2 * i + 1);
                word = 2 * i + 2;
            }
        });
        other.start();
        await(0);
        long start = System.nanoTime();
        for (int i = 0; i < TIMES; i++) {
            word = 2 * i + 1;
            await(2 * i + 2);
        }
        return (System.nanoTime() - start) / (double) TIMES;
    }

    private static void await(int expected) {
        while (word != expected) {
            // No pause: what is measured is the processors.
        }
    }
}
