package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Published errors and ours, in a real browser. */
class TimelineIT extends BrowserTest {
    private static JsonNode errors() throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("content/published-errors.json").toFile())
                .get("errors");
    }

    private static String words(Locator figure) {
        return figure.locator("[data-part=words]").innerText();
    }

    @Test
    void theSliderGoesThroughEverySource() throws IOException {
        Page page = open("figures.html");
        Locator figure = live(page, "timeline");
        frame(page);
        String none = pixels(figure.locator(".live canvas"));
        Locator slider = figure.locator("[data-part=point]");
        Locator source = figure.locator("[data-part=source]");
        JsonNode errors = errors();
        for (int i = 0; i < errors.size(); i++) {
            slider.fill(Integer.toString(i));
            frame(page);
            JsonNode error = errors.get(i);
            assertTrue(words(figure).startsWith(error.get("method").asText() + ": "), words(figure));
            assertTrue(words(figure).contains(error.get("error").asText()), words(figure));
            assertEquals(error.get("link").asText(), source.getAttribute("href"));
            assertTrue(source.innerText().contains(error.get("title").asText()), source.innerText());
        }
        assertNotEquals(none, pixels(figure.locator(".live canvas")));
        slider.focus();
        page.keyboard().press("ArrowRight");
        frame(page);
        assertTrue(words(figure).contains("measured here"), words(figure));
        assertFalse(source.isVisible());
        String hash = (String) page.evaluate("location.hash");
        assertTrue(hash.contains("timeline.point=" + errors.size()), hash);
        String said = words(figure);
        page = open("figures.html" + hash);
        figure = live(page, "timeline");
        frame(page);
        assertEquals(said, words(figure));
    }

    @Test
    void aDotIsPickedWithThePointerAndDamageIsIgnored() {
        Page page = open("figures.html#timeline.point=999");
        Locator figure = live(page, "timeline");
        assertTrue(words(figure).startsWith("Pick a dot"), words(figure));
        Locator canvas = figure.locator(".live canvas");
        // 1998 lies 0.6 of 17.2 years from the left edge of the chart; the highest point there is the linear
        // classifier.
        double width = canvas.boundingBox().width;
        double x = 46 + 0.6 / 17.2 * (width - 212 - 22 - 46);
        for (double y = 30; y < 200 && words(figure).startsWith("Pick"); y += 6) {
            canvas.click(new Locator.ClickOptions().setPosition(x, y));
            frame(page);
        }
        assertTrue(words(figure).startsWith("Linear classifier: 12.0\u202f%"), words(figure));
    }

    @Test
    void onAPhoneInTheDarkNothingJumpsOrSticksOut() {
        Page page = open("figures.html", darkPhone());
        Locator stage = page.locator("#timeline .stage");
        double before = stage.boundingBox().height;
        Locator figure = live(page, "timeline");
        int last = Integer.parseInt(figure.locator("[data-part=point]").getAttribute("max"));
        for (int i = 0; i <= last; i++) {
            figure.locator("[data-part=point]").fill("" + i);
            frame(page);
            assertEquals(before, stage.boundingBox().height, 1.5, words(figure));
        }
        assertEquals(360, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
    }
}
