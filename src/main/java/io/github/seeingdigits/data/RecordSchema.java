package io.github.seeingdigits.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a {@code record.json} must hold: the published schema ({@code record.schema.json}), and that no value lies below its
 * floor. Records are checked when they are written and whenever they are read, so that a bad one cannot reach a page.
 */
public final class RecordSchema {
    private static final String RESOURCE = "/record.schema.json";
    private static final JsonSchema SCHEMA = load();

    private RecordSchema() {}

    private static JsonSchema load() {
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().locale(Locale.ENGLISH).build();
        try (InputStream in = RecordSchema.class.getResourceAsStream(RESOURCE)) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in, config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema itself, for publishing. */
    public static byte[] text() {
        try (InputStream in = RecordSchema.class.getResourceAsStream(RESOURCE)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a record, a sentence each; empty if nothing is. */
    public static List<String> problems(ObjectNode record) {
        List<String> problems = new ArrayList<>();
        for (ValidationMessage message : SCHEMA.validate(record)) {
            String text = message.getMessage();
            problems.add(text.startsWith(": ") ? text.substring(2) : text);
        }
        problems.sort(null);
        for (Map.Entry<String, JsonNode> floor : record.path("floors").properties()) {
            JsonNode value = record.at("/" + floor.getKey().replace('.', '/'));
            // Negated, so that a value that is missing or not a number fails too.
            if (!(value.isNumber() && value.doubleValue() >= floor.getValue().doubleValue())) {
                problems.add(floor.getKey() + " is " + (value.isMissingNode() ? "missing" : value)
                        + ", below its floor " + floor.getValue());
            }
        }
        return problems;
    }
}
