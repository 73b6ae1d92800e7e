package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Stroke;
import org.junit.jupiter.api.Test;

/** The figure that shows a drawing's way to the network. */
class InkIT extends BrowserTest {
    /** A third of its size, in the upper left corner. */
    private static Drawing small(Drawing drawing) {
        Drawing small = new Drawing();
        for (Stroke stroke : drawing.strokes()) {
            small.begin(stroke.x(0) / 3, stroke.y(0) / 3);
            for (int i = 1; i < stroke.size(); i++) {
                small.extend(stroke.x(i) / 3, stroke.y(i) / 3);
            }
        }
        return small;
    }

    @Test
    void aSmallDrawingInACornerIsReadOnlyWithItsSteps() {
        Page page = open("softmax.html");
        drawWithMouse(page, emptyPad(page), small(OwnDigits.first(3)));
        assertEquals("3", digit(page));
        Locator figure = live(page, "ink");
        Locator words = figure.locator("[data-part=words]");
        frame(page);
        assertEquals("3", words.getAttribute("data-digit"));
        String all = figure.locator("[data-part=accuracy]").innerText();
        String strip = pixels(figure.locator("[data-part=strip]"));
        figure.locator("[data-action=fit]").click();
        figure.locator("[data-action=centre]").click();
        frame(page);
        assertEquals("false", figure.locator("[data-action=fit]").getAttribute("aria-pressed"));
        assertNotEquals("3", words.getAttribute("data-digit"));
        assertNotEquals(strip, pixels(figure.locator("[data-part=strip]")));
        String less = figure.locator("[data-part=accuracy]").innerText();
        assertTrue(percent(less) < percent(all) - 30, all + " / " + less);
        assertTrue(page.url().contains("ink.way=1"), page.url());
        figure.locator("[data-action=fit]").click();
        figure.locator("[data-action=centre]").click();
        frame(page);
        assertEquals("3", words.getAttribute("data-digit"));
        assertEquals("3", digit(page), "the pad's own answer takes all steps");
    }

    @Test
    void moreThanNinetyNinePercentIsSaidInPlainText() {
        Page page = open("fragile.html");
        Locator figure = live(page, "ink");
        frame(page);
        String said = figure.locator("[data-part=accuracy]").innerText();
        assertTrue(said.contains(" reads >99\u202f% of digits"), said);
    }

    private static int percent(String sentence) {
        return Integer.parseInt(sentence.replaceAll("\\D", ""));
    }
}
