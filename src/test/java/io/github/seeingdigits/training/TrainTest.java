package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.data.DataSet;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.View;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
    void variantsAreTrainedWithAllTheirSeedsAndStandBesideTheRecipe() {
        Recipe two = Recipe.of("dense 784 2").batch(32).epochs(2).seeds(2, 1);
        Experiment experiment = new TinyExperiment(tiny(1).recipe(), Map.of("zero-or-one", two));
        command().train(experiment, Options.parse("tiny", "--out", folder.toString()), TinyDigits.all());
        JsonNode variant = read("record.json").at("/variants/zero-or-one");
        assertEquals("MNIST, digits 0 to 1", variant.at("/recipe/examples").asText());
        assertEquals(2, variant.path("seeds").size());
        JsonNode seed = variant.at("/seeds/1");
        assertEquals(2, seed.path("testAccuracyByEpoch").size());
        // Ten digits with ten test images each, of which two are zeros and ones.
        assertEquals(
                20 * seed.at("/test/accuracy").asDouble(),
                seed.at("/test/correct").asInt(),
                1e-9);
        assertEquals("current", Train.state(experiment, folder.resolve("tiny")));
        Experiment changed = new TinyExperiment(tiny(1).recipe(), Map.of("zero-or-one", two.epochs(3)));
        assertEquals("stale", Train.state(changed, folder.resolve("tiny")));
        assertEquals("stale", Train.state(tiny(1), folder.resolve("tiny")));
    }

    @Test
    void anExperimentThatNeedsAnotherIsStaleOnceTheOtherHasChanged() {
        Experiment needing = new TinyExperiment("needing", tiny(1).recipe(), Map.of(), List.of("tiny"));
        Options options = Options.parse("needing", "--out", folder.toString());
        String missing = assertThrows(
                        TrainingException.class, () -> command().train(needing, options, TinyDigits.all()))
                .getMessage();
        assertTrue(missing.contains("run ./train tiny first"), missing);
        train(1, "tiny", "--out", folder.toString());
        command().train(needing, options, TinyDigits.all());
        assertEquals("current", Train.state(needing, folder.resolve("needing")));
        command().train(new TinyExperiment(tiny(1).recipe().epochs(2)), options, TinyDigits.all());
        assertEquals("stale", Train.state(needing, folder.resolve("needing")));
    }

    @Test
    void aRecordSaysWhatItsViewsHold() {
        train(2, "tiny", "--out", folder.toString());
        ModelFolder written = ModelFolder.read(folder.resolve("tiny"));
        JsonNode sample = written.record().at("/views/sample");
        // 10 steps, so 11 moments; of each digit all 10 test images.
        assertArrayEquals(new int[] {11, 100, 10}, written.views().get("sample").shape());
        assertEquals(100, sample.path("images").size());
        assertEquals(9, sample.at("/labels/99").asInt());
        View seeds = written.views().get("seeds");
        assertArrayEquals(new int[] {2, 7850}, seeds.shape());
        Network published = written.network(1);
        assertEquals(published.parameters().get(1).value.row[0][9], seeds.values()[7849]);
        // The last moment is the published network.
        float[] x = new float[784];
        byte[] image = TinyDigits.all().test().pixels()[sample.at("/images/99").asInt()];
        for (int k = 0; k < x.length; k++) {
            x[k] = (image[k] & 0xFF) / 255f;
        }
        float[] view = written.views().get("sample").values();
        float[] last = Arrays.copyOfRange(view, view.length - 10, view.length);
        assertArrayEquals(published.logits(x), last, 0.01f);
    }

    @Test
    void xorNeedsNoMnist() {
        DataSet xor = Examples.XOR.load(Map.of());
        assertEquals(4, xor.test().size());
        assertEquals(256, xor.train().size());
        for (int i = 0; i < 256; i++) {
            byte[] inputs = xor.train().pixels()[i];
            assertEquals((inputs[0] ^ inputs[1]) == 0 ? 0 : 1, xor.train().labels()[i]);
        }
        Recipe recipe = Recipe.of("dense 2 2, relu 2, dense 2 1")
                .examples(Examples.XOR)
                .loss(Objective.SQUARED_ERROR)
                .batch(4)
                .epochs(1)
                .seeds(1, 1);
        command().train(new TinyExperiment(recipe), Options.parse("tiny", "--out", folder.toString()), xor);
        JsonNode record = read("record.json");
        assertEquals(
                "XOR, its four examples 64 times an epoch",
                record.at("/recipe/examples").asText());
        assertEquals(0.5, record.at("/baselines/majorityClass/accuracy").asDouble());
        assertTrue(record.at("/published/robustness").isMissingNode());
    }

    @Test
    @Fault("Trainer: metric below its floor")
    void aMetricBelowItsFloorFailsAndWritesNothing() {
        // One step of almost no length: no better than chance.
        Experiment hopeless = new TinyExperiment(
                tiny(1).recipe().rate(1e-9, Schedule.CONSTANT).floor(0.99));
        Options options = Options.parse("tiny", "--out", folder.toString());
        String message = assertThrows(
                        TrainingException.class, () -> command().train(hopeless, options, TinyDigits.all()))
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
        command().train(tiny(seeds), Options.parse(args), TinyDigits.all());
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
