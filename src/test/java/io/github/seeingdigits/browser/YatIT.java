package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ReducedMotion;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.figure.Chart;
import io.github.seeingdigits.figure.YatFigure;
import io.github.seeingdigits.figure.YatNumbers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A ⵟ unit that is dragged about, in a real browser. */
class YatIT extends BrowserTest {
    private static double[] trained() {
        return YatNumbers.of(ModelFolder.read(Path.of("models", "xor-yat")).network(1));
    }

    private static String words(Locator figure) {
        return figure.locator("[data-part=words]").innerText();
    }

    private static Locator slider(Locator figure, int k) {
        return figure.locator("input").nth(k);
    }

    private static double[] numbers(Locator figure, double[] start) {
        double[] numbers = start.clone();
        for (int k = 0; k < numbers.length; k++) {
            int place = Integer.parseInt(slider(figure, k).inputValue());
            numbers[k] = place == YatNumbers.position(k, start[k]) ? start[k] : YatNumbers.value(k, place);
        }
        return numbers;
    }

    /** From a place in the field to another. */
    private static void drag(Page page, Locator figure, double[] from, double[] to) {
        Locator canvas = figure.locator("[data-part=field]");
        canvas.scrollIntoViewIfNeeded();
        BoundingBox box = canvas.boundingBox();
        Chart chart = YatFigure.chart(box.width);
        page.mouse().move(box.x + chart.atX(from[0]), box.y + chart.atY(from[1]));
        page.mouse().down();
        page.mouse().move(box.x + chart.atX(to[0]), box.y + chart.atY(to[1]));
        page.mouse().up();
        frame(page);
    }

    @Test
    void theWeightsAndTheRayAreDragged() {
        Page page = open("figures.html");
        Locator figure = live(page, "yat");
        double[] start = trained();
        frame(page);
        assertEquals(YatNumbers.words(start), words(figure));
        Locator trainedButton = figure.locator("[data-action=trained]");
        assertEquals("true", trainedButton.getAttribute("aria-pressed"));
        drag(page, figure, start, new double[] {1, -2});
        double[] moved = numbers(figure, start);
        assertEquals(1, moved[0], 0.04);
        assertEquals(-2, moved[1], 0.04);
        assertEquals(start[5], moved[5], "the ray stays");
        assertEquals(YatNumbers.words(moved), words(figure));
        assertEquals("false", trainedButton.getAttribute("aria-pressed"));
        drag(page, figure, YatFigure.handle(moved), new double[] {-2, -2});
        double[] turned = numbers(figure, start);
        assertEquals(225, turned[5], 1);
        assertEquals(moved[0], turned[0], "the weights stay");
        assertEquals(YatNumbers.words(turned), words(figure));
        drag(page, figure, turned, new double[] {9, -2});
        assertEquals(3, numbers(figure, start)[0], "no further than the picture shows");
        String hash = (String) page.evaluate("location.hash");
        assertTrue(hash.contains("yat.w1=300") && hash.contains("yat.ray="), hash);
        String shared = words(figure);
        trainedButton.click();
        frame(page);
        assertEquals(YatNumbers.words(start), words(figure));
        assertEquals("", page.evaluate("location.hash"));
        page = open("figures.html" + hash);
        Locator again = live(page, "yat");
        frame(page);
        assertEquals(shared, words(again));
    }

    @Test
    void theWeightsFollowArrowKeys() {
        Page page = open("figures.html");
        Locator figure = live(page, "yat");
        double[] start = trained();
        figure.locator("[data-part=field]").focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        frame(page);
        double[] moved = numbers(figure, start);
        assertEquals(start[0] + 0.1, moved[0], 0.011);
        assertEquals(start[1] + 0.2, moved[1], 0.011);
        assertEquals(YatNumbers.words(moved), words(figure));
        assertTrue(((String) page.evaluate("location.hash")).contains("yat.w2="));
        for (int i = 0; i < 70; i++) {
            page.keyboard().press("ArrowDown");
        }
        frame(page);
        assertEquals(-3, numbers(figure, start)[1], "no further than the picture shows");
    }

