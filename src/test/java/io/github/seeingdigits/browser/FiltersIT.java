package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.github.seeingdigits.Fault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The filter view in a real browser. */
class FiltersIT extends BrowserTest {
    private static List<String> pictures(Locator figure) {
        List<String> pictures = new ArrayList<>();
        for (int k = 0; k < 10; k++) {
            pictures.add(pixels(figure.locator(".live [data-unit='" + k + "']")));
        }
        return pictures;
    }

    private static Page drawn(Page page, int digit) {
        Locator pad = emptyPad(page);
        drawWithMouse(page, pad, OwnDigits.first(digit));
        return page;
    }

    @Test
    void tenDifferentFiltersAreShownWithTheirBias() {
        Page page = open("softmax.html");
        Locator figure = live(page, "filters");
        frame(page);
        assertEquals(10, figure.locator(".live [data-unit]").count());
        assertEquals(10, pictures(figure).stream().distinct().count());
        for (int k = 0; k < 10; k++) {
            Locator unit = figure.locator(".live [data-unit='" + k + "']");
            assertVisible(unit);
            assertTrue(
                    unit.getAttribute("aria-label").matches("Digit " + k + ", bias −?\\d+\\.\\d\\d"),
                    unit.getAttribute("aria-label"));
        }
    }

    @Test
    void weightTimesInkFollowsTheDrawingAndItsScoresDecide() {
        Page page = drawn(open("softmax.html"), 6);
        Locator figure = live(page, "filters");
        List<String> weights = pictures(figure);
        figure.locator("[data-action=seen]").click();
        frame(page);
        List<String> six = pictures(figure);
        for (int k = 0; k < 10; k++) {
            assertNotEquals(weights.get(k), six.get(k), "filter " + k);
        }
        assertColouredOnlyWhereInked(page, figure);
        int best = -1;
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < 10; k++) {
            String label = figure.locator(".live [data-unit='" + k + "']").getAttribute("aria-label");
            double score = Double.parseDouble(
                    label.substring(label.indexOf("score ") + 6).replace('−', '-'));
            if (score > highest) {
                highest = score;
                best = k;
            }
        }
        assertEquals(6, best, "the highest score belongs to the digit that the pad reads");
        page = drawn(page, 1);
        live(page, "filters");
        frame(page);
        assertNotEquals(six, pictures(figure), "another drawing, other pictures");
        figure.locator("[data-action=weights]").click();
        frame(page);
        assertEquals(weights, pictures(figure), "the weights themselves do not depend on the drawing");
    }

    /** In every picture, the cells without ink show the page through, and most of the others do not. */
    private static void assertColouredOnlyWhereInked(Page page, Locator figure) {
        List<?> ink = (List<?>)
                page.evaluate("() => Array.from(seeingDigits.ink(sessionStorage.getItem('seeing-digits.drawing')))");
        for (int k = 0; k < 10; k++) {
            List<?> alpha =
                    (List<?>) figure.locator(".live [data-unit='" + k + "']").evaluate("""
                            canvas => {
                              const cell = canvas.width / 28, top = canvas.height - canvas.width;
                              const all = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                              return Array.from({ length: 784 }, (_, i) => all[3 + 4 * (Math.floor((i % 28 + 0.5) * cell)
                                + canvas.width * Math.floor(top + (Math.floor(i / 28) + 0.5) * cell))]);
                            }
                            """);
            int inked = 0;
            int coloured = 0;
            for (int i = 0; i < 784; i++) {
                boolean shows = ((Number) alpha.get(i)).intValue() > 0;
                if (((Number) ink.get(i)).doubleValue() > 0) {
                    inked++;
                    coloured += shows ? 1 : 0;
                } else {
                    assertTrue(!shows, "filter " + k + " is coloured at pixel " + i + ", where there is no ink");
                }
            }
            assertTrue(inked > 40, "ink on " + inked + " pixels");
            assertTrue(coloured > inked / 2, "filter " + k + " shows " + coloured + " of " + inked + " inked pixels");
        }
    }

    @Test
    void theSliderLeadsThroughTraining() {
        Page page = open("softmax.html");
        Locator figure = live(page, "filters");
        frame(page);
        List<String> trained = pictures(figure);
        Locator slider = figure.locator("[data-part=replay]");
        slider.focus();
        page.waitForCondition(() -> Integer.parseInt(slider.getAttribute("max")) >= 39);
        int last = Integer.parseInt(slider.getAttribute("max"));
        slider.press("Home");
        frame(page);
        List<String> untrained = pictures(figure);
        assertNotEquals(trained, untrained);
        assertTrue(figure.locator("[data-part=moment]").innerText().startsWith("Before training"));
        List<String> before = untrained;
        for (int step = 1; step <= 3; step++) {
            slider.press("ArrowRight");
            frame(page);
            List<String> now = pictures(figure);
            assertNotEquals(before, now, "step " + step + " changed nothing");
            assertTrue(figure.locator("[data-part=moment]").innerText().startsWith("After "));
            before = now;
        }
        slider.press("End");
        frame(page);
        assertEquals(Integer.toString(last), slider.inputValue());
        assertEquals(trained, pictures(figure), "the end of the slider is the trained network");
    }

    @Test
    void sortedByUseTheHighestScoreComesFirst() {
        Page page = drawn(open("softmax.html"), 6);
        Locator figure = live(page, "filters");
        figure.locator("[data-action=seen]").click();
        figure.locator("[data-action=sort]").click();
        frame(page);
        double before = Double.POSITIVE_INFINITY;
        Locator units = figure.locator(".live [data-unit]");
        assertEquals("6", units.first().getAttribute("data-unit"));
        for (int i = 0; i < 10; i++) {
            String label = units.nth(i).getAttribute("aria-label");
            double score = Double.parseDouble(
                    label.substring(label.indexOf("score ") + 6).replace('−', '-'));
            assertTrue(score <= before, label + " comes after " + before);
            before = score;
        }
        figure.locator("[data-action=sort]").click();
        assertEquals("0", units.first().getAttribute("data-unit"));
    }

    @Test
    void hiddenUnitsNameTheOutputsTheySpeakForAndConvolutionsShowTheirKernels() {
        Page page = open("figures.html");
        Locator hidden = live(page, "filters", "hidden-10");
        frame(page);
        assertTrue(hidden.locator(".live [data-unit='3']")
                .getAttribute("aria-label")
                .matches("Unit 3, bias −?\\d+\\.\\d\\d, for \\d, against \\d"));
        Locator slider = hidden.locator("[data-part=replay]");
        List<String> trained = pictures(hidden);
        slider.focus();
        page.waitForCondition(() -> Integer.parseInt(slider.getAttribute("max")) >= 20);
        slider.press("Home");
        frame(page);
        assertNotEquals(trained, pictures(hidden));

        Locator cnn = live(page, "filters", "cnn");
        frame(page);
        assertEquals(8, cnn.locator(".live [data-unit]").count());
        cnn.locator("[data-action=play]").click();
        assertTrue(cnn.locator("[data-part=moment]").innerText().contains("too large"));

        Locator nmn = live(page, "filters", "nmn-10");
        frame(page);
        assertTrue(
                nmn.locator(".live [data-unit='9']").getAttribute("aria-label").matches("Digit 9, cos −?0\\.\\d\\d"));
    }

    @Test
    @Fault("Browser: damaged deep link")
    void anAddressBringsTheMomentAndTheViewAndDamageIsIgnored() {
        Page page = open("softmax.html#filters.show=seen&filters.at=2");
        Locator figure = live(page, "filters");
        page.waitForCondition(
                () -> "2".equals(figure.locator("[data-part=replay]").inputValue()));
        assertEquals("true", figure.locator("[data-action=seen]").getAttribute("aria-pressed"));
        assertTrue(figure.locator("[data-part=moment]").innerText().startsWith("After "));
        figure.locator("[data-part=replay]").press("ArrowRight");
        assertTrue(page.url().contains("filters.at=3"), page.url());

        for (String damage :
                List.of("filters.at=NaN", "filters.at=99999999999&filters.show=%E0%A4%A", "filters.at=-1")) {
            Page other = open("softmax.html#" + damage);
            Locator whole = live(other, "filters");
            frame(other);
            page.waitForTimeout(100);
            assertEquals("true", whole.locator("[data-action=weights]").getAttribute("aria-pressed"), damage);
            assertEquals(
                    whole.locator("[data-part=replay]").getAttribute("max"),
                    whole.locator("[data-part=replay]").inputValue(),
                    damage);
        }
    }

    @Test
    void playRunsThroughTrainingAndStopsAtTheEnd() {
        Page page = open("softmax.html");
        Locator figure = live(page, "filters");
        figure.locator("[data-action=play]").click();
        assertEquals("Pause", figure.locator("[data-action=play]").innerText());
        Locator slider = figure.locator("[data-part=replay]");
        page.waitForCondition(
                () -> figure.locator("[data-action=play]").innerText().equals("Play"));
        assertEquals(slider.getAttribute("max"), slider.inputValue());
    }

    @Test
    void onAPhoneInTheDarkEveryFilterFitsTheScreen() {
        Page page = open(
                "softmax.html",
                new Browser.NewContextOptions().setViewportSize(360, 740).setColorScheme(ColorScheme.DARK));
        Locator figure = live(page, "filters");
        frame(page);
        for (int k = 0; k < 10; k++) {
            var box = figure.locator(".live [data-unit='" + k + "']").boundingBox();
            assertTrue(box.x >= 0 && box.x + box.width <= 360, "filter " + k + " lies at " + box.x);
            assertTrue(box.width >= 80, "filter " + k + " is " + box.width + " px wide");
        }
        assertEquals(360, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
    }
}
