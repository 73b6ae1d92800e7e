package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The search, by keyboard, mouse and finger. */
class SearchIT extends BrowserTest {
    /** For the index, with gzip. */
    private static final int BUDGET = 60_000;

    private static Locator results(Page page) {
        return page.locator("dialog.search li a");
    }

    /** Opens the search with the keyboard, waits until it is ready, and types. */
    private static void search(Page page, String words) {
        page.keyboard().press("/");
        Locator status = page.locator("dialog.search [role=status]");
        page.waitForCondition(
                () -> !status.textContent().isEmpty() && !status.textContent().startsWith("One moment"));
        page.locator("dialog.search [type=search]").fill(words);
    }

    private static String focused(Page page) {
        return (String)
                page.evaluate(
                        "() => { const e = document.activeElement; return e.dataset.part ?? e.dataset.action ?? e.localName; }");
    }

    @Test
    void aWordLeadsToTheTermThatExplainsItByKeyboardAlone() {
        Page page = open("softmax.html");
        search(page, "dead unit");
        assertEquals("dead unit", results(page).first().locator("strong").innerText());
        assertTrue(results(page).first().locator("small").innerText().startsWith("Term"));
        assertEquals(
                "dead",
                results(page).first().locator("mark").first().innerText().toLowerCase(java.util.Locale.ROOT));
        assertTrue(page.locator("dialog.search [role=status]").innerText().contains("results"));
        page.keyboard().press("Enter");
        page.waitForURL("**/glossary.html#dead-unit");
    }

    @Test
    void arrowsMoveAndEnterGoesToTheResultThatHasTheFocus() {
        Page page = open("index.html");
        search(page, "convolution");
        String second = (String) results(page).nth(1).evaluate("a => a.href");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowDown");
        assertEquals(second, page.evaluate("document.activeElement.href"));
        page.keyboard().press("Enter");
        page.waitForURL(second);
    }

    @Test
    void typingOnAResultGoesOnWithTheQuestion() {
        Page page = open("index.html");
        search(page, "softma");
        page.keyboard().press("ArrowDown");
        page.keyboard().type("x");
        assertEquals("softmax", page.locator("dialog.search [type=search]").inputValue());
    }

    @Test
    void aSlipOfThePenFindsTheSameAndNonsenseFindsNothing() {
        Page page = open("index.html");
        search(page, "sofmax");
        assertEquals("softmax", results(page).first().locator("strong").innerText());
        page.locator("dialog.search [type=search]").fill("principal compnent");
        assertEquals(
                "principal component", results(page).first().locator("strong").innerText());
        page.locator("dialog.search [type=search]").fill("ⵟ");
        assertTrue(results(page).first().innerText().contains("ⵟ"));
        page.locator("dialog.search [type=search]").fill("<img src=x onerror=alert(1)> zzqq");
        assertEquals(0, page.locator("dialog.search img").count());
        page.locator("dialog.search [type=search]").fill("zzqqxx");
        assertEquals(0, results(page).count());
        assertEquals(
                "Nothing found for “zzqqxx”.",
                page.locator("dialog.search [role=status]").innerText());
    }

    @Test
    void aFigureIsFoundWhereItStands() {
        Page page = open("index.html");
        search(page, "orange wants paper");
        Locator figure = page.locator("dialog.search li a:has(small:text-matches(\"^Figure\"))")
                .first();
        String href = (String) figure.evaluate("a => a.href");
        figure.click();
        page.waitForURL(href);
        assertEquals(
                1, page.locator("figure" + href.substring(href.indexOf('#'))).count());
    }

    @Test
    void escapeClosesItAndGivesTheFocusBack() {
        Page page = open("softmax.html");
        Locator summary = page.locator("summary").first();
        live(page, "draw");
        summary.focus();
        search(page, "relu");
        page.keyboard().press("Escape");
        assertFalse(page.locator("dialog.search").isVisible());
        assertEquals("summary", focused(page));
    }

    @Test
    void aSlashIsLeftToThePadAndToFieldsThatHaveTheKeyboard() {
        Page page = open("softmax.html");
        live(page, "draw");
        page.locator("[data-part=pad]").first().focus();
        page.keyboard().press("/");
        assertFalse(page.locator("dialog.search").isVisible());
        page.locator(".search-open").click();
        page.keyboard().type("a/b");
        assertEquals("a/b", page.locator("dialog.search [type=search]").inputValue());
    }

