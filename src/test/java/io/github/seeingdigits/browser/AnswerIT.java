package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.digit.Drawing;
import org.junit.jupiter.api.Test;

/** What the page says about a drawing, and what it learns from a reader. */
class AnswerIT extends BrowserTest {
    private static final int STEPS = 12;

    private static String sure(Locator figure) {
        return figure.locator("output").getAttribute("data-sure");
    }

    private static String words(Locator figure) {
        return figure.locator("[data-part=words]").innerText();
    }

    @Test
    void itSaysHowSureItIsAndWhenTheDrawingIsNoDigit() {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        assertEquals("empty", sure(figure));
        drawWithMouse(page, figure, OwnDigits.first(0));
        assertEquals("sure", sure(figure));
        assertTrue(words(figure).startsWith("Surely a 0 ("), words(figure));

        emptyPad(page);
        drawWithMouse(page, figure, Drawing.decode("500,500"));
        assertEquals("unsure", sure(figure));
        assertEquals(1, digit(page).length(), "the best guess stays");
        assertTrue(words(figure).startsWith("Too little ink for a digit."), words(figure));

        emptyPad(page);
        drawWithMouse(page, figure, Drawing.decode("200,500,800,500"));
        assertEquals("unsure", sure(figure));
        assertTrue(words(figure).startsWith("Too flat for a digit."), words(figure));
    }

    @Test
    void theTwoRunnersUpAreNamedWithTheirProbabilities() {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        drawWithMouse(page, figure, OwnDigits.first(4));
        assertEquals(3, words(figure).split("\\(").length - 1, words(figure));
    }

    @Test
    void screenReadersHearTheAnswerOnceAStrokeIsComplete() {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        Locator spoken = figure.locator("[data-part=spoken]");
        String before = spoken.innerText();
        BoundingBox box = figure.locator("[data-part=pad]").boundingBox();
        page.mouse().move(box.x + box.width * 0.5, box.y + box.height * 0.2);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.5, box.y + box.height * 0.8);
        assertEquals("1", digit(page));
        assertEquals(before, spoken.innerText(), "it spoke while the pen was down");
        page.mouse().up();
        frame(page);
        assertEquals(words(figure), spoken.innerText());
    }

    @Test
    void aCorrectionMovesTheAnswerStepByStepAndTakingItBackRestoresItExactly() {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        drawWithMouse(page, figure, OwnDigits.first(7));
        assertEquals("7", digit(page));
        String probability = figure.locator("output").getAttribute("data-probability");
        String bars = pixels(figure.locator("[data-part=bars]"));
        String published = published(page);
        String said = words(figure);

        figure.locator("summary").first().click();
        Locator lesson = figure.locator("[data-part=lesson]");
        Locator back = figure.locator("[data-action=takeback]");
        assertTrue(back.isDisabled());
        figure.locator("[data-action=was-1]").click();
        page.waitForCondition(() -> back.isEnabled());
        frame(page);
        assertTrue(lesson.innerText().startsWith("One step on your drawing: a 1 went from "), lesson.innerText());
        assertNotEquals(probability, figure.locator("output").getAttribute("data-probability"));
        for (int step = 1; step < STEPS && !digit(page).equals("1"); step++) {
            figure.locator("[data-action=was-1]").click();
        }
        assertEquals("1", digit(page), lesson.innerText());
        assertTrue(Double.parseDouble(figure.locator("output").getAttribute("data-probability")) > 0.3);
        assertEquals(published, published(page), "the published weights have changed");

        back.click();
        frame(page);
        assertEquals("7", digit(page));
        assertEquals(probability, figure.locator("output").getAttribute("data-probability"));
        assertEquals(bars, pixels(figure.locator("[data-part=bars]")));
        assertEquals(said, words(figure));
        assertTrue(back.isDisabled());
        assertTrue(lesson.innerText().contains("published weights"), lesson.innerText());
    }

    /** What every other figure's network says of a fixed drawing. */
    private static String published(Page page) {
        return page.evaluate(
                        "Array.from(seeingDigits.predict('softmax-10', seeingDigits.ink('300,200,700,200,450,850'))).join()")
                .toString();
    }

    @Test
    @Fault("Browser: second script missing")
    void whereTheSecondScriptCannotBeHadASentenceSaysSoAndTheAnswerStays() {
        Page page = open("softmax.html");
        page.route("**/assets/late.*.js", Route::abort);
        Locator figure = emptyPad(page);
        drawWithMouse(page, figure, OwnDigits.first(7));
        figure.locator("summary").first().click();
        figure.locator("[data-action=was-1]").click();
        Locator lesson = figure.locator("[data-part=lesson]");
        page.waitForCondition(() -> lesson.innerText().startsWith("The network cannot be taught now: "));
        assertEquals("7", digit(page));

        page.unroute("**/assets/late.*.js");
        figure.locator("[data-action=was-1]").click();
        page.waitForCondition(() -> lesson.innerText().startsWith("One step on your drawing"));
        assertTrue(complaints.removeIf(complaint -> complaint.contains("late.")), "the abort was not noticed");
        complaints.removeIf(complaint -> complaint.contains("net::ERR_FAILED"));
    }

    @Test
    void anEmptyPadTeachesNothing() {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        figure.locator("summary").first().click();
        figure.locator("[data-action=was-3]").click();
        assertTrue(figure.locator("[data-part=lesson]").innerText().startsWith("Draw a digit first"));
        assertTrue(figure.locator("[data-action=takeback]").isDisabled());
    }
}
