package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void theListNamesEveryExperimentWithItsState() {
        assertEquals(0, train("--list", "--out", folder.toString()));
        assertTrue(out().contains("\nsoftmax-10  missing  The smallest network"), out());
    }

    @Test
    void theListSaysHowLongAModelTook() {
        assertEquals(0, train("--list"));
        assertTrue(out().matches("(?s).*softmax-10  current \\([0-9.]+ s, [0-9]+ threads\\)  The smallest.*"), out());
    }

    @Test
    void anUnknownExperimentSuggestsTheNearest() {
        assertEquals(2, train("sofmax-10"));
        assertTrue(err().startsWith("train: unknown experiment \"sofmax-10\" (did you mean \"softmax-10\"?)"), err());
        assertTrue(err().contains("usage: ./train ID…"), err());
    }

    @Test
    void wrongUsageSaysWhatIsWrong() {
        assertWrongUsage("nothing to do");
        assertWrongUsage("unknown option \"--sedes\" (did you mean \"--seeds\"?)", "softmax-10", "--sedes", "3");
        assertWrongUsage("--all already includes softmax-10", "--all", "softmax-10");
        assertWrongUsage("--resume needs an experiment, or --all", "--resume", "--list");
        assertWrongUsage("--threads needs a value", "softmax-10", "--threads");
        assertWrongUsage("--seeds needs a value", "softmax-10", "--seeds", "--list");
        assertWrongUsage("--seeds must be 1 to 1024, got \"0\"", "softmax-10", "--seeds", "0");
        assertWrongUsage("--seeds must be 1 to 1024, got \"many\"", "softmax-10", "--seeds", "many");
    }

    @Test
    void withoutMnistItFailsAndSaysWhatToDo() {
        assertEquals(1, train("softmax-10"));
        assertTrue(err().contains("run ./train --fetch, or set MNIST_DIR"), err());
    }

    @Test
    void aFinishedExperimentIsWrittenAndCurrent() {
        train(1, "tiny", "--out", folder.toString());
        assertEquals("current", Train.state(tiny(1), folder.resolve("tiny")));
        assertTrue(out().contains("written: " + folder.resolve("tiny")), out());
        JsonNode run = read("run.json");
        assertTrue(run.path("seconds").isNumber() && run.path("date").isTextual(), run::toString);
    }

    @Test
    void aMetricBelowItsFloorFailsAndWritesNothing() {
        // One step of almost no length: no better than chance.
        Experiment hopeless = new TinyExperiment(
                tiny(1).recipe().rate(1e-9, Schedule.CONSTANT).floor(0.99));
        Options options = Options.parse("tiny", "--out", folder.toString());
        String message = assertThrows(
                        TrainingException.class, () -> command().train(hopeless, options, TinyDigits.mnist()))
                .getMessage();
        assertTrue(message.contains("below its floor 0.99. Nothing was written"), message);
        assertTrue(Files.notExists(folder.resolve("tiny")));
    }

    @Test
    void anotherNumberOfSeedsIsShownButReplacesNoModel() {
        train(2, "tiny", "--seeds", "1");
        assertTrue(out().contains("not written: the recipe has 2 seeds; add --out FOLDER"), out());
        assertTrue(Files.notExists(Path.of("models", "tiny")));
        train(2, "tiny", "--seeds", "1", "--out", folder.toString());
        assertEquals(1, read("record.json").path("seeds").size());
        assertEquals("stale", Train.state(tiny(2), folder.resolve("tiny")));
    }

    @Test
    void helpIsNoMistake() {
        assertEquals(0, train("--help"));
        assertTrue(out().startsWith("usage: ./train ID…"), out());
    }

    private void assertWrongUsage(String message, String... args) {
        err.reset();
        assertEquals(2, train(args));
        assertTrue(err().startsWith("train: " + message), err());
    }

    private static Experiment tiny(int seeds) {
        return new TinyExperiment(Recipe.of("dense 784 10").batch(32).epochs(1).seeds(seeds, 1));
    }

    private void train(int seeds, String... args) {
        command().train(tiny(seeds), Options.parse(args), TinyDigits.mnist());
    }

    private JsonNode read(String name) {
        try {
            return new ObjectMapper()
                    .readTree(folder.resolve("tiny").resolve(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int train(String... args) {
        return command().run(args);
    }

    private Train command() {
        Map<String, String> environment = Map.of("XDG_CACHE_HOME", folder.toString());
        return new Train(
                environment,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
