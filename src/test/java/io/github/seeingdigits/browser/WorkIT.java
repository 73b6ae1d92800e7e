package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.github.seeingdigits.digit.Drawing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Work that a page does not do: drawing what has not changed, and asking where things are before the browser has placed them. */
class WorkIT extends BrowserTest {
    /** Counts how often each figure begins to draw on one of its canvases. */
    private static final String COUNT = """
            window.drawn = {};
            const clear = CanvasRenderingContext2D.prototype.clearRect;
            CanvasRenderingContext2D.prototype.clearRect = function (...box) {
              const place = this.canvas.closest('figure')?.dataset.demo + ' ' + this.canvas.dataset.part;
              drawn[place] = (drawn[place] || 0) + 1;
              return clear.apply(this, box);
            };
            """;

    /** Notes each question that cannot be answered without a layout, until the first frame. */
    private static final String EARLY = """
            window.early = [];
            window.framed = false;
            requestAnimationFrame(() => { framed = true; });
            for (const [type, name] of [[Element, 'clientWidth'], [Element, 'clientHeight'], [HTMLElement, 'offsetWidth'],
                [HTMLElement, 'offsetTop'], [HTMLElement, 'innerText'], [Document, 'fonts'], [Element, 'scrollTop'], [Element, 'scrollLeft']]) {
              const property = Object.getOwnPropertyDescriptor(type.prototype, name);
              Object.defineProperty(type.prototype, name, { ...property, get() {
                if (!framed) {
                  early.push(name);
                }
                return property.get.call(this);
              } });
            }
            for (const [type, name] of [[Element, 'getBoundingClientRect'], [Element, 'getClientRects'], [Window, 'getComputedStyle']]) {
              const call = (type === Window ? window : type.prototype)[name];
              (type === Window ? window : type.prototype)[name] = function (...all) {
                if (!framed) {
                  early.push(name);
                }
                return call.apply(this, all);
              };
            }
            """;

    /** All figures are near a window of this height. */
    private static Page tall(Page page, String path) {
        page.setViewportSize(1280, 9000);
        page.addInitScript(COUNT);
        page.navigate(address() + path);
        return page;
    }

    private static int drawn(Page page, String place) {
        frame(page);
        return (int) page.evaluate("place => drawn[place] || 0", place);
    }

    @Test
    void noScriptAsksForALayoutBeforeTheFirstFrame() {
        for (String path : pages()) {
            Page page = prepared(EARLY, path);
            page.waitForCondition(() -> (boolean) page.evaluate("framed && document.readyState === 'complete'"));
            assertEquals(List.of(), page.evaluate("early"), path);
            page.close();
        }
    }

    @Test
    void aFigureIsDrawnOnceWhenItComesAlive() {
        Page page = prepared(COUNT, "two-dimensions.html");
        page.evaluate("() => document.fonts.ready.then(() => {})");
        live(page, "seeds");
        page.waitForCondition(() -> drawn(page, "seeds runs") > 0);
        page.waitForTimeout(300);
        assertEquals(1, drawn(page, "seeds runs"));
    }

    /** The first drawing comes later than the start, and can fail like it. */
    @Test
    void aFigureThatCannotBeDrawnGoesBackToItsStillAndIsNotTriedAgain() {
        Page page = prepared("""
                window.tried = 0;
                CanvasRenderingContext2D.prototype.fillRect = () => { tried++; throw new Error('no ink'); };
                """, "softmax.html");
        page.locator("figure.demo-draw[data-state=failed]").waitFor();
        String said = page.locator("figure.demo-draw [data-part=note]").innerText();
        assertEquals("The live figure could not start: (JavaScript) Error: no ink. The still picture remains.", said);
        assertVisible(page.locator("figure.demo-draw .still svg"));
        int tried = (int) page.evaluate("tried");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        frame(page);
        assertEquals(tried, page.evaluate("tried"));
        complaints.removeIf(complaint -> complaint.contains("no ink"));
    }

    @Test
    void aFigureIsDrawnAgainWhenItsWidthHasChanged() {
        Page page = prepared(COUNT, "two-dimensions.html");
        live(page, "seeds");
        page.waitForCondition(() -> drawn(page, "seeds runs") > 0);
        int before = drawn(page, "seeds runs");
        page.setViewportSize(700, 900);
        page.waitForCondition(() -> drawn(page, "seeds runs") > before);
    }

    @Test
    void whatDoesNotDependOnTheDigitIsNotDrawnForIt() {
        Page page = tall(blank(new Browser.NewContextOptions()), "two-dimensions.html");
        allLive(page);
        Locator figure = emptyPad(page);
        int seeds = drawn(page, "seeds runs");
        int planes = drawn(page, "plane plane");
        int pads = drawn(page, "draw pad");
        drawWithMouse(page, figure, OwnDigits.first(1));
        page.waitForCondition(() -> drawn(page, "draw pad") > pads);
        page.waitForCondition(() -> drawn(page, "plane plane") > planes);
        assertEquals(seeds, drawn(page, "seeds runs"));
    }

    /** On a screen with a frame for each millisecond of the drawing, however long the machine takes for one. */
    @Test
    void theSampleIsDrawnOncePerPoint() {
        Page page = prepared(COUNT + """
                let now = performance.now();
                window.requestAnimationFrame = next => setTimeout(() => next(now += 1), 0);
                """, "softmax.html");
        Locator figure = page.locator("figure.demo-draw").first();
        Drawing sample = Drawing.decode(figure.getAttribute("data-sample"));
        // The answer is spoken when the drawing is over.
        page.waitForCondition(() -> figure.locator("[data-part=spoken]").count() > 0
                && figure.locator("[data-part=spoken]").textContent().contains("4"));
        int pad = drawn(page, "draw pad");
        // Once more before the first point, when the figure comes alive.
        assertTrue(pad <= sample.points() + 1, pad + " drawings of " + sample.points() + " points");
        assertTrue(pad >= sample.points(), pad + " drawings of " + sample.points() + " points");
    }

    @Test
    void aTextThatHasNotChangedIsLeftAlone() {
        Page page = prepared(COUNT, "softmax.html");
        Locator figure = emptyPad(page);
        drawWithMouse(page, figure, OwnDigits.first(1));
        page.waitForTimeout(300);
        page.evaluate("""
                () => {
                  window.written = [];
                  const answer = document.querySelector('figure.demo-draw output');
                  new MutationObserver(all => written.push(...all.map(one => one.target.outerHTML)))
                    .observe(answer, { subtree: true, childList: true, characterData: true });
                }""");
        int before = drawn(page, "draw pad");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.waitForCondition(() -> drawn(page, "draw pad") > before);
        assertEquals(List.of(), page.evaluate("written"));
        assertTrue(figure.locator("[data-part=words]").textContent().length() > 10);
    }
}
