package io.github.seeingdigits.publishing;

import freemarker.template.TemplateHashModel;
import io.github.seeingdigits.network.ModelCodec;
import io.github.seeingdigits.network.ModelFormatException;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All trained models, from {@code models/}: their networks, records and replays. */
final class Models {
    private static final String SAFETENSORS = "model.safetensors";
    private static final String RECORD = "record.json";
    private static final String REPLAY = "replay.bin";

    /**
     * A trained model.
     *
     * @param record what training measured, as in {@code record.json}
     * @param replay snapshots of its training as {@link Replay} encodes them
     * @param downloads file name to file: what the site offers as it is
     */
    record Model(
            String id,
            Network network,
            Map<String, Object> record,
            Optional<byte[]> replay,
            Map<String, Path> downloads) {}

    private final SortedMap<String, Model> models = new TreeMap<>();

    private Models() {}

    /** Reads every folder in {@code models/} of the project at {@code root}. */
    static Models read(Path root) throws IOException {
        Models models = new Models();
        Path folder = root.resolve("models");
        if (!Files.isDirectory(folder)) {
            return models;
        }
        List<Path> folders = new ArrayList<>();
        try (Stream<Path> children = Files.list(folder)) {
            children.filter(Files::isDirectory).sorted().forEach(folders::add);
        }
        for (Path child : folders) {
            Model model = model(child);
            models.models.put(model.id, model);
        }
        return models;
    }

    private static Model model(Path folder) throws IOException {
        String id = folder.getFileName().toString();
        String name = "models/" + id + "/";
        if (!id.matches("[a-z0-9][a-z0-9-]*")) {
            throw PublishException.in(name, "a model's name has small letters, digits and hyphens; rename the folder");
        }
        Map<String, Path> downloads = new LinkedHashMap<>();
        for (String file : List.of(SAFETENSORS, RECORD)) {
            if (!Files.isRegularFile(folder.resolve(file))) {
                throw PublishException.in(name + file, "the file does not exist; run ./train " + id);
            }
            downloads.put(file, folder.resolve(file));
        }
        return new Model(
                id,
                network(folder, name),
                Json.object(folder.resolve(RECORD), name + RECORD),
                replay(folder.resolve(REPLAY), name + REPLAY),
                downloads);
    }

    /** Loads the network of a model's folder. This is the one place to connect the reader of safetensors. */
    private static Network network(Path folder, String name) throws IOException {
        try {
            return ModelCodec.decode(Files.readAllBytes(folder.resolve(SAFETENSORS)), 1, new PlainOps());
        } catch (ModelFormatException e) {
            throw PublishException.in(name + SAFETENSORS, e.getMessage());
        }
    }

    private static Optional<byte[]> replay(Path file, String name) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            Replay.decode(bytes);
        } catch (ModelFormatException e) {
            throw PublishException.in(name, e.getMessage());
        }
        return Optional.of(bytes);
    }

    Set<String> ids() {
        return models.keySet();
    }

    Model get(String id) {
        return models.get(id);
    }

    /** Every model, by id. */
    Iterable<Model> all() {
        return models.values();
    }

    /** Id to record, for {@code [=record["softmax-10"].test.accuracy.mean]}. */
    TemplateHashModel records() {
        Map<String, Object> records = new LinkedHashMap<>();
        models.forEach((id, model) -> records.put(id, model.record));
        return new StrictHash("record", records);
    }
}
