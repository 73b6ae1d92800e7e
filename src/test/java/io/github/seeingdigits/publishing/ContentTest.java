package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.Fault;
import io.github.seeingdigits.digit.Drawing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContentTest extends ProjectTest {
    private String failureWith(String before, String after) throws IOException {
        project.replace("content/softmax.md", before, after);
        return project.failure();
    }

    @Test
    @Fault("Content: no front matter")
    void aPageWithoutFrontMatterFailsTheBake() throws Exception {
        project.write("content/softmax.md", "# Softmax\n");
        assertEquals(
                "content/softmax.md:1: front matter is missing; begin with a line \"---\", then \"title: …\", then \"---\"",
                project.failure());
    }

    @Test
    @Fault("Content: malformed front matter")
    void frontMatterThatDoesNotEndFailsTheBake() throws Exception {
        project.write("content/softmax.md", "---\ntitle: Softmax\n");
        assertEquals(
                "content/softmax.md:1: front matter does not end; close it with a line \"---\"", project.failure());
    }

    @Test
    @Fault("Content: malformed front matter")
    void frontMatterThatIsNotYamlNamesItsLine() throws Exception {
        assertTrue(failureWith("order: 1", "order: [1").startsWith("content/softmax.md:7: is not YAML: "));
    }

    @Test
    @Fault("Every stage: something is wrong")
    void anUnknownKeyIsNamedWithTheNearestKnownOne() throws Exception {
        assertEquals(
                "content/softmax.md:3: unknown key \"desciption\" (did you mean \"description\"?)",
                failureWith("description: Ten", "desciption: Ten"));
    }

    @Test
    @Fault("Content: malformed front matter")
    void aDuplicateKeyIsRefused() throws Exception {
        assertEquals(
                "content/softmax.md:4: \"title\" stands here and in line 2; remove one",
                failureWith("type: article", "title: Again\ntype: article"));
    }

    @Test
    void aMissingTitleIsNamed() throws Exception {
        assertEquals(
                "content/softmax.md: \"title\" is missing; add a line \"title: …\"",
                failureWith("title: Softmax\n", ""));
    }

    @Test
    void anEmptyTitleIsRefused() throws Exception {
        assertEquals(
                "content/softmax.md:2: \"title\" is empty; give it a value",
                failureWith("title: Softmax", "title: ''"));
    }

    @Test
    @Fault("Content: unknown type")
    void anUnknownTypeIsRefused() throws Exception {
        assertEquals(
                "content/softmax.md:4: unknown type \"artikel\" (did you mean \"article\"?)",
                failureWith("type: article", "type: artikel"));
    }

    @Test
    @Fault("Content: unknown status")
    void anUnknownStatusIsRefused() throws Exception {
        assertEquals(
                "content/softmax.md:5: unknown status \"drafts\" (did you mean \"draft\"?)",
                failureWith("date: ", "status: drafts\ndate: "));
    }

    @Test
    @Fault("Content: date that is none")
    void aDateThatDoesNotExistIsRefused() throws Exception {
        assertEquals(
                "content/softmax.md:5: date \"2026-02-30\" is no date; write it like 2026-01-31",
                failureWith("2026-01-05", "2026-02-30"));
    }

    @Test
    void anUpdateBeforeTheDateIsRefused() throws Exception {
        assertEquals(
                "content/softmax.md:6: updated 2025-12-31 is before date 2026-01-05",
                failureWith("order: 1", "updated: 2025-12-31\norder: 1"));
    }

    @Test
    void anArticleNeedsAnOrder() throws Exception {
        assertEquals(
                "content/softmax.md: \"order\" is missing; add a line \"order: …\"", failureWith("order: 1\n", ""));
    }

    @Test
    void anOrderThatIsNoNumberIsRefused() throws Exception {
        assertEquals(
                "content/softmax.md:6: order \"first\" should be a whole number from 0 to 999999",
                failureWith("order: 1", "order: first"));
    }

    @Test
    void anUnknownModelInFrontMatterIsRefused() throws Exception {
        assertEquals(
                "content/softmax.md:7: unknown model \"softmax-01\" (did you mean \"softmax-10\"?)",
                failureWith("model: softmax-10", "model: softmax-01"));
    }

    @Test
    void tagsMustBeAList() throws Exception {
        assertEquals(
                "content/softmax.md:6: \"tags\" should be a list, like [first, second]",
                failureWith("order: 1", "tags: linear\norder: 1"));
    }

    @Test
    void whatFrontMatterSaysIsRead() {
        FrontMatter full = FrontMatter.parse("a.md", """
                ---
                title: Softmax
                label: Soft
                description: Ten weighted sums.
                type: page
                status: draft
                date: 2026-01-05
                updated: 2026-01-05
                order: 999999
                model: softmax-10
                tags: [linear, "one more"]
                ---
                Text.
                """, List.of("softmax-10"));
        assertEquals(
                new FrontMatter(
                        "Softmax",
                        "Soft",
                        "Ten weighted sums.",
                        FrontMatter.Type.PAGE,
                        true,
                        LocalDate.of(2026, 1, 5),
                        Optional.of(LocalDate.of(2026, 1, 5)),
                        999_999,
                        Optional.of("softmax-10"),
                        List.of("linear", "one more"),
                        12),
                full);
        assertEquals(full.date(), full.changed());
        FrontMatter least = FrontMatter.parse(
                "a.md", "---\ntitle: A\ndescription: B\ntype: home\ndate: 2026-01-05\n---", List.of());
        assertEquals(
                new FrontMatter(
                        "A",
                        "A",
                        "B",
                        FrontMatter.Type.HOME,
                        false,
                        LocalDate.of(2026, 1, 5),
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        List.of(),
                        6),
                least);
    }

    @Test
    void aListInAListIsNamedWithItsLine() throws Exception {
        assertEquals(
                "content/softmax.md:8: expected a plain value or a list of plain values",
                failureWith("order: 1", "tags:\n  - linear\n  - [one, two]\norder: 1"));
    }

    @Test
    void aTypeLikeNoOtherIsToldAllThatThereAre() throws Exception {
        assertEquals(
                "content/softmax.md:4: unknown type \"xylophone\" (known: article, home, page)",
                failureWith("type: article", "type: xylophone"));
    }

    private String failureWithStrokes(String json) throws IOException {
        project.write(SampleDigits.FILE, json);
        return assertThrows(PublishException.class, () -> SampleDigits.read(root))
                .getMessage();
    }

    @Test
    void drawnDigitsHaveALabelFromZeroToNineAndStrokes() throws Exception {
        project.write(SampleDigits.FILE, """
                {"digits": [{"label": 0, "strokes": "1,2,3,4"}, {"label": 9, "strokes": "5,6,7,8"},
                 {"label": 0, "strokes": "9,10,11,12"}]}""");
        SampleDigits samples = SampleDigits.read(root);
        assertEquals(
                List.of("1,2,3,4", "9,10,11,12"),
                samples.all(0).stream().map(Drawing::encode).toList());
        assertEquals("5,6,7,8", samples.of(9).encode());
        assertNull(samples.of(4));
        assertEquals(List.of(), samples.all(4));
        for (String label : List.of("-1", "10", "\"3\"", "3.5")) {
            assertEquals(
                    "content/strokes.json: digits[0].label is " + label.replace("\"", "")
                            + "; expected a whole number from 0 to 9",
                    failureWithStrokes("{\"digits\": [{\"label\": " + label + ", \"strokes\": \"1,2,3,4\"}]}"));
        }
        assertEquals(
                "content/strokes.json: unknown key \"digit\" (did you mean \"digits\"?)",
                failureWithStrokes("{\"digits\": [{\"label\": 1, \"strokes\": \"1,2\"}], \"digit\": 1}"));
        assertEquals(
                "content/strokes.json: digits[0]: unknown key \"stroke\" (did you mean \"strokes\"?)",
                failureWithStrokes("{\"digits\": [{\"label\": 1, \"strokes\": \"1,2\", \"stroke\": 1}]}"));
    }

    @Test
    @Fault("Content: not UTF-8")
    void latin1IsRefusedWithItsLine() throws Exception {
        project.write(
                "content/softmax.md", (Project.HEADER + "Text.\nM\u00fcnchen\n").getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                "content/softmax.md:10: byte 0xfc is not UTF-8; save the file as UTF-8 (it may be Latin-1)",
                project.failure());
    }

    @Test
    @Fault("Content: not UTF-8")
    void utf8CutInTheMiddleOfACharacterIsRefused() throws Exception {
        project.write("content/softmax.md", (Project.HEADER + "M\u00c3").getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(project.failure().startsWith("content/softmax.md:9: byte 0xc3 is not UTF-8"));
    }

    @Test
    @Fault("Content: byte order mark")
    void aByteOrderMarkIsRefused() throws Exception {
        project.write("content/softmax.md", "\ufeff" + Project.HEADER + "Text.\n");
        assertEquals(
                "content/softmax.md:1: begins with a byte order mark; save it as UTF-8 without BOM", project.failure());
    }

    @Test
    @Fault("Content: Windows line ends")
    void windowsLineEndsMakeTheSamePage() throws Exception {
        project.bake();
        String page = project.page("softmax.html");
        project.write("content/softmax.md", (Project.HEADER + "Text.\n\n## First\n\nMore.\n").replace("\n", "\r\n"));
        project.bake();
        assertEquals(page, project.page("softmax.html"));
    }

    @Test
    @Fault("Content: slugs that differ only in case")
    void namesThatDifferOnlyInCaseAreRefused() throws Exception {
        project.write("content/Softmax.md", Project.HEADER + "Text.\n");
        assertTrue(project.failure().contains("content/softmax.md: differs from content/Softmax.md only in case"));
    }

    @Test
    void anUppercaseNameIsRefused() throws Exception {
        project.write("content/Other.md", Project.HEADER + "Text.\n");
        assertEquals(
                "content/Other.md: a page's name has small letters, digits and hyphens, like my-page.md; rename it",
                project.failure());
    }

    @Test
    void aPageInASubfolderIsRefused() throws Exception {
        project.write("content/deep/page.md", Project.HEADER + "Text.\n");
        assertEquals("content/deep/page.md: pages stand directly in content/; move it there", project.failure());
    }

    @Test
    void onlyTheIndexIsTheHomePage() throws Exception {
        assertEquals(
                "content/softmax.md: has type home, but only content/index.md may",
                failureWith("type: article", "type: home"));
    }

    @Test
    @Fault("Every stage: something is wrong")
    void everyBrokenPageIsReportedAtOnce() throws Exception {
        project.write("content/a.md", "no header");
        project.write("content/b.md", "no header");
        String failure = project.failure();
        assertTrue(failure.contains("content/a.md:1: ") && failure.contains("content/b.md:1: "), failure);
    }

    @Test
    void draftsAreLeftOutOfPagesAndLists() throws Exception {
        project.write("content/later.md", Project.HEADER.replace("order: 1", "order: 2\nstatus: draft") + "Text.\n");
        project.bake();
        assertFalse(project.site().containsKey("later.html"));
        assertFalse(project.page("index.html").contains("later"));
    }

    @Test
    @Fault("Bake: empty page")
    void aPageWithoutTextIsRefused() throws Exception {
        project.article("\n");
        assertEquals("content/softmax.md: the page has no text; write some or set status: draft", project.failure());
    }

    @Test
    void articlesStandInTheirOrderAndKnowTheirNeighbours() throws Exception {
        project.write("content/aaa.md", Project.HEADER.replace("order: 1", "order: 2") + "Text.\n");
        project.write("content/zzz.md", Project.HEADER.replace("order: 1", "order: 0") + "Text.\n");
        project.bake();
        String home = project.page("index.html");
        assertTrue(home.indexOf("zzz.html") < home.indexOf("softmax.html"));
        assertTrue(home.indexOf("softmax.html") < home.indexOf("aaa.html"));
        String middle = project.page("softmax.html");
        assertTrue(middle.contains("<a rel=\"prev\" href=\"zzz.html\">"));
        assertTrue(middle.contains("<a rel=\"next\" href=\"aaa.html\">"));
    }

    @Test
    void siteSettingsAreComplete() throws Exception {
        project.replace("content/site.yaml", "author: us\n", "");
        assertEquals("content/site.yaml: \"author\" is missing; add a line \"author: …\"", project.failure());
    }

    @Test
    void theBaseAddressEndsWithASlash() throws Exception {
        project.replace("content/site.yaml", "digits/", "digits");
        assertEquals(
                "content/site.yaml:6: base \"https://example.org/digits\" should begin with https:// and end with a slash",
                project.failure());
    }
}
