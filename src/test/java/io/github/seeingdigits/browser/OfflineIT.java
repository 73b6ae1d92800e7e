package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import io.github.seeingdigits.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that were visited, on a train: the server is really gone. */
class OfflineIT extends BrowserTest {
    private static final String NEXT = TwoBakes.NEXT;

    @TempDir
    Path folder;

    private TwoBakes site;
    private String address;

    @BeforeEach
    void serveACopy() throws IOException {
        site = new TwoBakes(folder);
        address = site.address;
    }

    @AfterEach
    void close() {
        site.close();
    }

    private Page visitor() {
        return blank(
                new Browser.NewContextOptions().setViewportSize(1280, 900).setServiceWorkers(ServiceWorkerPolicy.ALLOW),
                address);
    }

    /** The version in whose cache a page is, or an empty text. */
    private static String keptAs(Page page, String name) {
        return (String) page.evaluate("""
                async name => {
                  for (const key of await caches.keys()) {
                    if ((await (await caches.open(key)).keys()).some(request => request.url.endsWith('/' + name))) {
                      return key.split(' ').pop();
                    }
                  }
                  return '';
                }
                """, name);
    }

    private void visit(Page page, String name) {
        page.navigate(address + name);
        page.waitForCondition(
                () -> keptAs(page, name).equals(version(page)), new Page.WaitForConditionOptions().setTimeout(30_000));
    }

    private static String version(Page page) {
        return (String) page.evaluate("document.documentElement.dataset.version");
    }

    /** Whether the page's first script is that of its version; there is one mark on the new script. */
    private static void assertOfOneBake(Page page) {
        assertEquals(
                version(page).equals(NEXT),
                page.evaluate("globalThis.bakedFor === '" + NEXT + "'"),
                "page of " + version(page));
    }

    @Test
    void visitedPagesAndTheirFiguresLiveOfflineAndOthersSayWhy() throws IOException {
        Page page = visitor();
        visit(page, "softmax.html");
        visit(page, "xor.html");
        site.offline();
        page.reload();
        page.locator("figure.demo").first().waitFor();
        allLive(page);
        page.navigate(address + "softmax.html");
        drawWithMouse(page, emptyPad(page), OwnDigits.all().get(0).drawing());
        assertNotEquals("", digit(page));
        allLive(page);
        page.locator(".search-open").click();
        page.waitForCondition(
                () -> page.locator("dialog.search [role=status]").textContent().startsWith("Articles"));
        page.navigate(address + "prototypes.html");
        assertTrue(page.locator("body").innerText().contains("You are offline"));
        assertEquals(List.of("softmax", "xor"), page.locator("li a").allInnerTexts());
        page.locator("li a").first().click();
        page.waitForURL(address + "softmax.html");
        live(page, "draw");
        complaints.clear();
    }

    @Test
    void theHomePageIsOneUnderBothItsNames() throws IOException {
        Page page = visitor();
        page.navigate(address);
        page.waitForCondition(
                () -> !keptAs(page, "index.html").isEmpty(), new Page.WaitForConditionOptions().setTimeout(30_000));
        site.offline();
        page.navigate(address + "index.html?from=mail");
        live(page, "draw");
        page.navigate(address);
        live(page, "draw");
        complaints.clear();
    }

    @Test
    @Fault("Browser: page and script of different versions")
    void pagesAndScriptsOfTwoBakesNeverMixAndTheOldGoWhenNobodyNeedsThem() throws IOException {
        Page first = visitor();
        visit(first, "softmax.html");
        visit(first, "xor.html");
        String before = version(first);
        String oldScript = (String) first.evaluate("document.scripts[0].src");
        Page second = first.context().newPage();
        site.bakeAnew();

        visit(second, "softmax.html");
        assertEquals(NEXT, version(second));
        assertOfOneBake(second);
        assertEquals(
                true,
                first.evaluate("src => fetch(src).then(response => response.ok)", oldScript),
                "the open page's script is still there");

        site.offline();
        second.reload();
        assertOfOneBake(second);
        second.navigate(address + "xor.html");
        assertOfOneBake(second);
        live(second, "draw");

        site.online();
        first.navigate(address + "softmax.html");
        second.navigate(address + "xor.html");
        assertEquals(NEXT, version(second));
        second.waitForCondition(
                () -> {
                    second.reload();
                    return !((List<?>) second.evaluate("caches.keys()"))
                            .stream().anyMatch(key -> key.toString().endsWith(before));
                },
                new Page.WaitForConditionOptions().setTimeout(30_000));
        assertEquals(NEXT, keptAs(second, "softmax.html"));
        assertEquals(NEXT, keptAs(second, "xor.html"));
        complaints.clear();
    }

    @Test
    void halfAPageIsNotKept() throws IOException {
        Page page = visitor();
        visit(page, "softmax.html");
        site.bakeAnew();
        Files.delete(site.nextScript());
        page.navigate(address + "softmax.html");
        page.waitForTimeout(1000);
        site.offline();
        page.reload();
        assertNotEquals(NEXT, version(page));
        live(page, "draw");
        complaints.clear();
    }
}
