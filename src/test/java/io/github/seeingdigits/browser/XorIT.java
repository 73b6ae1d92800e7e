package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.seeingdigits.analysis.XorRun;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.figure.XorFigure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Exclusive or, learnt in a real browser. */
class XorIT extends BrowserTest {
    private static String words(Locator figure) {
        return figure.locator("[data-part=words]").innerText();
    }

    private static String arithmetic(Locator figure) {
        return figure.locator(".live canvas").getAttribute("aria-label");
    }

    @Test
    void stepsInThePageAreThoseOfTheJvm() {
        Page page = open("figures.html");
        Locator figure = live(page, "xor");
        frame(page);
        XorRun trained = XorFigure.fitting(
                ModelFolder.read(Path.of("models", "xor-relu")).network(1));
        assertEquals(XorFigure.words(trained), words(figure));
        assertEquals(XorFigure.arithmetic(trained).strip(), arithmetic(figure).strip());
        for (int kind = 0; kind < 3; kind++) {
            figure.locator("[data-kind='" + (kind + 1) + "']").focus();
            page.keyboard().press("Enter");
            figure.locator("[data-action=step]").focus();
            for (int i = 0; i < 5; i++) {
                page.keyboard().press("Space");
            }
            frame(page);
            XorRun run = XorFigure.start(kind, 1);
            run.train(5);
            assertEquals("Start 1. " + XorFigure.words(run), words(figure));
            assertEquals(XorFigure.arithmetic(run).strip(), arithmetic(figure).strip());
        }
        figure.locator("[data-action=reset]").click();
        frame(page);
        assertEquals("Start 2. " + XorFigure.words(XorFigure.start(2, 2)), words(figure));
    }

    @Test
    void trainingRunsPausesAndIsShared() {
        Page page = open("figures.html#xor.kind=2&xor.seed=5");
        Locator figure = live(page, "xor");
        figure.locator("[data-action=train]").click();
        page.waitForCondition(() -> words(figure).contains("squared error 0.250"));
        figure.locator("[data-action=train]").click();
        frame(page);
        assertEquals("Train", figure.locator("[data-action=train]").innerText());
        String paused = words(figure);
        String hash = (String) page.evaluate("location.hash");
        assertTrue(hash.contains("xor.steps="), hash);
        page = open("figures.html" + hash);
        Locator again = live(page, "xor");
        frame(page);
        assertEquals(paused, words(again));
        page = open("figures.html#xor.kind=9&xor.seed=-1&xor.steps=1e9");
        Locator damaged = live(page, "xor");
        frame(page);
        assertTrue(words(damaged).startsWith("No step of training here: 4 of 4"), words(damaged));
    }

    @Test
    void trainingStopsOffScreenAndByItself() {
        Page page = open("figures.html#xor.kind=1&xor.steps=10");
        Locator figure = live(page, "xor");
        figure.locator("[data-action=train]").click();
        page.waitForCondition(() -> !words(figure).contains("After 10 steps"));
        page.evaluate("scrollTo(0, 0)");
        page.waitForCondition(
                () -> figure.locator("[data-action=train]").textContent().equals("Train"));
        Page end = open("figures.html#xor.kind=1&xor.steps=2990");
        Locator last = live(end, "xor");
        last.locator("[data-action=train]").click();
        end.waitForCondition(() -> words(last).contains("After 3000 steps"));
        assertEquals("Train", last.locator("[data-action=train]").innerText());
    }

    @Test
    void onAPhoneInTheDarkNothingJumpsOrSticksOut() {
        Page page = open("figures.html", darkPhone());
        Locator stage = page.locator("#xor .stage");
        double before = stage.boundingBox().height;
        Locator figure = live(page, "xor");
        figure.locator("[data-kind='3']").tap();
        figure.locator("[data-action=step]").tap();
        frame(page);
        assertTrue(words(figure).startsWith("Start 1. After 1 step:"), words(figure));
        assertEquals(before, stage.boundingBox().height, 1.5);
        assertEquals(360, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
    }
}
