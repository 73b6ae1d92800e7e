package io.github.seeingdigits.publishing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What a reader can find: every page, section, figure, term of the glossary and claim, with its words.
 *
 * <p>The JSON has {@code pages}, each an address and a title, and {@code entries}, each the number of its page, the id to go to (empty for
 * the top of the page), what it is, its title and its text. {@code templates/assets/search.js} reads it.
 */
final class SearchIndex {
    private static final Map<String, String> SECTIONS = Map.of("glossary", "term", "claims", "claim");

    /** The page that shows every figure; its figures are found by their headings. */
    private static final String GALLERY = "figures";

    /** What is no sentence: numbers, drawings, code, what only the pointer shows, and links that stand for themselves. */
    private static final String SILENT =
            ".meaning, .permalink, figure, .table, pre, svg, .footnote-ref, .footnote-backref";

    /** A place that can be found on a page; the words as in the JSON. */
    private record Entry(String id, String kind, String title, String text) {}

    private final List<Entry> entries = new ArrayList<>();

    private SearchIndex() {}

    /**
     * The index of these pages as JSON.
     *
     * @param memory keeps what is found on each page
     */
    static byte[] of(List<Page> pages, BakeMemory memory) throws IOException {
        ArrayNode names = Json.MAPPER.createArrayNode();
        ArrayNode entries = Json.MAPPER.createArrayNode();
        for (int i = 0; i < pages.size(); i++) {
            Page page = pages.get(i);
            names.addArray().add(page.uri()).add(page.header().title());
            for (Entry entry : memory.get(List.of("entries", new BakeMemory.Same(page)), () -> entries(page))) {
                entries.addArray()
                        .add(i)
                        .add(entry.id)
                        .add(entry.kind)
                        .add(entry.title)
                        .add(entry.text);
            }
        }
        ObjectNode all = Json.MAPPER.createObjectNode();
        all.set("pages", names);
        all.set("entries", entries);
        return Json.MAPPER.writeValueAsBytes(all);
    }

    private static List<Entry> entries(Page page) {
        SearchIndex index = new SearchIndex();
        index.addPage(page);
        return index.entries;
    }

    private void addPage(Page page) {
        Document body = Jsoup.parseBodyFragment(page.body().html());
        if (!page.slug().equals(GALLERY)) {
            for (Element figure : body.select("figure.demo[id]")) {
                Element caption = figure.selectFirst("figcaption");
                caption.select("details").remove();
                add(figure.id(), "figure", caption.text(), "");
            }
        }
        body.select(SILENT).remove();
        String section = SECTIONS.getOrDefault(page.slug(), "section");
        String id = "";
        String kind = page.header().type().text();
        String title = page.header().title();
        StringBuilder text = new StringBuilder(page.header().description());
        for (Node node : body.body().childNodes()) {
            if (node instanceof Element element
                    && element.normalName().matches("h[2-4]")
                    && !element.id().isEmpty()) {
                add(id, kind, title, text.toString());
                id = element.id();
                // The glossary's sections are terms; on other pages a claim is a heading below its group's.
                kind = section.equals("claim") && element.normalName().equals("h2") ? "section" : section;
                title = element.text();
                text.setLength(0);
            } else {
                String words = node instanceof Element element
                        ? element.text()
                        : ((node instanceof TextNode t) ? t.text() : "");
                text.append(' ').append(words);
            }
        }
        add(id, kind, title, text.toString());
    }

    private void add(String id, String kind, String title, String text) {
        entries.add(new Entry(id, kind, title, text.strip().replaceAll("\\s+", " ")));
    }
}
