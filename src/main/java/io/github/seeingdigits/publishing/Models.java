package io.github.seeingdigits.publishing;

import com.fasterxml.jackson.core.type.TypeReference;
import freemarker.template.TemplateHashModel;
import io.github.seeingdigits.data.DataException;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.network.ModelFormatException;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Replay;
import io.github.seeingdigits.network.View;
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
    /**
     * A trained model.
     *
     * @param record what training measured, as in {@code record.json}
     * @param run time and machine of the training that wrote it; empty if that is not known
     * @param replay snapshots of its training as {@link Replay} encodes them, if there are any
     * @param views what else figures draw, each as {@link View} encodes it, by name
     * @param downloads file name to file: what the site offers as it is
     */
    record Model(
            String id,
            Network network,
            Map<String, Object> record,
            Map<String, Object> run,
            Optional<byte[]> replay,
            Map<String, byte[]> views,
            Map<String, Path> downloads) {
        /** What its record calls it. */
        String title() {
            return (String) record.get("title");
        }

        /** The part of the test digits that the published network reads correctly. */
        double accuracy() {
            Map<?, ?> published = (Map<?, ?>) record.get("published");
            return ((Number) ((Map<?, ?>) published.get("test")).get("accuracy")).doubleValue();
        }
    }

    private final SortedMap<String, Model> models = new TreeMap<>();

    private Models() {}

    /** Reads every folder in {@code models/} of the project at {@code root} whose files have changed since {@code memory} was filled. */
    static Models read(Path root, BakeMemory memory) throws IOException {
        Models models = new Models();
        Path folder = root.resolve("models");
        if (!Files.isDirectory(folder)) {
            return models;
        }
        List<Path> folders = new ArrayList<>();
        try (Stream<Path> children = Files.list(folder)) {
            // .checkpoints, which training keeps there while it runs, is no model.
            children.filter(Files::isDirectory)
                    .filter(child -> !child.getFileName().toString().startsWith("."))
                    .sorted()
                    .forEach(folders::add);
        }
        for (Path child : folders) {
            Model model = memory.get(List.of("model", child, BakeMemory.stamps(child)), () -> model(child));
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
        for (String file : List.of(ModelFolder.MODEL, ModelFolder.RECORD)) {
            if (!Files.isRegularFile(folder.resolve(file))) {
                throw PublishException.in(name + file, "the file does not exist; run ./train " + id);
            }
            downloads.put(file, folder.resolve(file));
        }
        try {
            ModelFolder read = ModelFolder.read(folder);
            Map<String, Object> record = Json.MAPPER.convertValue(read.record(), new TypeReference<>() {});
            Map<String, Object> run = Json.MAPPER.convertValue(ModelFolder.readRun(folder), new TypeReference<>() {});
            Optional<byte[]> replay = read.replay().isPresent()
                    ? Optional.of(Files.readAllBytes(folder.resolve(ModelFolder.REPLAY)))
                    : Optional.empty();
            Map<String, byte[]> views = new TreeMap<>();
            for (String view : read.views().keySet()) {
                views.put(view, Files.readAllBytes(folder.resolve(ModelFolder.view(view))));
            }
            return new Model(id, read.network(1), record, run, replay, views, downloads);
        } catch (DataException | ModelFormatException e) {
            // The message names the file from wherever the project lies; an author thinks from the project's root.
            String message = e.getMessage().replace(folder + "/", name);
            throw message.startsWith(name) ? new PublishException(message) : PublishException.in(name, message);
        }
    }

    /** Equal for the same models and no others. */
    List<BakeMemory.Same> same() {
        return models.values().stream().map(BakeMemory.Same::new).toList();
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

    /** Every record in one file, by id. */
    byte[] recordsAsJson() throws IOException {
        return Json.MAPPER.writeValueAsBytes(recordsById());
    }

    /** Id to record, for {@code [=record["softmax-10"].test.accuracy.mean]}. */
    TemplateHashModel records() {
        return new StrictHash("record", recordsById());
    }

    /** Id to time and machine of the run, for {@code [=run["softmax-10"].seconds]}. */
    TemplateHashModel runs() {
        Map<String, Object> runs = new LinkedHashMap<>();
        models.forEach((id, model) -> runs.put(id, model.run));
        return new StrictHash("run", runs);
    }

    private Map<String, Object> recordsById() {
        Map<String, Object> records = new LinkedHashMap<>();
        models.forEach((id, model) -> records.put(id, model.record));
        return records;
    }
}
