package io.github.seeingdigits.publishing;

import freemarker.template.TemplateHashModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the pages say about the site as a whole, from {@code content/site.yaml}: the one file that a fork changes. */
final class SiteSettings {
    private static final List<String> KEYS =
            List.of("title", "tagline", "description", "author", "language", "base", "repository");
    private static final String FILE = "content/site.yaml";

    private final Map<String, Object> values = new LinkedHashMap<>();

    private SiteSettings() {}

    static SiteSettings read(Path root) throws IOException {
        YamlMap yaml = new YamlMap(FILE, 0, SourceText.read(root.resolve(FILE), FILE));
        yaml.allowOnly(KEYS);
        SiteSettings settings = new SiteSettings();
        for (String key : KEYS) {
            settings.values.put(key, yaml.required(key));
        }
        settings.check(yaml, "base", "https://[^\\s\"<>]+/", "begin with https:// and end with a slash");
        settings.check(yaml, "repository", "https://[^\\s\"<>]+[^/]", "begin with https:// and end without a slash");
        settings.check(yaml, "language", "[a-z]{2,3}(-[A-Za-z0-9]+)*", "be a language tag like \"en\"");
        return settings;
    }

    private void check(YamlMap yaml, String key, String pattern, String expected) {
        String value = (String) values.get(key);
        if (!value.matches(pattern)) {
            throw PublishException.at(FILE, yaml.line(key), key + " \"" + value + "\" should " + expected);
        }
    }

    /** One of the settings, which all exist. */
    String text(String key) {
        return (String) values.get(key);
    }

    /** The settings as templates see them. */
    TemplateHashModel asTemplateModel() {
        return new StrictHash("site", values);
    }
}
