package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.Fault;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MarkdownTest extends ProjectTest {
    private String page(String markdown) throws Exception {
        project.article(markdown);
        project.bake();
        return project.page("softmax.html");
    }

    private void fails(String markdown, int bodyLine, String message) throws IOException {
        project.article(markdown);
        assertEquals("content/softmax.md:" + (Project.HEADER_LINES + bodyLine) + ": " + message, project.failure());
    }

    @Test
    void headingsGetIdsThatTheTableOfContentsNames() throws Exception {
        String page = page("## Wie schön & gut\n\nText.\n\n### Deeper\n\n## Own {#mine}\n\n## Own\n");
        assertTrue(page.contains("<li><a href=\"#wie-schon-gut\">Wie schön &amp; gut</a></li>"), page);
        assertTrue(page.contains("<h2 id=\"wie-schon-gut\">"), page);
        assertTrue(page.contains("<h3 id=\"deeper\">"), page);
        assertTrue(page.contains("<h2 id=\"mine\">Own <a class=\"permalink\" href=\"#mine\""), page);
        assertTrue(page.contains("<h2 id=\"own\">"), page);
        assertFalse(page.contains("<li><a href=\"#deeper\">"), page);
    }

    @Test
    void equalHeadingsGetDifferentIds() throws Exception {
        String page = page("## Try\n\n## Try\n\n## Filters\n\n![F.](demo:filters)\n");
        assertTrue(page.contains("<h2 id=\"try\">") && page.contains("<h2 id=\"try-2\">"), page);
        assertTrue(
                page.contains("<h2 id=\"filters-2\">") && page.contains("<figure class=\"demo\" id=\"filters\""), page);
    }

    @Test
    void anIdGivenTwiceFails() throws Exception {
        fails("## A {#x}\n\n## B {#x}\n", 3, "the id \"x\" is taken on this page; choose another");
    }

    @Test
    @Fault("Content: skipped heading level")
    void aSkippedHeadingLevelFails() throws Exception {
        fails("## A\n\n#### B\n", 3, "heading of level 4 follows level 2; use ###");
    }

    @Test
    void aSecondTitleFails() throws Exception {
        fails("Text.\n\n# A\n", 3, "a heading with one # is refused, because the title is one already; use ##");
    }

    @Test
    @Fault("Content: raw HTML")
    void rawHtmlFails() throws Exception {
        String remedy = " is refused; write Markdown, or \\< for the sign itself";
        fails("Text.\n\n<div>x</div>\n", 3, "raw HTML <div>x</div>" + remedy);
        fails("Some <b>bold</b> text.\n", 1, "raw HTML <b>" + remedy);
        fails("Text\n\n<!-- comment -->\n", 3, "raw HTML <!-- comment -->" + remedy);
    }

    @Test
    @Fault("Content: script link")
    void scriptLinksFail() throws Exception {
        String remedy = " is refused: links begin with https:, http: or mailto:, or are relative";
        fails("[x](javascript:alert(1))\n", 1, "link \"javascript:alert(1)\"" + remedy);
        fails("[x](JaVaScRiPt&#58;alert(1))\n", 1, "link \"JaVaScRiPt:alert(1)\"" + remedy);
        fails("[x](data:text/html,hi)\n", 1, "link \"data:text/html,hi\"" + remedy);
        fails("[x][y]\n\n[y]: vbscript:x\n", 3, "link \"vbscript:x\"" + remedy);
    }

    @Test
    @Fault("Content: dead link")
    void aDeadLinkFailsWithTheNearestPage() throws Exception {
        fails("A\n[x](softmx.md)\n", 2, "link \"softmx.md\" leads nowhere (did you mean \"softmax.html\"?)");
    }

    @Test
    @Fault("Content: path leaving the site")
    void aLinkOutOfTheSiteFails() throws Exception {
        fails("[x](../secret.html)\n", 1, "link \"../secret.html\" leaves the site; name a page or a file of the site");
    }

    @Test
    void anAbsoluteLinkFails() throws Exception {
        fails(
                "[x](/softmax.html)\n",
                1,
                "link \"/softmax.html\" begins with a slash, but the site may live under any path; write it relative");
    }

    @Test
    void linksToSourcesBecomeLinksToPages() throws Exception {
        String page = page("[a](index.md) [b](./softmax.md#first) [c](models/softmax-10/record.json)\n\n## First\n");
        assertTrue(page.contains("<a href=\"index.html\">a</a>"), page);
        assertTrue(page.contains("<a href=\"softmax.html#first\">b</a>"), page);
        assertTrue(page.contains("<a href=\"models/softmax-10/record.json\">c</a>"), page);
    }

    @Test
    void externalLinksCannotReachTheirOpener() throws Exception {
        String page = page("[a](https://example.org/x) <https://example.org/y> [i](index.md)\n");
        assertTrue(page.contains("<a href=\"https://example.org/x\" rel=\"noopener\">a</a>"), page);
        assertTrue(page.contains("<a href=\"https://example.org/y\" rel=\"noopener\">"), page);
        assertTrue(page.contains("<a href=\"index.html\">i</a>"), page);
    }

    @Test
    void anUndefinedFootnoteFails() throws Exception {
        fails("Text[^1].\n", 1, "footnote [^1] is not defined; add a line [^1]: …");
    }

    @Test
    void anUndefinedReferenceFailsButBracketsAreText() throws Exception {
        fails("Text [a][b].\n", 1, "link [b] is not defined; add a line [b]: address");
        assertTrue(page("Text [a] and x[0].\n").contains("Text [a] and x[0]."));
    }

    @Test
    void anUnknownNoteFails() throws Exception {
        fails("!!! tipp\n    Text.\n", 1, "unknown note \"tipp\" (did you mean \"tip\"?)");
    }

    @Test
    void notesHaveATitleAndMayFold() throws Exception {
        String page = page("!!! tip\n    One.\n\n??? question \"Why <so>?\"\n    Two.\n");
        assertTrue(page.contains("<div class=\"note note-tip\" role=\"note\">\n<p class=\"note-title\">Tip</p>"), page);
        assertTrue(page.contains("<details class=\"note note-question\">\n<summary>Why &lt;so&gt;?</summary>"), page);
        assertFalse(page.contains("style="), page);
    }

    @Test
    @Fault("Content: missing alternative text")
    void anImageNeedsTextAndAFile() throws Exception {
        project.write("content/images/chart.png", new byte[] {1});
        fails(
                "![](images/chart.png)\n",
                1,
                "image \"images/chart.png\" has no text; say in the brackets what it shows: ![…](images/chart.png)");
        fails(
                "![A chart](images/chrt.png)\n",
                1,
                "there is no image \"images/chrt.png\" (did you mean \"images/chart.png\"?);"
                        + " images live in content/images/");
        assertTrue(page("![A chart](images/chart.png)\n").contains("<img src=\"images/chart.png\" alt=\"A chart\""));
        assertTrue(project.site().containsKey("images/chart.png"));
    }

    @Test
    void tableCellsAreAlignedByClass() throws Exception {
        String page = page("| a | b |\n|:-:|---|\n| 1 | 2 |\n");
        assertTrue(page.contains("<th class=\"align-center\" scope=\"col\">a</th><th scope=\"col\">b</th>"), page);
        assertTrue(page.contains("<td class=\"align-center\">1</td><td>2</td>"), page);
    }

    @Test
    @Fault("Content: template syntax in prose")
    void bracesInProseAreText() throws Exception {
        assertTrue(page("A set {a} and $x^{2}$.\n").contains("<p>A set {a} and $x^{2}$.</p>"));
    }

    @Test
    void readingTimeGrowsWithTheText() throws Exception {
        assertTrue(page("word ".repeat(1100)).contains(", 5 min"));
    }
}
