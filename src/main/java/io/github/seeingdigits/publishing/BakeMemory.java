package io.github.seeingdigits.publishing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What bakes of one process have worked out, so that an author who saves a file waits for that file only. A key holds all that its
 * result depends on: small things by value, large ones that are themselves kept as {@link Same}, files as {@link #stamps}. What two
 * bakes in a row did not ask for is forgotten. One thread at a time.
 */
final class BakeMemory {
    /** The work whose result is kept. */
    interface Work<T> {
        T result() throws IOException;
    }

    /** This very object, whatever it is equal to. */
    record Same(Object it) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Same same && same.it == it;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(it);
        }
    }

    private Map<Object, Object> before = new HashMap<>();
    private Map<Object, Object> now = new HashMap<>();

    /** The result that is kept under {@code key}, which begins with what kind of thing it is; worked out if there is none. */
    @SuppressWarnings("unchecked") // One kind of thing has one type.
    <T> T get(List<?> key, Work<T> work) throws IOException {
        Object kept = now.containsKey(key) ? now.get(key) : before.get(key);
        T result = kept == null ? work.result() : (T) kept;
        now.put(key, result);
        return result;
    }

    /** A bake begins: what the last two did not ask for goes. */
    void turn() {
        before = now;
        now = new HashMap<>();
    }

    /** Size and time of every file below {@code folder}, or of this file, by its path; empty if it does not exist. */
    static Map<String, List<Object>> stamps(Path folder) throws IOException {
        Map<String, List<Object>> stamps = new TreeMap<>();
        if (Files.exists(folder)) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) tree.filter(Files::isRegularFile)::iterator) {
                    stamps.put(file.toString(), List.of(Files.size(file), Files.getLastModifiedTime(file)));
                }
            }
        }
        return stamps;
    }
}
