package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.digit.Drawing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The drawing pad in a real browser. */
class PadIT extends BrowserTest {
    @Test
    void everyDigitDrawnAsStrokesIsRead() {
        Page page = open("softmax.html");
        for (int digit = 0; digit <= 9; digit++) {
            Locator figure = emptyPad(page);
            drawWithMouse(page, figure, OwnDigits.first(digit));
            assertEquals(Integer.toString(digit), digit(page));
            double probability = Double.parseDouble(figure.locator("output").getAttribute("data-probability"));
            assertTrue(probability > 0.3 && probability <= 1, digit + " was read with " + probability);
            assertTrue(figure.locator("[data-part=words]").innerText().contains((digit == 8 ? "an " : "a ") + digit));
        }
    }

    @Test
    @Fault("Browser: touch")
    void aFingerDrawsOnAPhoneAndThePageDoesNotScroll() {
        Page page = open(
                "softmax.html",
                new Browser.NewContextOptions()
                        .setViewportSize(360, 740)
                        .setHasTouch(true)
                        .setIsMobile(true)
                        .setDeviceScaleFactor(3));
        Locator figure = emptyPad(page);
        figure.locator("[data-part=pad]").scrollIntoViewIfNeeded();
        Object before = page.evaluate("scrollY");
        drawWithTouch(page, figure, OwnDigits.first(3));
        assertEquals("3", digit(page));
        assertEquals(before, page.evaluate("scrollY"), "the page scrolled while a finger drew");
    }

    @Test
    void aPenDraws() {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        drawWithPen(page, figure, OwnDigits.first(0));
        assertEquals("0", digit(page));
    }

    @Test
    void clearEmptiesThePadAndTheAnswer() {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        String empty = pixels(figure.locator("[data-part=pad]"));
        String emptyInk = pixels(figure.locator("[data-part=ink28]"));
        drawWithMouse(page, figure, OwnDigits.first(7));
        assertEquals("7", digit(page));
        assertNotEquals(empty, pixels(figure.locator("[data-part=pad]")));
        assertNotEquals(emptyInk, pixels(figure.locator("[data-part=ink28]")));
        figure.locator("[data-action=clear]").click();
        assertEquals("", digit(page));
        assertEquals("", figure.locator("output").getAttribute("data-probability"));
        assertEquals(empty, pixels(figure.locator("[data-part=pad]")));
        assertEquals(emptyInk, pixels(figure.locator("[data-part=ink28]")));
        assertVisible(figure.locator("[data-part=hint]"));
    }

    @Test
    void anEmptyPadSaysWhatToDoInItsMiddleAndNothingMoves() {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        BoundingBox pad = figure.locator("[data-part=pad]").boundingBox();
        BoundingBox hint = figure.locator("[data-part=hint]").boundingBox();
        assertEquals(pad.y + pad.height / 2, hint.y + hint.height / 2, 2, "the middle of the hint");
        assertTrue(hint.height <= pad.height + 1, hint.height + " of " + pad.height);
        drawWithMouse(page, figure, OwnDigits.first(7));
        assertEquals("7", digit(page));
        double withInk = below(figure);
        figure.locator("[data-action=clear]").click();
        assertEquals("", digit(page));
        assertVisible(figure.locator("[data-part=hint]"));
        assertEquals(withInk, below(figure), 0.01, "the tools moved");
    }

    /** How far below the pad's top its tools are. */
    private static double below(Locator figure) {
        return figure.locator(".tools").boundingBox().y
                - figure.locator("[data-part=pad]").boundingBox().y;
    }

    @Test
    void undoTakesBackOneStrokeAtATime() {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        Drawing four = OwnDigits.first(4);
        assertEquals(2, four.strokes().size());
        Drawing firstStroke = four.firstPoints(four.strokes().get(0).size());
        drawWithMouse(page, figure, firstStroke);
        String half = pixels(figure.locator("[data-part=pad]"));
        figure.locator("[data-action=clear]").click();
        frame(page);
        drawWithMouse(page, figure, four);
        assertEquals("4", digit(page));
        figure.locator("[data-action=undo]").click();
        frame(page);
        assertEquals(half, pixels(figure.locator("[data-part=pad]")));
        figure.locator("[data-action=undo]").click();
        assertEquals("", digit(page));
        figure.locator("[data-action=undo]").click();
        frame(page);
        assertEquals(half, pixels(figure.locator("[data-part=pad]")), "clearing was not taken back");
    }

