package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.Fault;
import org.junit.jupiter.api.Test;

/** What readers have set in Firefox: night, little motion, colours of their own. */
class FirefoxLooksIT extends FirefoxTest {
    private static final String PAPER = "getComputedStyle(document.body).backgroundColor";
    private static final String INK = "getComputedStyle(document.body).color";
    /** Whether a canvas has anything on it. */
    private static final String DRAWN =
            "(c => new Set(c.getContext('2d').getImageData(0, 0, c.width, c.height).data).size > 2)(" + PAD + ")";

    private static int light(String rgb) {
        int sum = 0;
        for (String part : rgb.replaceAll("[^0-9,]", "").split(",")) {
            sum += Integer.parseInt(part);
        }
        return sum;
    }

    @Test
    @Fault("Browser: dark")
    @Fault("Browser: reduced motion")
    void atNightPagesAreDarkAndWithLittleMotionNothingMovesByItself() throws Exception {
        firefox = start("layout.css.prefers-color-scheme.content-override = 0", "ui.prefersReducedMotion = 1");
        open("softmax.html");
        assertTrue(light(firefox.evaluate(PAPER)) < light(firefox.evaluate(INK)), "dark text on light paper");
        drawAndRead(3);
        assertEquals("true", firefox.evaluate(DRAWN));
        assertEquals("true", firefox.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches"));
        open("figures.html");
        await("tour", "live");
        String canvas = figure("tour") + ".querySelector('canvas').toDataURL()";
        Thread.sleep(300);
        String first = firefox.evaluate(canvas);
        Thread.sleep(500);
        assertEquals(first, firefox.evaluate(canvas), "the tour turns by itself");
    }

    @Test
    @Fault("Browser: forced colours")
    void underForcedColoursTextControlsAndTheDrawingStayVisible() throws Exception {
        firefox = start("browser.display.document_color_use = 2", "dom.serviceWorkers.enabled = false");
        open("softmax.html");
        assertEquals("true", firefox.evaluate("matchMedia('(forced-colors: active)').matches"));
        drawAndRead(3);
        assertEquals("true", firefox.evaluate(DRAWN));
        assertNotEquals(
                firefox.evaluate(INK), firefox.evaluate("getComputedStyle(document.documentElement).backgroundColor"));
        String edge = firefox.evaluate(
                "(s => s.borderTopStyle + ' ' + s.borderTopWidth)(getComputedStyle(document.querySelector('[data-action=clear]')))");
        assertTrue(!edge.startsWith("none") && !edge.endsWith(" 0px"), "a button's edge is " + edge);
    }
}
