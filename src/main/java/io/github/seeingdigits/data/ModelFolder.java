package io.github.seeingdigits.data;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.network.Layer;
import io.github.seeingdigits.network.ModelFormatException;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Parameter;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.Replay;
import io.github.seeingdigits.network.View;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code models/<id>/}: what training writes and everything else reads.
 *
 * <ul>
 *   <li>{@code model.safetensors}: the published network. Tensors {@code 0.weight} [inputs, outputs], {@code 0.bias}
 *       [outputs], {@code 1.weight} …; metadata: format, architecture, temperature,
 *       inputScaling, experiment, seed.
 *   <li>{@code replay.bin}: see {@link Replay}; only of networks small enough.
 *   <li>{@code view-NAME.bin}: see {@link View}; what else figures draw.
 *   <li>{@code record.json}: recipe and measurements. Its {@code files} hold the checksums of all above, so that a folder
 *       whose files do not belong together is noticed.
 *   <li>{@code run.json}: time and machine of the run; differs from run to run.
 * </ul>
 *
 * @param record the content of {@code record.json}
 * @param tensors the content of {@code model.safetensors}
 * @param replay the content of {@code replay.bin}, if there is one
 * @param views the content of each {@code view-NAME.bin}, by NAME
 */
public record ModelFolder(ObjectNode record, Safetensors tensors, Optional<Replay> replay, Map<String, View> views) {
    public static final String MODEL = "model.safetensors";
    public static final String RECORD = "record.json";
    public static final String REPLAY = "replay.bin";
    public static final String RUN = "run.json";

    /** How the network's input is made from a pixel of 0 to 255. */
    public static final String INPUT_SCALING = "pixel / 255";

    /** The version of {@code record.json} that this class reads and writes. */
    public static final int SCHEMA = 1;

    private static final String FORMAT = "seeing-digits 1";
    /** Larger than any file we write; keeps a stray file from filling the memory. */
    private static final long LARGEST_FILE = 256L << 20;

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** An empty JSON object, to be filled as a record or as {@code run.json}. */
    public static ObjectNode newObject() {
        return JSON.createObjectNode();
    }

    /**
     * Writes a model: every file is complete on disk before the first takes its name. The record, which holds the checksums,
     * is that first one: killed before, the old model stands, killed after, {@link #read} finishes what was begun.
     *
     * @param folder {@code models/<id>}
     * @param network the published network
     * @param record must have {@code id}, {@code recipe.architecture} and {@code published.seed}; {@code files} is added
     * @param replay if there is one
     * @param views by name: lower-case words with hyphens
     * @param run the content of {@code run.json}
     * @throws DataException if the record does not fit the network, or a file cannot be written
     */
    public static void write(
            Path folder,
            Network network,
            ObjectNode record,
            Optional<Replay> replay,
            Map<String, View> views,
            ObjectNode run) {
        Map<String, String> metadata = Map.of(
                "format", FORMAT,
                "architecture", network.architecture(),
                "temperature", Float.toString(network.temperature()),
                "inputScaling", INPUT_SCALING,
                "experiment", record.path("id").asText(),
                "seed", record.path("published").path("seed").asText());
        byte[] model = new Safetensors(metadata, tensors(network)).encode();
        Map<String, byte[]> described = new LinkedHashMap<>();
        described.put(MODEL, model);
        replay.ifPresent(r -> described.put(REPLAY, r.encode()));
        views.forEach((name, view) -> described.put(view(name), view.encode()));
        ObjectNode complete = record.deepCopy();
        ObjectNode files = complete.putObject("files");
        described.forEach((name, bytes) -> files.put(name, Sha256.of(bytes)));
        checkSchema(complete, folder.resolve(RECORD));
        checkRecord(complete, metadata, folder.resolve(RECORD));
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put(RECORD, pretty(complete));
        all.putAll(described);
        all.put(RUN, pretty(run));
        AtomicFile.writeAll(folder, all);
        removeOthers(folder, all.keySet());
    }

    /** The file of a view. */
    public static String view(String name) {
        return "view-" + name + ".bin";
    }

