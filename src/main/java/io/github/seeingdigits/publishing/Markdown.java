package io.github.seeingdigits.publishing;

import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import io.github.seeingdigits.figure.Still;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Articles' Markdown to HTML: CommonMark with tables, footnotes, notes and figures, and strict about all that it refuses. */
final class Markdown {
    private static final int WORDS_PER_MINUTE = 220;

    private final Parser parser;
    private final HtmlRenderer renderer;
    private final Links links;
    private final Assets assets;
    private final FigureWriter figures;
    private final Glossary glossary;
    private final Typesetter typesetter;

    /**
     * What became of a page's text.
     *
     * @param toc {@code id} and {@code text} of each second-level heading
     * @param minutes how long it takes to read
     * @param models ids of the models of its figures, in order of appearance
     * @param portrait the figure that stands for the page elsewhere, if it has one
     */
    record Body(
            String html, List<Map<String, String>> toc, int minutes, Set<String> models, Optional<Still> portrait) {}

    Markdown(Links links, Assets assets, FigureWriter figures, Glossary glossary, Typesetter typesetter) {
        this.typesetter = typesetter;
        this.glossary = glossary;
        this.links = links;
        this.assets = assets;
        this.figures = figures;
        DataHolder options = new MutableDataSet()
                .set(
                        Parser.EXTENSIONS,
                        List.of(TablesExtension.create(), FootnoteExtension.create(), new MarkdownHtml()))
                // A row with too many or too few cells is a slip that should show in the source, not vanish on the
                // page.
                .set(TablesExtension.MIN_SEPARATOR_DASHES, 1)
                .set(TablesExtension.COLUMN_SPANS, false)
                .set(TablesExtension.APPEND_MISSING_COLUMNS, true)
                .set(TablesExtension.DISCARD_EXTRA_COLUMNS, false)
                .set(TablesExtension.HEADER_SEPARATOR_COLUMN_MATCH, true)
                .set(FootnoteExtension.FOOTNOTE_BACK_REF_STRING, "↩")
                .set(HtmlRenderer.OBFUSCATE_EMAIL, false)
                .set(HtmlRenderer.RENDER_HEADER_ID, false)
                .set(HtmlRenderer.GENERATE_HEADER_ID, false)
                .toImmutable();
        parser = Parser.builder(options).build();
        renderer = HtmlRenderer.builder(options).build();
    }

    /**
     * Renders one page.
     *
     * @param file what errors call it
     * @param written the file's text with its front matter blanked out
     * @param interpolated the same after {@link Interpolation}
     */
    Body render(String file, String written, String interpolated, FrontMatter header) throws IOException {
        try {
            return parseAndRender(file, written, interpolated, header);
        } catch (PublishException e) {
            throw e;
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            throw new PublishException(
                    file + ": Flexmark cannot read this Markdown; find the part by removing others (" + e + ")", e);
        }
    }

    private Body parseAndRender(String file, String written, String interpolated, FrontMatter header)
            throws IOException {
        Document document = parser.parse(interpolated);
        MarkdownCheck check = new MarkdownCheck(file, new SourceLines(written, interpolated), document, this);
        check.run(header);
        int words = MarkdownHtml.plainText(document).split("\\s+").length;
        int minutes = Math.max(1, Math.round((float) words / WORDS_PER_MINUTE));
        if (header.type() == FrontMatter.Type.ARTICLE) {
            glossary.mark(document);
        }
        return new Body(renderer.render(document), check.toc(), minutes, check.models(), check.portrait());
    }

    /** The HTML of what stands inside {@code image}, which loses it. */
    String inner(Image image) {
        // Rendered one by one, the children would lose the spaces between them.
        Paragraph paragraph = new Paragraph(image.getChars());
        paragraph.takeChildren(image);
        image.getParent().insertBefore(paragraph);
        String html = renderer.render(paragraph).strip();
        paragraph.unlink();
        return html.substring("<p>".length(), html.length() - "</p>".length());
    }

    Typesetter typesetter() {
        return typesetter;
    }

    Links links() {
        return links;
    }

    Assets assets() {
        return assets;
    }

    FigureWriter figures() {
        return figures;
    }
}
