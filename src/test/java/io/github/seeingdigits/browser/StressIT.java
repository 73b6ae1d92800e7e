package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.digit.Distortion;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Network;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The drawing under stress, in a real browser. */
class StressIT extends BrowserTest {
    /** Of the figure's networks all but the large one, which answers only when it is picked. */
    private static final List<String> ASKED = List.of(
            "softmax-10",
            "hidden-6",
            "hidden-6-dead",
            "one-vs-rest",
            "nmn-10",
            "hidden-10",
            "nmn-hidden",
            "cnn",
            "manifold",
            "reader");

    private Page drawn(int digit, String hash) {
        Page page = blank(new Browser.NewContextOptions().setViewportSize(1280, 900));
        page.addInitScript("sessionStorage.setItem('seeing-digits.drawing', '"
                + OwnDigits.first(digit).encode() + "')");
        page.navigate(address() + "figures.html" + hash);
        return page;
    }

    private static int read(String id, float[] ink) {
        Network network = ModelFolder.read(Path.of("models", id)).network(1);
        return Network.argmax(network.predict(ink));
    }

    /** What the figure should say first, once all networks have arrived. */
    private static String start(String change, float[] ink, float[] changed) {
        int kept = 0;
        for (String id : ASKED) {
            kept += read(id, ink) == read(id, changed) ? 1 : 0;
        }
        return change + ": " + kept + " of " + ASKED.size() + " networks keep their answer. ";
    }

    private static void waitForWords(Page page, Locator figure, String part) {
        Locator words = figure.locator("[data-part=words]");
        try {
            page.waitForCondition(() -> words.innerText().contains(part));
        } catch (RuntimeException e) {
            assertEquals(part, words.innerText());
        }
    }

    @Test
    void kindsAmountsAndNetworksAreReachedByKeyboardAndShared() {
        float[] ink = Ink.of(OwnDigits.first(3));
        Page page = drawn(3, "");
        Locator figure = live(page, "stress");
        waitForWords(page, figure, start("Shift, 3.00 pixels to the right", ink, Distortion.shift(ink, 3, 0)));
        figure.locator("[data-change='1']").focus();
        page.keyboard().press("Enter");
        waitForWords(page, figure, start("Rotation, 30 degrees clockwise", ink, Distortion.rotate(ink, 30)));
        String picture = pixels(figure.locator(".live canvas"));
        Locator slider = figure.locator("[data-part=amount]");
        slider.focus();
        page.keyboard().press("Home");
        waitForWords(page, figure, start("Rotation, −60 degrees clockwise", ink, Distortion.rotate(ink, -60)));
        assertEquals("−60 degrees clockwise", slider.getAttribute("aria-valuetext"));
        assertNotEquals(picture, pixels(figure.locator(".live canvas")));
        Locator select = figure.locator("select");
        select.focus();
        page.keyboard().type("The r");
        JsonNode record = ModelFolder.read(Path.of("models", "reader")).record();
        double accuracy =
                100 * record.at("/published/robustness/rotation/0/accuracy").asDouble();
        waitForWords(page, figure, "The reader: ");
        waitForWords(page, figure, ", and " + Math.round(10 * accuracy) / 10.0 + "\u202f% of test digits right");
        String hash = (String) page.evaluate("location.hash");
        assertTrue(
                hash.contains("stress.change=1")
                        && hash.contains("stress.amount=0")
                        && hash.contains("stress.network=9"),
                hash);
        float[] seven = Ink.of(OwnDigits.first(7));
        page = drawn(7, hash);
        figure = live(page, "stress");
        waitForWords(page, figure, start("Rotation, −60 degrees clockwise", seven, Distortion.rotate(seven, -60)));
        waitForWords(page, figure, "The reader: ");
    }

    @Test
    void aLargeNetworkAnswersWhenItIsPicked() {
        Page page = drawn(3, "#stress.change=5");
        Locator figure = live(page, "stress");
        float[] ink = Ink.of(OwnDigits.first(3));
        waitForWords(page, figure, start("Inversion, 1", ink, Distortion.invert(ink)));
        figure.locator("select").selectOption("10");
        waitForWords(page, figure, " of 11 networks keep");
        int before = read("nmn-256-128", ink);
        int after = read("nmn-256-128", Distortion.invert(ink));
        waitForWords(
                page, figure, "two hidden layers: " + (before == after ? "" + before : before + " → " + after) + ", ");
    }

    @Test
    @Fault("Browser: damaged deep link")
    void aDamagedAddressIsIgnored() {
        float[] ink = Ink.of(OwnDigits.first(3));
        Page page = drawn(3, "#stress.change=6&stress.amount=-1&stress.network=__proto__");
        waitForWords(
                page, live(page, "stress"), start("Shift, 3.00 pixels to the right", ink, Distortion.shift(ink, 3, 0)));
    }

    @Test
    void onAPhoneInTheDarkNothingJumpsOrSticksOut() {
        Page page = open("figures.html", darkPhone());
        Locator stage = page.locator("figure[data-demo=stress] .stage").first();
        double before = stage.boundingBox().height;
        Locator figure = live(page, "stress");
        waitForWords(page, figure, " of 10 networks");
        assertEquals(before, stage.boundingBox().height, 1.5);
        figure.locator("[data-change='3']").tap();
        figure.locator("[data-part=amount]").tap();
        waitForWords(page, figure, "Noise, 0.5");
        figure.locator("select").selectOption("10");
        waitForWords(page, figure, " of 11 networks");
        assertEquals(before, stage.boundingBox().height, 1.5);
        assertEquals(360, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
    }
}
