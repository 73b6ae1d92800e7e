package io.github.seeingdigits.publishing;

import io.github.seeingdigits.data.Spelling;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an article says about itself, between two lines {@code ---} at its top.
 *
 * @param label the title in a few words, for the navigation
 * @param order the article's place in the sequence; other pages have 0
 * @param model the default model of the page's figures
 * @param lines how many lines the front matter takes in the file
 */
record FrontMatter(
        String title,
        String label,
        String description,
        Type type,
        boolean draft,
        LocalDate date,
        Optional<LocalDate> updated,
        int order,
        Optional<String> model,
        List<String> tags,
        int lines) {

    /** What kind of page it is; each has a template of its own. */
    enum Type {
        ARTICLE,
        HOME,
        PAGE;

        /** The name in front matter and of the template. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** When the page was last changed. */
    LocalDate changed() {
        return updated.orElse(date);
    }

    private static final List<String> KEYS =
            List.of("title", "label", "description", "type", "status", "date", "updated", "order", "model", "tags");
    private static final String FENCE = "---";

    /**
     * Reads the front matter at the top of {@code text}.
     *
     * @param models the ids that {@code model} may name
     */
    static FrontMatter parse(String file, String text, Collection<String> models) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).stripTrailing().equals(FENCE)) {
            throw PublishException.at(
                    file, 1, "front matter is missing; begin with a line \"---\", then \"title: …\", then \"---\"");
        }
        int end = 1;
        while (end < lines.size() && !lines.get(end).stripTrailing().equals(FENCE)) {
            end++;
        }
        if (end == lines.size()) {
            throw PublishException.at(file, 1, "front matter does not end; close it with a line \"---\"");
        }
        YamlMap yaml = new YamlMap(file, 1, String.join("\n", lines.subList(1, end)));
        yaml.allowOnly(KEYS);
        String kind = yaml.required("type");
        Type type = Arrays.stream(Type.values())
                .filter(t -> t.text().equals(kind))
                .findFirst()
                .orElseThrow(() -> unknown(
                        file,
                        yaml,
                        "type",
                        kind,
                        Arrays.stream(Type.values()).map(Type::text).toList()));
        String status = yaml.optional("status").orElse("published");
        if (!List.of("published", "draft").contains(status)) {
            throw unknown(file, yaml, "status", status, List.of("published", "draft"));
        }
        Optional<String> model = yaml.optional("model");
        if (model.isPresent() && !models.contains(model.get())) {
            throw unknown(file, yaml, "model", model.get(), models);
        }
        LocalDate date = date(file, yaml, "date", yaml.required("date"));
        Optional<LocalDate> updated = yaml.optional("updated").map(text1 -> date(file, yaml, "updated", text1));
        if (updated.isPresent() && updated.get().isBefore(date)) {
            throw PublishException.at(
                    file, yaml.line("updated"), "updated " + updated.get() + " is before date " + date);
        }
        return new FrontMatter(
                yaml.required("title"),
                yaml.optional("label").orElseGet(() -> yaml.required("title")),
                yaml.required("description"),
                type,
                status.equals("draft"),
                date,
                updated,
                order(file, yaml, type),
                model,
                yaml.list("tags"),
                end + 1);
    }

    private static PublishException unknown(
            String file, YamlMap yaml, String key, String value, Collection<String> known) {
        return PublishException.at(file, yaml.line(key), Spelling.unknown(key, value, known));
    }

    private static LocalDate date(String file, YamlMap yaml, String key, String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw PublishException.at(
                    file, yaml.line(key), key + " \"" + value + "\" is no date; write it like 2026-01-31");
        }
    }

    private static int order(String file, YamlMap yaml, Type type) {
        Optional<String> text = yaml.optional("order");
        if (text.isEmpty()) {
            if (type == Type.ARTICLE) {
                yaml.required("order");
            }
            return 0;
        }
        if (!text.get().matches("[0-9]{1,6}")) {
            throw PublishException.at(
                    file, yaml.line("order"), "order \"" + text.get() + "\" should be a whole number from 0 to 999999");
        }
        return Integer.parseInt(text.get());
    }
}
