package io.github.seeingdigits.publishing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The articles in {@code content/}. Everything that can be wrong with them is found here, before anything is baked; one run
 * reports the first problem of every file.
 */
final class Content {
    private static final String HOME = "index";

    private record Source(String file, String text, FrontMatter header) {}

    private final Map<String, Source> sources = new TreeMap<>();

    private Content() {}

    /**
     * Reads the front matter of every page; drafts are left out.
     *
     * @param models the ids that front matter may name
     */
    static Content read(Path root, Collection<String> models) throws IOException {
        Content content = new Content();
        List<String> problems = new ArrayList<>();
        Map<String, String> byLowerCase = new TreeMap<>();
        for (Path path : markdownFiles(root.resolve("content"))) {
            String name = root.relativize(path).toString().replace('\\', '/');
            try {
                String slug = slug(name);
                String twin = byLowerCase.put(slug.toLowerCase(Locale.ROOT), name);
                if (twin != null) {
                    throw PublishException.in(name, "differs from " + twin + " only in case; rename one");
                }
                if (!slug.matches("[a-z0-9-]+")) {
                    throw PublishException.in(
                            name, "a page's name has small letters, digits and hyphens, like my-page.md; rename it");
                }
                String text = SourceText.read(path, name);
                content.sources.put(slug, new Source(name, text, FrontMatter.parse(name, text, models)));
            } catch (PublishException e) {
                problems.add(e.getMessage());
            }
        }
        throwIfAny(problems);
        content.checkHome();
        content.sources.values().removeIf(source -> source.header.draft());
        return content;
    }

    private static List<Path> markdownFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw PublishException.in("content/", "the folder does not exist; create it");
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile)
                    .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static String slug(String name) {
        String slug = name.substring("content/".length(), name.length() - ".md".length());
        if (slug.contains("/")) {
            throw PublishException.in(name, "pages stand directly in content/; move it there");
        }
        return slug;
    }

    private void checkHome() {
        sources.forEach((slug, source) -> {
            boolean home = source.header.type() == FrontMatter.Type.HOME;
            if (home != slug.equals(HOME)) {
                throw PublishException.in(
                        source.file,
                        home ? "has type home, but only content/index.md may" : "must have \"type: home\"");
            }
        });
        if (!sources.containsKey(HOME) || sources.get(HOME).header.draft()) {
            throw PublishException.in("content/index.md", "the home page does not exist; create it with type: home");
        }
    }

    /** The names that published pages have in the site, without {@code .html}. */
    Collection<String> slugs() {
        return sources.keySet();
    }

    /** What articles are about, in the order of the alphabet: {@code topic}, its {@code id}, and its {@code articles} as they are read. */
    List<Map<String, Object>> topics() {
        Map<String, List<Map<String, String>>> topics = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sources.entrySet().stream()
                .filter(entry -> entry.getValue().header.type() == FrontMatter.Type.ARTICLE)
                .sorted(Comparator.comparingInt(entry -> entry.getValue().header.order()))
                .forEach(entry -> {
                    FrontMatter header = entry.getValue().header;
                    for (String tag : header.tags()) {
                        topics.computeIfAbsent(tag, none -> new ArrayList<>())
                                .add(Map.of(
                                        "title", header.title(),
                                        "slug", entry.getKey(),
                                        "description", header.description()));
                    }
                });
        List<Map<String, Object>> all = new ArrayList<>();
        topics.forEach((topic, articles) ->
                all.add(Map.of("topic", topic, "id", MarkdownCheck.slug(topic), "articles", articles)));
        return all;
    }

    /**
     * Renders the text of every page.
     *
     * @param surroundings all that a page depends on besides its own source
     * @param memory keeps the pages
     */
    List<Page> render(Interpolation interpolation, Markdown markdown, List<?> surroundings, BakeMemory memory)
            throws IOException {
        List<Page> pages = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, Source> entry : new LinkedHashMap<>(sources).entrySet()) {
            Source source = entry.getValue();
            try {
                pages.add(memory.get(
                        List.of("page", source, surroundings),
                        () -> page(entry.getKey(), source, interpolation, markdown)));
            } catch (PublishException e) {
                problems.add(e.getMessage());
            }
        }
        throwIfAny(problems);
        pages.sort(Page.ORDER);
        return pages;
    }

    private static Page page(String slug, Source source, Interpolation interpolation, Markdown markdown)
            throws IOException {
        String text = blankOutFrontMatter(source);
        String interpolated = interpolation.apply(source.file, text);
        Markdown.Body body = markdown.render(source.file, text, interpolated, source.header);
        if (body.html().isBlank() && source.header.type() != FrontMatter.Type.HOME) {
            throw PublishException.in(source.file, "the page has no text; write some or set status: draft");
        }
        return new Page(slug, source.header, body);
    }

    /** Keeps the line ends, so that every later error counts lines as the author's editor does. */
    private static String blankOutFrontMatter(Source source) {
        int count = source.header.lines();
        return "\n".repeat(count) + source.text.lines().skip(count).collect(Collectors.joining("\n", "", "\n"));
    }

    private static void throwIfAny(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new PublishException(String.join("\n", problems));
        }
    }
}
