package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.seeingdigits.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bake that runs out of room leaves the old site. */
class FullDiskTest {
    private static final Path SHELL = Path.of("/bin/sh");

    @TempDir
    Path root;

    /** The shell's limit on the size of a file stands in for the end of a disk: writing fails in the midst of a file. */
    @Test
    @Fault("Bake: disk full")
    void aBakeThatCannotWriteAllLeavesTheOldSiteAndSaysWhy() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(SHELL), "there is no " + SHELL);
        Project project = new Project(root);
        project.bake();
        Map<String, String> before = project.site();
        project.article("Changed.\n\n## First\n\nMore.\n");
        Path log = root.resolve("log");
        Process bake = new ProcessBuilder(
                        SHELL.toString(),
                        "-c",
                        "ulimit -f 16 && exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Publish.class.getName(),
                        "--root",
                        root.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertTrue(bake.waitFor(120, TimeUnit.SECONDS), "it does not end");
        String said = Files.readString(log);
        assertEquals(1, bake.exitValue(), said);
        assertTrue(said.contains("The bake failed; site/ is as it was."), said);
        assertTrue(said.contains("File too large"), said);
        assertFalse(said.contains("\tat "), said);
        assertEquals(before, project.site());
        try (Stream<Path> left = Files.list(root)) {
            assertEquals(
                    List.of("site"),
                    left.map(path -> path.getFileName().toString())
                            .filter(name -> name.startsWith("site"))
                            .toList());
        }
    }
}
