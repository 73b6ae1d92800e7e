package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.analysis.SlantCurve;
import io.github.seeingdigits.figure.PrototypeRows;
import io.github.seeingdigits.figure.PrototypesFigure;
import io.github.seeingdigits.network.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Prototypes beside linear filters, in a real browser. */
class PrototypesIT extends BrowserTest {
    private static View view(String name) throws IOException {
        return View.decode(Files.readAllBytes(Path.of("models", "nmn-10", "view-" + name + ".bin")));
    }

    private static String expected(int seed) throws IOException {
        PrototypeRows rows = new PrototypeRows(view("pictures"));
        if (seed > 1) {
            rows.choose(view("seeds"), seed - 1);
        }
        return PrototypesFigure.words(rows, seed);
    }

    private static void says(Page page, Locator figure, String part, String words) {
        page.waitForCondition(
                () -> figure.locator("[data-part=" + part + "]").innerText().equals(words));
    }

    @Test
    void negativesAreFlippedAndOtherSeedsShown() throws IOException {
        Page page = open("figures.html");
        Locator figure = live(page, "prototypes");
        says(page, figure, "words", expected(1));
        Locator canvas = figure.locator("[data-part=pictures]");
        Locator flip = figure.locator("[data-action=flip]");
        String unflipped = pixels(canvas);
        flip.focus();
        page.keyboard().press("Space");
        frame(page);
        assertEquals("true", flip.getAttribute("aria-pressed"));
        String flipped = pixels(canvas);
        assertNotEquals(unflipped, flipped);
        flip.click();
        frame(page);
        assertEquals(unflipped, pixels(canvas));
        flip.click();
        Locator seed = figure.locator("[data-part=seed]");
        seed.focus();
        for (int i = 0; i < 3; i++) {
            page.keyboard().press("ArrowRight");
        }
        says(page, figure, "words", expected(4));
        frame(page);
        assertNotEquals(flipped, pixels(canvas));
        page.keyboard().press("Home");
        says(page, figure, "words", expected(1));
        frame(page);
        assertEquals(flipped, pixels(canvas), "back to the published weights");
        page.keyboard().press("End");
        says(page, figure, "words", expected(10));
        String hash = (String) page.evaluate("location.hash");
        assertTrue(hash.contains("prototypes.seed=10") && hash.contains("prototypes.flip=1"), hash);
        page = open("figures.html" + hash);
        Locator again = live(page, "prototypes");
        says(page, again, "words", expected(10));
        assertEquals("true", again.locator("[data-action=flip]").getAttribute("aria-pressed"));
    }

    @Test
    void theSlantIsFollowed() throws IOException {
        Page page = open("figures.html");
        Locator figure = live(page, "prototypes");
        SlantCurve curve = PrototypesFigure.curve(view("slants"));
        says(page, figure, "leaning", PrototypesFigure.slantWords(curve, 0.2));
        String before = pixels(figure.locator("[data-part=slants]"));
        Locator slider = figure.locator("[data-part=slant]");
        slider.focus();
        page.keyboard().press("ArrowRight");
        says(page, figure, "leaning", PrototypesFigure.slantWords(curve, 0.25));
        frame(page);
        assertNotEquals(before, pixels(figure.locator("[data-part=slants]")));
        page.keyboard().press("Home");
        says(page, figure, "leaning", PrototypesFigure.slantWords(curve, -0.3));
        assertEquals("−0.30", slider.getAttribute("aria-valuetext"));
        String hash = (String) page.evaluate("location.hash");
        page = open("figures.html" + hash);
        says(page, live(page, "prototypes"), "leaning", PrototypesFigure.slantWords(curve, -0.3));
    }

    @Test
    @Fault("Browser: damaged deep link")
    void aDamagedAddressIsIgnored() throws IOException {
        Page page = open("figures.html#prototypes.seed=11&prototypes.flip=x&prototypes.slant=81");
        Locator figure = live(page, "prototypes");
        says(page, figure, "words", expected(1));
        says(page, figure, "leaning", PrototypesFigure.slantWords(PrototypesFigure.curve(view("slants")), 0.2));
        assertEquals("false", figure.locator("[data-action=flip]").getAttribute("aria-pressed"));
    }

    @Test
    void onAPhoneInTheDarkNothingJumpsOrSticksOut() throws IOException {
        Page page = open("figures.html", darkPhone());
        Locator stage = page.locator("#prototypes .stage");
        double before = stage.boundingBox().height;
        Locator figure = live(page, "prototypes");
        says(page, figure, "words", expected(1));
        figure.locator("[data-action=flip]").tap();
        frame(page);
        assertEquals("true", figure.locator("[data-action=flip]").getAttribute("aria-pressed"));
        assertEquals(before, stage.boundingBox().height, 1.5);
        assertEquals(360, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
    }
}
