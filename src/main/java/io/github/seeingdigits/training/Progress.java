package io.github.seeingdigits.training;

import java.io.PrintStream;

/**
 * Shows how far long work is, its rate and the time left: one line that rewrites itself on a terminal, a plain line now and
 * then elsewhere. May be told from several threads.
 */
final class Progress {
    private static final long TERMINAL_INTERVAL = 200_000_000L;
    private static final long PLAIN_INTERVAL = 5_000_000_000L;

    private final String what;
    private long total;
    private final PrintStream out;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private long shown = start;
    private long done;

    /** {@code total} is how many images there are to show. */
    Progress(String what, long total, PrintStream out, boolean terminal) {
        this.what = what;
        this.total = total;
        this.out = out;
        this.terminal = terminal;
    }

    /** {@code images} more are done. */
    synchronized void add(int images) {
        done += images;
        long now = System.nanoTime();
        if (now - shown >= (terminal ? TERMINAL_INTERVAL : PLAIN_INTERVAL)) {
            shown = now;
            print(line((now - start) / 1e9));
        }
    }

    /** {@code images} need not be shown: they were before an interruption. */
    synchronized void skip(int images) {
        total -= images;
    }

    /** All is done: leaves the line standing. */
    synchronized void end() {
        double seconds = (System.nanoTime() - start) / 1e9;
        print(what + ": " + done + " images in " + Math.round(seconds) + " s, " + Math.round(done / seconds)
                + " images/s");
        if (terminal) {
            out.println();
        }
    }

    private String line(double seconds) {
        double rate = done / seconds;
        long left = Math.round((total - done) / rate);
        return what + ": " + 100 * done / Math.max(1, total) + " %, " + Math.round(rate) + " images/s, " + left / 60
                + " min " + left % 60 + " s left";
    }

    private void print(String line) {
        if (terminal) {
            // Back to the start of the line; "erase to its end" removes what a longer line left.
            out.print("\r" + line + "\u001b[K");
            out.flush();
        } else {
            out.println(line);
        }
    }
}
