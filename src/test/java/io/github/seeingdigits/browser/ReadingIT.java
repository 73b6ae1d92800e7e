package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a page does for its reader besides figures. */
class ReadingIT extends BrowserTest {
    @Test
    void theTableOfContentsFollows() {
        Page page = open("softmax.html", new Browser.NewContextOptions().setViewportSize(1500, 900));
        live(page, "draw");
        Locator current = page.locator(".toc a[aria-current]");
        assertEquals(0, current.count(), "nothing is read yet");
        for (String id : List.of("from-scores-to-probabilities", "how-good-is-it", "one-sum-for-each-digit")) {
            page.evaluate("id => document.getElementById(id).scrollIntoView()", id);
            page.waitForCondition(() -> current.count() == 1 && ("#" + id).equals(current.getAttribute("href")));
        }
        // From below all headings to above them, without crossing one.
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
        page.waitForCondition(() -> "#try-it-yourself".equals(current.getAttribute("href")));
        page.evaluate("scrollTo(0, 0)");
        page.waitForCondition(() -> current.count() == 0);
    }

    @Test
    void aProgramCanBeCopied() {
        Page page = open(
                "reproduce.html",
                new Browser.NewContextOptions()
                        .setPermissions(List.of("clipboard-read", "clipboard-write"))
                        .setColorScheme(ColorScheme.DARK));
        Locator program = page.locator(".code").filter(new Locator.FilterOptions().setHasText("import numpy"));
        program.locator(".copy").focus();
        page.keyboard().press("Enter");
        page.waitForCondition(() -> program.locator(".copy").innerText().equals("Copied"));
        String copied = (String) page.evaluate("navigator.clipboard.readText()");
        assertEquals(program.locator("code").textContent(), copied);
        assertTrue(copied.startsWith("import json\nimport numpy as np\n"), copied);
    }
}
