package io.github.seeingdigits.browser;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.figure.Facts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;

/** All that a model's record says, read from its file rather than from the page. */
record RecordFacts(JsonNode record) implements Facts {
    private static final MathContext DIGITS = new MathContext(6);

    static RecordFacts of(String model) {
        return new RecordFacts(ModelFolder.read(Path.of("models", model)).record());
    }

    private JsonNode at(String path) {
        return record.at("/" + path);
    }

    @Override
    public double number(String path) {
        if (!at(path).isNumber()) {
            throw new IllegalArgumentException("no number at " + path);
        }
        return new BigDecimal(at(path).asDouble()).round(DIGITS).doubleValue();
    }

    @Override
    public String text(String path) {
        return at(path).asText();
    }

    @Override
    public int size(String path) {
        return at(path).isContainerNode() ? at(path).size() : -1;
    }

    @Override
    public String[] names(String path) {
        java.util.List<String> names = new java.util.ArrayList<>();
        at(path).fieldNames().forEachRemaining(names::add);
        return names.toArray(String[]::new);
    }
}
