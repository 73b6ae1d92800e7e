package io.github.seeingdigits.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.data.AtomicFile;
import io.github.seeingdigits.data.DataException;
import io.github.seeingdigits.data.LabelledImages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Where the runs of one experiment keep their {@link Checkpoint}s: {@code models/.checkpoints/<id>/seed-K.ckpt}, which git
 * ignores. Each is replaced in one step at the end of every epoch, so an interruption at any moment, even of the machine,
 * costs at most the epoch that was under way.
 */
final class Checkpoints {
    private final Path folder;
    private final boolean resume;

    private Checkpoints(Path folder, boolean resume) {
        this.folder = folder;
        this.resume = resume;
    }

    /** Keeps nothing. */
    static Checkpoints none() {
        return new Checkpoints(null, false);
    }

    /**
     * Keeps the checkpoints of experiment {@code id}.
     *
     * @param models the folder of models
     * @param resume whether runs go on from what is there; otherwise it is overwritten
     */
    static Checkpoints of(Path models, String id, boolean resume) {
        return new Checkpoints(models.resolve(".checkpoints").resolve(id), resume);
    }

    /** Whether runs are to be kept. */
    boolean kept() {
        return folder != null;
    }

    /** Whether an interrupted run left something. */
    boolean found() {
        return kept() && Files.isDirectory(folder);
    }

    /** The checkpoint of one seed. */
    Path file(int seed) {
        return folder.resolve("seed-" + seed + ".ckpt");
    }

    /**
     * What the run of {@code seed} goes on from, or null if it starts at the beginning.
     *
     * @throws DataException if the file cannot be read
     */
    byte[] read(int seed) {
        if (!kept() || !resume) {
            return null;
        }
        try {
            return Files.readAllBytes(file(seed));
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new DataException(file(seed) + ": cannot be read (" + e + ")", e);
        }
    }

    /**
     * Replaces the checkpoint of {@code seed}.
     *
     * @throws DataException if it cannot be written
     */
    void write(int seed, byte[] bytes) {
        AtomicFile.write(file(seed), bytes);
    }

    /** Removes all of them, once the model is written. What cannot be removed is only in the way, so it is no failure. */
    void delete(int seeds) {
        if (!found()) {
            return;
        }
        try {
            for (int seed = 1; seed <= seeds; seed++) {
                Files.deleteIfExists(file(seed));
            }
            Files.deleteIfExists(folder);
            Files.deleteIfExists(folder.getParent());
        } catch (IOException e) {
            // Not empty: the checkpoints of another run or another experiment.
        }
    }

    /** Tells apart what must not be continued with another recipe, other data or another seed. */
    static byte[] fingerprint(Recipe recipe, int seed, LabelledImages train) {
        ObjectNode node = Record.recipe(recipe);
        node.put("seed", seed);
        node.put("images", train.size() + " " + train.imagesSha256() + " " + train.labelsSha256());
        try {
            return MessageDigest.getInstance("SHA-256").digest(node.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
