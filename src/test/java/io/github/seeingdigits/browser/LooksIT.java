package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import io.github.seeingdigits.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages as readers set them: with colours of their own, with more room between letters, on paper. */
class LooksIT extends BrowserTest {
    /** The contrast of the lightest and the darkest pixel of a canvas on its ground (WCAG 2.2, contrast ratio). */
    private static final String CONTRAST = """
            canvas => {
              const light = c => c.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
                .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
              const context = canvas.getContext('2d');
              const all = context.getImageData(0, 0, canvas.width, canvas.height).data;
              let ground = canvas;
              let colour = 'rgba(0, 0, 0, 0)';
              while (ground && colour === 'rgba(0, 0, 0, 0)') {
                colour = getComputedStyle(ground).backgroundColor;
                ground = ground.parentElement;
              }
              const paper = colour.match(/[0-9.]+/g).slice(0, 3).map(Number);
              let least = 1, most = 0;
              for (let i = 0; i < all.length; i += 4) {
                const a = all[i + 3] / 255;
                const l = light(paper.map((p, k) => p + (all[i + k] - p) * a));
                least = Math.min(least, l); most = Math.max(most, l);
              }
              return (most + 0.05) / (least + 0.05);
            }
            """;

    @Test
    @Fault("Browser: forced colours")
    void underForcedColoursTextControlsAndCanvasesStayVisible() {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            Page page = open(
                    "softmax.html",
                    new Browser.NewContextOptions()
                            .setViewportSize(1280, 900)
                            .setColorScheme(scheme)
                            .setForcedColors(ForcedColors.ACTIVE));
            Locator figure = emptyPad(page);
            drawWithMouse(page, figure, OwnDigits.first(3));
            assertEquals(true, page.evaluate("matchMedia('(forced-colors: active)').matches"));
            assertEquals("3", digit(page));
            for (String part : new String[] {"pad", "ink28"}) {
                double contrast =
                        ((Number) figure.locator("[data-part=" + part + "]").evaluate(CONTRAST)).doubleValue();
                assertTrue(contrast > 4.5, part + " has a contrast of " + contrast + " in " + scheme);
            }
            for (String property : new String[] {"borderTopStyle", "borderTopWidth"}) {
                Object value =
                        figure.locator("[data-action=clear]").evaluate("(e, p) => getComputedStyle(e)[p]", property);
                assertTrue(!"none".equals(value) && !"0px".equals(value), "a button's " + property + " is " + value);
            }
            Locator pressed = figure.locator("[data-action=erase]");
            pressed.click();
            assertEquals("true", pressed.getAttribute("aria-pressed"));
            assertNotEquals("none", pressed.evaluate("e => getComputedStyle(e).outlineStyle"));
            assertNotEquals(
                    page.evaluate("getComputedStyle(document.body).color"),
                    page.evaluate("getComputedStyle(document.documentElement).backgroundColor"));
        }
    }

    @Test
    @Fault("Browser: print")
    void onPaperThereAreTextAndPicturesAndNoControls() {
        for (boolean alive : new boolean[] {false, true}) {
            Page page = open("softmax.html");
            if (alive) {
                allLive(page);
            } else {
                live(page, "draw");
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertEquals(
                    List.of(),
                    page.locator("button:visible, input:visible, select:visible")
                            .evaluateAll("all => all.map(e => e.outerHTML)"));
            assertEquals(0, page.locator("nav:visible").count(), "navigation on paper");
            assertEquals(0, page.locator(".numbers > summary:visible").count(), "what is folded away is not announced");
            assertEquals(List.of(), page.evaluate("""
                            () => [...document.querySelectorAll('details.note > :not(summary)')]
                              .filter(e => e.getBoundingClientRect().height < 10).map(e => e.outerHTML)
                            """), "answers that are folded away");
            Locator figures = page.locator("figure.demo");
            for (int i = 0; i < figures.count(); i++) {
                assertVisible(figures.nth(i).locator("figcaption").first());
                assertTrue(
                        figures.nth(i).locator("svg:visible, canvas:visible").count() > 0,
                        "figure " + i + " has no picture on paper");
            }
            List<?> blank = (List<?>) page.evaluate("""
                    () => {
                      const end = e => e.getBoundingClientRect().bottom;
                      return [...document.querySelectorAll('figure.demo[data-state=still]')].filter(f =>
                        end(f.querySelector('.stage')) - end(f.querySelector('.still svg')) > 40).map(f => f.id);
                    }
                    """);
            assertEquals(List.of(), blank, "room is kept for what will not come");
            assertTrue(page.locator("main").innerText().length() > 3000);
            assertTrue(page.pdf().length > 20_000);
        }
    }
}
