package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ReducedMotion;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.digit.Drawing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ways to a digit beside the pen: keyboard, eraser, undo and redo, a shared address. */
class PadWaysIT extends BrowserTest {
    /** A function of a pad: a stroke from the top that is cancelled, and another that goes on to the bottom. */
    static final String CANCELLED = """
            pad => {
              const box = pad.getBoundingClientRect();
              const send = (type, x, y) => pad.dispatchEvent(new PointerEvent(type, { pointerId: 5, pointerType: 'touch',
                bubbles: true, clientX: box.left + x * box.width, clientY: box.top + y * box.height }));
              send('pointerdown', 0.5, 0.1); send('pointermove', 0.5, 0.4); send('pointercancel', 0.5, 0.4);
              send('pointermove', 0.9, 0.9);
              send('pointerdown', 0.5, 0.4); send('pointermove', 0.5, 0.9); send('pointerup', 0.5, 0.9);
            }
            """;

    private static void press(Page page, String key, int times) {
        for (int i = 0; i < times; i++) {
            page.keyboard().press(key);
        }
    }

    @Test
    void aSevenIsDrawnWithTheKeyboardAlone() {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        figure.locator("[data-part=pad]").focus();
        press(page, "ArrowLeft", 6);
        press(page, "ArrowUp", 8);
        assertVisible(figure.locator("[data-part=cursor]"));
        press(page, "Shift+ArrowRight", 12);
        press(page, "Enter", 1);
        for (int i = 0; i < 8; i++) {
            press(page, "ArrowDown", 2);
            press(page, "ArrowLeft", 1);
        }
        page.waitForCondition(() -> "7".equals(digit(page)));
        assertTrue(figure.locator("[data-part=where]").innerText().contains("Row 23, column 13."));
        press(page, "Enter", 1);
        page.waitForCondition(
                () -> figure.locator("[data-part=spoken]").innerText().contains("a 7"));
        press(page, "Control+z", 1);
        page.waitForCondition(() -> !"7".equals(digit(page)));
        press(page, "Control+Shift+z", 1);
        waitForDigit(page, "7");
        press(page, "Delete", 1);
        waitForDigit(page, "");
        press(page, "Control+z", 1);
        waitForDigit(page, "7");
    }

    @Test
    void spacePaintsACellAndKeysDoNotScrollThePage() {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        figure.locator("[data-part=pad]").focus();
        Object before = page.evaluate("scrollY");
        press(page, " ", 1);
        page.waitForCondition(() -> !digit(page).isEmpty());
        press(page, "ArrowDown", 3);
        frame(page);
        assertEquals(before, page.evaluate("scrollY"));
    }

    @Test
    void thePadIsOneStopForTheTabKey() {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        figure.locator("[data-part=pad]").focus();
        press(page, "Tab", 1);
        assertEquals("undo", page.evaluate("document.activeElement.dataset.action"));
    }

    @Test
    void theEraserTakesABarOffABarredSeven() {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        drawWithMouse(page, figure, Drawing.decode("500,100,500,900"));
        assertEquals("1", digit(page));
        String whole = pixels(figure.locator("[data-part=pad]"));
        Locator eraser = figure.locator("[data-action=erase]");
        eraser.click();
        assertEquals("true", eraser.getAttribute("aria-pressed"));
        drawWithMouse(page, figure, Drawing.decode("300,300,700,300"));
        String rubbed = pixels(figure.locator("[data-part=pad]"));
        assertNotEquals(whole, rubbed);
        assertEquals(2, strokes(page).split(";").length, "the line should be in two pieces: " + strokes(page));
        drawWithMouse(page, figure, Drawing.decode("900,100,950,200"));
        assertEquals(rubbed, pixels(figure.locator("[data-part=pad]")), "rubbing where nothing is changed something");
        figure.locator("[data-action=undo]").click();
        frame(page);
        assertEquals(whole, pixels(figure.locator("[data-part=pad]")));
        figure.locator("[data-action=redo]").click();
        frame(page);
        assertEquals(rubbed, pixels(figure.locator("[data-part=pad]")));
        eraser.click();
        drawWithMouse(page, figure, Drawing.decode("500,200,500,400"));
        assertEquals(3, strokes(page).split(";").length);
    }

