package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.data.DataSet;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.network.ModelCodec;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Replay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunsTest {
    private static final DataSet DATA = TinyDigits.all();

    private static final TinyExperiment TINY =
            new TinyExperiment(Recipe.of("dense 784 10").batch(16).epochs(4).seeds(3, 2));

    @TempDir
    Path folder;

    @Test
    @Fault("Every stage: same recipe with another number of threads")
    void theSameBytesComeOutForAnyNumberOfThreads() throws IOException {
        write(1, folder.resolve("one"));
        write(2, folder.resolve("two"));
        for (String name : new String[] {ModelFolder.MODEL, ModelFolder.REPLAY, ModelFolder.RECORD}) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("one").resolve(name)),
                    Files.readAllBytes(folder.resolve("two").resolve(name)),
                    name);
        }
    }

    /** Wide enough for the loops of every layer but the last to be shared. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dense 784 64, dense 64 10",
                "conv 1x28x28 3 5, relu 1728, maxpool 3x24x24 2, conv 3x12x12 8 5, relu 512, dense 512 10"
            })
    void threadsWithoutASeedOfTheirOwnHelpAndChangeNothing(String architecture) {
        Recipe wide = Recipe.of(architecture).batch(64).epochs(3).seeds(2, 1);
        Runs alone = Runs.of(wide, DATA, 1, quiet());
        Runs helped = Runs.of(wide, DATA, 5, quiet());
        for (int i = 0; i < 2; i++) {
            assertArrayEquals(
                    ModelCodec.encode(alone.networks().get(i)),
                    ModelCodec.encode(helped.networks().get(i)));
        }
    }

    @Test
    void theRecordDescribesTheNetworkBesideIt() {
        write(2, folder);
        ModelFolder read = ModelFolder.read(folder);
        Network published = read.network(1);
        Evaluation test = Evaluation.of(published, DATA.test());
        ObjectNode record = read.record();
        assertEquals(2, record.path("published").path("seed").asInt());
        assertEquals(
                test.correct(),
                record.path("published").path("test").path("correct").asInt());
        assertEquals(
                test.loss(), record.path("published").path("test").path("loss").asDouble());
        assertEquals(3, record.path("seeds").size());
        assertEquals(7850, record.path("recipe").path("parameters").asInt());
        assertEquals(10, record.path("published").path("biases").size());
        assertEquals("current", Train.state(TINY, folder));
        assertEquals("stale", Train.state(new TinyExperiment(TINY.recipe().epochs(5)), folder));
        assertEquals("missing", Train.state(TINY, folder.resolve("nowhere")));
    }

    @Test
    void theMostFrequentConfusionsComeFirst() {
        Recipe hopeless = TINY.recipe().rate(1e-9, Schedule.CONSTANT);
        Runs runs = Runs.of(hopeless, DATA, 2, quiet());
        JsonNode test = Record.of(TINY, Results.of(hopeless, runs, DATA), Optional.empty(), Map.of(), DATA)
                .path("published")
                .path("test");
        int before = test.path("confusions").path(0).path("count").asInt();
        assertTrue(before > 1, test::toString);
        for (JsonNode confusion : test.path("confusions")) {
            assertTrue(confusion.path("count").asInt() <= before, test::toString);
            before = confusion.path("count").asInt();
        }
    }

    @Test
    void theReplayEndsWithThePublishedNetwork() {
        Runs runs = Runs.of(TINY.recipe(), DATA, 2, quiet());
        Replay replay = runs.snapshots().replay().orElseThrow();
        assertEquals(TINY.recipe().moments(), replay.size());
        assertEquals(0, replay.imagesSeen(0));
        assertEquals(16, replay.imagesSeen(1));
        int last = replay.size() - 1;
        assertEquals(4 * 300, replay.imagesSeen(last));
        Network published = runs.networks().get(1);
        float[] end = replay.snapshot(last);
        assertEquals(published.parameters().get(0).value.row[783][9], end[7839]);
        assertEquals(published.parameters().get(1).value.row[0][9], end[7849]);
        assertEquals((float) Evaluation.of(published, DATA.test()).accuracy(), replay.accuracy(last));
    }

    @Test
    void snapshotsCoverTheFastPhaseWell() {
        TreeSet<Integer> moments = Snapshots.moments(18_760, 31);
        assertEquals(31, moments.size());
        assertEquals(0, moments.first());
        assertEquals(18_760, moments.last());
        assertTrue(moments.contains(1) && moments.contains(2));
        assertTrue(moments.headSet(100).size() > 12, moments::toString);
        assertEquals(4, Snapshots.moments(3, 31).size());
    }

    @Test
    @Fault("Trainer: loss that is not a number or infinite")
    void aRunThatDivergesFailsAsAWhole() {
        Recipe wild = TINY.recipe().optimiser(Optimisation.sgd(0, 0)).rate(1e38, Schedule.CONSTANT);
        assertThrows(TrainingException.class, () -> Runs.of(wild, DATA, 2, quiet()));
    }

    @Test
    void progressEndsWithAPlainLine() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Progress progress = new Progress("tiny", 10, new PrintStream(out, true, StandardCharsets.UTF_8), false);
        progress.add(10);
        progress.end();
        String said = out.toString(StandardCharsets.UTF_8);
        assertTrue(said.startsWith("tiny: 10 images in 0 s"), said);
        assertEquals(-1, said.indexOf('\r'));
    }

    private static void write(int threads, Path to) {
        Runs runs = Runs.of(TINY.recipe(), DATA, threads, quiet());
        Results results = Results.of(TINY.recipe(), runs, DATA);
        ObjectNode record = Record.of(TINY, results, Optional.empty(), Map.of(), DATA);
        ModelFolder.write(
                to, results.published(), record, runs.snapshots().replay(), Map.of(), ModelFolder.newObject());
    }

    private static Progress quiet() {
        return new Progress("tiny", 1, new PrintStream(PrintStream.nullOutputStream()), false);
    }
}
