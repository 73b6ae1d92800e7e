package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.Fault;
import io.github.seeingdigits.digit.Drawing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Pages, pads and pointers in Firefox, one look at each; the tests in Chromium are the thorough ones. */
class FirefoxIT extends FirefoxTest {
    private static final String TAB = "\uE004";
    private static final Drawing ONE = Drawing.decode("500,100,500,900");

    @Test
    @Fault("Browser: Firefox")
    @Fault("Browser: touch")
    void pagesComeAliveAndReadWhatIsDrawn() throws Exception {
        for (String page : List.of("index.html", "softmax.html")) {
            open(page);
            allLive();
            drawAndRead(3);
            press("undo");
            firefox.await(DIGIT, "");
            draw("mouse", OwnDigits.first(7));
            firefox.await(DIGIT, "7");
            press("clear");
            String before = firefox.evaluate("scrollY");
            draw("touch", OwnDigits.first(0));
            firefox.await(DIGIT, "0");
            assertEquals(before, firefox.evaluate("scrollY"), "the page scrolled while a finger drew");
        }
    }

    @Test
    @Fault("Browser: pointer released outside")
    void aStrokeThatLeavesThePadEndsWhereItIsReleased() throws Exception {
        open("softmax.html");
        emptyPad();
        firefox.stroke("mouse", onPad(500, 100, 500, 900, 500, 1200));
        firefox.await(DIGIT, "1");
        String strokes = firefox.evaluate("seeingDigits.strokes()");
        firefox.hover(onPad(200, 200).get(0));
        firefox.hover(onPad(800, 200).get(0));
        assertEquals(strokes, firefox.evaluate("seeingDigits.strokes()"), "a released pen must not draw");
    }

    @Test
    @Fault("Browser: pointer cancelled")
    void aCancelledPointerEndsTheStrokeAndTheNextOneDraws() throws Exception {
        open("softmax.html");
        emptyPad();
        firefox.evaluate("(" + PadWaysIT.CANCELLED + ")(" + PAD + ")");
        firefox.await(DIGIT, "1");
        assertEquals("500,100,500,400;500,400,500,900", firefox.evaluate("seeingDigits.strokes()"));
    }

    @Test
    @Fault("Browser: second finger")
    void aSecondFingerDoesNotTearTheLine() throws Exception {
        open("softmax.html");
        emptyPad();
        firefox.strokes(
                "touch",
                List.of(onPad(500, 100, 500, 400, 500, 700, 500, 900), onPad(100, 900, 150, 900, 200, 900, 250, 900)));
        firefox.await(DIGIT, "1");
        assertEquals(1, firefox.evaluate("seeingDigits.strokes()").split(";").length);
    }

    @Test
    @Fault("Browser: storm of draw, clear and resize")
    void aStormOfStrokesClearsAndSizesLeavesAPadThatDraws() throws Exception {
        open("softmax.html");
        emptyPad();
        for (int round = 0; round < 4; round++) {
            firefox.setViewport(320 + 240 * round, 700, 1);
            firefox.evaluate("""
                    (pad => {
                      const box = pad.getBoundingClientRect();
                      for (let i = 0; i < 200; i++) {
                        pad.dispatchEvent(new PointerEvent(['pointerdown', 'pointermove', 'pointermove', 'pointerup'][i %% 4],
                          { pointerId: 1 + i %% 3, bubbles: true, clientX: box.left + (i * 37 %% 100) / 100 * box.width,
                            clientY: box.top + (i * 61 %% 100) / 100 * box.height }));
                        if (i %% 7 === 0)
                          document.querySelector('[data-action=' + ['undo', 'redo', 'clear', 'random'][i / 7 %% 4] + ']').click();
                      }
                      for (let id = 1; id < 4; id++)
                        pad.dispatchEvent(new PointerEvent('pointerup', { pointerId: id, bubbles: true }));
                    })(%s)""".formatted(PAD));
        }
        firefox.setViewport(1280, 1000, 1);
        drawAndRead(7);
    }