    @Test
    void everyNumberHasASlider() {
        Page page = open("figures.html");
        Locator figure = live(page, "yat");
        double[] expected = trained();
        frame(page);
        String field = pixels(figure.locator("[data-part=field]"));
        String ray = pixels(figure.locator("[data-part=ray]"));
        String parts = pixels(figure.locator("[data-part=parts]"));
        for (int k = 0; k < YatNumbers.NAMES.length; k++) {
            slider(figure, k).focus();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            expected[k] = YatNumbers.value(k, YatNumbers.position(k, expected[k]) + 2);
            frame(page);
            assertEquals(YatNumbers.said(k, expected[k]), slider(figure, k).getAttribute("aria-valuetext"));
            assertEquals(YatNumbers.words(expected), words(figure), YatNumbers.NAMES[k]);
            if (k == 0) {
                assertNotEquals(parts, pixels(figure.locator("[data-part=parts]")));
            }
        }
        assertNotEquals(field, pixels(figure.locator("[data-part=field]")));
        assertNotEquals(ray, pixels(figure.locator("[data-part=ray]")));
    }

    @Test
    @Fault("Browser: damaged deep link")
    void aDamagedAddressIsIgnored() {
        Page page = open("figures.html#yat.w1=301&yat.w2=x&yat.epsilon=-501&yat.bias=&yat.alpha=1e9&yat.ray=360");
        Locator figure = live(page, "yat");
        frame(page);
        assertEquals(YatNumbers.words(trained()), words(figure));
    }

    @Test
    void aFingerDragsTheWeightsAndTheRayAndScrollsThePageEverywhereElse() {
        Page page = open("figures.html", darkPhone().setReducedMotion(ReducedMotion.REDUCE));
        Locator figure = live(page, "yat");
        Locator canvas = figure.locator("[data-part=field]");
        canvas.evaluate("canvas => canvas.scrollIntoView({ block: 'center' })");
        frame(page);
        BoundingBox box = canvas.boundingBox();
        Chart chart = YatFigure.chart(box.width);
        double[] start = trained();
        Object before = page.evaluate("scrollY");
        swipe(
                page,
                box.x + chart.atX(start[0]),
                box.y + chart.atY(start[1]),
                box.x + chart.atX(start[0]),
                box.y + chart.atY(-2));
        frame(page);
        double[] moved = numbers(figure, start);
        assertEquals(before, page.evaluate("scrollY"), "w was meant, not the page");
        assertEquals(-2, moved[1], 0.1);
        double[] handle = YatFigure.handle(moved);
        swipe(
                page,
                box.x + chart.atX(handle[0]),
                box.y + chart.atY(handle[1]),
                box.x + chart.atX(0),
                box.y + chart.atY(-2.5));
        frame(page);
        assertEquals(before, page.evaluate("scrollY"), "the ray was meant, not the page");
        assertEquals(270, numbers(figure, start)[5], 2);
        double[] kept = numbers(figure, start);
        // Far from both.
        swipe(page, box.x + chart.atX(2), box.y + chart.atY(1), box.x + chart.atX(2), box.y + chart.atY(1) - 150);
        page.waitForCondition(
                () -> ((Number) page.evaluate("scrollY")).doubleValue() > ((Number) before).doubleValue() + 50);
        assertArrayEquals(kept, numbers(figure, start), "a swipe over the field moves the page alone");
    }

    @Test
    void onAPhoneInTheDarkNothingJumpsOrSticksOut() {
        Page page = open("figures.html", darkPhone());
        Locator stage = page.locator("#yat .stage");
        double before = stage.boundingBox().height;
        Locator figure = live(page, "yat");
        frame(page);
        assertEquals(YatNumbers.words(trained()), words(figure));
        Locator canvas = figure.locator("[data-part=field]");
        canvas.scrollIntoViewIfNeeded();
        BoundingBox box = canvas.boundingBox();
        Chart chart = YatFigure.chart(box.width);
        page.touchscreen().tap(box.x + chart.atX(-1), box.y + chart.atY(-1.5));
        frame(page);
        assertEquals(-1, numbers(figure, trained())[0], 0.04, "a tap takes w along");
        assertEquals(before, stage.boundingBox().height, 1.5);
        assertEquals(360, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
    }
}
