package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.figure.Chart;
import org.junit.jupiter.api.Test;

/** Two ways between digits, in a real browser. */
class PathsIT extends BrowserTest {
    private static Locator paths(Page page) {
        Locator figure = live(page, "paths");
        page.waitForCondition(() -> words(figure).contains("of the way from"));
        return figure;
    }

    private static String words(Locator figure) {
        return figure.locator("[data-part=words]").innerText();
    }

    private static void assertWay(Locator figure, int percent, int from, int to) {
        String expected = percent + "\u202f% of the way from " + from + " to " + to + ".";
        assertTrue(words(figure).startsWith(expected), words(figure));
    }

    @Test
    void digitsAreChosenAndTheWayIsWalkedWithKeysAndMouse() {
        Page page = open("figures.html");
        Locator figure = paths(page);
        Locator canvas = figure.locator("[data-part=ways]");
        assertWay(figure, 30, 1, 3);
        String first = pixels(canvas);
        figure.locator("[data-from='7']").focus();
        page.keyboard().press("Enter");
        figure.locator("[data-to='2']").click();
        frame(page);
        assertWay(figure, 30, 7, 2);
        assertNotEquals(first, pixels(canvas));
        assertEquals("true", figure.locator("[data-from='7']").getAttribute("aria-pressed"));
        assertEquals("true", figure.locator("[data-to='2']").getAttribute("aria-pressed"));
        Locator slider = figure.locator("[data-part=replay]");
        assertEquals("100", slider.getAttribute("max"));
        slider.focus();
        page.keyboard().press("ArrowRight");
        assertWay(figure, 31, 7, 2);
        assertEquals("31\u202f% of the way", slider.getAttribute("aria-valuetext"));
        page.keyboard().press("Home");
        assertTrue(words(figure).contains("Straight the network reads 7, ")
                && words(figure).contains("Along real digits the network reads 7, "));
        page.keyboard().press("End");
        assertTrue(words(figure).contains("Straight the network reads 2, ")
                && words(figure).contains("Along real digits the network reads 2, "));
        canvas.scrollIntoViewIfNeeded();
        BoundingBox box = canvas.boundingBox();
        page.mouse().move(box.x + Chart.LEFT, box.y + box.height - 100);
        page.mouse().down();
        page.mouse().move(box.x + Chart.LEFT + 0.4 * (box.width - Chart.LEFT - 23), box.y + box.height - 100);
        page.mouse().up();
        page.mouse().move(box.x + 200, box.y + 20);
        assertWay(figure, 40, 7, 2);
        String said = words(figure);
        String hash = (String) page.evaluate("location.hash");
        assertTrue(hash.contains("paths.from=7") && hash.contains("paths.to=2") && hash.contains("paths.at=40"), hash);
        page = open("figures.html" + hash);
        assertEquals(said, words(paths(page)));
    }

    @Test
    void theWayIsPlayedToItsEndAndRestsThere() {
        Page page = open("figures.html#paths.at=80");
        Locator figure = paths(page);
        assertWay(figure, 80, 1, 3);
        figure.locator("[data-action=play]").click();
        page.waitForCondition(() -> words(figure).startsWith("100\u202f%"));
        page.waitForCondition(
                () -> figure.locator("[data-action=play]").innerText().equals("Play"));
        frame(page);
        String there = pixels(figure.locator("[data-part=ways]"));
        page.waitForTimeout(200);
        assertEquals(there, pixels(figure.locator("[data-part=ways]")));
    }

    @Test
    @Fault("Browser: damaged deep link")
    void aDamagedAddressIsIgnored() {
        Page page = open("figures.html#paths.from=10&paths.to=x&paths.at=101");
        assertWay(paths(page), 30, 1, 3);
    }

    @Test
    void onAPhoneInTheDarkNothingJumpsOrSticksOut() {
        Page page = open("figures.html", darkPhone());
        Locator stage = page.locator("#paths .stage");
        double before = stage.boundingBox().height;
        Locator figure = paths(page);
        assertEquals(before, stage.boundingBox().height, 1.5);
        // The path with most digits.
        figure.locator("[data-from='6']").tap();
        figure.locator("[data-to='7']").tap();
        frame(page);
        assertWay(figure, 30, 6, 7);
        assertEquals(before, stage.boundingBox().height, 1.5);
        assertEquals(360, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
    }
}
