package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.Fault;
import io.github.seeingdigits.data.DataException;
import io.github.seeingdigits.data.DataSet;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.network.ModelCodec;
import io.github.seeingdigits.network.Network;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Training that is interrupted, and goes on as if it had not been. */
class ResumeTest {
    private static final Recipe RECIPE =
            Recipe.of("dense 784 10").batch(32).epochs(4).seeds(1, 1);
    private static final DataSet DATA = TinyDigits.all();

    private static Snapshots snapshots(Recipe recipe) {
        return new Snapshots(recipe, DATA.train().size(), Inked.of(DATA.test()));
    }

    /** Thrown by a watcher in place of a power cut. */
    private static final class Interruption extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @TempDir
    Path folder;

    /** Steps 0 to 39, ten in an epoch: before the first checkpoint, at the edges of epochs, in their midst, at the end. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 11, 20, 25, 39, 40})
    @Fault("Trainer: resume")
    void resumedEqualsUninterruptedBitForBit(int interruptedAt) {
        for (Optimisation optimiser : new Optimisation[] {Optimisation.adam(), Optimisation.sgd(0.9, 0.001)}) {
            Recipe recipe = RECIPE.optimiser(optimiser).rate(0.01, Schedule.COSINE);
            String id = "tiny-" + optimiser.toString().charAt(0);
            Snapshots whole = snapshots(recipe);
            Network expected = new Trainer(recipe, 1, DATA).run(whole);
            Snapshots before = snapshots(recipe);
            assertThrows(Interruption.class, () -> trainer(recipe, id, false).run(interrupting(before, interruptedAt)));
            Snapshots after = snapshots(recipe);
            Network resumed = trainer(recipe, id, true).run(after);
            assertArrayEquals(ModelCodec.encode(expected), ModelCodec.encode(resumed));
            whole.end(expected);
            after.end(resumed);
            assertArrayEquals(
                    whole.replay().orElseThrow().encode(),
                    after.replay().orElseThrow().encode(),
                    "replay");
            assertArrayEquals(
                    whole.view().orElseThrow().encode(),
                    after.view().orElseThrow().encode(),
                    "view");
        }
    }

    @Test
    void aFinishedSeedIsNotTrainedAgain() {
        byte[] expected = ModelCodec.encode(trainer(RECIPE, "tiny", false).run((step, images, network) -> {}));
        byte[] again = ModelCodec.encode(trainer(RECIPE, "tiny", true).run((step, images, network) -> {
            throw new AssertionError("took step " + step);
        }));
        assertArrayEquals(expected, again);
    }

    @Test
    void withoutResumeARunStartsAnew() {
        trainer(RECIPE, "tiny", false).run((step, images, network) -> {});
        int[] calls = new int[1];
        trainer(RECIPE, "tiny", false).run((step, images, network) -> calls[0]++);
        assertEquals(41, calls[0]);
    }

    @Test
    @Fault("Trainer: damaged checkpoint")
    void aCheckpointCutShortOrWithAFlippedBitIsRefusedByName() throws IOException {
        trainer(RECIPE, "tiny", false).run((step, images, network) -> {});
        Path file = Checkpoints.of(folder, "tiny", true).file(1);
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 3, 8, 11, 12, 60, whole.length / 2, whole.length - 1}) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertRefused("seed-1.ckpt: ", RECIPE);
        }
        for (int bit = 0; bit < 8 * whole.length; bit += 977) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, flipped);
            assertRefused("seed-1.ckpt: ", RECIPE);
        }
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length + 1));
        assertRefused("seed-1.ckpt: says it has " + whole.length + " bytes, but has " + (whole.length + 1), RECIPE);
    }

    @Test
    @Fault("Trainer: checkpoint of another recipe or seed")
    void aCheckpointOfAnotherRecipeIsRefusedByName() {
        trainer(RECIPE, "tiny", false).run((step, images, network) -> {});
        String other = "seed-1.ckpt: belongs to another recipe, seed or data set. Delete it, or train without --resume";
        assertRefused(other, RECIPE.epochs(5));
        assertRefused(other, RECIPE.rate(0.002, Schedule.CONSTANT));
        assertRefused(
                other,
                Recipe.of("dense 784 12, dense 12 10").batch(32).epochs(4).seeds(1, 1));
    }

    @Test
    @Fault("Trainer: checkpoint of another recipe or seed")
    void theCheckpointOfAnotherSeedIsRefused() throws IOException {
        trainer(RECIPE, "tiny", false).run((step, images, network) -> {});
        Checkpoints checkpoints = Checkpoints.of(folder, "tiny", true);
        Files.copy(checkpoints.file(1), checkpoints.file(2));
        Trainer second = new Trainer(RECIPE, 2, Inked.of(DATA.train()), Inked.of(DATA.test()), new Team(), checkpoints);
        assertThrows(DataException.class, () -> second.run((step, images, network) -> {}));
    }

    @Test
    void checkpointsAreGoneOnceTheModelIsWritten() {
        Train command = command(new ByteArrayOutputStream());
        Options options = Options.parse("tiny", "--out", folder.toString());
        command.train(new TinyExperiment(RECIPE.seeds(3, 2)), options, TinyDigits.all());
        assertTrue(Files.exists(folder.resolve("tiny").resolve(ModelFolder.RECORD)));
        assertFalse(Checkpoints.of(folder, "tiny", true).found());
    }

    @Test
    @Fault("Trainer: kill in mid-training")
    void aProcessKilledInMidTrainingLosesAtMostAnEpoch() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        File checkpoint = Checkpoints.of(folder, "tiny", true).file(1).toFile();
        while (!checkpoint.exists() && process.isAlive()) {
            Thread.sleep(5);
        }
        process.destroyForcibly();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertTrue(checkpoint.exists(), () -> read(folder.resolve("log")));
        assertFalse(Files.exists(folder.resolve("tiny")), "the process finished before it was killed");

        ByteArrayOutputStream said = new ByteArrayOutputStream();
        command(said)
                .train(
                        Victim.EXPERIMENT,
                        Options.parse("tiny", "--resume", "--out", folder.toString()),
                        TinyDigits.all());
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("going on with an interrupted run"), said::toString);
        Path whole = folder.resolve("whole");
        command(said).train(Victim.EXPERIMENT, Options.parse("tiny", "--out", whole.toString()), TinyDigits.all());
        for (String name : new String[] {ModelFolder.MODEL, ModelFolder.REPLAY, ModelFolder.RECORD}) {
            assertArrayEquals(
                    Files.readAllBytes(whole.resolve("tiny").resolve(name)),
                    Files.readAllBytes(folder.resolve("tiny").resolve(name)),
                    name);
        }
    }

    /** What the killed process runs; long enough to be killed in time. */
    static final class Victim {
        static final Experiment EXPERIMENT =
                new TinyExperiment(RECIPE.epochs(100).seeds(2, 1));

        private Victim() {}

        public static void main(String[] args) {
            command(new ByteArrayOutputStream())
                    .train(EXPERIMENT, Options.parse("tiny", "--out", args[0]), TinyDigits.all());
        }
    }

    private Trainer trainer(Recipe recipe, String id, boolean resume) {
        return new Trainer(
                recipe,
                1,
                Inked.of(DATA.train()),
                Inked.of(DATA.test()),
                new Team(),
                Checkpoints.of(folder, id, resume));
    }

    private void assertRefused(String message, Recipe recipe) {
        DataException e = assertThrows(
                DataException.class, () -> trainer(recipe, "tiny", true).run((step, images, network) -> {}));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }

    private static Trainer.Watcher interrupting(Snapshots snapshots, int at) {
        return new Trainer.Watcher() {
            @Override
            public void at(int step, int images, Network network) {
                snapshots.at(step, images, network);
                if (step == at) {
                    throw new Interruption();
                }
            }

            @Override
            public byte[] save() {
                return snapshots.save();
            }

            @Override
            public void restore(int images, ByteBuffer saved) {
                snapshots.restore(images, saved);
            }
        };
    }

    private static Train command(ByteArrayOutputStream out) {
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Train(Map.of(), print, print, false);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
