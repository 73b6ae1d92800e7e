package io.github.seeingdigits.training;

import io.github.seeingdigits.network.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * How loops are cut among the threads of a {@link Team}: at once, each on its own, or a few of them {@link #together}. Belongs to the
 * thread that leads the team.
 */
final class Sharing {
    /** Below this many multiply-adds a loop is over before a helper has the numbers in its cache. */
    private static final int WORTH_SHARING = 200_000;

    /** Work on the rows {@code from} to before {@code to} of a parameter. */
    interface Rows {
        void part(int from, int to);
    }

    private final Team team;
    /** What is to be done {@link #together}; null while everything is done at once. */
    private List<Team.Work> waiting;

    private int waitingMultiplyAdds;
    private int waitingBlocks;

    Sharing(Team team) {
        this.team = team;
    }

    /** Whether {@code multiplyAdds} are enough for helpers. */
    static boolean worthSharing(int multiplyAdds) {
        return multiplyAdds >= WORTH_SHARING;
    }

    /** How many threads are here for work that is about as long as {@code multiplyAdds}. */
    int threads(int multiplyAdds) {
        return worthSharing(multiplyAdds) ? team.helpers() + 1 : 1;
    }

    /** Does all of {@code work} in as many parts as {@link #threads} said. */
    void run(Team.Work work, int threads) {
        if (threads == 1) {
            work.part(0, 1);
        } else {
            team.runOwned(work, threads);
        }
    }

    /** Does {@code work} with all helpers if it is about as long as {@code multiplyAdds}, and alone if that is little. */
    void share(int multiplyAdds, Team.Work work) {
        if (waiting != null) {
            enqueue(multiplyAdds, whole(work));
        } else if (worthSharing(multiplyAdds)) {
            team.run(work);
        } else {
            work.part(0, 1);
        }
    }

    /** Like {@link #share}, for work on a parameter that is cut by its rows, in the same way whatever is done with it. */
    void shareRows(int multiplyAdds, Matrix parameter, Rows rows) {
        Team.Work work = (part, parts) -> {
            int from = firstRow(parameter, part, parts);
            int to = firstRow(parameter, part + 1, parts);
            if (from < to) {
                rows.part(from, to);
            }
        };
        if (waiting == null) {
            share(multiplyAdds, work);
        } else {
            // Sums over few outputs, and biases, are not cut by rows.
            boolean one = parameter.cols < RowSums.SHORTEST_VECTOR || blocks(parameter) == 1;
            enqueue(multiplyAdds, one ? whole(work) : work);
            waitingBlocks = one ? waitingBlocks : Math.max(waitingBlocks, blocks(parameter));
        }
    }

    private void enqueue(int multiplyAdds, Team.Work work) {
        waiting.add(work);
        waitingMultiplyAdds = Math.min(WORTH_SHARING, waitingMultiplyAdds + multiplyAdds);
    }

    /** Everything as one part. */
    private static Team.Work whole(Team.Work work) {
        return (part, parts) -> {
            if (part == 0) {
                work.part(0, 1);
            }
        };
    }

    /**
     * Does what {@code calls} ask for in one go, so that the team meets only once: each thread does its rows of one thing after the other.
     * For gradients of parameters, and a step of an optimiser that uses them; both must not read rows of other parameters.
     */
    void together(Runnable calls) {
        waiting = new ArrayList<>();
        waitingMultiplyAdds = 0;
        waitingBlocks = 1;
        List<Team.Work> all = waiting;
        try {
            calls.run();
        } finally {
            waiting = null;
        }
        Team.Work work = (part, parts) -> {
            for (Team.Work each : all) {
                each.part(part, parts);
            }
        };
        // As many parts as blocks, so that a block is still in the cache when the next is done with it.
        int parts = Math.min(Team.MOST_PARTS, waitingBlocks);
        if (worthSharing(waitingMultiplyAdds)) {
            team.runOwned(work, parts);
        } else {
            for (int part = 0; part < parts; part++) {
                work.part(part, parts);
            }
        }
    }

    /** Where the rows of {@code part} begin: whole blocks, because {@link NonZeros} are in blocks. */
    private static int firstRow(Matrix parameter, int part, int parts) {
        return Math.min(parameter.rows, begin(blocks(parameter), part, parts) * NonZeros.BLOCK);
    }

    private static int blocks(Matrix parameter) {
        return (parameter.rows + NonZeros.BLOCK - 1) / NonZeros.BLOCK;
    }

    /** The first of {@code n} things that belong to a part. */
    static int begin(int n, int part, int parts) {
        return n * part / parts;
    }

    /** The first of {@code n} things that belong to the next part. */
    static int end(int n, int part, int parts) {
        return begin(n, part + 1, parts);
    }
}