    private static String strokes(Page page) {
        frame(page);
        return (String) page.evaluate("seeingDigits.strokes()");
    }

    @Test
    void theOtherEndOfAPenRubsOut() {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        drawWithMouse(page, figure, Drawing.decode("500,100,500,900"));
        figure.locator("[data-part=pad]").evaluate("""
                pad => {
                  const box = pad.getBoundingClientRect();
                  const send = (type, x) => pad.dispatchEvent(new PointerEvent(type, { pointerId: 9, pointerType: 'pen',
                    button: type === 'pointermove' ? -1 : 5, buttons: 32, bubbles: true,
                    clientX: box.left + x * box.width, clientY: box.top + box.height / 2 }));
                  send('pointerdown', 0.3); send('pointermove', 0.7); send('pointerup', 0.7);
                }
                """);
        assertEquals(2, strokes(page).split(";").length);
    }

    @Test
    @Fault("Browser: pointer cancelled")
    void aCancelledPointerEndsTheStrokeAndTheNextOneDraws() {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        figure.locator("[data-part=pad]").evaluate(CANCELLED);
        assertEquals("1", digit(page));
        assertEquals("500,100,500,400;500,400,500,900", strokes(page));
    }

    @Test
    void undoingWhileThePenIsDownTakesItUp() {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        drawWithMouse(page, figure, Drawing.decode("200,200,200,800"));
        String first = strokes(page);
        figure.locator("[data-part=pad]").evaluate("""
                pad => {
                  const box = pad.getBoundingClientRect();
                  const send = (type, x) => pad.dispatchEvent(new PointerEvent(type, { pointerId: 5, bubbles: true,
                    clientX: box.left + x * box.width, clientY: box.top + box.height / 2 }));
                  send('pointerdown', 0.5); send('pointermove', 0.6);
                  document.querySelector('[data-action=undo]').click();
                  send('pointermove', 0.9); send('pointerup', 0.9);
                }
                """);
        assertEquals(first, strokes(page));
    }

    @Test
    void aSharedAddressShowsItsDrawing() {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        drawWithMouse(page, figure, OwnDigits.first(5));
        assertEquals("5", digit(page));
        figure.locator("[data-action=share]").click();
        page.waitForCondition(
                () -> figure.locator("[data-part=told]").innerText().contains("address")
                        || figure.locator("[data-part=told]").innerText().contains("link"));
        String shared = page.url();
        assertTrue(shared.contains("#draw="), shared);
        Page other = blank(new Browser.NewContextOptions().setViewportSize(1280, 900));
        other.navigate(shared);
        live(other, "draw");
        waitForDigit(other, "5");
        assertEquals(strokes(page), strokes(other));
        // What is drawn next is not what the address holds.
        drawWithMouse(other, live(other, "draw"), Drawing.decode("500,100,500,900"));
        assertFalse(other.url().contains("draw="), other.url());
    }

    @Test
    @Fault("Browser: damaged deep link")
    void damagedAddressesAreIgnored() {
        Page page = open(
                "softmax.html",
                new Browser.NewContextOptions().setViewportSize(1280, 900).setReducedMotion(ReducedMotion.REDUCE));
        for (String damage : List.of(
                "NaN,1,2,NaN",
                "%E0%A4%A",
                "%",
                "__proto__",
                "constructor",
                "<img src=x onerror=alert(1)>",
                "%3Cscript%3Ealert(1)%3C/script%3E",
                "1e9,1e9",
                "p0000",
                "p" + "z".repeat(1568),
                "500,100," + "1,2,".repeat(20_000),
                ";;;;",
                "-99999,5",
                "1,2,3")) {
            page.navigate("about:blank");
            page.navigate(address() + "softmax.html#draw=" + damage);
            live(page, "draw");
            waitForDigit(page, "4");
            assertEquals(0, page.locator("main img, main script").count());
        }
    }

