package io.github.seeingdigits.publishing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The whole new site or the whole old one. A site grows in a folder beside {@code site/} and takes its place by two renames
 * once it is complete. If the process dies between the renames, {@link #open} of the next one puts the old site back.
 *
 * <p>A lock lets only one bake of a project run at a time.
 */
final class Staging implements AutoCloseable {
    private static final String SITE = "site";
    private static final String STAGING = "site.staging-";
    private static final String PREVIOUS = "site.previous";
    private static final String LOCK = ".cache/bake.lock";
    private static final String KEPT = ".gitignore";
    private static final long POLL_MILLIS = 50;

    private final Path root;
    private final FileChannel channel;
    private final Path folder;

    private Staging(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
        this.folder = root.resolve(STAGING + ProcessHandle.current().pid());
    }

    /**
     * Takes the lock, repairs what a killed bake left, and creates an empty folder for the new site.
     *
     * @param patience how long to wait for another bake to end
     */
    static Staging open(Path root, Duration patience) throws IOException, InterruptedException {
        Path lockFile = root.resolve(LOCK);
        Files.createDirectories(lockFile.getParent());
        FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            long deadline = System.nanoTime() + patience.toNanos();
            while (!tryLock(channel)) {
                if (System.nanoTime() >= deadline) {
                    throw new PublishException("another bake of this project is running (it holds " + LOCK
                            + "); wait until it has ended, then try again");
                }
                Thread.sleep(POLL_MILLIS);
            }
            Staging staging = new Staging(root, channel);
            staging.recover();
            Files.createDirectory(staging.folder);
            return staging;
        } catch (IOException | RuntimeException | InterruptedException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private void recover() throws IOException {
        Path site = root.resolve(SITE);
        Path previous = root.resolve(PREVIOUS);
        if (Files.exists(previous)) {
            if (Files.exists(site)) {
                delete(previous);
            } else {
                Files.move(previous, site, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        try (Stream<Path> siblings = Files.list(root)) {
            List<Path> stale = siblings.filter(
                            path -> path.getFileName().toString().startsWith(STAGING))
                    .toList();
            for (Path path : stale) {
                delete(path);
            }
        }
    }

    /** Where the new site grows. */
    Path folder() {
        return folder;
    }

    /** Puts the new site, which is complete, in the place of the old one. */
    void swap() throws IOException {
        Path site = root.resolve(SITE);
        Path previous = root.resolve(PREVIOUS);
        if (Files.exists(site.resolve(KEPT))) {
            Files.copy(site.resolve(KEPT), folder.resolve(KEPT), StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.exists(site)) {
            Files.move(site, previous, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(folder, site, StandardCopyOption.ATOMIC_MOVE);
        delete(previous);
    }

    /** Removes the staging folder if it was not swapped in, and gives the lock back. */
    @Override
    public void close() throws IOException {
        try {
            delete(folder);
        } finally {
            channel.close();
        }
    }

    /** Deletes a file or a folder with all that is in it; links are removed, not followed. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> tree = Files.walk(path)) {
            all = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
