package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ReducedMotion;
import io.github.seeingdigits.Fault;
import org.junit.jupiter.api.Test;

/** Maps of test digits, in a real browser. */
class MapIT extends BrowserTest {
    private Page still(String hash) {
        return open(
                "figures.html" + hash,
                new Browser.NewContextOptions().setViewportSize(1280, 900).setReducedMotion(ReducedMotion.REDUCE));
    }

    private static Locator map(Page page) {
        Locator figure = live(page, "map");
        page.waitForCondition(() -> words(figure).startsWith("Of each point"));
        return figure;
    }

    private static String words(Locator figure) {
        return figure.locator("[data-part=words]").innerText();
    }

    private static String picked(Locator figure) {
        return words(figure).replaceFirst(".*Picked: test digit (\\d+),.*", "$1");
    }

    @Test
    void mapsAreSwitchedAndPointsArePickedWithMouseAndKeys() {
        Page page = still("");
        Locator figure = map(page);
        Locator canvas = figure.locator("[data-part=map]");
        assertTrue(words(figure).contains("keeps 49\u202f%"), words(figure));
        assertEquals("true", figure.locator("[data-map='1']").getAttribute("aria-pressed"));
        String tsne = pixels(canvas);
        String worst = picked(figure);
        figure.locator("[data-map='0']").focus();
        page.keyboard().press("Enter");
        frame(page);
        assertTrue(words(figure).contains("keeps 5\u202f%"), words(figure));
        assertNotEquals(tsne, pixels(canvas));
        figure.locator("[data-map='1']").click();
        frame(page);
        page.mouse().move(5, 5);
        frame(page);
        assertEquals(tsne, pixels(canvas), "back where everything was");
        canvas.focus();
        page.keyboard().press("ArrowLeft");
        String left = picked(figure);
        assertNotEquals(worst, left);
        String shared = (String) page.evaluate("location.hash");
        assertTrue(shared.contains("map.map=1") && shared.contains("map.point=" + left), shared);
        page.mouse().move(5, 5);
        BoundingBox box = canvas.boundingBox();
        // Pointing shows, and what was picked comes back; pressing keeps.
        page.mouse().move(box.x + 0.25 * box.width, box.y + 0.6 * box.width);
        page.mouse().move(box.x + 0.1 * box.width, box.y + 0.35 * box.width);
        String passing = picked(figure);
        assertNotEquals(left, passing);
        page.mouse().move(5, 5);
        assertEquals(left, picked(figure));
        page.mouse().move(box.x + 0.1 * box.width, box.y + 0.35 * box.width);
        page.mouse().down();
        page.mouse().up();
        page.mouse().move(5, 5);
        assertEquals(passing, picked(figure));
        figure.locator("[data-action=worst]").click();
        assertEquals(worst, picked(figure));
        String all = pixels(canvas);
        figure.locator("[data-digit='4']").click();
        frame(page);
        assertEquals("true", figure.locator("[data-digit='4']").getAttribute("aria-pressed"));
        assertNotEquals(all, pixels(canvas));
        figure.locator("[data-digit='4']").click();
        frame(page);
        assertEquals(all, pixels(canvas));
        figure.locator("[data-map='3']").click();
        assertTrue(words(figure).contains("These points are no digits"));
        page = still(shared);
        assertEquals(left, picked(map(page)));
    }

    @Test
    @Fault("Browser: reduced motion")
    void pointsMoveFromMapToMapUnlessTheReaderWantsLittleMotion() {
        Page page = open("figures.html");
        Locator figure = map(page);
        Locator canvas = figure.locator("[data-part=map]");
        figure.locator("[data-map='0']").click();
        String first = pixels(canvas);
        frame(page);
        frame(page);
        assertNotEquals(first, pixels(canvas), "on their way");
        page.waitForTimeout(1500);
        String arrived = pixels(canvas);
        frame(page);
        frame(page);
        assertEquals(arrived, pixels(canvas), "at rest");
        Page calm = still("");
        Locator resting = map(calm);
        resting.locator("[data-map='0']").click();
        frame(calm);
        String there = pixels(resting.locator("[data-part=map]"));
        calm.waitForTimeout(200);
        assertEquals(there, pixels(resting.locator("[data-part=map]")), "at once");
    }

    @Test
    void theDrawingLiesAmongItsNearest() {
        Page page = still("");
        drawWithMouse(page, emptyPad(page), OwnDigits.first(1));
        waitForDigit(page, "1");
        Locator figure = map(page);
        page.waitForCondition(() -> words(figure).endsWith("The drawing’s nearest: 1, 1, 1, 1, 1."));
        emptyPad(page);
        figure.scrollIntoViewIfNeeded();
        page.waitForCondition(() -> !words(figure).contains("The drawing"));
    }

    @Test
    @Fault("Browser: damaged deep link")
    void aDamagedAddressIsIgnored() {
        String fresh = words(map(still("")));
        assertEquals(fresh, words(map(still("#map.map=4&map.point=2000&map.digit=x"))));
    }

    @Test
    void onAPhoneInTheDarkNothingJumpsOrSticksOut() {
        Page page = open("figures.html", darkPhone().setReducedMotion(ReducedMotion.REDUCE));
        Locator stage = page.locator("#map .stage");
        double before = stage.boundingBox().height;
        Locator figure = map(page);
        String worst = picked(figure);
        figure.locator("[data-part=map]").tap(new Locator.TapOptions().setPosition(40, 135));
        frame(page);
        assertNotEquals(worst, picked(figure));
        figure.locator("[data-map='2']").tap();
        frame(page);
        assertEquals(before, stage.boundingBox().height, 1.5);
        assertEquals(360, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
    }
}
