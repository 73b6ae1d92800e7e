package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
        assertTrue(out().startsWith("softmax-10  missing  The smallest network"), out());
    }

    @Test
    void anUnknownExperimentSuggestsTheNearest() {
        assertEquals(2, train("sofmax-10"));
        assertTrue(err().startsWith("train: unknown experiment \"sofmax-10\"; did you mean softmax-10?"), err());
        assertTrue(err().contains("usage: ./train ID…"), err());
    }

    @Test
    void wrongUsageSaysWhatIsWrong() {
        assertWrongUsage("nothing to do");
        assertWrongUsage("unknown option \"--sedes\"; did you mean --seeds?", "softmax-10", "--sedes", "3");
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
    void helpIsNoMistake() {
        assertEquals(0, train("--help"));
        assertTrue(out().startsWith("usage: ./train ID…"), out());
    }

    private void assertWrongUsage(String message, String... args) {
        err.reset();
        assertEquals(2, train(args));
        assertTrue(err().startsWith("train: " + message), err());
    }

    private int train(String... args) {
        Map<String, String> environment = Map.of("XDG_CACHE_HOME", folder.toString());
        return new Train(
                        environment,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false)
                .run(args);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
