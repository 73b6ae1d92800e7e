package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.seeingdigits.data.ModelFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Training runs as dots, in a real browser. */
class SeedsIT extends BrowserTest {
    /** The first figure's rows of thirty runs each. */
    private static final String[] MODELS = {"plane-1", "plane-2", "plane-4", "plane-5"};

    /** What the figure should say first of a run, from the model's own record. */
    private static String start(int run) {
        JsonNode record = ModelFolder.read(Path.of("models", MODELS[run / 30])).record();
        JsonNode seed = record.at("/seeds/" + run % 30);
        double error = 100 * (1 - seed.at("/test/accuracy").asDouble());
        String percent = error < 1
                ? Math.round(100 * error) / 100.0 + (Math.round(100 * error) % 10 == 0 ? "0" : "")
                : "" + Math.round(10 * error) / 10.0;
        return record.get("title").asText() + ", seed " + seed.get("seed").asInt() + ": " + percent + "\u202f% of test";
    }

    private static String words(Locator figure) {
        return figure.locator("[data-part=words]").innerText();
    }

    @Test
    void theSliderGoesThroughAllRunsAndSaysWhatTheRecordSays() {
        Page page = open("figures.html");
        Locator figure = live(page, "seeds");
        frame(page);
        String none = pixels(figure.locator(".live canvas"));
        Locator slider = figure.locator("[data-part=run]");
        assertEquals("119", slider.getAttribute("max"));
        for (int run : new int[] {1, 29, 30, 75, 93, 119}) {
            slider.fill(Integer.toString(run));
            frame(page);
            assertTrue(words(figure).startsWith(start(run)), words(figure) + " should start " + start(run));
            assertEquals(words(figure), slider.getAttribute("aria-valuetext"));
        }
        assertNotEquals(none, pixels(figure.locator(".live canvas")));
        slider.focus();
        page.keyboard().press("ArrowLeft");
        frame(page);
        assertTrue(words(figure).startsWith(start(118)), words(figure));
        String hash = (String) page.evaluate("location.hash");
        assertTrue(hash.contains("seeds.run=118"), hash);
        page = open("figures.html" + hash);
        figure = live(page, "seeds");
        frame(page);
        assertTrue(words(figure).startsWith(start(118)), words(figure));
        page = open("figures.html#seeds.run=120");
        assertEquals("Pick a dot to see its run.", words(live(page, "seeds")));
    }

    @Test
    void aDotIsPickedWithThePointer() {
        Page page = open("figures.html");
        Locator figure = live(page, "seeds");
        Locator canvas = figure.locator(".live canvas");
        // The only error above 46 % of the row of five planes: at log(1 + 2000 · 0.463357)/log(1001) of the scale.
        double x = 8 + (canvas.boundingBox().width - 50) * 0.98898;
        canvas.click(new Locator.ClickOptions().setPosition(x, 3 * 56 + 26));
        frame(page);
        assertTrue(words(figure).startsWith("Zero or one in five planes, seed "), words(figure));
        assertTrue(words(figure).contains(": 46.3\u202f% of test digits misread"), words(figure));
        String picked = words(figure);
        canvas.click(new Locator.ClickOptions().setPosition(x / 2, 3 * 56 + 40));
        frame(page);
        assertEquals(picked, words(figure), "no dot is near");
    }

    @Test
    void onAPhoneInTheDarkNothingJumpsOrSticksOut() {
        Page page = open("figures.html", darkPhone());
        Locator stage = page.locator("figure[data-demo=seeds] .stage").first();
        double before = stage.boundingBox().height;
        Locator figure = live(page, "seeds");
        figure.locator("[data-part=run]").fill("100");
        frame(page);
        assertEquals(before, stage.boundingBox().height, 1.5);
        figure.locator(".live canvas").tap(new Locator.TapOptions().setPosition(34, 26));
        frame(page);
        assertTrue(words(figure).startsWith("Zero or one in a plane, seed "), words(figure));
        assertEquals(360, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
    }
}
