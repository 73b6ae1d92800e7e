package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import io.github.seeingdigits.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever an address brings to any figure, it lives and is in the state of an address that brings nothing. */
class DamagedAddressIT extends BrowserTest {
    /** Each figure gets another of these for each piece of state that it asks the address for, and yet another in each round. */
    private static final String DAMAGE = """
            const damages = ['NaN', '-1', '99999999999', '__proto__', '<img src=x onerror=alert(1)>', '%%E0%%A4%%A', '1e9', '',
              '0,0,', ',,,,', 'constructor', '-2147483648', '\\u0000', '1.5', ' 3', '\\u0663', '9'.repeat(20000)];
            window.asked = new Set();
            URLSearchParams.prototype.get = function(name) {
              window.asked.add(name);
              let hash = %d;
              for (const c of name) hash = (hash * 31 + c.charCodeAt(0)) %% 9973;
              return damages[hash %% damages.length];
            };
            """;

    @Test
    @Fault("Browser: damaged deep link")
    @Fault("Every stage: damaged input to a parser")
    void everyFigureLivesWhateverTheAddressBrings() {
        String expected = words("");
        for (int round = 1; round < 3; round++) {
            assertEquals(expected, words(DAMAGE.formatted(round)), "in round " + round);
        }
    }

    /** What the controls of all figures say. */
    private String words(String script) {
        Page page = blank(
                new Browser.NewContextOptions().setViewportSize(1280, 900).setReducedMotion(ReducedMotion.REDUCE));
        page.addInitScript(script);
        page.navigate(address() + "figures.html");
        allLive(page);
        if (!script.isEmpty()) {
            int asked = ((Number) page.evaluate("asked.size")).intValue();
            assertTrue(asked > 30, "pieces of state that figures asked for: " + asked);
        }
        assertEquals(0, page.locator("main img, main script").count());
        StringBuilder words = new StringBuilder();
        Locator figures = page.locator("figure.demo");
        for (int i = 0; i < figures.count(); i++) {
            List<?> states = (List<?>) figures.nth(i).evaluate("""
                    figure => [...figure.querySelectorAll('[aria-pressed], input, select')]
                      .filter(e => e.type !== 'file')
                      .map(e => e.getAttribute('aria-pressed') ?? (e.type === 'range' && e.value === e.max ? 'end' : e.value))
                    """);
            words.append(figures.nth(i).getAttribute("id"))
                    .append(' ')
                    .append(states)
                    .append('\n');
        }
        page.context().close();
        return words.toString();
    }
}
