package io.github.seeingdigits.data;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The safetensors format (huggingface/safetensors, README "Format"), of which we write and read 32-bit floats.
 *
 * <pre>
 * header-length int64 little-endian   header (JSON, padded with spaces)   data
 * </pre>
 *
 * The header maps each tensor's name to its type, shape and place in the data, and {@code __metadata__} to a map from
 * strings to strings. Equal contents give equal bytes: metadata stand in alphabetical order, tensors in the order given.
 *
 * @param metadata what the file says about itself
 * @param tensors in the order of their data
 */
public record Safetensors(Map<String, String> metadata, List<Tensor> tensors) {
    private static final String METADATA = "__metadata__";
    private static final String FLOAT32 = "F32";
    /** Ours take a few hundred bytes. */
    private static final int LARGEST_HEADER = 1 << 20;

    private static final int LARGEST_RANK = 8;
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * A named block of numbers.
     *
     * @param shape sizes, the slowest-changing first
     * @param values as many as the product of the sizes
     */
    public record Tensor(String name, List<Integer> shape, float[] values) {}

    /** The file's bytes. */
    public byte[] encode() {
        ObjectNode header = JSON.createObjectNode();
        ObjectNode about = header.putObject(METADATA);
        new TreeMap<>(metadata).forEach(about::put);
        int size = 0;
        for (Tensor tensor : tensors) {
            ObjectNode entry = header.putObject(tensor.name);
            entry.put("dtype", FLOAT32);
            tensor.shape.forEach(entry.putArray("shape")::add);
            entry.putArray("data_offsets").add(size).add(size + 4 * tensor.values.length);
            size += 4 * tensor.values.length;
        }
        byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
        // The data then start at a multiple of 8, which lets readers map them into memory.
        byte[] padded = Arrays.copyOf(json, (json.length + 7) / 8 * 8);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        ByteBuffer file = ByteBuffer.allocate(8 + padded.length + size).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(padded.length).put(padded);
        for (Tensor tensor : tensors) {
            for (float value : tensor.values) {
                file.putFloat(value);
            }
        }
        return file.array();
    }

    /**
     * Reads what {@link #encode} or another tool wrote.
     *
     * @param name how to call the file in a message
     * @throws DataException if the bytes are not a whole file of finite 32-bit floats whose tensors fill the data without
     *     gap or overlap
     */
    public static Safetensors decode(byte[] file, String name) {
        if (file.length < 8) {
            throw bad(name, file.length + " bytes", "at least the 8 of the header's length");
        }
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long headerLength = bytes.getLong();
        if (headerLength < 2 || headerLength > LARGEST_HEADER || headerLength > file.length - 8) {
            throw bad(
                    name,
                    "a header of " + Long.toUnsignedString(headerLength) + " bytes in a file of " + file.length,
                    "2 to " + LARGEST_HEADER + " bytes, all inside the file");
        }
        JsonNode header = header(file, (int) headerLength, name);
        int dataLength = file.length - 8 - (int) headerLength;
        Map<String, String> metadata = new TreeMap<>();
        List<Entry> entries = new ArrayList<>();
        header.properties().forEach(field -> {
            if (field.getKey().equals(METADATA)) {
                metadata.putAll(metadata(field.getValue(), name));
            } else {
                entries.add(entry(field.getKey(), field.getValue(), dataLength, name));
            }
        });
        entries.sort(Comparator.comparingInt(Entry::from));
        bytes.position(8 + (int) headerLength);
        List<Tensor> tensors = new ArrayList<>();
        int end = 0;
        for (Entry entry : entries) {
            if (entry.from != end) {
                throw bad(name, entry.name + " starting at " + entry.from, end + ", where the tensor before it ends");
            }
            end = entry.to;
            tensors.add(new Tensor(entry.name, entry.shape, values(bytes, entry, name)));
        }
        if (end != dataLength) {
            throw bad(name, dataLength + " bytes of data", end + ", where the last tensor ends");
        }
        return new Safetensors(metadata, tensors);
    }

    /** A tensor's line in the header; {@code from} and {@code to} are byte offsets into the data. */
    private record Entry(String name, List<Integer> shape, int from, int to) {}

    private static JsonNode header(byte[] file, int length, String name) {
        String text = new String(file, 8, length, StandardCharsets.UTF_8);
        if (!text.startsWith("{")) {
            throw bad(name, "a header that does not start with {", "a JSON object");
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw bad(name, "a header that is not JSON: " + e.getOriginalMessage(), "a JSON object");
        }
    }

    private static Map<String, String> metadata(JsonNode node, String name) {
        if (!node.isObject()) {
            throw bad(name, METADATA + " that is no object", "an object of strings");
        }
        Map<String, String> metadata = new TreeMap<>();
        node.properties().forEach(field -> {
            if (!field.getValue().isTextual()) {
                throw bad(name, METADATA + "." + field.getKey() + " " + field.getValue(), "a string");
            }
            metadata.put(field.getKey(), field.getValue().textValue());
        });
        return metadata;
    }

    private static Entry entry(String tensor, JsonNode node, int dataLength, String name) {
        if (!FLOAT32.equals(node.path("dtype").textValue())) {
            throw bad(name, tensor + " of type " + node.path("dtype"), FLOAT32);
        }
        List<Integer> shape = integers(node.path("shape"), tensor + ".shape", name);
        List<Integer> offsets = integers(node.path("data_offsets"), tensor + ".data_offsets", name);
        if (shape.isEmpty() || shape.size() > LARGEST_RANK) {
            throw bad(name, tensor + " with " + shape.size() + " dimensions", "1 to " + LARGEST_RANK);
        }
        long bytes = 4;
        for (int size : shape) {
            // Checked at each factor: the product of all may not even fit a long.
            if (size < 1 || (bytes *= size) > dataLength) {
                throw bad(name, tensor + " of shape " + shape, "positive sizes within " + dataLength + " bytes");
            }
        }
        if (offsets.size() != 2 || offsets.get(1) > dataLength || offsets.get(1) - (long) offsets.get(0) != bytes) {
            throw bad(
                    name,
                    tensor + " at " + offsets,
                    bytes + " bytes for shape " + shape + " within " + dataLength + " bytes of data");
        }
        return new Entry(tensor, shape, offsets.get(0), offsets.get(1));
    }

    private static List<Integer> integers(JsonNode node, String what, String name) {
        if (!node.isArray()) {
            throw bad(name, what + " " + (node.isMissingNode() ? "missing" : node), "an array of whole numbers");
        }
        List<Integer> integers = new ArrayList<>();
        for (JsonNode element : node) {
            if (!element.isInt() || element.intValue() < 0) {
                throw bad(name, what + " with " + element, "whole numbers from 0 to " + Integer.MAX_VALUE);
            }
            integers.add(element.intValue());
        }
        return List.copyOf(integers);
    }

    private static float[] values(ByteBuffer bytes, Entry entry, String name) {
        float[] values = new float[(entry.to - entry.from) / 4];
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes.getFloat();
            if (!Float.isFinite(values[i])) {
                throw bad(name, values[i] + " in " + entry.name, "finite numbers");
            }
        }
        return values;
    }

    private static DataException bad(String name, String found, String expected) {
        return new DataException(name + ": found " + found + ", expected " + expected
                + ". The file is damaged or of another kind; train the model again");
    }
}
