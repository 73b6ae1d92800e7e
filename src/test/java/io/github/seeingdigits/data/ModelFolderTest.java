package io.github.seeingdigits.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.Damage;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.MemoryDisk;
import io.github.seeingdigits.network.Initialiser;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.Replay;
import io.github.seeingdigits.network.SeededRandom;
import io.github.seeingdigits.network.View;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFolderTest {
    private static final String PLANE = "view-plane.bin";
    private static final Map<String, View> VIEWS = Map.of("plane", new View(new int[] {1, 2}, new float[] {0.5f, -3}));

    private final Network network = new Network("dense 3 2", 1, new PlainOps());

    private final Path folder = MemoryDisk.folder().resolve("tiny");

    @BeforeEach
    void writeAModel() {
        network.initialise(Initialiser.fanInUniform(), new SeededRandom(1));
        ModelFolder.write(folder, network, record(), Optional.of(replay()), VIEWS, ModelFolder.newObject());
    }

    @Test
    void aModelComesBackAsItWas() {
        ModelFolder read = ModelFolder.read(folder);
        float[] x = {1, 2, 3};
        assertArrayEquals(network.logits(x), read.network(1).logits(x));
        assertEquals("dense 3 2", read.network(1).architecture());
        assertEquals(1, read.replay().orElseThrow().size());
        assertArrayEquals(new float[] {0.5f, -3}, read.views().get("plane").values());
        assertEquals("tiny", read.record().path("id").asText());
        assertEquals(List.of(3, 2), read.tensors().tensors().get(0).shape());
        assertEquals("0.weight", read.tensors().tensors().get(0).name());
        assertEquals("0.bias", read.tensors().tensors().get(1).name());
        assertEquals("pixel / 255", read.tensors().metadata().get("inputScaling"));
    }

    @Test
    void whatAnEarlierRunLeftIsGoneAndNobodyMissesIt() {
        ModelFolder.write(folder, network, record(), Optional.empty(), Map.of(), ModelFolder.newObject());
        ModelFolder read = ModelFolder.read(folder);
        assertTrue(read.replay().isEmpty() && read.views().isEmpty());
        assertFalse(Files.exists(folder.resolve(ModelFolder.REPLAY)));
        assertFalse(Files.exists(folder.resolve(PLANE)));
    }

    @Test
    @Fault("Every stage: something is wrong")
    void aMissingFileIsNamed() throws IOException {
        for (String name : List.of(ModelFolder.MODEL, ModelFolder.REPLAY, PLANE, ModelFolder.RECORD)) {
            byte[] bytes = Files.readAllBytes(folder.resolve(name));
            Files.delete(folder.resolve(name));
            assertTrue(message().startsWith(folder.resolve(name) + ": not found"), message());
            Files.write(folder.resolve(name), bytes);
        }
    }

    @Test
    @Fault("Model file: every single-bit flip")
    void everyFlippedBitIsRefusedByName() throws IOException {
        for (String name : List.of(ModelFolder.MODEL, ModelFolder.REPLAY, PLANE)) {
            byte[] bytes = Files.readAllBytes(folder.resolve(name));
            for (int bit = 0; bit < 8 * bytes.length; bit++) {
                byte[] flipped = bytes.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                Files.write(folder.resolve(name), flipped);
                assertTrue(message().startsWith(folder.resolve(name) + ": found SHA-256"), message());
            }
            Files.write(folder.resolve(name), bytes);
        }
    }

    @Test
    @Fault("Trainer: kill in mid-write")
    void filesOfTwoRunsDoNotPassForOne() throws IOException {
        byte[] oldRecord = Files.readAllBytes(folder.resolve(ModelFolder.RECORD));
        network.parameters().get(0).value.row[0][0] = 0.5f;
        ModelFolder.write(folder, network, record(), Optional.of(replay()), VIEWS, ModelFolder.newObject());
        Files.write(folder.resolve(ModelFolder.RECORD), oldRecord);
        assertTrue(message().contains("Restore the folder from version control or run ./train tiny"), message());
    }

    /** A write moves the record first, then what it describes, then the rest. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    @Fault("Trainer: kill in mid-write")
    void aWriteKilledBetweenTwoMovesLeavesTheOldModelOrTheNewOne(int moved) throws IOException {
        Path newer = folder.resolveSibling("newer");
        network.parameters().get(0).value.row[0][0] = 0.5f;
        Replay other = replay();
        other.add(64, 0.75f, new float[] {8, 7, 6, 5, 4, 3, 2, 1});
        ModelFolder.write(newer, network, record(), Optional.of(other), VIEWS, ModelFolder.newObject());
        byte[] old = Files.readAllBytes(folder.resolve(ModelFolder.MODEL));
        List<String> order = List.of(ModelFolder.RECORD, ModelFolder.MODEL, ModelFolder.REPLAY, PLANE, ModelFolder.RUN);
        for (String name : order) {
            Files.copy(newer.resolve(name), AtomicFile.part(folder.resolve(name)));
        }
        for (String name : order.subList(0, moved)) {
            AtomicFile.finish(folder.resolve(name));
        }
        ModelFolder read = ModelFolder.read(folder);
        assertEquals(moved == 0 ? 1 : 2, read.replay().orElseThrow().size());
        assertArrayEquals(
                moved == 0 ? old : Files.readAllBytes(newer.resolve(ModelFolder.MODEL)),
                Files.readAllBytes(folder.resolve(ModelFolder.MODEL)));
        ModelFolder.write(folder, network, record(), Optional.of(other), VIEWS, ModelFolder.newObject());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(order.size(), files.count(), "something is left behind");
        }
    }

    /** A folder with something in it cannot be moved over, so the write stops there as if it were killed. */
    @Test
    @Fault("Trainer: kill in mid-write")
    void aWriteThatStopsBehindItsRecordIsFinishedByTheNextReader() throws IOException {
        Path inTheWay = folder.resolve(ModelFolder.REPLAY);
        Files.delete(inTheWay);
        Files.createDirectories(inTheWay.resolve("full"));
        network.parameters().get(0).value.row[0][0] = 0.5f;
        Replay other = replay();
        other.add(64, 0.75f, new float[] {8, 7, 6, 5, 4, 3, 2, 1});
        DataException e = assertThrows(
                DataException.class,
                () -> ModelFolder.write(folder, network, record(), Optional.of(other), VIEWS, ModelFolder.newObject()));
        assertTrue(e.getMessage().startsWith(inTheWay + ": cannot be written"), e.getMessage());
        Files.delete(inTheWay.resolve("full"));
        Files.delete(inTheWay);
        ModelFolder read = ModelFolder.read(folder);
        assertEquals(2, read.replay().orElseThrow().size());
        assertEquals(0.5f, read.network(1).parameters().get(0).value.row[0][0]);
    }

    @Test
    @Fault("Model file: model and record disagree")
    void aRecordOfAnotherArchitectureIsRefused() throws IOException {
        edit("\"architecture\" : \"dense 3 2\"", "\"architecture\" : \"dense 2 3\"");
        assertTrue(
                message().contains("architecture \"dense 2 3\", but model.safetensors has \"dense 3 2\""), message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"format", "inputScaling", "experiment", "seed"})
    @Fault("Model file: model and record disagree")
    void aModelThatSaysSomethingElseThanItsRecordIsRefused(String key) throws IOException {
        Path model = folder.resolve(ModelFolder.MODEL);
        Safetensors tensors = ModelFolder.read(folder).tensors();
        Map<String, String> metadata = new TreeMap<>(tensors.metadata());
        metadata.put(key, "another");
        String before = Sha256.of(Files.readAllBytes(model));
        Files.write(model, new Safetensors(metadata, tensors.tensors()).encode());
        edit(before, Sha256.of(Files.readAllBytes(model)));
        assertTrue(
                message().contains(key + " \"") && message().contains("model.safetensors has \"another\""), message());
    }

    @Test
    void aCalibratedModelComesBackWithItsTemperature() {
        network.setTemperature(1.25f);
        ModelFolder.write(folder, network, record(), Optional.of(replay()), VIEWS, ModelFolder.newObject());
        assertEquals(1.25f, ModelFolder.read(folder).network(1).temperature());
    }

    @Test
    void aFileThatIsNotOursStaysWhereItIs() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "mine");
        ModelFolder.write(folder, network, record(), Optional.empty(), Map.of(), ModelFolder.newObject());
        assertEquals("mine", Files.readString(folder.resolve("notes.txt")));
    }

    @Test
    void whatIsKnownOfTheRunComesBackAndNothingDependsOnIt() throws IOException {
        ObjectNode run = ModelFolder.newObject().put("seconds", 12);
        ModelFolder.write(folder, network, record(), Optional.empty(), Map.of(), run);
        assertEquals(12, ModelFolder.readRun(folder).path("seconds").asInt());
        Files.writeString(folder.resolve("run.json"), "{");
        assertTrue(ModelFolder.readRun(folder).isEmpty());
        Files.delete(folder.resolve("run.json"));
        assertTrue(ModelFolder.readRun(folder).isEmpty());
    }

    @Test
    @Fault("Model file: unknown version")
    void aRecordOfAnotherSchemaOrNoneIsRefused() throws IOException {
        edit("\"schema\" : 1", "\"schema\" : 2");
        assertTrue(message().contains("found schema 2, expected 1"), message());
        edit("\"schema\" : 2,", "");
        assertTrue(message().contains("expected 1"), message());
    }

    @Test
    void aRecordThatIsNotJsonIsRefusedWithItsLine() throws IOException {
        edit("\"id\" : ", "\"id\" ");
        assertTrue(message().startsWith(folder.resolve(ModelFolder.RECORD) + ": is not JSON"), message());
        assertTrue(message().contains("line 3"), message());
        Files.writeString(folder.resolve(ModelFolder.RECORD), "[]");
        assertTrue(message().contains("is not a JSON object"), message());
    }

    @Test
    @Fault("Model file: model and record disagree")
    void tensorsThatTheArchitectureDoesNotAskForAreRefused() {
        ModelFolder read = ModelFolder.read(folder);
        Map<String, String> metadata = new TreeMap<>(read.tensors().metadata());
        metadata.put("architecture", "dense 3 2, dense 2 2");
        ModelFolder other = new ModelFolder(
                read.record(), new Safetensors(metadata, read.tensors().tensors()), read.replay(), VIEWS);
        String message =
                assertThrows(DataException.class, () -> other.network(1)).getMessage();
        assertTrue(message.contains("found nothing, expected 1.weight [2, 2]"), message);
    }

    @Test
    void aRecordThatDoesNotFitTheNetworkIsNotWritten() throws IOException {
        byte[] before = Files.readAllBytes(folder.resolve(ModelFolder.RECORD));
        Network other = new Network("dense 5 2", 1, new PlainOps());
        assertThrows(
                DataException.class,
                () -> ModelFolder.write(
                        folder, other, record(), Optional.of(replay()), VIEWS, ModelFolder.newObject()));
        assertArrayEquals(before, Files.readAllBytes(folder.resolve(ModelFolder.RECORD)));
    }

    private void edit(String from, String to) throws IOException {
        Path file = folder.resolve(ModelFolder.RECORD);
        String text = Files.readString(file, StandardCharsets.UTF_8);
        assertTrue(text.contains(from), text);
        Files.writeString(file, text.replace(from, to), StandardCharsets.UTF_8);
    }

    private static ObjectNode record() {
        return SampleRecord.of("tiny", "dense 3 2");
    }

    private static Replay replay() {
        Replay replay = new Replay(8);
        replay.add(0, 0.5f, new float[] {1, 2, 3, 4, 5, 6, 7, 8});
        return replay;
    }

    private String message() {
        return assertThrows(DataException.class, () -> ModelFolder.read(folder)).getMessage();
    }

    @Test
    @Fault("Every stage: damaged input to a parser")
    void whateverComesInPlaceOfTheRecordIsReadOrRefusedByName() throws IOException {
        Damage damage = damage(folder);
        // Without white space, which would only be more of the same.
        byte[] file = ModelFolder.readRecord(folder).toString().getBytes(StandardCharsets.UTF_8);
        damage.everyTruncationIsAnsweredOrRefused(file);
        damage.everySingleBitFlipIsAnsweredOrRefused(file);
        damage.whateverComesIsAnsweredOrRefused(file, 1_000);
    }

    @Test
    @Fault("Model file: record that names files of other kinds")
    void aRecordThatNamesFilesOfOtherKindsIsRefused() throws IOException {
        for (String name :
                List.of("view-.bin", "view-", "view-x", "view-a\\u0000.bin", "view-../../a.bin", "/etc/passwd")) {
            edit("\"" + PLANE + "\"", "\"" + name + "\"");
            assertTrue(message().contains("record.json: /files"), message());
            edit("\"" + name + "\"", "\"" + PLANE + "\"");
        }
    }

    /** A folder in memory with a small model. */
    static Path tiny() {
        Path folder = MemoryDisk.folder().resolve("tiny");
        Network network = new Network("dense 3 2", 1, new PlainOps());
        ModelFolder.write(folder, network, record(), Optional.of(replay()), VIEWS, ModelFolder.newObject());
        return folder;
    }

    /** Reads the model in a folder with another record. */
    static Damage damage(Path folder) {
        return Damage.to(DataException.class, folder.toString(), file -> {
                    Files.write(folder.resolve(ModelFolder.RECORD), file);
                    ModelFolder.read(folder);
                })
                .allocating(1_000, 4 << 20);
    }
}
