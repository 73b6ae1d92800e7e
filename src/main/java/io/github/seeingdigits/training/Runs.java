package io.github.seeingdigits.training;

import io.github.seeingdigits.data.DataSet;
import io.github.seeingdigits.network.Network;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The runs of one recipe, one for each seed. They share nothing that changes, so it makes no difference how many go at the
 * same time.
 *
 * @param networks of seeds 1, 2, …, rounded
 * @param testByEpoch {@code testByEpoch[i][e]} is the test accuracy of seed i + 1 after epoch e + 1, before rounding
 * @param snapshots of the published seed, whole
 */
record Runs(List<Network> networks, double[][] testByEpoch, Snapshots snapshots) {
    /** Trains with every seed and leaves no checkpoints. See the other method. */
    static Runs of(Recipe recipe, DataSet data, int threads, Progress progress) {
        return of(recipe, data, threads, progress, Checkpoints.none());
    }

    /**
     * Trains with every seed.
     *
     * @param threads as many seeds go side by side; a thread that finds no seed left helps one that is still running
     * @throws TrainingException if a run diverges; the others are then stopped
     * @throws io.github.seeingdigits.data.DataException if a checkpoint is damaged or belongs to another recipe
     */
    static Runs of(Recipe recipe, DataSet data, int threads, Progress progress, Checkpoints checkpoints) {
        Inked train = Inked.of(data.train());
        Inked test = Inked.of(data.test());
        Snapshots snapshots = new Snapshots(recipe, data.train().size(), test);
        double[][] testByEpoch = new double[recipe.seeds()][];
        Network[] networks = new Network[recipe.seeds()];
        List<Team> teams = Stream.generate(Team::new).limit(recipe.seeds()).toList();
        AtomicInteger next = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "training");
            thread.setDaemon(true);
            return thread;
        });
        CompletionService<Void> workers = new ExecutorCompletionService<>(pool);
        try {
            for (int thread = 0; thread < threads; thread++) {
                workers.submit(() -> {
                    for (int i = next.getAndIncrement(); i < networks.length; i = next.getAndIncrement()) {
                        Trainer.Watcher watcher =
                                i + 1 == recipe.publishedSeed() ? snapshots : (step, images, network) -> {};
                        try {
                            Trainer trainer = new Trainer(recipe, i + 1, train, test, teams.get(i), checkpoints);
                            networks[i] = trainer.run(counting(watcher, progress));
                            testByEpoch[i] = trainer.testByEpoch();
                        } finally {
                            teams.get(i).close();
                        }
                    }
                    help(teams);
                    return null;
                });
            }
            for (int thread = 0; thread < threads; thread++) {
                workers.take().get();
            }
            snapshots.end(networks[recipe.publishedSeed() - 1]);
            return new Runs(List.of(networks), testByEpoch, snapshots);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                // Such as a lack of memory, which is no thread's own affair.
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TrainingException("training was interrupted; nothing was written");
        } finally {
            pool.shutdownNow();
            teams.forEach(Team::close);
        }
    }

    /** Helps the team that has the least help, until all are done. */
    private static void help(List<Team> teams) {
        while (true) {
            Optional<Team> neediest =
                    teams.stream().filter(team -> !team.closed()).min(Comparator.comparingInt(Team::helpers));
            if (neediest.isEmpty()) {
                return;
            }
            neediest.get().help();
        }
    }

    private static Trainer.Watcher counting(Trainer.Watcher watcher, Progress progress) {
        return new Trainer.Watcher() {
            private int before;

            @Override
            public void at(int step, int images, Network network) {
                watcher.at(step, images, network);
                progress.add(images - before);
                before = images;
            }

            @Override
            public byte[] save() {
                return watcher.save();
            }

            @Override
            public void restore(int images, ByteBuffer saved) {
                watcher.restore(images, saved);
                progress.skip(images);
                before = images;
            }
        };
    }
}
