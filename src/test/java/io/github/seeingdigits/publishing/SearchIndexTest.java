package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What can be found, from the sources of a small site. */
class SearchIndexTest extends ProjectTest {
    private static final String PAGE = Project.HEADER.replace("type: article", "type: page");

    private JsonNode index() throws Exception {
        project.bake();
        String name = project.site().keySet().stream()
                .filter(file -> file.matches("assets/search\\.[0-9a-f]{8}\\.json"))
                .findFirst()
                .orElseThrow();
        return Json.MAPPER.readTree(project.site().get(name).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The entries of a page, each as {@code kind|id|title|text}. */
    private static List<String> entries(JsonNode index, String page) {
        List<String> entries = new ArrayList<>();
        for (JsonNode entry : index.get("entries")) {
            JsonNode of = index.get("pages").get(entry.get(0).asInt());
            if (of.get(0).asText().equals(page)) {
                entries.add(entry.get(2).asText() + "|" + entry.get(1).asText() + "|"
                        + entry.get(3).asText() + "|" + entry.get(4).asText());
            }
        }
        return entries;
    }

    @Test
    void aPageAndEachOfItsSectionsIsFoundByItsWords() throws Exception {
        project.article("Some *text* & more.\n\n## First\n\nA list:\n\n- one\n- two\n\n### Deeper\n\nEnd.\n");
        assertEquals(
                List.of(
                        "article||Softmax|Ten weighted sums. Some text & more.",
                        "section|first|First|A list: one two",
                        "section|deeper|Deeper|End."),
                entries(index(), "softmax.html"));
    }

    @Test
    void aFigureIsFoundByItsTakeawayAndItsNumbersAreNot() throws Exception {
        project.article("Text.\n\n![Ten *filters*.](demo:filters)\n\n|A|\n|-|\n|77.5|\n\n    code\n");
        assertEquals(
                List.of("figure|filters|Ten filters.|", "article||Softmax|Ten weighted sums. Text."),
                entries(index(), "softmax.html"));
    }

    @Test
    void termsAndClaimsAreNamedAsSuch() throws Exception {
        project.write("content/glossary.md", PAGE + "Words.\n\n## batch\n\nA handful.\n");
        project.write("content/claims.md", PAGE + "Claims.\n\n## Group\n\n### All is well\n\nHolds.\n");
        JsonNode index = index();
        assertTrue(entries(index, "glossary.html").contains("term|batch|batch|A handful."));
        assertTrue(entries(index, "claims.html").contains("section|group|Group|"));
        assertTrue(entries(index, "claims.html").contains("claim|all-is-well|All is well|Holds."));
    }

    @Test
    void aDraftCannotBeFound() throws Exception {
        project.write("content/later.md", PAGE.replace("order: 1", "status: draft") + "Secret.\n");
        assertFalse(index().toString().contains("Secret"));
    }

    @Test
    void everyEntryLeadsToAnIdOfItsPage() throws Exception {
        project.article("Text.\n\n## Größe & *Form*\n\nMore.\n\n![F.](demo:filters)\n\n![G.](demo:filters)\n");
        JsonNode index = index();
        int ids = 0;
        for (JsonNode entry : index.get("entries")) {
            String page = index.get("pages").get(entry.get(0).asInt()).get(0).asText();
            String id = entry.get(1).asText();
            if (!id.isEmpty()) {
                ids++;
                assertTrue(Jsoup.parse(project.page(page)).getElementById(id) != null, page + "#" + id);
            }
        }
        assertEquals(3, ids);
    }

    @Test
    void theLibraryIsPublishedWithItsLicence() throws Exception {
        project.bake();
        String name = project.site().keySet().stream()
                .filter(file -> file.matches("assets/lunr\\.[0-9a-f]{8}\\.js"))
                .findFirst()
                .orElseThrow();
        assertTrue(project.site().get(name).contains("MIT"), "no licence at its top");
    }
}
