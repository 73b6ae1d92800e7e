package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.github.seeingdigits.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Whole pages in a real browser. */
class PageIT extends BrowserTest {
    /** A function that sets the room between letters, words and lines that readers may set (WCAG 2.2, 1.4.12). */
    static final String ROOMY = """
            () => {
              const roomy = new CSSStyleSheet();
              roomy.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important;'
                + ' word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
              document.adoptedStyleSheets = [roomy];
            }
            """;

    /** For the page with its pad and filters alive: text, style, fonts, first script, model, and the search's button. */
    private static final int BUDGET = 118_000;

    /** For all scripts that a page fetches if its reader comes to every figure on it. */
    private static final int SCRIPT_BUDGET = 65_000;

    /** For all that there are, which are fetched by nobody but who goes through the whole gallery. Meant to weigh 90 000 bytes together. */
    private static final int ALL_SCRIPTS = 110_000;

    @Test
    void theHomePageLeadsToTheFirstArticle() {
        Page page = open("index.html");
        page.locator("section.articles a").first().click();
        page.waitForURL("**/history.html");
        assertEquals(1, page.locator("h1").count());
    }

    @Test
    void aTopicLeadsToAllArticlesAboutIt() {
        Page page = open("xor.html");
        page.locator(".tags a").getByText("activation maximisation").click();
        page.waitForURL("**/topics.html#activation-maximisation");
        List<String> about = page.locator("#activation-maximisation + ul a").allInnerTexts();
        assertEquals(3, about.size(), about.toString());
        page.locator("#activation-maximisation + ul a").last().click();
        page.waitForURL("**/nmn.html");
    }

    @Test
    @Fault("Every stage: figures cannot live")
    @Fault("Browser: JavaScript off")
    void withoutJavaScriptTheArticleReadsAndShowsTheStills() {
        Page page = open("softmax.html", new Browser.NewContextOptions().setJavaScriptEnabled(false));
        Locator figures = page.locator("figure.demo");
        assertTrue(figures.count() >= 2);
        for (int i = 0; i < figures.count(); i++) {
            Locator figure = figures.nth(i);
            assertEquals("still", figure.getAttribute("data-state"));
            assertVisible(figure.locator("svg"));
            assertVisible(figure.locator("figcaption"));
            assertTrue(figure.locator("details table tbody tr").count() >= 8);
            assertEquals(0, figure.locator("button:visible, canvas:visible").count(), "dead controls are shown");
        }
        assertEquals(10, page.locator("[data-demo=filters] svg [data-unit]").count());
        assertTrue(page.locator("main").innerText().length() > 3000);
    }