    /** What earlier runs left and this one has no more. What cannot be removed is not in the record, so nobody reads it. */
    private static void removeOthers(Path folder, Set<String> kept) {
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.toList()) {
                String name = child.getFileName().toString();
                boolean ours = name.equals(REPLAY) || name.startsWith("view-") || name.endsWith(AtomicFile.PART);
                if (!kept.contains(name) && ours) {
                    Files.delete(child);
                }
            }
        } catch (IOException e) {
            // See above.
        }
    }

    /**
     * Reads and checks a model.
     *
     * @param folder {@code models/<id>}
     * @throws DataException if a file is missing or damaged, or the files do not belong together
     */
    public static ModelFolder read(Path folder) {
        ObjectNode record = readRecord(folder);
        byte[] model = bytes(folder, MODEL, record);
        Safetensors tensors = Safetensors.decode(model, folder.resolve(MODEL).toString());
        checkRecord(record, tensors.metadata(), folder.resolve(RECORD));
        try {
            Optional<Replay> replay = record.path("files").has(REPLAY)
                    ? Optional.of(Replay.decode(bytes(folder, REPLAY, record)))
                    : Optional.empty();
            Map<String, View> views = new LinkedHashMap<>();
            for (Iterator<String> names = record.path("files").fieldNames(); names.hasNext(); ) {
                String file = names.next();
                if (file.startsWith("view-")) {
                    String name = file.substring("view-".length(), file.length() - ".bin".length());
                    views.put(name, View.decode(bytes(folder, file, record)));
                }
            }
            ModelFolder read = new ModelFolder(record, tensors, replay, views);
            read.network(1);
            return read;
        } catch (ModelFormatException e) {
            throw new DataException(folder + ": " + e.getMessage() + ". " + again(record), e);
        }
    }

    /**
     * Reads {@code record.json} alone, without a look at the files that it describes.
     *
     * @throws DataException if it is missing, no JSON object, or of another schema
     */
    public static ObjectNode readRecord(Path folder) {
        Path file = folder.resolve(RECORD);
        try {
            JsonNode node = JSON.readTree(load(file));
            if (!(node instanceof ObjectNode object)) {
                throw new DataException(file + ": is not a JSON object; train the model again");
            }
            if (object.path("schema").asInt() != SCHEMA) {
                throw new DataException(file + ": found schema " + object.path("schema") + ", expected " + SCHEMA
                        + "; train the model again");
            }
            checkSchema(object, file);
            return object;
        } catch (JsonProcessingException e) {
            throw new DataException(
                    file + ": is not JSON (" + e.getOriginalMessage() + ", line "
                            + (e.getLocation() == null ? "?" : e.getLocation().getLineNr())
                            + "); train the model again",
                    e);
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read (" + e + ")", e);
        }
    }

    /** The content of {@code run.json}; empty if it is missing or damaged, because nothing depends on it. */
    public static JsonNode readRun(Path folder) {
        try {
            return JSON.readTree(load(folder.resolve(RUN)));
        } catch (IOException | DataException e) {
            return newObject();
        }
    }

    /**
     * A new network with this model's parameters.
     *
     * @param batch see {@link Network#Network}
     * @throws DataException if the tensors are not those that the architecture asks for
     */
    public Network network(int batch) {
        Network network = new Network(tensors.metadata().get("architecture"), batch, new PlainOps());
        network.setTemperature(temperature());
        List<Safetensors.Tensor> expected = tensors(network);
        for (int i = 0; i < Math.max(expected.size(), tensors.tensors().size()); i++) {
            String found =
                    i < tensors.tensors().size() ? label(tensors.tensors().get(i)) : "nothing";
            String wanted = i < expected.size() ? label(expected.get(i)) : "nothing";
            if (!found.equals(wanted)) {
                throw new DataException(MODEL + " of " + record.path("id").asText() + ": found " + found + ", expected "
                        + wanted + " for \"" + network.architecture() + "\". " + again(record));
            }
            int at = 0;
            for (float[] row : network.parameters().get(i).value.row) {
                System.arraycopy(tensors.tensors().get(i).values(), at, row, 0, row.length);
                at += row.length;
            }
        }
        return network;
    }

    private float temperature() {
        String text = tensors.metadata().getOrDefault("temperature", "nothing");
        try {
            return Float.parseFloat(text);
        } catch (NumberFormatException e) {
            throw new DataException(
                    MODEL + " of " + record.path("id").asText() + ": found temperature \"" + text
                            + "\", expected a number. " + again(record),
                    e);
        }
    }

    private static String label(Safetensors.Tensor tensor) {
        return tensor.name() + " " + tensor.shape();
    }

    private static List<Safetensors.Tensor> tensors(Network network) {
        List<Safetensors.Tensor> tensors = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            for (Parameter p : layer.parameters()) {
                float[] values = new float[p.size()];
                for (int k = 0; k < p.value.rows; k++) {
                    System.arraycopy(p.value.row[k], 0, values, k * p.value.cols, p.value.cols);
                }
                // A bias is one row, and a vector to other tools.
                List<Integer> shape = p.value.rows == 1 ? List.of(p.value.cols) : List.of(p.value.rows, p.value.cols);
                tensors.add(new Safetensors.Tensor(i + "." + p.name, shape, values));
            }
        }
        return tensors;
    }

    private static void checkSchema(ObjectNode record, Path file) {
        List<String> problems = RecordSchema.problems(record);
        if (!problems.isEmpty()) {
            throw new DataException(file + ": " + String.join("; ", problems) + ". " + again(record));
        }
    }

    /** What the record and the model say about the same thing must be the same. */
    private static void checkRecord(ObjectNode record, Map<String, String> metadata, Path file) {
        agree("format", FORMAT, metadata.get("format"), record, file);
        agree("inputScaling", INPUT_SCALING, metadata.get("inputScaling"), record, file);
        String architecture = record.path("recipe").path("architecture").asText();
        agree("architecture", architecture, metadata.get("architecture"), record, file);
        agree("experiment", record.path("id").asText(), metadata.get("experiment"), record, file);
        agree("seed", record.path("published").path("seed").asText(), metadata.get("seed"), record, file);
    }

    private static void agree(String what, String expected, String found, ObjectNode record, Path file) {
        if (expected.isEmpty() || !expected.equals(found)) {
            throw new DataException(file + ": expects a model with " + what + " \"" + expected + "\", but " + MODEL
                    + " has \"" + found + "\". " + again(record));
        }
    }

    private static byte[] bytes(Path folder, String name, ObjectNode record) {
        Path file = folder.resolve(name);
        String expected = record.path("files").path(name).asText();
        finishWrite(file, expected);
        byte[] bytes = load(file);
        String found = Sha256.of(bytes);
        if (!found.equals(expected)) {
            throw new DataException(file + ": found SHA-256 " + found + ", but " + RECORD + " expects \"" + expected
                    + "\". " + again(record));
        }
        return bytes;
    }

    /** A write that was killed behind its record left this file complete, but under the name that it had before. */
    private static void finishWrite(Path file, String expected) {
        Path part = AtomicFile.part(file);
        try {
            if (Files.exists(part) && Sha256.of(load(part)).equals(expected)) {
                AtomicFile.finish(file);
            }
        } catch (IOException | DataException e) {
            // Somebody else has finished it, or the checksum says what is the matter.
        }
    }

    private static byte[] load(Path file) {
        try {
            long length = Files.size(file);
            if (length > LARGEST_FILE) {
                throw new DataException(file + ": found " + length + " bytes, expected at most " + LARGEST_FILE);
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new DataException(file + ": not found; ./train writes it", e);
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read (" + e + ")", e);
        }
    }

    private static String again(ObjectNode record) {
        return "Restore the folder from version control or run ./train "
                + record.path("id").asText("ID");
    }

    private static byte[] pretty(ObjectNode node) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indenter);
        try {
            return (JSON.writer(printer).writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new AssertionError("a tree of JSON can be written", e);
        }
    }
}
