package io.github.seeingdigits.publishing;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.CodeBlock;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ast.TextBase;
import com.vladsch.flexmark.ext.admonition.AdmonitionBlock;
import com.vladsch.flexmark.ext.admonition.internal.AdmonitionBlockParser;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.gitlab.internal.GitLabInlineMathParser;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.html.AttributeProvider;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.IndependentAttributeProviderFactory;
import com.vladsch.flexmark.html.renderer.AttributablePart;
import com.vladsch.flexmark.html.renderer.LinkResolverContext;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.html.MutableAttributes;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Entities;

/**
 * The HTML of our articles where it differs from Flexmark's own: headings with a link to themselves, figures, notes without
 * inline style, tables that scroll by themselves and name their columns.
 */
final class MarkdownHtml implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension, NodeRenderer {
    /** HTML of its own, already written: a figure, a formula, a program. */
    static final class WrittenBlock extends Block {
        private final String html;

        WrittenBlock(BasedSequence chars, String html) {
            super(chars);
            this.html = html;
        }

        @Override
        public BasedSequence[] getSegments() {
            return EMPTY_SEGMENTS;
        }
    }

    /** HTML in a line of text, already written: a formula, a term of the glossary. */
    static final class WrittenInline extends Node {
        private final String html;

        WrittenInline(BasedSequence chars, String html) {
            super(chars);
            this.html = html;
        }

        @Override
        public BasedSequence[] getSegments() {
            return EMPTY_SEGMENTS;
        }
    }

    @Override
    public void parserOptions(MutableDataHolder options) {}

    @Override
    public void rendererOptions(MutableDataHolder options) {}

    /**
     * Flexmark's parser for notes, without its extension, whose renderer adds hidden drawings with style attributes; and its parser for
     * formulas, {@code $`\\frac12`$}, without the rest of the extension, which changes quotes and lists.
     */
    @Override
    public void extend(Parser.Builder builder) {
        builder.customBlockParserFactory(new AdmonitionBlockParser.Factory());
        builder.customInlineParserExtensionFactory(new GitLabInlineMathParser.Factory());
    }

    @Override
    public void extend(HtmlRenderer.Builder builder, String rendererType) {
        builder.nodeRendererFactory(options -> this);
        builder.attributeProviderFactory(new IndependentAttributeProviderFactory() {
            @Override
            public AttributeProvider apply(LinkResolverContext context) {
                return MarkdownHtml::attributes;
            }
        });
    }

