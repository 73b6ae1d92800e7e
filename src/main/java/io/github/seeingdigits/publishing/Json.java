package io.github.seeingdigits.publishing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Reads JSON files strictly: no duplicate names, nothing after the end, errors with their line. */
final class Json {
    /** Reads and writes JSON; safe to share. */
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The same, writing decimals without exponents. */
    static final JsonMapper PLAIN_NUMBERS = MAPPER.rebuild()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Json() {}

    /** The object in a file, its names in the order of the file. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Path file, String name) throws IOException {
        String text = SourceText.read(file, name);
        try {
            Object value = MAPPER.readValue(text, Object.class);
            if (value instanceof Map<?, ?> map) {
                return (Map<String, Object>) map;
            }
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw PublishException.at(name, line, "is not JSON: " + e.getOriginalMessage());
        }
        throw PublishException.at(name, 1, "expected a JSON object, beginning with {");
    }
}