    @Test
    void theAnswerChangesWhileThePenIsDown() {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        BoundingBox box = figure.locator("[data-part=pad]").boundingBox();
        page.mouse().move(box.x + box.width * 0.5, box.y + box.height * 0.2);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.5, box.y + box.height * 0.8);
        assertEquals("1", digit(page));
        page.mouse().up();
    }

    @Test
    void aPenThatIsPressedDrawsAWiderLineAndAMouseAlwaysTheSame() {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        String draw = "(pad, [type, pressure]) => { const b = pad.getBoundingClientRect();"
                + " const at = (name, y, p) => pad.dispatchEvent(new PointerEvent(name, { pointerId: 7, pointerType: type,"
                + "   pressure: p, button: 0, bubbles: true, clientX: b.left + b.width / 2, clientY: b.top + b.height * y }));"
                + " at('pointerdown', 0.2, pressure); at('pointermove', 0.8, pressure); at('pointerup', 0.8, 0); }";
        Locator pad = figure.locator("[data-part=pad]");
        pad.evaluate(draw, List.of("pen", 0.75));
        assertEquals("500,200~120,500,800~120", page.evaluate("seeingDigits.strokes()"));
        figure.locator("[data-action=clear]").click();
        pad.evaluate(draw, List.of("mouse", 0.75));
        assertEquals("500,200,500,800", page.evaluate("seeingDigits.strokes()"));
        figure.locator("[data-action=clear]").click();
        pad.evaluate(draw, List.of("pen", 0));
        assertEquals("500,200,500,800", page.evaluate("seeingDigits.strokes()"));
    }

    @Test
    @Fault("Browser: pointer released outside")
    void aPenThatLeavesThePadGoesOnAndEndsWhenReleasedOutside() {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        BoundingBox box = figure.locator("[data-part=pad]").boundingBox();
        page.mouse().move(box.x + box.width * 0.5, box.y + box.height * 0.3);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.5, box.y + box.height + 60);
        page.mouse().up();
        frame(page);
        String after = pixels(figure.locator("[data-part=pad]"));
        page.mouse().move(box.x + box.width * 0.2, box.y + box.height * 0.2);
        frame(page);
        assertEquals(after, pixels(figure.locator("[data-part=pad]")), "a released pen must not draw");
    }

    @Test
    void thePageDrawsADigitByItselfAndTheReadersFirstStrokeReplacesIt() {
        Page page = open("softmax.html");
        Locator figure = live(page, "draw");
        waitForDigit(page, "4");
        BoundingBox box = figure.locator("[data-part=pad]").boundingBox();
        page.mouse().move(box.x + box.width * 0.5, box.y + box.height * 0.1);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.5, box.y + box.height * 0.9);
        page.mouse().up();
        assertEquals("1", digit(page));
    }

    @Test
    void drawOneForMeDrawsADigit() {
        Page page = open("softmax.html", new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
        Locator figure = emptyPad(page);
        figure.locator("[data-action=random]").click();
        page.waitForCondition(() -> !digit(page).isEmpty());
    }

    @Test
    void whatWasDrawnIsStillThereOnTheNextPage() {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        drawWithMouse(page, figure, OwnDigits.first(5));
        page.locator(".wordmark").click();
        page.waitForURL("**/index.html");
        live(page, "draw");
        waitForDigit(page, "5");
    }

    @Test
    @Fault("Browser: dark")
    void thePadFollowsThePageIntoTheDark() {
        Page page = open("softmax.html", new Browser.NewContextOptions().setColorScheme(ColorScheme.LIGHT));
        Locator figure = emptyPad(page);
        drawWithMouse(page, figure, OwnDigits.first(2));
        String light = pixels(figure.locator("[data-part=pad]"));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        frame(page);
        String dark = pixels(figure.locator("[data-part=pad]"));
        assertNotEquals(light, dark, "the ink did not change its colour");
        assertEquals("2", digit(page));
        double[] contrast = contrast(page);
        assertTrue(contrast[0] >= 7, "text has contrast " + contrast[0]);
        assertTrue(contrast[1] >= 4.5, "secondary text has contrast " + contrast[1]);
    }

    /** Contrast of ink and of muted text with the paper, by WCAG 2.2's formula. */
    private static double[] contrast(Page page) {
        Object value = page.evaluate("""
                () => {
                  const style = getComputedStyle(document.documentElement);
                  const light = name => {
                    const hex = style.getPropertyValue(name).trim();
                    const c = [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16) / 255)
                      .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                    return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
                  };
                  const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                  return [ratio(light('--ink'), light('--paper')), ratio(light('--muted'), light('--paper'))].join();
                }
                """);
        String[] parts = value.toString().split(",");
        return new double[] {Double.parseDouble(parts[0]), Double.parseDouble(parts[1])};
    }

    @Test
    @Fault("Browser: second finger")
    void aSecondFingerDoesNotTearTheLine() {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        Locator pad = figure.locator("[data-part=pad]");
        BoundingBox box = pad.boundingBox();
        page.mouse().move(box.x + box.width * 0.5, box.y + box.height * 0.2);
        page.mouse().down();
        pad.evaluate("""
                pad => {
                  const box = pad.getBoundingClientRect();
                  for (const type of ['pointerdown', 'pointermove', 'pointerup'])
                    pad.dispatchEvent(new PointerEvent(type, { pointerId: 77, pointerType: 'touch', bubbles: true,
                      clientX: box.left + 10, clientY: box.top + box.height - 10 }));
                }
                """);
        page.mouse().move(box.x + box.width * 0.5, box.y + box.height * 0.8);
        page.mouse().up();
        assertEquals("1", digit(page));
        assertFalse(page.locator("[data-part=spoken]").first().innerText().isEmpty());
    }
}
