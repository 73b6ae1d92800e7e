package io.github.seeingdigits.publishing;

import io.github.seeingdigits.data.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Test errors on MNIST that others have published, from {@code content/published-errors.json}.
 *
 * <pre>{"errors": [{"year": 1998, "error": 0.95, "method": "LeNet-5", "authors": "…", "title": "…", "link": "https://…"}]}</pre>
 *
 * <p>{@code error} is in percent. Figures read the list where they ask for the fact {@link #FACT}.
 */
final class PublishedErrors {
    static final String FILE = "content/published-errors.json";

    /** The path that a figure names in {@code facts()} to get the list beside its record. */
    static final String FACT = "literature";

    private static final List<String> TEXTS = List.of("method", "authors", "title", "link");
    private static final int FIRST = 1998;
    private static final int LAST = 2100;

    private PublishedErrors() {}

    /** The list, empty if there is no file; what is wrong in it fails the bake, named by its place. */
    static List<?> read(Path root) throws IOException {
        if (!Files.exists(root.resolve(FILE))) {
            return List.of();
        }
        Map<String, Object> object = Json.object(root.resolve(FILE), FILE);
        if (object.size() != 1 || !(object.get("errors") instanceof List<?> errors) || errors.isEmpty()) {
            throw PublishException.in(FILE, "expected \"errors\", a list with at least one error, and nothing else");
        }
        for (int i = 0; i < errors.size(); i++) {
            check("errors[" + i + "]", errors.get(i));
        }
        return errors;
    }

    private static void check(String where, Object value) {
        if (!(value instanceof Map<?, ?> error)) {
            throw PublishException.in(FILE, where + " should be an object");
        }
        for (Object key : error.keySet()) {
            if (!TEXTS.contains(key) && !key.equals("year") && !key.equals("error")) {
                throw PublishException.in(
                        FILE,
                        where + ": "
                                + Spelling.unknown(
                                        "key",
                                        key.toString(),
                                        List.of("year", "error", "method", "authors", "title", "link")));
            }
        }
        if (!(error.get("year") instanceof Integer year) || year < FIRST || year > LAST) {
            throw PublishException.in(
                    FILE, where + ".year is " + error.get("year") + ", expected a whole number from " + FIRST);
        }
        if (!(error.get("error") instanceof Number percent)
                || percent.doubleValue() <= 0
                || percent.doubleValue() > 100) {
            throw PublishException.in(
                    FILE, where + ".error is " + error.get("error") + ", expected percent, above 0 and up to 100");
        }
        for (String name : TEXTS) {
            if (!(error.get(name) instanceof String text) || text.isBlank()) {
                throw PublishException.in(FILE, where + "." + name + " is missing; give it some words");
            }
        }
        if (!error.get("link").toString().matches("https://[^\\s\"<>]+")) {
            throw PublishException.in(
                    FILE,
                    where + ".link is \"" + error.get("link") + "\", expected an address beginning with https://");
        }
    }
}
