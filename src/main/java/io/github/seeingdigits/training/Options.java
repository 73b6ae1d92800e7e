package io.github.seeingdigits.training;

import io.github.seeingdigits.data.Spelling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param ids experiments to run, in the order given
 * @param seeds how many seeds, or 0 for as many as each recipe says
 * @param threads how many threads train
 * @param all whether to run every experiment
 * @param resume whether to go on with interrupted runs
 * @param list whether to list the experiments
 * @param fetch whether to fetch MNIST first
 * @param help whether to explain the usage
 * @param out where to write model folders, or null for {@code models}
 */
record Options(
        List<String> ids,
        int seeds,
        int threads,
        boolean all,
        boolean resume,
        boolean list,
        boolean fetch,
        boolean help,
        Path out) {
    static final String USAGE = """
            usage: ./train ID… [--seeds N] [--threads N] [--resume] [--out FOLDER] [--fetch]
                   ./train --all [the same]
                   ./train --list
                   ./train --fetch
            Trains experiments and writes models/ID/. MNIST is read from the folder in MNIST_DIR, else from the cache.
              --seeds N     other than the recipe's: shows the results, and writes only with --out
              --threads N   makes no difference to the result: seeds go side by side, spare threads help
              --resume      goes on with a run that was interrupted, from its last whole epoch
              --all         every experiment; with --resume only those without a current model
              --out FOLDER  writes FOLDER/ID/ instead of models/ID/
              --fetch       downloads MNIST into the cache where it is missing or damaged
              --list        every experiment, whether its model fits its recipe, and how long it took
            """;

    private static final int MOST = 1024;
    private static final List<String> KNOWN =
            List.of("--seeds", "--threads", "--resume", "--all", "--out", "--fetch", "--list", "--help");

    /** @throws IllegalArgumentException saying what is wrong */
    static Options parse(String... args) {
        List<String> ids = new ArrayList<>();
        int seeds = 0;
        int threads = Runtime.getRuntime().availableProcessors();
        boolean all = false;
        boolean resume = false;
        boolean list = false;
        boolean fetch = false;
        boolean help = false;
        Path out = null;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--seeds" -> seeds = number(args, i++);
                case "--threads" -> threads = number(args, i++);
                case "--out" -> out = Path.of(value(args, i++));
                case "--all" -> all = true;
                case "--resume" -> resume = true;
                case "--list" -> list = true;
                case "--fetch" -> fetch = true;
                case "--help", "-h" -> help = true;
                default -> {
                    if (args[i].startsWith("-")) {
                        throw new IllegalArgumentException(Spelling.unknown("option", args[i], KNOWN));
                    }
                    ids.add(args[i]);
                }
            }
        }
        if (all && !ids.isEmpty()) {
            throw new IllegalArgumentException("--all already includes " + ids.get(0));
        }
        if (resume && !all && ids.isEmpty()) {
            throw new IllegalArgumentException("--resume needs an experiment, or --all");
        }
        if (ids.isEmpty() && !all && !list && !fetch && !help) {
            throw new IllegalArgumentException("nothing to do");
        }
        return new Options(List.copyOf(ids), seeds, threads, all, resume, list, fetch, help, out);
    }

    private static String value(String[] args, int at) {
        if (at + 1 == args.length || args[at + 1].startsWith("--")) {
            throw new IllegalArgumentException(args[at] + " needs a value");
        }
        return args[at + 1];
    }

    private static int number(String[] args, int at) {
        String text = value(args, at);
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered below, like a number out of range.
        }
        throw new IllegalArgumentException(args[at] + " must be 1 to " + MOST + ", got \"" + text + "\"");
    }
}
