package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.analysis.manifold.Reconstruction;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.figure.Parameters;
import io.github.seeingdigits.figure.SpectrumFigure;
import io.github.seeingdigits.network.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A digit and its principal components, in a real browser. */
class SpectrumIT extends BrowserTest {
    private static View view(String name) throws IOException {
        return View.decode(Files.readAllBytes(Path.of("models", "manifold", "view-" + name + ".bin")));
    }

    /** What the figure says, worked out here. */
    private static String expected(float[] ink, int count, int chosen, int... out) throws IOException {
        Reconstruction sum = SpectrumFigure.reconstruction(view("components"), new Parameters(name -> null));
        sum.count = count;
        sum.see(ink);
        for (int c : out) {
            sum.leaveOut(c, true);
        }
        return SpectrumFigure.words(sum, view("spectrum").values(), chosen);
    }

    private static void says(Page page, Locator figure, String words) {
        Locator said = figure.locator("[data-part=words]");
        try {
            page.waitForCondition(() -> said.innerText().equals(words));
        } catch (RuntimeException e) {
            assertEquals(words, said.innerText());
        }
    }

    @Test
    void theSliderTheKeysAndTheMouseTakeTheDrawingApart() throws IOException {
        Page page = open("figures.html");
        emptyPad(page);
        float[] nothing = new float[Ink.PIXELS];
        Locator figure = live(page, "spectrum");
        says(page, figure, expected(nothing, 20, -1));
        Locator slider = figure.locator("[data-part=components]");
        assertEquals("100", slider.getAttribute("max"));
        Locator canvas = figure.locator("[data-part=pictures]");
        String twenty = pixels(canvas);
        slider.focus();
        page.keyboard().press("ArrowRight");
        says(page, figure, expected(nothing, 21, -1));
        frame(page);
        assertNotEquals(twenty, pixels(canvas));
        page.keyboard().press("Home");
        says(page, figure, expected(nothing, 0, -1));
        assertEquals("0 components", slider.getAttribute("aria-valuetext"));
        page.keyboard().press("End");
        says(page, figure, expected(nothing, 100, -1));
        canvas.focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowDown");
        says(page, figure, expected(nothing, 100, 11));
        Locator out = figure.locator("[data-action=out]");
        assertEquals("Leave out 12", out.innerText());
        out.click();
        says(page, figure, expected(nothing, 100, 11, 11));
        assertEquals("true", out.getAttribute("aria-pressed"));
        canvas.click(new Locator.ClickOptions().setPosition(20, 300));
        says(page, figure, expected(nothing, 100, 0, 11));
        assertEquals("false", out.getAttribute("aria-pressed"));
        String hash = (String) page.evaluate("location.hash");
        assertTrue(hash.contains("spectrum.components=100") && hash.contains("spectrum.out=2048"), hash);
        page = open("figures.html#spectrum.components=100&spectrum.out=2048");
        emptyPad(page);
        says(page, live(page, "spectrum"), expected(nothing, 100, -1, 11));
    }

    @Test
    void itFollowsThePagesDigit() throws IOException {
        Page page = open("figures.html");
        Locator figure = live(page, "spectrum");
        page.waitForCondition(
                () -> figure.locator("[data-part=words]").innerText().startsWith("20 of 784"));
        String before = pixels(figure.locator("[data-part=pictures]"));
        emptyPad(page);
        figure.scrollIntoViewIfNeeded();
        says(page, figure, expected(new float[Ink.PIXELS], 20, -1));
        frame(page);
        assertNotEquals(before, pixels(figure.locator("[data-part=pictures]")));
    }

    @Test
    @Fault("Browser: damaged deep link")
    void aDamagedAddressIsIgnored() throws IOException {
        Page page = open("figures.html#spectrum.components=101&spectrum.out=1048576");
        emptyPad(page);
        says(page, live(page, "spectrum"), expected(new float[Ink.PIXELS], 20, -1));
    }

    @Test
    void onAPhoneInTheDarkNothingJumpsOrSticksOut() {
        Page page = open("figures.html", darkPhone());
        Locator stage = page.locator("#spectrum .stage");
        double before = stage.boundingBox().height;
        Locator figure = live(page, "spectrum");
        page.waitForCondition(
                () -> figure.locator("[data-part=words]").innerText().startsWith("20 of 784"));
        figure.locator("[data-part=pictures]").tap(new Locator.TapOptions().setPosition(30, 190));
        frame(page);
        assertTrue(figure.locator("[data-part=words]").innerText().contains("Component 1:"));
        assertEquals(before, stage.boundingBox().height, 1.5);
        assertEquals(360, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
    }
}