    /** WCAG 2.2, 2.1.4: a key without Control or Alt can be turned off. */
    @Test
    void theKeyCanBeTurnedOffAndStaysOff() {
        Page page = open("softmax.html");
        page.keyboard().press("/");
        Locator key = page.locator("dialog.search [data-part=search-key]");
        assertTrue(key.isChecked());
        key.focus();
        page.keyboard().press("Space");
        page.keyboard().press("Escape");
        page.reload();
        live(page, "draw");
        assertNull(page.locator(".search-open").getAttribute("aria-keyshortcuts"));
        assertFalse(page.locator(".search-open kbd").isVisible());
        page.keyboard().press("/");
        assertFalse(page.locator("dialog.search").isVisible());
        page.locator(".search-open").click();
        assertFalse(key.isChecked());
        key.check();
        page.keyboard().press("Escape");
        page.keyboard().press("/");
        assertTrue(page.locator("dialog.search").isVisible());
    }

    @Test
    void nothingIsFetchedUntilItIsOpenedAndThenOnlyOnce() {
        List<String> fetched = new ArrayList<>();
        Page page = blank(new Browser.NewContextOptions());
        page.onRequest(request -> {
            if (request.url().matches(".*/(lunr|search)\\.[0-9a-f]+\\.(json|js)")) {
                fetched.add(request.url().replaceAll(".*/([a-z]+)\\.[0-9a-f]+", "$1"));
            }
        });
        page.navigate(address() + "softmax.html");
        live(page, "draw");
        assertEquals(List.of("search.js"), fetched);
        search(page, "relu");
        page.keyboard().press("Escape");
        search(page, "relu");
        assertEquals(
                List.of("lunr.js", "search.js", "search.json"),
                fetched.stream().sorted().toList());
    }

    @Test
    void anIndexThatDoesNotComeIsSaidAndAskedForAgain() {
        Page page = open("softmax.html");
        page.context().route("**/search.*.json", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        page.keyboard().press("/");
        page.locator("dialog.search [role=status]:has-text(\"503\")").waitFor();
        page.keyboard().press("Escape");
        page.context().unroute("**/search.*.json");
        search(page, "relu");
        assertTrue(results(page).count() > 0);
        assertTrue(
                complaints.stream().allMatch(complaint -> complaint.contains("503") || complaint.endsWith(".json")),
                "" + complaints);
        complaints.clear();
    }

    @Test
    void itFitsAPhoneAndAxeFindsNothing() {
        Page page = open("softmax.html", darkPhone());
        page.locator(".search-open").tap();
        page.locator("dialog.search [role=status]:has-text(\"Articles\")").waitFor();
        page.locator("dialog.search [type=search]").fill("hidden unit");
        assertTrue(results(page).count() > 5);
        assertEquals(360, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
        assertTrue(page.locator("dialog.search").boundingBox().width <= 360);
        List<String> found = new ArrayList<>();
        new AxeBuilder(page)
                .include("dialog.search")
                .analyze()
                .getViolations()
                .forEach(violation -> found.add(violation.getId() + " " + violation.getNodes()));
        assertEquals(List.of(), found);
    }

    @Test
    void withoutJavaScriptThereIsNoButton() {
        Page page = open("softmax.html", new Browser.NewContextOptions().setJavaScriptEnabled(false));
        assertFalse(page.locator(".search-open").isVisible());
    }

    @Test
    void theIndexStaysWithinItsBudget() throws IOException {
        try (Stream<Path> assets = Files.list(Path.of("site/assets"))) {
            Path index = assets.filter(file -> file.getFileName().toString().matches("search\\.[0-9a-f]{8}\\.json"))
                    .findFirst()
                    .orElseThrow();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(Files.readAllBytes(index));
            }
            System.out.println("the search index weighs " + packed.size() + " bytes with gzip");
            assertTrue(packed.size() < BUDGET, "the search index weighs " + packed.size() + " bytes with gzip");
        }
    }
}
