package io.github.seeingdigits.publishing;

import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import io.github.seeingdigits.data.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/**
 * The terms of the trade, from {@code content/glossary.json}, and where an article first uses them.
 *
 * <pre>{"terms": [{"term": "logit", "forms": ["logits"], "meaning": "A sentence.", "formula": "zⱼ = …"}]}</pre>
 *
 * <p>{@code forms} are other words for the same thing; they and {@code formula} may be left out, and so may {@code id}, which a term
 * needs whose letters are no Latin ones.
 */
final class Glossary {
    static final String FILE = "content/glossary.json";

    private static final int LONGEST_MEANING = 320;

    /**
     * A term with what the reader is told about it.
     *
     * @param id its id on the page of the glossary
     * @param formula empty where there is none
     */
    record Entry(String id, String term, List<String> forms, String meaning, String formula) {}

    private final List<Entry> entries;
    private final Map<String, Entry> byForm = new TreeMap<>();
    private final Pattern anyForm;

    private Glossary(List<Entry> entries) {
        this.entries = entries;
        List<String> forms = new ArrayList<>();
        for (Entry entry : entries) {
            List<String> all = new ArrayList<>(entry.forms);
            all.add(entry.term);
            for (String form : all) {
                Entry before = byForm.put(form.toLowerCase(Locale.ROOT), entry);
                if (before != null) {
                    throw PublishException.in(
                            FILE,
                            "\"" + form + "\" stands for \"" + before.term + "\" and for \"" + entry.term
                                    + "\"; remove one");
                }
                forms.add(Pattern.quote(form));
            }
        }
        // Longest first, so that "activation maximisation" is not taken for "activation".
        forms.sort(Comparator.comparing(String::length).reversed());
        anyForm = Pattern.compile(
                "(?<![\\p{L}\\p{N}-])(" + String.join("|", forms) + ")(?![\\p{L}\\p{N}-])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The glossary, empty if there is no file; what is wrong in it fails the bake, named by its place. */
    static Glossary read(Path root) throws IOException {
        if (!Files.exists(root.resolve(FILE))) {
            return new Glossary(List.of());
        }
        Map<String, Object> object = Json.object(root.resolve(FILE), FILE);
        if (object.size() != 1 || !(object.get("terms") instanceof List<?> terms)) {
            throw PublishException.in(FILE, "expected \"terms\", a list, and nothing else");
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            entries.add(entry("terms[" + i + "]", terms.get(i)));
        }
        entries.sort(Comparator.comparing(entry -> entry.term.toLowerCase(Locale.ROOT)));
        return new Glossary(entries);
    }

    private static Entry entry(String where, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw PublishException.in(FILE, where + " should be an object");
        }
        List<String> known = List.of("term", "id", "forms", "meaning", "formula");
        for (Object key : map.keySet()) {
            if (!known.contains(key)) {
                throw PublishException.in(FILE, where + ": " + Spelling.unknown("key", key.toString(), known));
            }
        }
        List<String> forms = new ArrayList<>();
        if (map.containsKey("forms")) {
            if (!(map.get("forms") instanceof List<?> list)) {
                throw PublishException.in(FILE, where + ".forms should be a list of words");
            }
            for (Object form : list) {
                forms.add(words(where + ".forms", form));
            }
        }
        String meaning = words(where + ".meaning", map.get("meaning"));
        if (!meaning.endsWith(".") || meaning.length() > LONGEST_MEANING) {
            throw PublishException.in(
                    FILE,
                    where + ".meaning should be a sentence of at most " + LONGEST_MEANING + " letters, it has "
                            + meaning.length() + ": \"" + meaning + "\"");
        }
        String formula = map.containsKey("formula") ? words(where + ".formula", map.get("formula")) : "";
        String term = words(where + ".term", map.get("term"));
        String id = map.containsKey("id") ? words(where + ".id", map.get("id")) : term;
        return new Entry(MarkdownCheck.slug(id), term, forms, meaning, formula);
    }

    private static String words(String where, Object value) {
        if (value instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw PublishException.in(FILE, where + " is missing or empty; give it some words");
    }

    /** The terms in the order of the alphabet, as templates see them: {@code term}, {@code id}, {@code meaning}, {@code formula}. */
    List<Map<String, Object>> asTemplateModel() {
        return entries.stream()
                .map(entry -> Map.<String, Object>of(
                        "term", entry.term, "id", entry.id(), "meaning", entry.meaning, "formula", entry.formula))
                .toList();
    }

    /** Marks the first use of every term in a document's running text, not in headings, tables, links and code. */
    void mark(Document document) {
        if (!entries.isEmpty()) {
            mark(document, new HashSet<>());
        }
    }

    private void mark(Node node, Set<Entry> met) {
        if (node instanceof TableBlock || node instanceof FootnoteBlock) {
            return;
        }
        Node next;
        for (Node child = node.getFirstChild(); child != null; child = next) {
            next = child.getNext();
            boolean running = node instanceof Paragraph || node instanceof Emphasis || node instanceof StrongEmphasis;
            if (child instanceof Text text && running) {
                mark(text, met);
            } else if (child instanceof Emphasis
                    || child instanceof StrongEmphasis
                    || !(node instanceof Paragraph) && !(child instanceof SoftLineBreak)) {
                mark(child, met);
            }
        }
    }

    private void mark(Text text, Set<Entry> met) {
        BasedSequence chars = text.getChars();
        Matcher matcher = anyForm.matcher(chars);
        int from = 0;
        while (matcher.find()) {
            Entry entry = byForm.get(matcher.group(1).toLowerCase(Locale.ROOT));
            if (!met.add(entry)) {
                continue;
            }
            if (matcher.start() > from) {
                text.insertBefore(new Text(chars.subSequence(from, matcher.start())));
            }
            text.insertBefore(use(chars.subSequence(matcher.start(), matcher.end()), entry));
            from = matcher.end();
        }
        if (from == chars.length()) {
            text.unlink();
        } else if (from > 0) {
            text.setChars(chars.subSequence(from, chars.length()));
        }
    }

    /** A term as it stands in the text. Its meaning stands behind it, and shows while the pointer or the focus is on it. */
    private static Node use(BasedSequence chars, Entry entry) {
        String id = "term-" + entry.id;
        String formula =
                entry.formula.isEmpty() ? "" : " <span class=\"formula\">" + Entities.escape(entry.formula) + "</span>";
        return new MarkdownHtml.WrittenInline(
                chars,
                "<span class=\"term\" tabindex=\"0\" aria-describedby=\"" + id + "\">"
                        + Entities.escape(chars.toString()) + "</span><span class=\"meaning\" role=\"tooltip\" id=\""
                        + id
                        + "\"> " + Entities.escape(entry.meaning) + formula + "</span>");
    }
}
