package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.analysis.Dominance;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.figure.DominanceFigure;
import io.github.seeingdigits.figure.DominantUnits;
import io.github.seeingdigits.network.Network;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Dominant units, in a real browser. */
class DominanceIT extends BrowserTest {
    private static final DominantUnits UNITS = new DominantUnits(RecordFacts.of("hidden-10"));

    private static void says(Page page, Locator figure, String part, String words) {
        page.waitForCondition(
                () -> figure.locator("[data-part=" + part + "]").innerText().equals(words));
    }

    private Page drawn(int digit, String hash) {
        Page page = blank(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1280, 900));
        page.addInitScript("sessionStorage.setItem('seeing-digits.drawing', '"
                + OwnDigits.first(digit).encode() + "')");
        page.navigate(address() + "figures.html" + hash);
        return page;
    }

    @Test
    void theDrawingsOwnUnitIsMarkedAndItsDigitsRowChosen() {
        Drawing five = Drawing.decode(OwnDigits.first(5).encode());
        Network network = ModelFolder.read(Path.of("models", "hidden-10")).network(1);
        int answer = Network.argmax(network.predict(Ink.of(five)));
        int unit = Dominance.dominant(network.output(1).row[0]);
        Page page = drawn(5, "");
        Locator figure = live(page, "dominance");
        says(page, figure, "words", DominanceFigure.words(UNITS, 0, answer));
        says(page, figure, "yours", DominanceFigure.yours(UNITS, 0, unit, answer));
        says(page, figure, "summary", DominanceFigure.summary(UNITS));
    }

    @Test
    void digitsAndSeedsAreChosenByPointerSliderAndKeys() {
        Page page = drawn(5, "");
        Locator figure = live(page, "dominance");
        Locator canvas = figure.locator("[data-part=units]");
        canvas.click(new Locator.ClickOptions().setPosition(100, 40 + 3.5 * 40));
        says(page, figure, "words", DominanceFigure.words(UNITS, 0, 3));
        frame(page);
        String before = pixels(canvas);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowRight");
        says(page, figure, "words", DominanceFigure.words(UNITS, 1, 4));
        says(page, figure, "yours", "Your drawing is read by the network of seed 1.");
        frame(page);
        assertNotEquals(before, pixels(canvas));
        Locator slider = figure.locator("[data-part=seed]");
        slider.focus();
        page.keyboard().press("End");
        says(page, figure, "words", DominanceFigure.words(UNITS, 9, 4));
        String hash = (String) page.evaluate("location.hash");
        assertTrue(hash.contains("dominance.seed=10") && hash.contains("dominance.digit=4"), hash);
        page = drawn(5, hash);
        says(page, live(page, "dominance"), "words", DominanceFigure.words(UNITS, 9, 4));
    }

    @Test
    @Fault("Browser: damaged deep link")
    void aDamagedAddressIsIgnored() {
        Network network = ModelFolder.read(Path.of("models", "hidden-10")).network(1);
        Drawing five = Drawing.decode(OwnDigits.first(5).encode());
        int answer = Network.argmax(network.predict(Ink.of(five)));
        Page page = drawn(5, "#dominance.seed=11&dominance.digit=10");
        Locator figure = live(page, "dominance");
        says(page, figure, "words", DominanceFigure.words(UNITS, 0, answer));
        assertEquals("1", figure.locator("[data-part=seed]").inputValue());
    }

    @Test
    void onAPhoneInTheDarkNothingJumpsOrSticksOut() {
        Page page = open("figures.html", darkPhone());
        Locator stage = page.locator("#dominance .stage");
        double before = stage.boundingBox().height;
        Locator figure = live(page, "dominance");
        figure.locator("[data-part=units]").tap(new Locator.TapOptions().setPosition(60, 40 + 7.5 * 40));
        says(page, figure, "words", DominanceFigure.words(UNITS, 0, 7));
        assertEquals(before, stage.boundingBox().height, 1.5);
        assertEquals(360, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
    }
}
