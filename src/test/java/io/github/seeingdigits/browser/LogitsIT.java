package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.figure.LogitsFigure;
import io.github.seeingdigits.network.Network;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Scores on sliders, in a real browser. */
class LogitsIT extends BrowserTest {
    private Page drawn(Drawing drawing, Browser.NewContextOptions options, String hash) {
        Page page = blank(options);
        page.addInitScript("sessionStorage.setItem('seeing-digits.drawing', '" + drawing.encode() + "')");
        page.navigate(address() + "figures.html" + hash);
        return page;
    }

    private Page drawn(Drawing drawing, String hash) {
        return drawn(drawing, new Browser.NewContextOptions().setViewportSize(1280, 900), hash);
    }

    private static Network network() {
        return ModelFolder.read(Path.of("models", "softmax-10")).network(1);
    }

    private static String words(Locator figure) {
        return figure.locator("[data-part=words]").innerText();
    }

    @Test
    void itStartsFromTheDrawingAndFollowsItUntilASliderIsMoved() {
        Page page = drawn(OwnDigits.first(3), "");
        Locator figure = live(page, "logits");
        frame(page);
        Network network = network();
        float[] scores = network.logits(Ink.of(OwnDigits.first(3)));
        assertEquals(LogitsFigure.words(scores, 0, network.temperature()), words(figure));
        for (int k = 0; k < 10; k++) {
            assertEquals(
                    Math.round(10 * scores[k]),
                    Integer.parseInt(figure.locator("[data-score='" + k + "']").inputValue()),
                    1);
        }
        Locator eight = figure.locator("[data-score='8']");
        eight.focus();
        page.keyboard().press("End");
        frame(page);
        assertTrue(words(figure).startsWith("8 leads 3 by "), words(figure));
        assertEquals("30.0", eight.getAttribute("aria-valuetext"));
        assertEquals("false", figure.locator("[data-action=drawing]").getAttribute("aria-pressed"));
        String own = words(figure);
        Locator pad = emptyPad(page);
        drawWithMouse(page, pad, OwnDigits.first(1));
        live(page, "logits");
        frame(page);
        assertEquals(own, words(figure), "the reader's scores stay while something else is drawn");
        figure.locator("[data-action=drawing]").click();
        frame(page);
        assertTrue(words(figure).startsWith(digit(page) + " leads "), words(figure));
        assertTrue(!((String) page.evaluate("location.hash")).contains("scores"));
    }

    @Test
    void aShiftSaysByHowMuchItMultipliesAndTheTemperatureWhatALeadIsWorth() {
        Page page = drawn(OwnDigits.first(3), "#logits.scores=20,0,-10,0,0,0,0,0,0,0");
        Locator figure = live(page, "logits");
        figure.locator("[data-part=temperature]").fill("0");
        frame(page);
        assertEquals("0 leads 1 by 2.0 points. At T = 1.00 that is 7.39 to 1.", words(figure));
        String plain = pixels(figure.locator(".live canvas"));
        figure.locator("[data-part=shift]").focus();
        page.keyboard().press("End");
        frame(page);
        assertTrue(words(figure).contains("Adding 10.0") && words(figure).contains("by 2.2·10⁴:"), words(figure));
        assertNotEquals(plain, pixels(figure.locator(".live canvas")));
        figure.locator("[data-part=temperature]").fill("-30");
        frame(page);
        assertTrue(words(figure).contains("At T = 0.50 that is 54.08 to 1."), words(figure));
        String hash = (String) page.evaluate("location.hash");
        assertTrue(hash.contains("logits.shift=100") && hash.contains("logits.temperature=-30"), hash);
        page = drawn(OwnDigits.first(1), hash);
        Locator again = live(page, "logits");
        frame(page);
        assertEquals(words(figure), words(again));
    }

    @Test
    @Fault("Browser: damaged deep link")
    void aDamagedAddressIsIgnored() {
        for (String scores : new String[] {"1,2", "a", "", ",,,,,,,,,", "99999999999,1,1,1,1,1,1,1,1,1"}) {
            Page page =
                    drawn(OwnDigits.first(3), "#logits.scores=" + scores + "&logits.shift=9999&logits.temperature=-71");
            Locator figure = live(page, "logits");
            frame(page);
            Network network = network();
            assertEquals(
                    LogitsFigure.words(network.logits(Ink.of(OwnDigits.first(3))), 0, network.temperature()),
                    words(figure),
                    scores);
        }
    }

    @Test
    void onAPhoneInTheDarkNothingJumpsOrSticksOut() {
        Page page = drawn(
                OwnDigits.first(3),
                new Browser.NewContextOptions()
                        .setViewportSize(360, 740)
                        .setHasTouch(true)
                        .setColorScheme(ColorScheme.DARK),
                "");
        Locator stage = page.locator("figure[data-demo=logits] .stage");
        double before = stage.boundingBox().height;
        Locator figure = live(page, "logits");
        frame(page);
        assertEquals(before, stage.boundingBox().height, 1.5);
        figure.locator("[data-score='0']").tap();
        frame(page);
        assertEquals("0", figure.locator("[data-score='0']").inputValue(), "a tap in the middle");
        assertEquals("false", figure.locator("[data-action=drawing]").getAttribute("aria-pressed"));
        assertEquals(360, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
    }
}
