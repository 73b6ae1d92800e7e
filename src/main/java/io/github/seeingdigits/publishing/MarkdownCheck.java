package io.github.seeingdigits.publishing;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.LinkNodeBase;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.admonition.AdmonitionBlock;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.gitlab.GitLabInlineMath;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import io.github.seeingdigits.data.Spelling;
import io.github.seeingdigits.figure.Still;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Goes through one parsed page before it is rendered: refuses what does not belong into an article, puts figures in place
 * of their images, and gives headings their ids.
 */
final class MarkdownCheck {
    private static final String DEMO = "demo:";
    private static final String PAD = "draw";
    private static final List<String> NOTES = List.of("note", "tip", "warning", "question", "answer");

    private final String file;
    private final SourceLines lines;
    private final Document document;
    private final Markdown markdown;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Integer> figuresByName = new HashMap<>();
    private final Set<String> models = new LinkedHashSet<>();
    private final List<Map<String, String>> toc = new ArrayList<>();
    private int level = 1;
    private Still portrait;

    MarkdownCheck(String file, SourceLines lines, Document document, Markdown markdown) {
        this.file = file;
        this.lines = lines;
        this.document = document;
        this.markdown = markdown;
    }

    void run(FrontMatter header) throws IOException {
        List<Node> nodes = new ArrayList<>();
        document.getDescendants().forEach(nodes::add);
        for (Node node : nodes) {
            refuse(node);
        }
        // Figures first: their ids follow from their names, and headings step aside.
        for (Node node : nodes) {
            if (node instanceof Image image) {
                image(image, header);
            } else if (node instanceof GitLabInlineMath math) {
                typeset(math, math.getText().toString(), false);
            } else if (node instanceof FencedCodeBlock block) {
                code(block);
            }
        }
        for (Node node : nodes) {
            if (node instanceof Heading heading) {
                heading(heading);
            }
        }
    }

    List<Map<String, String>> toc() {
        return toc;
    }

    Set<String> models() {
        return models;
    }

    /** The first figure that is not the drawing pad, which is the same on every page. */
    Optional<Still> portrait() {
        return Optional.ofNullable(portrait);
    }

    private void refuse(Node node) {
        if (node instanceof HtmlBlockBase || node instanceof HtmlInlineBase) {
            String html = node.getChars().toString().lines().findFirst().orElse("");
            throw problem(node, "raw HTML " + html.strip() + " is refused; write Markdown, or \\< for the sign itself");
        }
        if (node instanceof ImageRef) {
            throw problem(node, "write the image's address in place: ![text](address)");
        }
        if (node instanceof Footnote footnote && !footnote.isDefined()) {
            throw problem(
                    node,
                    "footnote [^" + footnote.getText() + "] is not defined; add a line [^" + footnote.getText()
                            + "]: …");
        }
        if (node instanceof LinkRef link
                && !link.isDefined()
                && !link.getReference().isEmpty()) {
            // Plain [brackets] are text; [text][name] can only have been meant as a link.
            if (link.getTextOpeningMarker().isNotNull()
                    && link.getText().isNotNull()
                    && !link.isReferenceTextCombined()) {
                throw problem(
                        node,
                        "link [" + link.getReference() + "] is not defined; add a line [" + link.getReference()
                                + "]: address");
            }
        }
        if (node instanceof AdmonitionBlock note
                && !NOTES.contains(note.getInfo().toString())) {
            throw problem(node, Spelling.unknown("note", note.getInfo().toString(), NOTES));
        }
        String url = url(node);
        if (url != null) {
            String wrong = markdown.links().problem(url);
            if (wrong != null) {
                throw problem(node, wrong);
            }
        }
    }

    private static String url(Node node) {
        if (node instanceof Image) {
            return null;
        }
        if (node instanceof Reference reference) {
            return reference.getUrl().toString();
        }
        if (node instanceof AutoLink || node instanceof com.vladsch.flexmark.ast.Link) {
            LinkNodeBase link = (LinkNodeBase) node;
            return link.getUrl().toString()
                    + (link.getAnchorMarker().isNull()
                                    || link.getUrl().toString().contains("#")
                            ? ""
                            : "#" + link.getAnchorRef());
        }
        return null;
    }

    private void image(Image image, FrontMatter header) throws IOException {
        String address = image.getUrl().toString();
        String alt = MarkdownHtml.plainText(image);
        if (address.startsWith(DEMO)) {
            if (alt.isEmpty()) {
                throw problem(
                        image,
                        "figure \"" + address + "\" has no text; write its takeaway in the brackets: ![…](" + address
                                + ")");
            }
            figure(image, address.substring(DEMO.length()), alt, header);
            return;
        }
        if (alt.isEmpty()) {
            throw problem(
                    image,
                    "image \"" + address + "\" has no text; say in the brackets what it shows: ![…](" + address + ")");
        }
        if (!markdown.assets().contains(address)) {
            throw problem(
                    image,
                    "there is no image \"" + address + "\" "
                            + Spelling.hint(
                                    address,
                                    markdown.assets().addresses().stream()
                                            .filter(a -> a.startsWith("images/"))
                                            .toList())
                            + "; images live in content/images/");
        }
    }

