package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.seeingdigits.analysis.ActivationMaximisation;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.figure.MaximiseFigure;
import io.github.seeingdigits.network.Network;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Gradient ascent on the input in a real browser. */
class MaximiseIT extends BrowserTest {
    private static String words(int output, int limit, int steps) {
        Network network = ModelFolder.read(Path.of("models", "softmax-10")).network(1);
        ActivationMaximisation ascent = MaximiseFigure.begin(network, output, limit, null);
        float[] slope = ascent.slope().clone();
        for (int i = 0; i < steps; i++) {
            ascent.step(MaximiseFigure.RATE);
        }
        return "Digit " + output + ". " + MaximiseFigure.words(steps, ascent.value(), slope, ascent.input());
    }

    @Test
    void stepsUnderEveryLimitGiveWhatTheJvmComputes() {
        Page page = open("figures.html");
        Locator figure = live(page, "maximise");
        Locator canvas = figure.locator(".live canvas");
        figure.locator("[data-output='8']").click();
        for (int limit = 0; limit < 4; limit++) {
            figure.locator("[data-limit='" + limit + "']").focus();
            page.keyboard().press("Enter");
            for (int i = 0; i < 5; i++) {
                figure.locator("[data-action=step]").click();
            }
            frame(page);
            assertEquals(words(8, limit, 5), canvas.getAttribute("aria-label"));
        }
        assertTrue(((String) page.evaluate("location.hash")).contains("maximise.limit=3"));
    }

    @Test
    void playingDrawsTheWeightsAndStopsOffScreen() {
        Page page = open("figures.html");
        Locator figure = live(page, "maximise");
        Locator canvas = figure.locator(".live canvas");
        figure.locator("[data-action=play]").click();
        page.waitForCondition(() -> Integer.parseInt(canvas.getAttribute("data-steps")) > 150);
        assertEquals("Pause", figure.locator("[data-action=play]").innerText());
        assertTrue(
                canvas.getAttribute("aria-label").endsWith("correlation 1.0000."), canvas.getAttribute("aria-label"));
        page.evaluate("scrollTo(0, 0)");
        page.waitForCondition(
                () -> figure.locator("[data-action=play]").textContent().equals("Play"));
        int steps = Integer.parseInt(canvas.getAttribute("data-steps"));
        assertTrue(steps < 400, "stopped by leaving the screen, not by the end of the ascent: " + steps);
        figure.scrollIntoViewIfNeeded();
        figure.locator("[data-action=drawing]").click();
        frame(page);
        assertEquals("0", canvas.getAttribute("data-steps"));
    }

    @Test
    void onAPhoneInTheDarkNothingJumpsOrSticksOut() {
        Page page = open("figures.html", darkPhone());
        Locator stage = page.locator("figure[data-demo=maximise] .stage");
        double before = stage.boundingBox().height;
        live(page, "maximise");
        frame(page);
        assertEquals(before, stage.boundingBox().height, 1.5);
        page.locator("[data-demo=maximise] [data-action=step]").tap();
        frame(page);
        assertEquals("1", page.locator("[data-demo=maximise] .live canvas").getAttribute("data-steps"));
        assertEquals(360, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
    }
}
