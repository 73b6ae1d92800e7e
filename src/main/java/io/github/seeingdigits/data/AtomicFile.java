package io.github.seeingdigits.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * Files that appear under their name only when they are complete.
 *
 * <p>The bytes go to {@code NAME.part} in the same folder, are forced to the disk, and are then moved over the old file in
 * one step. Killed at any moment, the old file or the new one is there, and at worst a {@code .part} that the next write
 * replaces, or that {@link #finish} gives its name.
 */
public final class AtomicFile {
    /** What a file is called until it is complete: its name with this behind. */
    static final String PART = ".part";

    private AtomicFile() {}

    /**
     * Writes one file; its folder is created where missing.
     *
     * @throws DataException if it cannot be written; an old file then stands as it was
     */
    public static void write(Path file, byte[] bytes) {
        writeAll(file.toAbsolutePath().getParent(), Map.of(file.getFileName().toString(), bytes));
    }

    /**
     * Writes several files of one folder: all are complete on disk before the first takes its name. They are then moved in the
     * order of the map. Put the file that holds the checksums of the others first: it decides in one step which of them are
     * valid, and whoever reads after a kill can {@link #finish} the rest.
     *
     * @throws DataException if one cannot be written; as long as none was moved, all old files stand as they were
     */
    public static void writeAll(Path folder, Map<String, byte[]> files) {
        Path at = folder;
        boolean moving = false;
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                at = folder.resolve(file.getKey());
                writeThrough(part(at), file.getValue());
            }
            for (String name : files.keySet()) {
                at = folder.resolve(name);
                finish(at);
                moving = true;
            }
        } catch (IOException e) {
            if (!moving) {
                files.keySet().forEach(name -> deleteQuietly(part(folder.resolve(name))));
            }
            throw new DataException(at + ": cannot be written (" + e + "). Check free space and permissions", e);
        }
    }

    /** What {@code file} is called until it is complete. */
    static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + PART);
    }

    /** Gives a file that is complete its name. Two may do so at once: the second finds it done. */
    static void finish(Path file) throws IOException {
        try {
            move(part(file), file);
        } catch (NoSuchFileException e) {
            if (!Files.exists(file)) {
                throw e;
            }
        }
    }

    /** Gives a complete file its final name, replacing what had it, in one step. */
    static void move(Path part, Path file) throws IOException {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void writeThrough(Path part, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static void deleteQuietly(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // The write has already failed, and that is what is reported.
        }
    }
}
