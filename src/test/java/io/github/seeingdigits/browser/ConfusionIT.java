package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.analysis.ConfusionMatrix;
import io.github.seeingdigits.data.Mnist;
import io.github.seeingdigits.figure.ConfusionFigure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A confusion matrix, in a real browser. */
class ConfusionIT extends BrowserTest {
    private static final Pattern FOUND = Pattern.compile("the network reads (\\d+) as");

    private static ConfusionMatrix matrix(String model) {
        return ConfusionFigure.matrix(RecordFacts.of(model));
    }

    private static void says(Page page, Locator figure, String words) {
        page.waitForCondition(
                () -> figure.locator("[data-part=words]").innerText().equals(words));
    }

    /** Waits until the examples are there, and returns how many were found. */
    private static int found(Page page, Locator figure, int digit, int answer) {
        Locator found = figure.locator("[data-part=found]");
        page.waitForCondition(() ->
                found.innerText().matches("(?s).*" + plural(digit) + ".*, the network reads \\d+ as " + answer + ".*"));
        Matcher matcher = FOUND.matcher(found.innerText());
        assertTrue(matcher.find(), found.innerText());
        int count = Integer.parseInt(matcher.group(1));
        assertEquals(
                Math.min(12, count),
                figure.locator("[data-part=examples] button").count());
        return count;
    }

    private static String plural(int digit) {
        return ConfusionFigure.words(matrix("softmax-10"), 11 * digit).replaceAll(".* of .* (\\w+) \\(.*", "$1");
    }

    @Test
    void aCellIsPickedByPointerAndArrowKeysAndShared() {
        Page page = open("figures.html");
        Locator figure = live(page, "confusion");
        Locator canvas = figure.locator("[data-part=matrix]");
        ConfusionMatrix matrix = matrix("softmax-10");
        says(page, figure, ConfusionFigure.words(matrix, matrix.worst()));
        frame(page);
        String before = pixels(canvas);
        BoundingBox box = canvas.boundingBox();
        double w = (box.width - 132) / 10;
        canvas.click(new Locator.ClickOptions().setPosition(40 + 2.5 * w, 58 + 7.5 * 34));
        says(page, figure, ConfusionFigure.words(matrix, 72));
        frame(page);
        assertNotEquals(before, pixels(canvas));
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowRight");
        says(page, figure, ConfusionFigure.words(matrix, 83));
        for (int i = 0; i < 12; i++) {
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowDown");
        }
        says(page, figure, ConfusionFigure.words(matrix, 99));
        page.keyboard().press("ArrowUp");
        says(page, figure, ConfusionFigure.words(matrix, 89));
        String hash = (String) page.evaluate("location.hash");
        assertTrue(hash.contains("confusion.cell=8,9"), hash);
        page = open("figures.html" + hash);
        says(page, live(page, "confusion"), ConfusionFigure.words(matrix, 89));
    }

    @Test
    void theChosenNetworkReadsTheExamplesAndOnePickedBecomesThePagesDigit() {
        Page page = open("figures.html#confusion.cell=5,3");
        Locator figure = live(page, "confusion");
        int softmax = found(page, figure, 5, 3);
        assertTrue(softmax > 0 && softmax <= matrix("softmax-10").count(5, 3), softmax + " of the test set's");
        if (Mnist.find(System.getenv()).isPresent()) {
            assertTrue(figure.locator("[data-part=found]").innerText().contains("of the test set"));
            figure.locator("[data-part=network]").selectOption("5");
            says(page, figure, ConfusionFigure.words(matrix("reader"), 53));
            assertEquals(
                    matrix("reader").count(5, 3),
                    found(page, figure, 5, 3),
                    "all of the reader's mistakes are on the sheet");
        } else {
            assertTrue(figure.locator("[data-part=found]").innerText().contains("no test images"));
        }
        String before = pixels(figure.locator("[data-part=matrix]"));
        Locator first = figure.locator("[data-part=examples] button").first();
        String image = first.getAttribute("data-image");
        first.focus();
        page.keyboard().press("Enter");
        frame(page);
        frame(page);
        String said = figure.locator("[data-part=found]").innerText();
        assertTrue(said.startsWith("This is a 5 of ") && said.endsWith("number " + image + ", read as 3."), said);
        assertNotEquals(before, pixels(figure.locator("[data-part=matrix]")), "row and column of the digit are marked");
        assertTrue(((String) page.evaluate("sessionStorage.getItem('seeing-digits.drawing')")).length() > 100);
    }

    @Test
    void twoNetworksAreCompared() {
        Page page = open("figures.html");
        Locator figure = live(page, "confusion");
        figure.locator("[data-part=with]").selectOption("5");
        ConfusionMatrix matrix = matrix("softmax-10");
        String title = RecordFacts.of("softmax-10").text("title");
        String other = RecordFacts.of("cnn").text("title");
        int cell = matrix.worst();
        says(page, figure, ConfusionFigure.words(title, matrix, other, matrix("cnn"), cell));
        String hash = (String) page.evaluate("location.hash");
        page = open("figures.html" + hash);
        says(page, live(page, "confusion"), ConfusionFigure.words(title, matrix, other, matrix("cnn"), cell));
    }

    @Test
    @Fault("Browser: damaged deep link")
    void aDamagedAddressIsIgnored() {
        ConfusionMatrix matrix = matrix("softmax-10");
        for (String damage : new String[] {"cell=9,10", "cell=5", "cell=-1,3&confusion.network=99&confusion.with=x"}) {
            Page page = open("figures.html#confusion." + damage);
            says(page, live(page, "confusion"), ConfusionFigure.words(matrix, matrix.worst()));
        }
    }

    @Test
    void onAPhoneInTheDarkNothingJumpsOrSticksOut() {
        Page page = open("figures.html", darkPhone());
        Locator stage = page.locator("#confusion .stage");
        double before = stage.boundingBox().height;
        Locator figure = live(page, "confusion");
        ConfusionMatrix matrix = matrix("softmax-10");
        Locator canvas = figure.locator("[data-part=matrix]");
        double w = (canvas.boundingBox().width - 72) / 10;
        canvas.tap(new Locator.TapOptions().setPosition(40 + 8.5 * w, 58 + 2.5 * 27));
        says(page, figure, ConfusionFigure.words(matrix, 28));
        found(page, figure, 2, 8);
        assertEquals(before, stage.boundingBox().height, 1.5);
        assertEquals(360, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
    }
}
