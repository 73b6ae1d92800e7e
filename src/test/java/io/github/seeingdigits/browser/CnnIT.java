package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.analysis.FeatureMaps;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.figure.CellChoice;
import io.github.seeingdigits.figure.CnnFigure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Feature maps, in a real browser: every sum is compared with the JVM's. */
class CnnIT extends BrowserTest {
    private static FeatureMaps maps(int digit) {
        FeatureMaps maps =
                new FeatureMaps(ModelFolder.read(Path.of("models", "cnn")).network(1));
        maps.see(Ink.of(OwnDigits.first(digit)));
        return maps;
    }

    private Page drawn(int digit, String hash) {
        Page page = blank(new Browser.NewContextOptions().setViewportSize(1280, 900));
        page.addInitScript("sessionStorage.setItem('seeing-digits.drawing', '"
                + OwnDigits.first(digit).encode() + "')");
        page.navigate(address() + "figures.html" + hash);
        return page;
    }

    /** The same but for the last decimal of a number, which rounding may change. */
    private static void assertSaid(String expected, String said) {
        String number = "\\d+\\.\\d{3}";
        assertEquals(expected.replaceAll(number, "#"), said.replaceAll(number, "#"));
        String[] numbers = expected.replaceAll("[^0-9. ]|\\.$", " ").strip().split("\\s+");
        String[] others = said.replaceAll("[^0-9. ]|\\.$", " ").strip().split("\\s+");
        for (int i = 0; i < numbers.length; i++) {
            assertEquals(Double.parseDouble(numbers[i]), Double.parseDouble(others[i]), 0.0011, said);
        }
    }

    private static String said(Page page, Locator figure) {
        frame(page);
        return figure.locator("[data-part=words]").innerText();
    }

    @Test
    void stagesMapsAndCellsAreReachedByKeyboardAndTheAddressIsShared() {
        Page page = drawn(3, "");
        Locator figure = live(page, "cnn");
        FeatureMaps maps = maps(3);
        assertSaid(CnnFigure.words(maps, new CellChoice(1, 0, -1, -1)), said(page, figure));
        for (int stage = 0; stage < maps.stages(); stage++) {
            Locator button = figure.locator("[data-stage='" + stage + "']");
            assertEquals(maps.name(stage), button.innerText());
            button.focus();
            page.keyboard().press("Enter");
            assertSaid(CnnFigure.words(maps, new CellChoice(stage, 0, -1, -1)), said(page, figure));
            assertEquals("true", button.getAttribute("aria-pressed"));
        }
        figure.locator("[data-stage='4']").click();
        Locator slider = figure.locator("[data-part=map]");
        assertEquals("15", slider.getAttribute("max"));
        slider.focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        CellChoice choice = new CellChoice(4, 2, -1, -1);
        assertSaid(CnnFigure.words(maps, choice), said(page, figure));
        figure.locator(".live canvas").focus();
        double top = ((Number) page.evaluate("scrollY")).doubleValue();
        for (String key : new String[] {"ArrowUp", "ArrowUp", "ArrowLeft", "ArrowDown", "ArrowRight", "ArrowRight"}) {
            page.keyboard().press(key);
        }
        choice = choice.moved(maps, 0, -1)
                .moved(maps, 0, -1)
                .moved(maps, -1, 0)
                .moved(maps, 0, 1)
                .moved(maps, 1, 0)
                .moved(maps, 1, 0);
        assertSaid(CnnFigure.words(maps, choice), said(page, figure));
        assertEquals(top, ((Number) page.evaluate("scrollY")).doubleValue(), "the page stays where it is");
        String hash = (String) page.evaluate("location.hash");
        assertTrue(hash.contains("cnn.cell=" + choice.encode()), hash);
        page = drawn(7, hash);
        figure = live(page, "cnn");
        assertSaid(CnnFigure.words(maps(7), choice), said(page, figure));
    }

    @Test
    void aPointerPassesOverCellsAndPressingKeepsOne() {
        Page page = drawn(3, "#cnn.cell=1,2,300,-1");
        Locator figure = live(page, "cnn");
        FeatureMaps maps = maps(3);
        CellChoice kept = new CellChoice(1, 2, 300, -1);
        Locator canvas = figure.locator(".live canvas");
        assertSaid(CnnFigure.words(maps, kept), said(page, figure));
        String before = pixels(canvas);
        double y = canvas.boundingBox().height - 226;
        double cell = 190.0 / 24;
        canvas.hover(new Locator.HoverOptions().setPosition(11.5 * cell, y + 9.5 * cell));
        CellChoice passing = new CellChoice(1, 2, 24 * 9 + 11, -1);
        assertSaid(CnnFigure.words(maps, passing), said(page, figure));
        assertNotEquals(before, pixels(canvas));
        figure.locator("[data-part=words]").hover();
        assertSaid(CnnFigure.words(maps, kept), said(page, figure));
        canvas.click(new Locator.ClickOptions().setPosition(11.5 * cell, y + 9.5 * cell));
        figure.locator("[data-part=words]").hover();
        assertSaid(CnnFigure.words(maps, passing), said(page, figure));
        // The scores' strip is the last but for the digits: its sixth tenth is digit 5.
        canvas.click(new Locator.ClickOptions().setPosition(canvas.boundingBox().width - 30, 36 + 336 * 0.55));
        assertSaid(CnnFigure.words(maps, new CellChoice(9, 0, 5, -1)), said(page, figure));
        assertTrue(((String) page.evaluate("location.hash")).contains("cnn.cell=9,0,5,-1"));
    }

    @Test
    @Fault("Browser: damaged deep link")
    void aDamagedAddressIsIgnored() {
        for (String cell : new String[] {"", "1", "1,2,3", "1,2,3,4,5", "a,0,0,0", "1,8,0,0", "99999999999,0,0,0"}) {
            Page page = drawn(3, "#cnn.cell=" + cell);
            Locator figure = live(page, "cnn");
            assertSaid(CnnFigure.words(maps(3), new CellChoice(1, 0, -1, -1)), said(page, figure));
        }
    }

    @Test
    void onAPhoneInTheDarkNothingJumpsOrSticksOut() {
        Page page = open("figures.html", darkPhone());
        Locator stage = page.locator("figure[data-demo=cnn] .stage").first();
        double before = stage.boundingBox().height;
        Locator figure = live(page, "cnn");
        frame(page);
        assertEquals(before, stage.boundingBox().height, 1.5);
        figure.locator("[data-stage='4']").tap();
        String first = said(page, figure);
        Locator canvas = figure.locator(".live canvas");
        double y = canvas.boundingBox().height - 346;
        canvas.tap(new Locator.TapOptions().setPosition(150 * 7.5 / 8, y + 150 * 7.5 / 8));
        assertTrue(said(page, figure).startsWith("conv 2, map 0, row 7, column 7: sum "), said(page, figure));
        assertNotEquals(first, said(page, figure));
        assertEquals(before, stage.boundingBox().height, 1.5);
        assertEquals(360, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
    }
}
