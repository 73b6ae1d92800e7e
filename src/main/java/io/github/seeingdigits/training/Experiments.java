package io.github.seeingdigits.training;

import io.github.seeingdigits.data.Spelling;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All experiments, found by looking for classes in {@code training.experiment}, in the folder or jar that this class comes
 * from.
 */
final class Experiments {
    private static final String PACKAGE = Experiments.class.getPackageName() + ".experiment";

    private Experiments() {}

    /**
     * Every experiment by its id, in alphabetical order.
     *
     * @throws TrainingException if two share an id, or one cannot be made
     */
    static Map<String, Experiment> all() {
        Map<String, Experiment> all = new TreeMap<>();
        for (String name : classNames()) {
            Experiment experiment = make(name);
            if (experiment != null && all.put(experiment.id(), experiment) != null) {
                throw new TrainingException("two experiments have the id " + experiment.id() + ", one of them " + name);
            }
        }
        return all;
    }

    /**
     * The experiment with this id.
     *
     * @throws IllegalArgumentException suggesting the nearest id, if there is none
     */
    static Experiment named(String id) {
        Map<String, Experiment> all = all();
        Experiment experiment = all.get(id);
        if (experiment == null) {
            throw new IllegalArgumentException(Spelling.unknown("experiment", id, all.keySet()));
        }
        return experiment;
    }

    private static List<String> classNames() {
        try {
            Path code = Path.of(Experiments.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(code)) {
                return classNames(code);
            }
            try (FileSystem jar = FileSystems.newFileSystem(code)) {
                return classNames(jar.getPath("/"));
            }
        } catch (IOException | URISyntaxException e) {
            throw new TrainingException("cannot look for experiments: " + e);
        }
    }

    private static List<String> classNames(Path root) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(PACKAGE.replace('.', '/')))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
                    .map(name -> PACKAGE + "." + name.substring(0, name.length() - ".class".length()))
                    .sorted()
                    .toList();
        }
    }

    /** Null for a helper that is no experiment itself. */
    private static Experiment make(String name) {
        try {
            Class<?> type = Class.forName(name);
            if (!Experiment.class.isAssignableFrom(type) || Modifier.isAbstract(type.getModifiers())) {
                return null;
            }
            return (Experiment) type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new TrainingException(
                    name + " must have a public constructor without arguments that does not fail (" + e + ")");
        }
    }
}
