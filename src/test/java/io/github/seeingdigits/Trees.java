package io.github.seeingdigits;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Folders as tests compare them. */
public final class Trees {
    private Trees() {}

    /** Every file in a folder and below, by its path in there, with its content, one character a byte; none if there is no such folder. */
    public static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.exists(folder)) {
            try (Stream<Path> tree = Files.walk(folder)) {
                List<Path> all = tree.filter(Files::isRegularFile).toList();
                for (Path file : all) {
                    files.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return files;
    }
}
