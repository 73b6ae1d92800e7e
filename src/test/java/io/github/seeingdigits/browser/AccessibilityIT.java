package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.github.seeingdigits.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Pages for everybody: axe finds nothing, and the keyboard reaches everything. */
class AccessibilityIT extends BrowserTest {
    private static final int MANY_TABS = 120;

    @Test
    @Fault("Browser: dark")
    void axeFindsNothingInLightAndDarkAndOnANarrowScreenWithFiguresLive() {
        List<String> found = new ArrayList<>();
        for (String path : pages()) {
            for (int width : new int[] {320, 1280}) {
                Page page = open(
                        path,
                        new Browser.NewContextOptions()
                                .setViewportSize(width, 800)
                                .setColorScheme(ColorScheme.LIGHT)
                                .setReducedMotion(ReducedMotion.REDUCE));
                allLive(page);
                found.addAll(violations(new AxeBuilder(page), path + " light " + width));
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                frame(page);
                // In the dark only colours differ.
                found.addAll(violations(
                        new AxeBuilder(page).withRules(List.of("color-contrast", "link-in-text-block")),
                        path + " dark " + width));
                page.context().close();
            }
        }
        assertEquals(List.of(), found);
    }

    private static List<String> violations(AxeBuilder axe, String where) {
        AxeResults results = axe.analyze();
        assertFalse(results.getPasses().isEmpty(), "axe did not run");
        return results.getViolations().stream()
                .flatMap(violation -> violation.getNodes().stream()
                        .map(node -> where + ": " + violation.getId() + " " + node.getHtml()))
                .toList();
    }

    @Test
    @Fault("Browser: Tab key")
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
