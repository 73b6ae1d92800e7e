package io.github.seeingdigits;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The digits that were drawn for this site, as strokes that more can be added to. */
final class OwnStrokes {
    private OwnStrokes() {}

    /** All digits drawn with this label, at least three. */
    static List<String> of(int label) throws IOException {
        List<String> drawings = new ArrayList<>();
        JsonNode file =
                new ObjectMapper().readTree(Path.of("content/strokes.json").toFile());
        for (JsonNode digit : file.get("digits")) {
            if (digit.get("label").asInt() == label) {
                drawings.add(digit.get("strokes").asText());
            }
        }
        assertTrue(drawings.size() >= 3, "drawings of " + label);
        return drawings;
    }
}
