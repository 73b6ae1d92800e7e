package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.analysis.Inverted;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.figure.InversionFigure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A drawing turned into its inverse, in a real browser. */
class InversionIT extends BrowserTest {
    private static final RecordFacts FACTS = RecordFacts.of("nmn-10");
    private static final Inverted INVERTED = InversionFigure.fitting(
            ModelFolder.read(Path.of("models", "nmn-10")).network(1));

    private Page drawn(int digit, com.microsoft.playwright.Browser.NewContextOptions options, String hash) {
        Page page = blank(options);
        page.addInitScript("sessionStorage.setItem('seeing-digits.drawing', '"
                + OwnDigits.first(digit).encode() + "')");
        page.navigate(address() + "figures.html" + hash);
        return page;
    }

    private Page drawn(int digit, String hash) {
        return drawn(digit, new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1280, 900), hash);
    }

    private static String words(Locator figure) {
        return figure.locator("[data-part=words]").innerText();
    }

    private static String expected(Drawing drawing, int change) {
        return InversionFigure.words(INVERTED, FACTS, Ink.of(drawing), change);
    }

    @Test
    void everyButtonInvertsSomethingElse() {
        Page page = drawn(3, "");
        Locator figure = live(page, "inversion");
        Locator canvas = figure.locator(".live canvas");
        frame(page);
        assertEquals(expected(OwnDigits.first(3), Inverted.INPUT), words(figure), "at first");
        String negated = pixels(canvas);
        figure.locator("[data-change='0']").click();
        frame(page);
        assertEquals(expected(OwnDigits.first(3), Inverted.NONE), words(figure));
        String asDrawn = pixels(canvas);
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        frame(page);
        assertEquals(expected(OwnDigits.first(3), Inverted.WEIGHTS), words(figure));
        assertEquals("true", figure.locator("[data-change='2']").getAttribute("aria-pressed"));
        assertEquals("false", figure.locator("[data-change='0']").getAttribute("aria-pressed"));
        String turned = pixels(canvas);
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        frame(page);
        assertEquals(expected(OwnDigits.first(3), Inverted.NEGATIVE), words(figure));
        assertNotEquals(asDrawn, negated);
        assertNotEquals(negated, turned, "what it sees and what it looks with are drawn apart");
        String hash = (String) page.evaluate("location.hash");
        assertTrue(hash.contains("inversion.change=3"), hash);
        page = drawn(7, hash);
        Locator again = live(page, "inversion");
        frame(page);
        assertEquals(expected(OwnDigits.first(7), Inverted.NEGATIVE), words(again));
        Locator pad = emptyPad(page);
        drawWithMouse(page, pad, OwnDigits.first(1));
        live(page, "inversion");
        frame(page);
        assertNotEquals(expected(OwnDigits.first(7), Inverted.NEGATIVE), words(again), "it follows the drawing");
    }

    @Test
    @Fault("Browser: damaged deep link")
    void aDamagedAddressIsIgnored() {
        for (String change : new String[] {"4", "-1", "x", "", "1e0"}) {
            Page page = drawn(3, "#inversion.change=" + change);
            Locator figure = live(page, "inversion");
            frame(page);
            assertEquals(expected(OwnDigits.first(3), Inverted.INPUT), words(figure), change);
        }
    }

    @Test
    void onAPhoneInTheDarkNothingJumpsOrSticksOut() {
        Page page = drawn(3, darkPhone(), "");
        Locator stage = page.locator("#inversion .stage");
        double before = stage.boundingBox().height;
        Locator figure = live(page, "inversion");
        figure.locator("[data-change='3']").tap();
        frame(page);
        assertEquals(expected(OwnDigits.first(3), Inverted.NEGATIVE), words(figure));
        assertEquals(before, stage.boundingBox().height, 1.5);
        assertEquals(360, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
    }
}
