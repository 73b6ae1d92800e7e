package io.github.seeingdigits.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
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

    @Test
    void notesStandInTheMarginOfAWidePageBesideTheirNumbersAndApart() {
        int notes = 0;
        for (String path : pages()) {
            Page page = open(
                    path,
                    new Browser.NewContextOptions().setViewportSize(1344, 900).setReducedMotion(ReducedMotion.REDUCE));
            if (page.locator(".aside").count() > 0) {
                allLive(page);
            }
            List<?> boxes = (List<?>) page.evaluate("""
                    () => [...document.querySelectorAll('.aside')].map(note => {
                      const box = note.getBoundingClientRect();
                      const number = note.previousElementSibling.getBoundingClientRect();
                      const text = note.closest('.prose').getBoundingClientRect();
                      return [box.top + scrollY, box.bottom + scrollY, box.left - text.right, innerWidth - box.right, box.top - number.top];
                    })""");
            double free = 0;
            for (Object each : boxes) {
                List<?> box = (List<?>) each;
                String which = path + ": note " + ++notes + ", " + box;
                assertTrue(number(box, 0) >= free, which + " lies over the one before");
                free = number(box, 1);
                assertTrue(number(box, 2) > 48, which + " reaches into the figures' room");
                assertTrue(number(box, 3) >= 0, which + " leaves the window");
                assertTrue(Math.abs(number(box, 4)) < 400, which + " is far from its number");
            }
            page.context().close();
        }
        assertTrue(notes > 30, "notes: " + notes);
    }

    private static double number(List<?> list, int i) {
        return ((Number) list.get(i)).doubleValue();
    }

    @Test
    void elsewhereANoteShowsOnItsNumberAndTheKeyboardReachesItsSource() {
        Page page = open("softmax.html", new Browser.NewContextOptions().setViewportSize(1000, 800));
        allLive(page);
        Locator number = page.locator(".cite").first();
        Locator note = page.locator(".cite + .aside").first();
        assertFalse(note.isVisible());
        number.hover();
        assertThat(note).isVisible();
        page.mouse().move(2, 2);
        assertThat(note).isHidden();
        number.focus();
        assertThat(note).isVisible();
        page.keyboard().press("Tab");
        assertThat(note.locator("a")).isFocused();
        assertThat(note).isVisible();
        page.keyboard().press("Shift+Tab");
        page.keyboard().press("Escape");
        assertThat(note).isHidden();
    }

    @Test
    void aTapShowsANoteWithoutLeaving() {
        Page page = open(
                "softmax.html",
                new Browser.NewContextOptions().setViewportSize(360, 740).setHasTouch(true));
        allLive(page);
        Locator number = page.locator(".cite").first();
        number.tap();
        Locator note = page.locator(".cite + .aside").first();
        assertThat(note).isVisible();
        assertTrue(note.innerText().contains("Bridle"));
        assertTrue(note.boundingBox().x >= 0 && note.boundingBox().x + note.boundingBox().width <= 360);
        assertFalse(page.url().contains("#"), page.url());
    }

    @Test
    void aPageSaysHowToCiteIt() {
        Page page = open("two-dimensions.html");
        page.locator(".cite-page summary").click();
        assertThat(page.locator(".cite-page .copy")).isVisible();
        String entry = page.locator(".cite-page code").innerText();
        String canonical = page.locator("link[rel=canonical]").getAttribute("href");
        assertTrue(entry.matches("(?s)@misc\\{seeing-digits-two-dimensions,\\s.*year += \\{20\\d\\d},.*}"), entry);
        assertTrue(entry.contains("{{" + page.locator("h1").innerText() + "}}"), entry);
        assertTrue(entry.contains("{" + canonical + "}"), entry);
        assertEquals(
                entry.chars().filter(c -> c == '{').count(),
                entry.chars().filter(c -> c == '}').count());
    }
}
