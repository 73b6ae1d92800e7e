package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.github.seeingdigits.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages for everybody: axe finds nothing, and the keyboard reaches everything. */
class AccessibilityIT extends BrowserTest {
    @Test
    @Fault("Browser: dark")
    void axeFindsNothingInLightAndDarkAndOnANarrowScreenWithFiguresLive() {
        List<String> found = new ArrayList<>();
        for (String path : pages()) {
            Page page = open(
                    path,
                    new Browser.NewContextOptions()
                            .setViewportSize(1280, 800)
                            .setColorScheme(ColorScheme.LIGHT)
                            .setReducedMotion(ReducedMotion.REDUCE));
            allLive(page);
            for (int width : new int[] {1280, 320}) {
                page.setViewportSize(width, 800);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                frame(page);
                found.addAll(violations(page, path + " light " + width));
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                frame(page);
                // In the dark only colours differ.
                found.addAll(violations(page, path + " dark " + width, "color-contrast", "link-in-text-block"));
            }
            page.context().close();
        }
        assertEquals(List.of(), found);
    }

    /** By these rules, or by all that axe follows unasked. Our pages have no frames, so axe is put into the page once and needs no other. */
    private static List<String> violations(Page page, String where, String... rules) {
        if (page.evaluate("typeof axe").equals("undefined")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        Map<?, ?> results = (Map<?, ?>) page.evaluate("""
                async rules => {
                  const { passes, violations } = await axe.run(document, {
                    resultTypes: ['violations'],
                    ...(rules.length && { runOnly: { type: 'rule', values: rules } }),
                  });
                  return { frames: frames.length, passes: passes.length,
                    violations: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`)) };
                }
                """, rules);
        assertEquals(0, results.get("frames"));
        assertNotEquals(0, results.get("passes"), "axe did not run");
        return ((List<?>) results.get("violations"))
                .stream().map(violation -> where + ": " + violation).toList();
    }

    /** In an article, and in the gallery, which has every kind of figure. */
    @ParameterizedTest
    @ValueSource(strings = {"softmax.html", "figures.html"})
    @Fault("Browser: Tab key")
    void tabReachesEveryControlAndItsFocusShows(String path) {
        Page page = open(path);
        // A figure that comes to life on the way would bring new stops.
        allLive(page);
        Set<Object> wanted = new HashSet<>((List<?>) page.evaluate("""
                () => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
                  .filter(e => e.checkVisibility() && !e.disabled && e.tabIndex >= 0)
                  .map((e, i) => { e.dataset.walk = i + ' ' + e.outerHTML; return e.dataset.walk; })
                """));
        assertTrue(wanted.size() > 100, "controls: " + wanted.size());
        page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }");
        // The page's end is as many stops away as it has controls, and a few more that are within others.
        for (int i = 2 * wanted.size(); i > 0 && !wanted.isEmpty(); i--) {
            page.keyboard().press("Tab");
            wanted.remove(page.evaluate("() => document.activeElement.dataset.walk"));
            assertNotEquals(
                    "none",
                    page.evaluate("() => document.activeElement === document.body ? 'body'"
                            + " : getComputedStyle(document.activeElement).outlineStyle"),
                    "focus does not show; left to reach: " + wanted);
        }
        assertEquals(Set.of(), wanted, "never reached");
    }

    /** WCAG 2.2, 1.4.11: where something can be typed or chosen has an edge of 3 to 1 against its ground; buttons have words. */
    @Test
    void fieldsHaveAnEdgeThatShows() {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            Page page = open(
                    "softmax.html",
                    new Browser.NewContextOptions().setViewportSize(1280, 800).setColorScheme(scheme));
            live(page, "train");
            List<?> weak = (List<?>) page.evaluate("""
                    () => {
                      const light = colour => {
                        const linear = v => v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4;
                        const [r, g, b] = colour.match(/[0-9.]+/g).map(Number).map(linear);
                        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
                      };
                      const ground = e => {
                        const own = getComputedStyle(e).backgroundColor;
                        return own === 'rgba(0, 0, 0, 0)' ? ground(e.parentElement) : own;
                      };
                      const fields = [...document.querySelectorAll('select, input[type=number], canvas.pad')]
                        .filter(e => e.checkVisibility());
                      if (fields.length < 5) return ['only ' + fields.length + ' fields'];
                      return fields.map(e => {
                        const [a, b] = [getComputedStyle(e).borderTopColor, ground(e.parentElement)].map(light);
                        return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), e.dataset.part];
                      }).filter(([contrast]) => contrast < 3).map(String);
                    }
                    """);
            assertEquals(List.of(), weak, "" + scheme);
        }
    }
}
