package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Pages for everybody: axe finds nothing, and the keyboard reaches everything. */
class AccessibilityIT extends BrowserTest {
    private static final int MANY_TABS = 120;

    @Test
    void axeFindsNothingInLightAndDarkAndOnANarrowScreenWithFiguresLive() {
        List<String> found = new ArrayList<>();
        for (String path : pages()) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : new int[] {320, 1280}) {
                    Page page = open(
                            path,
                            new Browser.NewContextOptions()
                                    .setViewportSize(width, 800)
                                    .setColorScheme(scheme)
                                    .setReducedMotion(ReducedMotion.REDUCE));
                    allLive(page);
                    AxeResults results = new AxeBuilder(page).analyze();
                    assertTrue(results.getPasses().size() > 10, "axe did not run");
                    results.getViolations()
                            .forEach(violation -> violation
                                    .getNodes()
                                    .forEach(node -> found.add(path + " " + scheme + " " + width + ": "
                                            + violation.getId() + " " + node.getHtml())));
                }
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void tabReachesEveryControlAndItsFocusShows() {
        Page page = open("softmax.html");
        live(page, "draw");
        live(page, "filters");
        Set<Object> wanted = new HashSet<>();
        for (Object control : (List<?>) page.evaluate("""
                () => [...document.querySelectorAll('a[href], button, input, summary')]
                  .filter(e => e.checkVisibility())
                  .map((e, i) => { e.dataset.walk = String(i); return e.dataset.walk; })
                """)) {
            wanted.add(control);
        }
        assertTrue(wanted.size() >= 15, "controls: " + wanted.size());
        page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }");
        for (int i = 0; i < MANY_TABS && !wanted.isEmpty(); i++) {
            page.keyboard().press("Tab");
            wanted.remove(page.evaluate("() => document.activeElement.dataset.walk"));
            assertNotEquals(
                    "none",
                    page.evaluate("() => document.activeElement === document.body ? 'body'"
                            + " : getComputedStyle(document.activeElement).outlineStyle"),
                    "focus does not show after " + i + " tabs");
        }
        assertEquals(Set.of(), wanted, "never reached");
    }
}
