package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.Fault;
import io.github.seeingdigits.data.ModelFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training that cannot go on says why, and leaves what was there. */
class StoppedTrainingTest {
    private static final Recipe RECIPE =
            Recipe.of("dense 784 10").batch(32).epochs(300).seeds(2, 1);

    @TempDir
    Path folder;

    @Test
    @Fault("Trainer: diverging run with a good model in place")
    void aRunThatDivergesLeavesTheGoodModelAsItWas() throws IOException {
        Options options = Options.parse("tiny", "--out", folder.toString());
        command().train(new TinyExperiment(RECIPE.epochs(2)), options, TinyDigits.all());
        List<byte[]> before = model();
        Recipe wild = RECIPE.optimiser(Optimisation.sgd(0, 0)).rate(1e38, Schedule.CONSTANT);
        assertThrows(
                TrainingException.class, () -> command().train(new TinyExperiment(wild), options, TinyDigits.all()));
        List<byte[]> after = model();
        for (int i = 0; i < before.size(); i++) {
            assertArrayEquals(before.get(i), after.get(i));
        }
        ModelFolder.read(folder.resolve("tiny"));
    }

    private List<byte[]> model() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (String name : List.of(ModelFolder.MODEL, ModelFolder.RECORD, ModelFolder.REPLAY, ModelFolder.RUN)) {
            files.add(Files.readAllBytes(folder.resolve("tiny").resolve(name)));
        }
        return files;
    }

    /** A terminal's Ctrl-C and a polite kill take the same way out of the JVM, and the latter does not depend on who started it. */
    @Test
    @Fault("Trainer: Ctrl-C")
    void aProcessThatIsToldToStopSaysHowToGoOn() throws IOException, InterruptedException {
        Process process = start("-Xmx200m", "until stopped");
        Path checkpoint = Checkpoints.of(folder, "tiny", true).file(1);
        while (!Files.exists(checkpoint) && process.isAlive()) {
            Thread.sleep(5);
        }
        process.destroy();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it does not stop");
        String said = Files.readString(folder.resolve("log"));
        assertTrue(
                said.contains("train: stopped; ./train tiny --resume goes on from the last whole epoch"),
                "exit code " + process.exitValue() + ", said: " + said);
        assertEquals(128 + 15, process.exitValue(), said);
        assertFalse(said.contains("Exception"), said);
        assertFalse(Files.exists(folder.resolve("tiny")), "the process finished before it was stopped");
        command()
                .train(
                        new TinyExperiment(RECIPE),
                        Options.parse("tiny", "--resume", "--out", folder.toString()),
                        TinyDigits.all());
        ModelFolder.read(folder.resolve("tiny"));
    }

    @Test
    @Fault("Trainer: small heap")
    void whereTheHeapIsTooSmallItSaysSoAndWritesNothing() throws IOException, InterruptedException {
        Process process = start("-Xmx32m", "in large batches");
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "it does not end");
        String said = Files.readString(folder.resolve("log"));
        assertTrue(said.contains("train: more memory is needed than Java may use"), said);
        assertTrue(said.contains("Raise -Xmx in ./train"), said);
        assertFalse(said.contains("\tat "), said);
        assertEquals(1, process.exitValue(), said);
        assertFalse(Files.exists(folder.resolve("tiny")));
    }

    private Process start(String heap, String how) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Training.class.getName(),
                        folder.toString(),
                        how)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    /** What the processes run. */
    static final class Training {
        private Training() {}

        public static void main(String[] args) {
            Recipe recipe = args[1].equals("until stopped") ? RECIPE : RECIPE.batch(1 << 16);
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            Train train = new Train(Map.of(), out, out, false);
            System.exit(train.attempt(() -> train.train(
                    new TinyExperiment(recipe), Options.parse("tiny", "--out", args[0]), TinyDigits.all())));
        }
    }

    private static Train command() {
        PrintStream quiet = new PrintStream(PrintStream.nullOutputStream());
        return new Train(Map.of(), quiet, quiet, false);
    }
}
