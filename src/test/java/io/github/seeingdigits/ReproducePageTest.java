package io.github.seeingdigits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code content/reproduce.md} tells readers to type. */
class ReproducePageTest {
    @TempDir
    Path folder;

    private static String page() throws IOException {
        return Files.readString(Path.of("content/reproduce.md"));
    }

    private static String program(String language) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page());
        assertTrue(block.find(), "no program in " + language);
        return block.group(1);
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertTrue(process.waitFor(1, TimeUnit.MINUTES), "still running: " + command);
        return said.strip();
    }

    /** That this is a 1 needs no network: it is a stroke downwards. */
    @Test
    void theJavaProgramReadsAOne() throws Exception {
        Path source = Files.writeString(folder.resolve("Read.java"), program("java"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertEquals(
                "It reads a 1", run(List.of(java, "-cp", System.getProperty("java.class.path"), source.toString())));
    }

    @Test
    void thePythonProgramReadsAOne() throws Exception {
        boolean there;
        try {
            there = run(List.of("/usr/bin/python3", "-c", "import numpy; print('there')"))
                    .equals("there");
        } catch (IOException e) {
            there = false;
        }
        assumeTrue(there, "no python3 with numpy on this machine");
        Path source = Files.writeString(folder.resolve("read.py"), program("python"));
        assertEquals("It reads a 1", run(List.of("/usr/bin/python3", source.toString())));
    }

    /** The recipe that the page shows stands in the class that it names. */
    @Test
    void theRecipeIsThatOfItsClass() throws IOException {
        Matcher recipe =
                Pattern.compile("return Recipe\\.of\\(.*?;", Pattern.DOTALL).matcher(page());
        assertTrue(recipe.find());
        String source =
                Files.readString(Path.of("src/main/java/io/github/seeingdigits/training/experiment/Hidden10.java"));
        assertTrue(source.replaceAll("\\s+", "").contains(recipe.group().replaceAll("\\s+", "")), recipe.group());
    }
}