    @Test
    @Fault("Browser: drawing while training")
    @Fault("Browser: hidden tab")
    void whileANetworkTrainsThePadReadsAndInAHiddenTabTrainingRests() throws Exception {
        firefox.setViewport(1280, 9000, 1);
        open("softmax.html");
        await("train", "live");
        press("train");
        awaitStep(5);
        int before = step();
        drawAndRead(3);
        awaitStep(before);
        assertEquals(
                "true", firefox.evaluate("document.querySelector('[data-action=train]').getAttribute('aria-pressed')"));

        String other = firefox.openTab();
        firefox.await("document.hidden", "true");
        Thread.sleep(300);
        int hidden = step();
        Thread.sleep(500);
        assertEquals(hidden, step(), "training went on in a hidden tab");
        firefox.closeTab(other);
        firefox.await("document.hidden", "false");
    }

    @Test
    @Fault("Browser: back or forward cache")
    void aPageThatComesBackShowsWhatWasDrawnMeanwhile() throws Exception {
        open("softmax.html");
        drawAndRead(2);
        open("hidden-layer.html");
        await("draw", "live");
        firefox.await(DIGIT, "2");
        press("clear");
        draw("mouse", ONE);
        firefox.await(DIGIT, "1");
        firefox.traverse(-1);
        firefox.await("location.pathname.split('/').pop()", "softmax.html");
        await("draw", "live");
        firefox.await(DIGIT, "1");
    }

    @Test
    @Fault("Browser: high density of pixels")
    @Fault("Browser: 320 px wide")
    @Fault("Browser: text spacing")
    void onANarrowDenseScreenThePadIsSharpAndNothingScrollsSideways() throws Exception {
        firefox.setViewport(320, 740, 3);
        for (String page : List.of("index.html", "softmax.html")) {
            open(page);
            assertEquals("0", firefox.evaluate(BEYOND), page);
            firefox.evaluate("(" + PageIT.ROOMY + ")()");
            assertEquals("0", firefox.evaluate(BEYOND), page + " with room between letters");
            await("draw", "live");
        }
        drawAndRead(3);
        assertEquals("true", firefox.evaluate("Math.abs(" + PAD + ".width - 3 * " + PAD + ".clientWidth) <= 3"));
    }

    @Test
    @Fault("Browser: Tab key")
    void tabReachesControlsAndTheFocusShows() throws Exception {
        open("softmax.html");
        allLive();
        firefox.evaluate(PAD + ".focus()");
        Set<String> reached = new TreeSet<>();
        for (int i = 0; i < 12; i++) {
            firefox.press(TAB);
            reached.add(firefox.evaluate("document.activeElement.dataset.action || document.activeElement.tagName"));
            // The field for files lies unseen in its label, which shows the focus.
            String outline = firefox.evaluate("(e => (s => s.outlineStyle + ' ' + s.outlineWidth)(getComputedStyle("
                    + "e.type === 'file' ? e.parentElement : e)))(document.activeElement)");
            assertTrue(!outline.startsWith("none") && !outline.endsWith(" 0px"), reached + ": " + outline);
        }
        assertTrue(reached.containsAll(List.of("undo", "clear", "erase", "picture")), reached.toString());
    }

    @Test
    @Fault("Browser: print")
    void onPaperThereIsTheArticle() throws Exception {
        open("softmax.html");
        allLive();
        byte[] paper = firefox.print();
        assertEquals("%PDF-", new String(paper, 0, 5, StandardCharsets.ISO_8859_1));
        firefox.evaluate("document.querySelectorAll('figure.demo').forEach(figure => figure.remove())");
        byte[] withoutFigures = firefox.print();
        firefox.evaluate("document.querySelector('main').remove()");
        byte[] empty = firefox.print();
        String sizes = paper.length + ", " + withoutFigures.length + " and " + empty.length + " bytes";
        assertTrue(paper.length > withoutFigures.length + 20_000, "figures are not on paper: " + sizes);
        assertTrue(withoutFigures.length > empty.length + 20_000, "the text is not on paper: " + sizes);
    }
}
