package io.github.seeingdigits.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The MNIST database: 60,000 training and 10,000 test images of handwritten digits. */
public final class Mnist {
    /** Names a folder that holds the four files; wins over the cache. */
    public static final String FOLDER_VARIABLE = "MNIST_DIR";

    private Mnist() {}

    /**
     * Where MNIST is on this machine: the folder that {@code MNIST_DIR} names, whatever it holds, else the cache if all
     * four files are in it.
     *
     * @param environment usually {@link System#getenv()}
     */
    public static Optional<Path> find(Map<String, String> environment) {
        String folder = environment.getOrDefault(FOLDER_VARIABLE, "");
        if (!folder.isBlank()) {
            return Optional.of(Path.of(folder));
        }
        Path cache = cache(environment);
        boolean whole = MnistFile.ALL.stream().allMatch(f -> Files.isRegularFile(cache.resolve(f.gzName())));
        return whole ? Optional.of(cache) : Optional.empty();
    }

    /** Where {@link MnistFetch} keeps the files: {@code ${XDG_CACHE_HOME:-~/.cache}/seeing-digits/mnist}. */
    public static Path cache(Map<String, String> environment) {
        String home = environment.getOrDefault("XDG_CACHE_HOME", "");
        // The XDG specification says to ignore a relative path.
        Path base = home.isBlank() || !Path.of(home).isAbsolute()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(home);
        return base.resolve("seeing-digits").resolve("mnist");
    }

    /**
     * Finds, verifies and reads all four files.
     *
     * @param environment usually {@link System#getenv()}
     * @throws DataException if MNIST is nowhere, or a file is missing or damaged
     */
    public static DataSet load(Map<String, String> environment) {
        return load(find(environment)
                .orElseThrow(() -> new DataException(
                        "MNIST was not found in " + cache(environment) + "; run ./train --fetch, or set "
                                + FOLDER_VARIABLE + " to a folder with its four .gz files")));
    }

    /**
     * Verifies and reads the four files in {@code folder}.
     *
     * @throws DataException if a file is missing or damaged
     */
    public static DataSet load(Path folder) {
        return new DataSet(part(folder, MnistFile.TRAIN_IMAGES, MnistFile.TRAIN_LABELS), test(folder));
    }

    /**
     * Verifies and reads the two files of test images in {@code folder}, and leaves the larger two alone.
     *
     * @throws DataException if one of the two is missing or damaged
     */
    public static LabelledImages test(Path folder) {
        return part(folder, MnistFile.TEST_IMAGES, MnistFile.TEST_LABELS);
    }

    private static LabelledImages part(Path folder, MnistFile images, MnistFile labels) {
        return new LabelledImages(
                Idx.images(images.read(folder), folder.resolve(images.gzName()).toString()),
                Idx.labels(labels.read(folder), folder.resolve(labels.gzName()).toString()),
                images.sha256(),
                labels.sha256());
    }
}