    private void figure(Image image, String name, String alt, FrontMatter header) throws IOException {
        Node paragraph = image.getParent();
        String before = document.getChars()
                .subSequence(paragraph.getStartOffset(), image.getStartOffset())
                .toString();
        String after = document.getChars()
                .subSequence(image.getEndOffset(), paragraph.getEndOffset())
                .toString()
                .strip();
        boolean alone = paragraph instanceof Paragraph
                && before.isBlank()
                && (after.isEmpty() || after.matches("(?s)\\{[^{}]*\\}"));
        if (!alone) {
            throw problem(
                    image, "figure \"demo:" + name + "\" needs a paragraph of its own; put a blank line around it");
        }
        Map<String, String> attributes = after.isEmpty() ? Map.of() : attributes(image, after);
        int number = figuresByName.merge(name, 1, Integer::sum);
        FigureWriter.Written figure = markdown.figures()
                .write(new FigureWriter.Request(
                        file, line(image), name, markdown.inner(image), alt, attributes, header.model(), number));
        String id = FigureWriter.id(name, number);
        ids.add(id);
        ids.add(id + "-caption");
        models.add(figure.model());
        if (portrait == null && !name.equals(PAD)) {
            portrait = figure.still();
        }
        paragraph.insertBefore(new MarkdownHtml.WrittenBlock(paragraph.getChars(), figure.html()));
        paragraph.unlink();
    }

    private void typeset(Node node, String tex, boolean display) throws IOException {
        try {
            String formula = markdown.typesetter().formula(tex.strip(), display);
            node.insertBefore(
                    display
                            ? new MarkdownHtml.WrittenBlock(
                                    node.getChars(), "<div class=\"formula\" tabindex=\"0\">" + formula + "</div>")
                            : new MarkdownHtml.WrittenInline(node.getChars(), formula));
            node.unlink();
        } catch (IllegalArgumentException e) {
            throw problem(node, "the formula " + tex.strip() + " is not TeX: " + e.getMessage());
        }
    }

    private void code(FencedCodeBlock block) throws IOException {
        String language = block.getInfo().toString();
        if (language.equals("math")) {
            typeset(block, block.getContentChars().toString(), true);
        } else if (Typesetter.LANGUAGES.contains(language)) {
            String coloured =
                    markdown.typesetter().code(language, block.getContentChars().normalizeEOL());
            block.insertBefore(new MarkdownHtml.WrittenBlock(
                    block.getChars(),
                    "<div class=\"code\"><pre tabindex=\"0\"><code class=\"language-" + language + "\">" + coloured
                            + "</code></pre></div>"));
            block.unlink();
        }
    }

    private void heading(Heading heading) {
        if (heading.getLevel() == 1) {
            throw problem(heading, "a heading with one # is refused, because the title is one already; use ##");
        }
        if (heading.getLevel() > level + 1) {
            throw problem(
                    heading,
                    "heading of level " + heading.getLevel() + " follows level " + level + "; use "
                            + "#".repeat(level + 1));
        }
        level = heading.getLevel();
        String id = explicitId(heading);
        String text = MarkdownHtml.plainText(heading);
        if (text.isEmpty()) {
            throw problem(heading, "a heading has no text; write some or remove it");
        }
        if (id == null) {
            String slug = slug(text);
            id = slug;
            for (int n = 2; !ids.add(id); n++) {
                id = slug + "-" + n;
            }
        } else if (!ids.add(id)) {
            throw problem(heading, "the id \"" + id + "\" is taken on this page; choose another");
        }
        heading.setAnchorRefId(id);
        if (level == 2) {
            toc.add(Map.of("id", id, "text", text));
        }
    }

    /** Takes {@code {#id}} off the end of a heading. */
    private String explicitId(Heading heading) {
        if (!(heading.getLastChild() instanceof Text text) || !text.getChars().endsWith("}")) {
            return null;
        }
        int brace = text.getChars().lastIndexOf("{");
        if (brace < 0 || !text.getChars().subSequence(brace).startsWith("{#")) {
            return null;
        }
        Map<String, String> attributes =
                attributes(heading, text.getChars().subSequence(brace).toString());
        if (!attributes.keySet().equals(Set.of("#")) || !attributes.get("#").matches("[a-z][a-z0-9-]*")) {
            throw problem(heading, "a heading takes only an id of small letters, digits and hyphens: {#like-this}");
        }
        text.setChars(text.getChars().subSequence(0, brace).trimEnd());
        return attributes.get("#");
    }

    private Map<String, String> attributes(Node node, String braces) {
        try {
            return Attributes.parse(braces);
        } catch (IllegalArgumentException e) {
            throw problem(node, e.getMessage());
        }
    }

    /** Small letters, digits and hyphens that resemble {@code text}. */
    static String slug(String text) {
        String ascii = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String slug =
                ascii.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "section" : slug;
    }

    private int line(Node node) {
        return lines.lineInFile(document.getLineNumber(node.getStartOffset()) + 1);
    }

    private PublishException problem(Node node, String message) {
        return PublishException.at(file, line(node), message);
    }
}
