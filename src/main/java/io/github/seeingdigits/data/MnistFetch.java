package io.github.seeingdigits.data;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Fills the cache with the four files of MNIST, each from the first mirror that has the true one.
 *
 * <p>A file that is in the cache and true costs no request. A file lock lets several processes run at once: one fetches,
 * the others wait and find it done. The lock belongs to the process, so what a killed one leaves behind locks nobody out.
 */
public final class MnistFetch {
    private static final List<URI> MIRRORS = List.of(
            URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
            URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"));
    private static final Duration STALL = Duration.ofSeconds(30);
    /** How often one mirror may be asked for the rest of a file that it began. */
    private static final int TRIES = 4;

    /** File locks are per process; this is for threads of one. */
    private static final Object WITHIN_PROCESS = new Object();

    private final Path cache;
    private final List<URI> mirrors;
    private final List<MnistFile> files;
    private final Duration stall;

    /** Fetches from the public mirrors into {@code cache}, usually {@link Mnist#cache}. */
    public MnistFetch(Path cache) {
        this(cache, MIRRORS, MnistFile.ALL, STALL);
        for (URI mirror : mirrors) {
            if (!"https".equals(mirror.getScheme())) {
                throw new IllegalArgumentException("a mirror must be https, got " + mirror);
            }
        }
    }

    /** For tests, whose mirrors are plain http on this machine. */
    MnistFetch(Path cache, List<URI> mirrors, List<MnistFile> files, Duration stall) {
        this.cache = cache;
        this.mirrors = List.copyOf(mirrors);
        this.files = List.copyOf(files);
        this.stall = stall;
    }

    /**
     * Makes the cache hold all files, true and whole.
     *
     * @param say is told what is being done, a line at a time
     * @throws DataException if a file cannot be had from any mirror, or the cache cannot be written
     */
    public void run(Consumer<String> say) {
        try {
            Files.createDirectories(cache);
            synchronized (WITHIN_PROCESS) {
                try (FileChannel channel = FileChannel.open(
                                cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock held = channel.lock()) {
                    assert held.isValid();
                    for (MnistFile file : files) {
                        ensure(file, say);
                    }
                }
            }
        } catch (IOException e) {
            throw new DataException(
                    cache + ": cannot be used as a cache (" + e + "). Check permissions, or set "
                            + "XDG_CACHE_HOME to another folder",
                    e);
        }
    }

    private void ensure(MnistFile file, Consumer<String> say) {
        Path kept = cache.resolve(file.gzName());
        if (Files.exists(kept)) {
            try {
                file.readAt(kept);
                say.accept(file.gzName() + ": in the cache");
                return;
            } catch (DataException e) {
                say.accept(e.getMessage() + ": repairing");
            }
        }
        Path part = cache.resolve(file.gzName() + ".part");
        List<String> failures = new ArrayList<>();
        for (URI mirror : mirrors) {
            try {
                fetch(file, mirror.resolve(file.gzName()), part, say);
                AtomicFile.move(part, kept);
                return;
            } catch (IOException | DataException e) {
                String reason = e.getMessage() == null ? e.toString() : e.getMessage();
                failures.add(mirror + " (" + reason + ")");
                say.accept(file.gzName() + ": " + mirror + " failed: " + reason);
            }
        }
        throw new DataException(kept + ": could not be fetched from " + String.join(", nor from ", failures)
                + ". Check the connection and run ./train --fetch again; it goes on where it stopped");
    }

    /** Leaves the true file in {@code part}, or throws. */
    private void fetch(MnistFile file, URI address, Path part, Consumer<String> say) throws IOException {
        boolean begunElsewhere = Files.exists(part);
        if (begunElsewhere && isTrue(file, part)) {
            return; // Killed between the last byte and the move.
        }
        Download download = new Download(address, part, file.largestGz(), stall);
        for (int attempt = 1; ; attempt++) {
            long before = size(part);
            say.accept(file.gzName() + ": " + (before > 0 ? "going on at byte " + before + " of " : "fetching ")
                    + address);
            try {
                download.run();
            } catch (IOException e) {
                // Only a mirror that sends something deserves another try.
                if (attempt >= TRIES || size(part) <= before) {
                    throw e;
                }
                say.accept(file.gzName() + ": " + e.getMessage() + "; trying again");
                continue;
            }
            try {
                file.readAt(part);
                return;
            } catch (DataException e) {
                Files.delete(part);
                // The beginning may have been another mirror's, which compresses differently: once more from the start.
                if (!begunElsewhere) {
                    throw e;
                }
                begunElsewhere = false;
            }
        }
    }

    private static boolean isTrue(MnistFile file, Path path) {
        try {
            file.readAt(path);
            return true;
        } catch (DataException e) {
            return false;
        }
    }

    private static long size(Path part) throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }
}
