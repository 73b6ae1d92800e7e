package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.github.seeingdigits.publishing.PreviewServer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What stands around the articles: the way from one to the next, what other programs are told, and the page for lost readers. */
class FrameIT extends BrowserTest {
    private static Document parsed(String page) throws IOException {
        return Jsoup.parse(Files.readString(Path.of("site", page)));
    }

    @Test
    void readersCanGoThroughAllArticlesAndBack() {
        Page page = open("history.html");
        assertEquals(0, page.locator("a[rel=prev]").count());
        int articles = page.locator(".site-header nav li").count();
        int passed = 1;
        while (page.locator("a[rel=next]").count() > 0) {
            String from = page.url();
            page.locator("a[rel=next]").click();
            page.waitForURL(url -> !url.equals(from));
            assertEquals(from, page.locator("a[rel=prev]").evaluate("a => a.href"));
            passed++;
        }
        assertEquals(articles, passed);
    }

    @Test
    void everyPageSaysWhereItIsWhatItIsAndWhereItsSourceIs() throws IOException {
        String base = Files.readString(Path.of("content/site.yaml")).replaceAll("(?s).*\nbase: (\\S+).*", "$1");
        for (String name : pages()) {
            Document page = parsed(name);
            String address = base + (name.equals("index.html") ? "" : name);
            assertEquals(address, page.select("link[rel=canonical]").attr("href"), name);
            assertEquals(address, page.select("meta[property=og:url]").attr("content"), name);
            assertEquals(
                    page.select("meta[name=description]").attr("content"),
                    page.select("meta[property=og:description]").attr("content"),
                    name);
            assertTrue(!page.select("meta[property=og:title]").attr("content").isBlank(), name);
            assertEquals("feed.xml", page.select("link[rel=alternate]").attr("href"), name);
            String card = page.select("meta[property=og:image]").attr("content");
            assertTrue(card.startsWith(base), card);
            BufferedImage picture =
                    ImageIO.read(Path.of("site", card.substring(base.length())).toFile());
            assertEquals("1200×630", picture.getWidth() + "×" + picture.getHeight(), card);
            String edit = page.select("a[href*=/edit/]").attr("href");
            assertTrue(Files.isRegularFile(Path.of(edit.replaceAll(".*/edit/[^/]+/", ""))), name + ": " + edit);
        }
    }

    @Test
    void anArticleSaysOfItselfInTheWordsOfSchemaOrg() throws IOException {
        Document page = parsed("softmax.html");
        assertEquals(
                "https://schema.org/TechArticle", page.select("[itemscope]").attr("itemtype"));
        assertEquals(
                page.select("h1").text(), page.select("[itemprop=headline]").text());
        assertTrue(page.select("[itemprop=datePublished]").attr("datetime").matches("\\d{4}-\\d\\d-\\d\\d"));
        assertEquals(
                page.select(".tags li").eachText(),
                List.of(page.select("[itemprop=keywords]").attr("content").split(", ")));
    }

    @Test
    void aLostReaderFindsTheWayFromAnyDepth() throws IOException {
        try (PreviewServer server = new PreviewServer(Path.of("site"), "/", 0, false)) {
            Page page = blank(new Browser.NewContextOptions().setViewportSize(360, 740), server.address());
            Response response = page.navigate(server.address() + "some/where/deep/nothing.html");
            assertEquals(404, response.status());
            assertTrue(page.locator("h1").innerText().contains("no such page"));
            assertTrue(((Number) page.evaluate("document.styleSheets[0].cssRules.length")).intValue() > 50);
            assertEquals(360, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
            page.locator("[data-part=search-too]").click();
            Locator status = page.locator("dialog.search [role=status]");
            page.waitForCondition(() -> status.textContent().startsWith("Articles"));
            page.locator("dialog.search [type=search]").fill("softmax");
            assertEquals(
                    server.address() + "glossary.html#softmax",
                    page.locator("dialog.search li a").first().evaluate("a => a.href"));
            page.keyboard().press("Escape");
            page.locator("main a[href='xor.html']").click();
            page.waitForURL(server.address() + "xor.html");
        }
        complaints.removeIf(complaint -> complaint.contains("status of 404"));
    }
}