    @Override
    public Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
        return Set.<NodeRenderingHandler<?>>of(
                new NodeRenderingHandler<>(Heading.class, MarkdownHtml::heading),
                new NodeRenderingHandler<>(WrittenBlock.class, MarkdownHtml::written),
                new NodeRenderingHandler<>(
                        WrittenInline.class, (node, context, html) -> html.raw(((WrittenInline) node).html)),
                new NodeRenderingHandler<>(AdmonitionBlock.class, MarkdownHtml::note),
                new NodeRenderingHandler<>(Footnote.class, MarkdownHtml::footnote),
                new NodeRenderingHandler<>(TableBlock.class, MarkdownHtml::table));
    }

    /** The text of a node without its formatting. Flexmark's own collector fails an assertion on some texts. */
    static String plainText(Node node) {
        StringBuilder text = new StringBuilder();
        collect(node, text);
        return text.toString().strip().replaceAll("\\s+", " ");
    }

    private static void collect(Node node, StringBuilder text) {
        if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
            text.append(' ');
        } else if (node.hasChildren()) {
            node.getChildren().forEach(child -> collect(child, text));
            if (node instanceof Block) {
                text.append(' ');
            }
        } else if (node instanceof Code || node instanceof CodeBlock) {
            text.append(node.getChars());
        } else if (node instanceof AutoLink link) {
            text.append(link.getText());
        } else if (node instanceof TextBase || node instanceof Text || node instanceof HtmlEntity) {
            text.append(Escaping.unescapeString(node.getChars()));
        }
    }

    /**
     * The number of a footnote, and behind it what the footnote says: in the margin of a wide page, elsewhere while the pointer or the
     * focus is on the number. All notes also stand at the end.
     */
    private static void footnote(Footnote node, NodeRendererContext context, HtmlWriter html) {
        FootnoteBlock block = node.getFootnoteBlock();
        int number = block.getFootnoteOrdinal();
        int use = node.getReferenceOrdinal();
        html.raw("<a class=\"cite\" id=\"fnref-" + number + (use == 0 ? "" : "-" + use) + "\" href=\"#fn-" + number
                + "\" aria-describedby=\"fn-" + number + "\">" + number + "</a>");
        // What scrolls by itself would cut it off.
        if (node.getAncestorOfType(TableBlock.class) == null) {
            html.raw("<span class=\"meaning aside\" role=\"note\"><span class=\"number\">" + number + "</span>");
            for (Node paragraph : block.getChildren()) {
                html.raw(" ");
                context.renderChildren(paragraph);
            }
            html.raw("</span>");
        }
    }

    private static void heading(Heading node, NodeRendererContext context, HtmlWriter html) {
        String id = node.getAnchorRefId();
        html.line();
        html.raw("<h" + node.getLevel() + " id=\"" + id + "\">");
        context.renderChildren(node);
        html.raw(" <a class=\"permalink\" href=\"#" + id + "\" aria-label=\"Link to: "
                + Entities.escape(plainText(node)) + "\">#</a></h" + node.getLevel() + ">");
        html.line();
    }

    private static void written(WrittenBlock node, NodeRendererContext context, HtmlWriter html) {
        html.line();
        html.rawPre(node.html);
        html.line();
    }

    /** {@code !!! tip "Title"} as a note, {@code ??? tip "Title"} as one that the reader opens. */
    private static void note(AdmonitionBlock node, NodeRendererContext context, HtmlWriter html) {
        String kind = node.getInfo().toString();
        String title = node.getTitle().isNull()
                ? kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1)
                : node.getTitle().toString();
        String marker = node.getOpeningMarker().toString();
        boolean folds = marker.startsWith("???");
        html.line();
        html.raw(
                folds
                        ? "<details class=\"note note-" + kind + "\"" + (marker.endsWith("+") ? " open" : "") + ">"
                        : "<div class=\"note note-" + kind + "\" role=\"note\">");
        html.line();
        if (folds) {
            html.raw("<summary>" + Entities.escape(title) + "</summary>");
        } else if (!title.isEmpty()) {
            html.raw("<p class=\"note-title\">" + Entities.escape(title) + "</p>");
        }
        html.line();
        context.renderChildren(node);
        html.line();
        html.raw(folds ? "</details>" : "</div>");
        html.line();
    }

    private static void table(TableBlock node, NodeRendererContext context, HtmlWriter html) {
        html.line();
        html.raw("<div class=\"table\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">");
        html.line();
        html.raw("<table>");
        context.renderChildren(node);
        html.raw("</table>");
        html.line();
        html.raw("</div>");
        html.line();
    }

    private static void attributes(Node node, AttributablePart part, MutableAttributes attributes) {
        if (node instanceof TableCell cell) {
            String align = attributes.getValue("align");
            attributes.remove("align");
            if (!align.isEmpty()) {
                attributes.addValue("class", "align-" + align);
            }
            if (cell.isHeader()) {
                attributes.replaceValue("scope", "col");
            }
        } else if ((node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock)
                && part == AttributablePart.NODE) {
            // Long lines scroll, and what scrolls must be reachable by keyboard.
            attributes.replaceValue("tabindex", "0");
        } else if (part == AttributablePart.LINK
                && (node instanceof Link || node instanceof LinkRef || node instanceof AutoLink)) {
            String url = attributes.getValue("href");
            attributes.replaceValue("href", Links.resolve(url));
            if (Links.isExternal(url)) {
                attributes.replaceValue("rel", "noopener");
            }
        }
    }
}
