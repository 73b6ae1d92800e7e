package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.figure.FoldFigure;
import io.github.seeingdigits.figure.Planes;
import io.github.seeingdigits.network.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A rectifier's fold, in a real browser. */
class FoldIT extends BrowserTest {
    private static final Path MODEL = Path.of("models", "zero-to-four");

    @Test
    void theFoldIsScrubbedByKeyPlayedAndShared() throws IOException {
        Page page = open("figures.html");
        Locator figure = live(page, "fold");
        Locator words = figure.locator("[data-part=words]");
        Planes planes = new Planes(
                ModelFolder.read(MODEL).network(1), View.decode(Files.readAllBytes(MODEL.resolve("view-sample.bin"))));
        page.waitForCondition(() -> words.innerText().equals(FoldFigure.words(planes, 0)));
        assertEquals("After the ReLU", figure.locator("[data-part=moment]").innerText());
        Locator canvas = figure.locator(".live canvas");
        String after = pixels(canvas);
        Locator slider = figure.locator("[data-part=replay]");
        slider.focus();
        page.keyboard().press("Home");
        frame(page);
        assertEquals("Before the ReLU", figure.locator("[data-part=moment]").innerText());
        assertNotEquals(after, pixels(canvas));
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        frame(page);
        assertEquals("On the way: 5\u202f%", slider.getAttribute("aria-valuetext"));
        String hash = (String) page.evaluate("location.hash");
        assertTrue(hash.contains("fold.at=2"), hash);
        figure.locator("[data-action=play]").click();
        page.waitForCondition(() -> slider.inputValue().equals("40"));
        page.waitForCondition(
                () -> figure.locator("[data-action=play]").innerText().equals("Play"));
        String played = pixels(canvas);
        slider.focus();
        page.keyboard().press("Home");
        frame(page);
        assertNotEquals(played, pixels(canvas));
        page.keyboard().press("End");
        frame(page);
        assertEquals(played, pixels(canvas), "where playing ends is where the slider ends");
        page = open("figures.html" + hash);
        Locator again = live(page, "fold");
        page.waitForCondition(() -> "On the way: 5\u202f%"
                .equals(again.locator("[data-part=replay]").getAttribute("aria-valuetext")));
        page = open("figures.html#fold.at=41&fold.layer=1");
        Locator damaged = live(page, "fold");
        page.waitForCondition(
                () -> "40".equals(damaged.locator("[data-part=replay]").inputValue()));
    }

    @Test
    void onAPhoneInTheDarkNothingJumpsOrSticksOut() {
        Page page = open("figures.html", darkPhone());
        Locator stage = page.locator("#fold .stage");
        double before = stage.boundingBox().height;
        Locator figure = live(page, "fold");
        Locator words = figure.locator("[data-part=words]");
        page.waitForCondition(() -> words.innerText().startsWith("Of the sample, "));
        figure.locator("[data-action=play]").tap();
        page.waitForCondition(
                () -> figure.locator("[data-part=moment]").innerText().startsWith("On the way"));
        assertEquals(before, stage.boundingBox().height, 1.5);
        assertEquals(360, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
    }
}
