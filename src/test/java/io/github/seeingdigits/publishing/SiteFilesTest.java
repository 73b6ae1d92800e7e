package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What programs read of the site, as they would read it. */
class SiteFilesTest extends ProjectTest {
    private static final String BASE = "https://example.org/digits/";

    private Document parsed(String name) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        Files.readAllBytes(root.resolve("site").resolve(name))));
    }

    private static List<String> texts(Document document, String name) {
        List<String> texts = new ArrayList<>();
        NodeList elements = document.getElementsByTagNameNS("*", name);
        for (int i = 0; i < elements.getLength(); i++) {
            texts.add(elements.item(i).getTextContent());
        }
        return texts;
    }

    /** The file of the site that an address on the web names. */
    private Path file(String address) {
        assertTrue(address.startsWith(BASE), address);
        String name = address.substring(BASE.length());
        return root.resolve("site").resolve(name.isEmpty() ? "index.html" : name);
    }

    @Test
    void theFeedHasEveryArticleNewestFirstAndItsAddressesExist() throws Exception {
        project.write(
                "content/newer.md",
                Project.HEADER
                                .replace("title: Softmax", "title: \"Less < & more\"")
                                .replace("2026-01-05", "2026-02-01\nupdated: 2026-03-04\ntags: [\"a & b\"]")
                                .replace("order: 1", "order: 2")
                        + "Text.\n");
        project.write("content/data.md", Project.HEADER.replace("type: article", "type: page") + "Text.\n");
        project.bake();
        Document feed = parsed(SiteFiles.FEED);
        assertEquals("feed", feed.getDocumentElement().getLocalName());
        assertEquals("http://www.w3.org/2005/Atom", feed.getDocumentElement().getNamespaceURI());
        assertEquals(List.of("Seeing Digits", "Less < & more", "Softmax"), texts(feed, "title"));
        assertEquals(List.of("2026-02-01T00:00:00Z", "2026-01-05T00:00:00Z"), texts(feed, "published"));
        assertEquals(
                List.of("2026-03-04T00:00:00Z", "2026-03-04T00:00:00Z", "2026-01-05T00:00:00Z"),
                texts(feed, "updated"));
        assertEquals(List.of(BASE, BASE + "newer.html", BASE + "softmax.html"), texts(feed, "id"));
        NodeList links = feed.getElementsByTagNameNS("*", "link");
        for (int i = 0; i < links.getLength(); i++) {
            Path file = file(((Element) links.item(i)).getAttribute("href"));
            assertTrue(Files.isRegularFile(file), file.toString());
        }
        assertEquals(
                "a & b", ((Element) feed.getElementsByTagNameNS("*", "category").item(0)).getAttribute("term"));
    }

    @Test
    void theMapHasEveryPageOnceAndNoDraft() throws Exception {
        project.write("content/later.md", Project.HEADER.replace("order: 1", "order: 2\nstatus: draft") + "Text.\n");
        project.bake();
        Document map = parsed(SiteFiles.MAP);
        assertEquals(
                List.of(BASE, BASE + "softmax.html"),
                texts(map, "loc").stream().sorted().toList());
        assertEquals(
                List.of("2026-01-01", "2026-01-05"),
                texts(map, "lastmod").stream().sorted().toList());
        for (String address : texts(map, "loc")) {
            assertTrue(Files.isRegularFile(file(address)), address);
        }
    }

    @Test
    void crawlersAreToldWhereTheMapIs() throws Exception {
        project.bake();
        String robots = Files.readString(root.resolve("site").resolve(SiteFiles.ROBOTS), StandardCharsets.UTF_8);
        String address = robots.lines()
                .filter(line -> line.startsWith("Sitemap: "))
                .findFirst()
                .orElseThrow()
                .substring("Sitemap: ".length());
        assertTrue(Files.isRegularFile(file(address)), address);
    }

    @Test
    void theSameSourcesGiveTheSameBytes() throws Exception {
        project.bake();
        String before = project.page(SiteFiles.FEED) + project.page(SiteFiles.MAP);
        project.bake();
        assertEquals(before, project.page(SiteFiles.FEED) + project.page(SiteFiles.MAP));
    }
}
