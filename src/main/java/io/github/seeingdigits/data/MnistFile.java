package io.github.seeingdigits.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * One of the four files of MNIST, and how to tell the true one.
 *
 * <p>The checksum is over the uncompressed bytes: mirrors compress differently.
 *
 * @param name without {@code .gz}
 * @param size uncompressed, in bytes
 * @param sha256 of the uncompressed bytes, in hexadecimal
 */
record MnistFile(String name, int size, String sha256) {
    static final MnistFile TRAIN_IMAGES = new MnistFile(
            "train-images-idx3-ubyte", 47_040_016, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db");
    static final MnistFile TRAIN_LABELS = new MnistFile(
            "train-labels-idx1-ubyte", 60_008, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5");
    static final MnistFile TEST_IMAGES = new MnistFile(
            "t10k-images-idx3-ubyte", 7_840_016, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7");
    static final MnistFile TEST_LABELS = new MnistFile(
            "t10k-labels-idx1-ubyte", 10_008, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");
    static final List<MnistFile> ALL = List.of(TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS);

    private static final String FETCH = "fetch it again with ./train --fetch";

    /** The name under which it is kept and downloaded. */
    String gzName() {
        return name + ".gz";
    }

    /** The most bytes its compressed form can take: deflate adds a few bytes per block to what it cannot shrink. */
    long largestGz() {
        return size + size / 1000 + 4096L;
    }

    /**
     * Reads and verifies the file in {@code folder}.
     *
     * @return the uncompressed bytes
     * @throws DataException if it is missing, unreadable or not the true file
     */
    byte[] read(Path folder) {
        return readAt(folder.resolve(gzName()));
    }

    /** Like {@link #read}, for a file under another name. */
    byte[] readAt(Path path) {
        try {
            long length = Files.size(path);
            if (length > largestGz()) {
                throw new DataException(
                        path + ": found " + length + " bytes, expected at most " + largestGz() + "; " + FETCH);
            }
            return check(unzip(Files.readAllBytes(path), path), path);
        } catch (NoSuchFileException e) {
            throw new DataException(
                    path + ": not found; run ./train --fetch, or set MNIST_DIR to a folder with " + gzName()
                            + " and the other three files of MNIST",
                    e);
        } catch (IOException e) {
            throw new DataException(path + ": cannot be read (" + e + ")", e);
        }
    }

    private byte[] unzip(byte[] gz, Path path) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(gz), 1 << 16)) {
            byte[] bytes = in.readNBytes(size);
            if (bytes.length < size || in.read() >= 0) {
                String found = bytes.length < size ? "only " + bytes.length : "more than " + size;
                throw new DataException(
                        path + ": unzips to " + found + " bytes, expected " + size + ". It is damaged; " + FETCH);
            }
            return bytes;
        } catch (IOException e) {
            throw new DataException(path + ": is not a whole gzip file (" + e + "). It is damaged; " + FETCH, e);
        }
    }

    private byte[] check(byte[] bytes, Path path) {
        String found = Sha256.of(bytes);
        if (!found.equals(sha256)) {
            throw new DataException(path + ": unzips to bytes with SHA-256 " + found + ", expected " + sha256
                    + ". It is damaged or not MNIST; " + FETCH);
        }
        return bytes;
    }
}