    @Test
    @Fault("Browser: storage throws")
    void withoutStorageThePadStillDraws() {
        Page page = blank(new Browser.NewContextOptions().setViewportSize(1280, 900));
        page.addInitScript(
                "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no'); } });");
        page.navigate(address() + "softmax.html");
        Locator figure = emptyPad(page);
        drawWithMouse(page, figure, OwnDigits.first(2));
        assertEquals("2", digit(page));
    }

    @Test
    @Fault("Browser: back or forward cache")
    void aPageThatComesBackShowsWhatWasDrawnMeanwhile() {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        drawWithMouse(page, figure, OwnDigits.first(2));
        page.evaluate(
                "strokes => { sessionStorage.setItem('seeing-digits.drawing', strokes);"
                        + " dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })); }",
                "500,100,500,900");
        waitForDigit(page, "1");
    }

    @Test
    @Fault("Browser: storm of draw, clear and resize")
    void aStormOfStrokesClearsAndSizesLeavesAPadThatDraws() {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        for (int round = 0; round < 6; round++) {
            page.setViewportSize(320 + 160 * round, 700);
            figure.locator("[data-part=pad]").evaluate("""
                    pad => {
                      const box = pad.getBoundingClientRect();
                      const actions = ['undo', 'redo', 'clear', 'erase', 'random'];
                      for (let i = 0; i < 200; i++) {
                        const type = ['pointerdown', 'pointermove', 'pointermove', 'pointerup'][i % 4];
                        pad.dispatchEvent(new PointerEvent(type, { pointerId: 1 + i % 3, bubbles: true,
                          clientX: box.left + (i * 37 % 100) / 100 * box.width,
                          clientY: box.top + (i * 61 % 100) / 100 * box.height }));
                        if (i % 7 === 0)
                          document.querySelector('[data-action=' + actions[i / 7 % 5 | 0] + ']').click();
                      }
                      for (let id = 1; id < 4; id++)
                        pad.dispatchEvent(new PointerEvent('pointerup', { pointerId: id, bubbles: true }));
                      const eraser = document.querySelector('[data-action=erase]');
                      if (eraser.getAttribute('aria-pressed') === 'true') eraser.click();
                    }
                    """);
            frame(page);
        }
        page.setViewportSize(1280, 900);
        emptyPad(page);
        drawWithMouse(page, figure, OwnDigits.first(7));
        assertEquals("7", digit(page));
    }

    @Test
    @Fault("Browser: high density of pixels")
    void thePadIsSharpOnADenseScreenAndFitsANarrowOne() {
        Page page = open(
                "softmax.html",
                new Browser.NewContextOptions().setViewportSize(320, 740).setDeviceScaleFactor(3));
        Locator figure = emptyPad(page);
        drawWithMouse(page, figure, OwnDigits.first(3));
        assertEquals("3", digit(page));
        assertEquals(
                true, figure.locator("[data-part=pad]").evaluate("c => Math.abs(c.width - 3 * c.clientWidth) <= 3"));
        double top = figure.locator("[data-action=undo]").boundingBox().y;
        assertEquals(top, figure.locator("[data-action=clear]").boundingBox().y, "the tools are not in one row");
    }

    @Test
    void aZoomedPageIsDrawnOnWhereThePenIs() {
        for (String zoom : List.of("1.5", "0.7")) {
            Page page = open("softmax.html");
            page.evaluate("zoom => { document.documentElement.style.zoom = zoom; }", zoom);
            Locator figure = emptyPad(page);
            BoundingBox box = figure.locator("[data-part=pad]").boundingBox();
            page.mouse().move(box.x + box.width * 0.25, box.y + box.height * 0.5);
            page.mouse().down();
            page.mouse().move(box.x + box.width * 0.75, box.y + box.height * 0.5);
            page.mouse().up();
            String[] points = ((String) page.evaluate("seeingDigits.strokes()")).split(",");
            int[] expected = {250, 500, 750, 500};
            assertEquals(expected.length, points.length);
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i], Integer.parseInt(points[i]), 3, "zoom " + zoom);
            }
            figure.locator("[data-action=clear]").click();
            drawWithMouse(page, figure, OwnDigits.first(7));
            assertEquals("7", digit(page), "zoom " + zoom);
        }
    }
}
