package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypesetterTest {
    @TempDir
    Path folder;

    /** What W3C's MathML Core calls a fraction, a square and a root. */
    @Test
    void texBecomesMathMl() throws Exception {
        try (Typesetter typesetter = new Typesetter(folder)) {
            Element math = Jsoup.parse(typesetter.formula("\\frac{x^2}{\\sqrt{12}}", true))
                    .selectFirst("math");
            assertEquals("block", math.attr("display"));
            Element fraction = math.selectFirst("mfrac");
            assertEquals(
                    List.of("msup", "msqrt"),
                    fraction.children().stream().map(Element::normalName).toList());
            assertEquals("x2", fraction.child(0).text());
            assertEquals("letter", math.selectFirst("mi").className());
            assertEquals("12", math.selectFirst("msqrt mn").text());
            Element aligned =
                    Jsoup.parse(typesetter.formula("\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}", true));
            assertEquals(
                    List.of("tml-right", "tml-left", "tml-right", "tml-left"),
                    aligned.select("mtd").eachAttr("class"));
            String inline = typesetter.formula("\\max(0, x)", false);
            assertFalse(inline.contains("display=") || inline.contains("style="), inline);
            assertEquals("max", Jsoup.parse(inline).selectFirst("mi").text());
            assertEquals("", Jsoup.parse(inline).selectFirst("mi").className());
        }
    }

    @Test
    void codeIsColouredAndEscaped() throws Exception {
        try (Typesetter typesetter = new Typesetter(folder)) {
            Document java = Jsoup.parse(typesetter.code("java", "int a = b < 3 ? 1 : 0; // <b>"));
            assertEquals("int", java.selectFirst(".token.keyword").text());
            assertEquals("// <b>", java.selectFirst(".token.comment").text());
            assertTrue(java.select("b").isEmpty());
            assertEquals("int a = b < 3 ? 1 : 0; // <b>", java.body().wholeText());
            assertEquals(
                    "def",
                    Jsoup.parse(typesetter.code("python", "def f(): pass"))
                            .selectFirst(".keyword")
                            .text());
            String message = assertThrows(IllegalArgumentException.class, () -> typesetter.code("jav", "x"))
                    .getMessage();
            assertTrue(message.contains("unknown language \"jav\" (did you mean \"java\"?)"), message);
        }
    }

    @Test
    void whatWasMadeBeforeIsNotMadeAgain() throws Exception {
        try (Typesetter typesetter = new Typesetter(folder)) {
            typesetter.formula("x", false);
        }
        try (Stream<Path> files = Files.list(folder)) {
            Files.writeString(files.findFirst().orElseThrow(), "kept");
        }
        try (Typesetter typesetter = new Typesetter(folder)) {
            assertEquals("kept", typesetter.formula("x", false));
            assertFalse(typesetter.formula("x", true).contains("kept"));
        }
    }

    @Test
    void anArticlesFormulasAndCodeAreTypesetAndMistakesNamedWithTheirLine() throws Exception {
        Project project = new Project(folder);
        project.article(
                "Half is $`\\frac12`$, and $5 is a price, `$x$` code.\n\n```math\nx^2\n```\n\n```java\nint x;\n```\n\n```\nplain\n```\n");
        project.bake();
        Document page = Jsoup.parse(project.page("softmax.html"));
        assertEquals(1, page.select("p math mfrac").size());
        assertEquals(1, page.select("div.formula math[display=block] msup").size());
        assertEquals(
                "int",
                page.selectFirst("pre[tabindex] code.language-java .keyword").text());
        assertTrue(page.text().contains("and $5 is a price, $x$ code."), page.text());
        project.article("Fine.\n\nHalf is $`\\frac{1`$.\n");
        assertTrue(
                project.failure()
                        .startsWith("content/softmax.md:" + (Project.HEADER_LINES + 3)
                                + ": the formula \\frac{1 is not TeX: "),
                project.failure());
        project.article("```math\n\\unknowncommand\n```\n");
        assertTrue(
                project.failure()
                        .contains(":" + (Project.HEADER_LINES + 1) + ": the formula \\unknowncommand is not TeX"),
                project.failure());
    }
}