    @Test
    @Fault("Browser: 320 px wide")
    @Fault("Browser: text spacing")
    void everyPageFitsAPhoneWithoutScrollingSidewaysAndItsArticleIsInSight() {
        for (String path : pages()) {
            // What moves would only take time here.
            Page page = open(path, darkPhone().setReducedMotion(ReducedMotion.REDUCE));
            Locator current = page.locator(".site-header nav [aria-current]");
            if (current.count() > 0) {
                BoundingBox box = current.boundingBox();
                assertTrue(
                        box.x >= 0 && box.x + box.width <= 360, path + ": from " + box.x + ", " + box.width + " wide");
            }
            allLive(page);
            for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                for (int width : new int[] {320, 360}) {
                    page.setViewportSize(width, 740);
                    frame(page);
                    assertEquals(
                            width,
                            ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue(),
                            path + " at " + width + " px");
                }
            }
            page.setViewportSize(320, 740);
            page.evaluate(ROOMY);
            frame(page);
            assertEquals(
                    320,
                    ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue(),
                    path + " with room between letters");
            assertEquals(List.of(), page.evaluate("""
                    () => [...document.querySelectorAll('main p:not(.unseen), main li, main button, main h2, main figcaption, main label')]
                      .filter(e => e.checkVisibility() && getComputedStyle(e).overflow !== 'visible'
                        && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
                      .map(e => e.outerHTML.slice(0, 100))
                    """), path + ": text cut off with room between letters");
            page.context().close();
        }
    }

    @Test
    void textIsSetInOurFontsAndHasWidth() {
        Page page = open("softmax.html");
        live(page, "draw");
        assertEquals(
                true,
                page.evaluate("() => document.fonts.ready.then(() => document.fonts.check('16px \"Seeing Serif\"')"
                        + " && document.fonts.check('16px \"Seeing Sans\"'))"));
        assertTrue(page.locator("h1").boundingBox().width > 200);
        assertTrue(((Number) page.evaluate("() => { const c = document.createElement('canvas').getContext('2d');"
                                + " c.font = \"400 20px 'Seeing Sans'\"; return c.measureText('0123456789').width; }"))
                        .doubleValue()
                > 80);
    }

    @Test
    void signsThatOurTextFontsLackComeFromAFontThatOnlyTheirPagesFetch() {
        Page home = open("index.html");
        live(home, "networks");
        assertEquals(
                true,
                home.evaluate("() => document.fonts.ready.then(() => [...document.fonts].some("
                        + "font => font.family.includes('Seeing Signs') && font.status === 'loaded'))"));
        Page softmax = open("softmax.html");
        live(softmax, "draw");
        assertEquals(
                false,
                softmax.evaluate("() => document.fonts.ready.then(() => [...document.fonts].some("
                        + "font => font.family.includes('Seeing Signs') && font.status === 'loaded'))"));
    }

    @Test
    void thePageItsScriptAndItsModelStayWithinTheBudget() throws IOException {
        for (String path : List.of("index.html", "softmax.html")) {
            List<Response> responses = new ArrayList<>();
            Page page = blank(new Browser.NewContextOptions().setViewportSize(1280, 900));
            page.onResponse(responses::add);
            page.navigate(address() + path);
            live(page, "draw");
            page.locator("figure.demo").last().scrollIntoViewIfNeeded();
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            List<?> compared = (List<?>) page.evaluate("""
                    () => [...document.querySelectorAll('[data-network]')].filter(row =>
                      row.dataset.network !== row.closest('figure').dataset.model).map(row => row.dataset.src)
                    """);
            int later = 0;
            int total = 0;
            StringBuilder list = new StringBuilder();
            Set<String> seen = new HashSet<>();
            for (Response response : List.copyOf(responses)) {
                if (!seen.add(response.url())) {
                    // The icon is asked for twice; the second time readers have it.
                    continue;
                }
                int size = Math.min(gzipped(response.body()), response.body().length);
                if (response.url().matches(".*/assets/(?!demos)[a-z]+\\.[0-9a-f]+\\.js")) {
                    later += size;
                    continue;
                }
                if (compared.stream().anyMatch(src -> response.url().endsWith(src.toString()))) {
                    later += size;
                    continue;
                }
                total += size;
                list.append(size).append(' ').append(response.url()).append('\n');
            }
            System.out.println(path + ": " + total + " bytes with gzip, and " + later
                    + " for other networks and figures when a reader comes to them\n" + list);
            assertTrue(responses.size() >= 5, "page, style, script, fonts and model: " + list);
            assertTrue(total < BUDGET, path + " weighs " + total + " bytes with gzip:\n" + list);
        }
    }

    @Test
    void aPagesScriptsStayWithinTheBudget() throws IOException {
        for (String path : pages()) {
            Page page = open(path);
            List<?> scripts = (List<?>) page.evaluate("""
                    () => [...new Set([document.scripts[0].getAttribute('src'), document.body.dataset.late,
                        ...[...document.querySelectorAll('[data-script]')].map(figure => figure.dataset.script)])]
                    """);
            int total = 0;
            StringBuilder list = new StringBuilder();
            for (Object script : scripts) {
                APIResponse response = page.request().get(address() + script);
                assertTrue(response.ok(), path + ": " + script + " cannot be weighed: " + response.status());
                int size = gzipped(response.body());
                list.append(size).append(' ').append(script).append('\n');
                total += size;
            }
            System.out.println(path + ": its scripts weigh " + total + " bytes with gzip");
            int budget = path.equals("figures.html") ? ALL_SCRIPTS : SCRIPT_BUDGET;
            assertTrue(total < budget, path + ": its scripts weigh " + total + " bytes with gzip:\n" + list);
        }
    }

    private static int gzipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.size();
    }

    @Test
    void nothingJumpsWhileThePageComesToLife() {
        for (int width : new int[] {360, 1280}) {
            Page page = blank(new Browser.NewContextOptions().setViewportSize(width, 800));
            for (String path : List.of("index.html", "softmax.html")) {
                page.navigate(address() + path);
                live(page, "draw");
                frame(page);
                Map<?, ?> shift = (Map<?, ?>) page.evaluate("""
                        () => new Promise(done => {
                          let sum = 0;
                          const moved = [];
                          new PerformanceObserver(list => {
                            for (const { value, startTime, sources } of list.getEntries()) {
                              sum += value;
                              moved.push(...sources.map(({ node, previousRect: from, currentRect: to }) =>
                                `${Math.round(startTime)} ms: ${node?.outerHTML?.slice(0, 100) ?? node?.data}`
                                + ` from ${from.x},${from.y},${from.width},${from.height} to ${to.x},${to.y},${to.width},${to.height}`));
                            }
                          }).observe({ type: 'layout-shift', buffered: true });
                          setTimeout(() => done({ sum, moved }), 400);
                        })
                        """);
                assertTrue(
                        ((Number) shift.get("sum")).doubleValue() < 0.01,
                        path + " at " + width + " px has a layout shift of " + shift);
            }
        }
    }

    @Test
    void aPredictionTakesWellUnderAMillisecond() {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        drawWithMouse(page, figure, OwnDigits.first(8));
        double mean = ((Number) page.evaluate("""
                        () => {
                          const ink = window.seeingDigits.ink('300,200,700,200,300,800,700,800');
                          for (let i = 0; i < 2000; i++) window.seeingDigits.predict('softmax-10', ink);
                          const start = performance.now();
                          for (let i = 0; i < 2000; i++) window.seeingDigits.predict('softmax-10', ink);
                          return (performance.now() - start) / 2000;
                        }
                        """)).doubleValue();
        System.out.println("one prediction in the page: " + Math.round(mean * 1e6) / 1e3 + " µs");
        assertTrue(mean < 1, "a prediction takes " + mean + " ms");
        assertTrue(((Number) page.evaluate("window.seeingDigits.timings.prediction")).doubleValue() < 1);
        assertTrue(page.evaluate("window.seeingDigits.version").toString().length() >= 8);
    }

    @Test
    @Fault("Browser: opened from disk")
    void openedFromDiskTheArticleReadsAndSaysWhatIsMissing() {
        Page page = blank(new Browser.NewContextOptions().setViewportSize(1280, 900));
        page.navigate(Path.of("site/softmax.html").toUri().toString());
        Locator figures = page.locator("figure.demo[data-state=failed]");
        figures.first().waitFor();
        assertEquals(page.locator("figure.demo").count(), figures.count());
        for (int i = 0; i < figures.count(); i++) {
            assertVisible(figures.nth(i).locator("svg"));
            assertTrue(figures.nth(i).locator("[data-part=note]").innerText().contains("need a web server"));
        }
        assertTrue(page.locator("main").innerText().length() > 3000);
        // The addresses are not the server's, and browsers keep fonts from pages on a disk.
        complaints.removeIf(c -> c.contains("file:") || c.contains("ERR_FAILED") || c.contains("web server"));
    }
}
