package io.github.seeingdigits.training;

import io.github.seeingdigits.data.Mnist;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Replay;
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
 * @param replay of the published seed
 */
record Runs(List<Network> networks, Replay replay) {
    /** Trains with every seed and leaves no checkpoints. See the other method. */
    static Runs of(Recipe recipe, Mnist mnist, int threads, Progress progress) {
        return of(recipe, mnist, threads, progress, Checkpoints.none());
    }

    /**
     * Trains with every seed.
     *
     * @param threads as many seeds go side by side; a thread that finds no seed left helps one that is still running
     * @throws TrainingException if a run diverges; the others are then stopped
     * @throws io.github.seeingdigits.data.DataException if a checkpoint is damaged or belongs to another recipe
     */
    static Runs of(Recipe recipe, Mnist mnist, int threads, Progress progress, Checkpoints checkpoints) {
        int steps = recipe.epochs() * recipe.stepsPerEpoch(mnist.train().size());
        Snapshots snapshots = new Snapshots(steps, mnist.test());
        Inked train = Inked.of(mnist.train());
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
                            networks[i] = new Trainer(recipe, i + 1, train, teams.get(i), checkpoints)
                                    .run(counting(watcher, progress));
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
            return new Runs(List.of(networks), snapshots.end(networks[recipe.publishedSeed() - 1]));
        } catch (ExecutionException e) {
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
