package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.data.Mnist;
import io.github.seeingdigits.figure.MisreadTable;
import io.github.seeingdigits.figure.SpecimensFigure;
import io.github.seeingdigits.network.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The data set, in a real browser, with test images or without. */
class SpecimensIT extends BrowserTest {
    private static final RecordFacts FACTS = RecordFacts.of("hidden-300");

    private static boolean mnist() {
        return Mnist.find(System.getenv()).isPresent();
    }

    private static MisreadTable table() throws IOException {
        return new MisreadTable(
                FACTS, View.decode(Files.readAllBytes(Path.of("models", "hidden-300", "view-misread.bin"))));
    }

    private static void says(Page page, Locator figure, String part, String words) {
        page.waitForCondition(
                () -> figure.locator("[data-part=" + part + "]").innerText().equals(words));
    }

    private static Locator tiles(Locator figure) {
        return figure.locator("[data-part=tiles] button");
    }

    @Test
    void everyTabShowsWhatTheRecordNames() throws IOException {
        Page page = open("figures.html");
        Locator figure = live(page, "specimens");
        for (int tab = 1; tab < 4; tab++) {
            figure.locator("[data-part=tabs] button").nth(tab).click();
            says(page, figure, "about", SpecimensFigure.about(FACTS, table(), tab));
            int[] images = SpecimensFigure.images(FACTS, tab);
            if (mnist()) {
                assertEquals(Math.min(24, images.length), tiles(figure).count());
                for (int i = 0; i < Math.min(24, images.length); i++) {
                    assertEquals("" + images[i], tiles(figure).nth(i).getAttribute("data-image"));
                }
            } else {
                assertEquals(0, tiles(figure).count());
                says(page, figure, "words", SpecimensFigure.places(FACTS, tab));
            }
        }
        String hash = (String) page.evaluate("location.hash");
        assertTrue(hash.contains("specimens.tab=3"), hash);
        page = open("figures.html" + hash);
        says(page, live(page, "specimens"), "about", SpecimensFigure.about(FACTS, table(), 3));
    }

    @Test
    void aPressedDigitIsReadByEveryFigure() throws IOException {
        Page page = open("figures.html#specimens.tab=0&specimens.digit=4");
        Locator figure = live(page, "specimens");
        page.waitForCondition(() -> tiles(figure).count() == 24);
        frame(page);
        String before = pixels(figure.locator("[data-part=counts]"));
        Locator tile = tiles(figure).first();
        int image = Integer.parseInt(tile.getAttribute("data-image"));
        tile.focus();
        page.keyboard().press("Enter");
        if (mnist()) {
            says(page, figure, "words", table().words(image, 4));
            frame(page);
            assertNotEquals(before, pixels(figure.locator("[data-part=counts]")));
        } else {
            says(page, figure, "words", "This is a 4 of this site’s own, number " + image + ".");
        }
        live(page, "draw");
        waitForDigit(page, "4");
    }

    @Test
    void thereAreMoreOfADigitThanFitAtOnce() {
        Page page = open("figures.html#specimens.tab=0");
        Locator figure = live(page, "specimens");
        page.waitForCondition(() -> tiles(figure).count() == 24);
        String first = tiles(figure).first().getAttribute("data-image");
        figure.locator("[data-action=more]").click();
        assertNotEquals(first, tiles(figure).first().getAttribute("data-image"));
        figure.locator("[data-digit=\"7\"]").click();
        assertEquals("true", figure.locator("[data-digit=\"7\"]").getAttribute("aria-pressed"));
        assertTrue(tiles(figure).first().getAttribute("aria-label").startsWith("a 7 of "));
    }

    @Test
    @Fault("Browser: damaged deep link")
    void aDamagedAddressIsIgnored() throws IOException {
        Page page = open("figures.html#specimens.tab=4&specimens.digit=x");
        Locator figure = live(page, "specimens");
        says(page, figure, "about", SpecimensFigure.about(FACTS, table(), 1));
    }

    @Test
    void onAPhoneInTheDarkNothingJumpsOrSticksOut() throws IOException {
        Page page = open("figures.html", darkPhone());
        Locator stage = page.locator("#specimens .stage");
        double before = stage.boundingBox().height;
        Locator figure = live(page, "specimens");
        for (int tab = 3; tab >= 0; tab--) {
            figure.locator("[data-part=tabs] button").nth(tab).tap();
            if (tab > 0) {
                says(page, figure, "about", SpecimensFigure.about(FACTS, table(), tab));
            }
            frame(page);
            assertEquals(before, stage.boundingBox().height, 1.5, "tab " + tab);
        }
        assertEquals(360, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
    }
}
