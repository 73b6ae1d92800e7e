package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlossaryTest {
    private static final String GOOD =
            "{\"terms\": [{\"term\": \"logit\", \"forms\": [\"logits\"], \"meaning\": \"A score.\", "
                    + "\"formula\": \"z\"}, {\"term\": \"activation\", \"meaning\": \"A value.\"}, "
                    + "{\"term\": \"activation maximisation\", \"meaning\": \"A picture.\"}]}";

    @TempDir
    Path root;

    private Glossary read(String text) throws IOException {
        Files.createDirectories(root.resolve("content"));
        Files.writeString(root.resolve(Glossary.FILE), text);
        return Glossary.read(root);
    }

    private String problem(String before, String after) {
        assertTrue(GOOD.contains(before), before);
        return assertThrows(PublishException.class, () -> read(GOOD.replace(before, after)))
                .getMessage();
    }

    @Test
    void termsComeInTheOrderOfTheAlphabetAndAProjectMayHaveNone() throws IOException {
        assertEquals(0, Glossary.read(root).asTemplateModel().size());
        assertEquals(
                Map.of(
                        "term",
                        "activation maximisation",
                        "id",
                        "activation-maximisation",
                        "meaning",
                        "A picture.",
                        "formula",
                        ""),
                read(GOOD).asTemplateModel().get(1));
    }

    @Test
    void whatIsWrongIsNamedByItsPlace() {
        String start = "content/glossary.json: ";
        assertEquals(start + "terms[0].meaning is missing or empty; give it some words", problem("A score.", " "));
        assertEquals(
                start + "terms[0].meaning should be a sentence of at most 320 letters, it has 7: \"A score\"",
                problem("A score.", "A score"));
        assertTrue(problem("\"meaning\": \"A value", "\"meanin\": \"A value").contains("did you mean \"meaning\""));
        assertEquals(
                start + "\"activation\" stands for \"activation\" and for \"logit\"; remove one",
                problem("\"logits\"", "\"activation\""));
        assertEquals(start + "terms[0].forms should be a list of words", problem("[\"logits\"]", "3"));
        assertEquals(start + "expected \"terms\", a list, and nothing else", problem("\"terms\"", "\"words\""));
    }

    private Document baked(String glossary, String body) throws Exception {
        Project project = new Project(root);
        project.write(Glossary.FILE, glossary.getBytes(StandardCharsets.UTF_8));
        project.article(body);
        project.bake();
        return Jsoup.parse(root.resolve("site/softmax.html").toFile());
    }

    @Test
    void anArticleMarksTheFirstUseOfATermInItsText() throws Exception {
        Document page = baked(GOOD, """
                ## Logits are scores

                [Logits](index.md) and `logit` stay alone. Logits, twice logits; then *activation
                maximisation*, activation maximisation, and an activation. Not a logit-like thing.

                | logit | activation |
                |---|---|
                | 1 | 2 |
                """);
        assertEquals(
                "[Logits, activation, activation maximisation]",
                page.select(".term").eachText().toString());
        assertEquals("A score. z", page.getElementById("term-logit").text());
        assertEquals("term-logit", page.select(".term").first().attr("aria-describedby"));
        assertEquals("0", page.select(".term").first().attr("tabindex"));
        assertTrue(page.select("h2 .term, a .term, table .term, code .term").isEmpty());
        assertTrue(
                page.select("p:has(.term)").first().text().contains("Logits A score. z, twice logits; then activation"),
                page.text());
    }

    @Test
    void whatAMeaningSaysIsText() throws Exception {
        Document page = baked(GOOD.replace("A score.", "<b>A</b> & score."), "A logit.\n");
        assertEquals("<b>A</b> & score. z", page.getElementById("term-logit").text());
        assertTrue(page.select(".meaning b").isEmpty());
    }
}
