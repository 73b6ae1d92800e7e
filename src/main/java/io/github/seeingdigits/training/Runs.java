package io.github.seeingdigits.training;

import io.github.seeingdigits.data.Mnist;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The runs of one recipe, one for each seed. They share nothing that changes, so it makes no difference how many go at the
 * same time.
 *
 * @param networks of seeds 1, 2, …, rounded
 * @param replay of the published seed
 */
record Runs(List<Network> networks, Replay replay) {
    /**
     * Trains with every seed.
     *
     * @param threads how many seeds at a time
     * @throws TrainingException if a run diverges; the others are then stopped
     */
    static Runs of(Recipe recipe, Mnist mnist, int threads, Progress progress) {
        int steps = recipe.epochs() * recipe.stepsPerEpoch(mnist.train().size());
        Snapshots snapshots = new Snapshots(steps, mnist.test());
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, recipe.seeds()), task -> {
            Thread thread = new Thread(task, "training");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<Network>> running = new ArrayList<>();
            for (int i = 1; i <= recipe.seeds(); i++) {
                int seed = i;
                Trainer.Watcher watcher = seed == recipe.publishedSeed() ? snapshots : (step, images, network) -> {};
                running.add(
                        pool.submit(() -> new Trainer(recipe, seed, mnist.train()).run(counting(watcher, progress))));
            }
            List<Network> networks = new ArrayList<>();
            for (Future<Network> run : running) {
                networks.add(run.get());
            }
            return new Runs(networks, snapshots.end(networks.get(recipe.publishedSeed() - 1)));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TrainingException("training was interrupted; nothing was written");
        } finally {
            pool.shutdownNow();
        }
    }

    private static Trainer.Watcher counting(Trainer.Watcher watcher, Progress progress) {
        int[] before = {0};
        return (step, images, network) -> {
            watcher.at(step, images, network);
            progress.add(images - before[0]);
            before[0] = images;
        };
    }
}
