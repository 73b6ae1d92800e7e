package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.figure.PlaneFigure;
import io.github.seeingdigits.figure.Planes;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Replay;
import io.github.seeingdigits.network.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Planes of two units, in a real browser. */
class PlaneIT extends BrowserTest {
    private static final Path MODEL = Path.of("models", "zero-to-four");
    private static final String FIGURE = "figure[data-demo=plane][data-model=zero-to-four]";

    private Page drawn(Drawing drawing, Browser.NewContextOptions options, String hash) {
        Page page = blank(options);
        page.addInitScript("sessionStorage.setItem('seeing-digits.drawing', '" + drawing.encode() + "')");
        page.navigate(address() + "figures.html" + hash);
        return page;
    }

    private Page drawn(String hash) {
        return drawn(OwnDigits.first(3), new Browser.NewContextOptions().setViewportSize(1280, 900), hash);
    }

    private static String expected(int moment, int layer) throws IOException {
        Network network = Planes.copy(ModelFolder.read(MODEL).network(1));
        Planes planes = new Planes(network, View.decode(Files.readAllBytes(MODEL.resolve("view-sample.bin"))));
        if (moment < planes.moments() - 1) {
            network.setParameters(Replay.decode(Files.readAllBytes(MODEL.resolve("replay.bin")))
                    .snapshot(moment));
        }
        return PlaneFigure.words(planes, moment, layer, Ink.of(OwnDigits.first(3)));
    }

    private static void says(Page page, String words) {
        Locator said = page.locator(FIGURE + " [data-part=words]");
        page.waitForCondition(() -> words.equals(said.innerText()));
    }

    @Test
    void everyLayerAtEveryMomentIsWhatTheJvmComputes() throws IOException {
        Page page = drawn("");
        Locator figure = live(page, "plane", "zero-to-four");
        says(page, expected(30, 0));
        Locator slider = figure.locator("[data-part=replay]");
        slider.focus();
        page.waitForCondition(() -> "30".equals(slider.getAttribute("max")));
        for (int moment : new int[] {0, 12, 29, 30}) {
            slider.fill(Integer.toString(moment));
            for (int layer = 0; layer < 2; layer++) {
                figure.locator("[data-layer='" + layer + "']").focus();
                page.keyboard().press("Enter");
                says(page, expected(moment, layer));
            }
        }
        page.keyboard().press("Shift+Tab");
        slider.focus();
        page.keyboard().press("Home");
        says(page, expected(0, 1));
        String hash = (String) page.evaluate("location.hash");
        assertTrue(hash.contains("plane.layer=1") && hash.contains("plane.at=0"), hash);
        page = drawn(hash);
        live(page, "plane", "zero-to-four");
        says(page, expected(0, 1));
    }

    @Test
    @Fault("Browser: damaged deep link")
    void aDamagedAddressIsIgnored() throws IOException {
        Page page = drawn("#plane.layer=9&plane.at=-4");
        live(page, "plane", "zero-to-four");
        says(page, expected(30, 0));
    }

    @Test
    void playingInALoopGoesOnFromTheStartAndStopsOffScreen() {
        Page page = drawn("");
        Locator figure = live(page, "plane", "zero-to-four");
        Locator slider = figure.locator("[data-part=replay]");
        figure.locator("[data-action=loop]").click();
        figure.locator("[data-action=play]").click();
        int[] most = {0};
        page.waitForCondition(() -> {
            int at = Integer.parseInt(slider.inputValue());
            most[0] = Math.max(most[0], at);
            return most[0] == 30 && "30".equals(slider.getAttribute("max")) && at > 0 && at < 20;
        });
        assertEquals("Pause", figure.locator("[data-action=play]").innerText());
        page.evaluate("scrollTo(0, 0)");
        page.waitForCondition(
                () -> figure.locator("[data-action=play]").textContent().equals("Play"));
    }

    @Test
    void theDrawingsDotFollowsTheDrawing() {
        Page page = drawn("");
        Locator figure = live(page, "plane", "zero-to-four");
        Locator words = figure.locator("[data-part=words]");
        page.waitForCondition(() -> words.innerText().contains("Your drawing lies at"));
        String before = words.innerText();
        String picture = pixels(figure.locator(".live canvas"));
        Locator pad = emptyPad(page);
        live(page, "plane", "zero-to-four");
        frame(page);
        assertTrue(!words.innerText().contains("Your drawing"), words.innerText());
        pad.scrollIntoViewIfNeeded();
        drawWithMouse(page, pad, OwnDigits.first(1));
        live(page, "plane", "zero-to-four");
        frame(page);
        assertTrue(words.innerText().contains("Your drawing lies at"), words.innerText());
        assertNotEquals(before, words.innerText());
        assertNotEquals(picture, pixels(figure.locator(".live canvas")));
    }

    @Test
    void onAPhoneInTheDarkNothingJumpsOrSticksOut() {
        Page page = drawn(
                OwnDigits.first(3),
                new Browser.NewContextOptions()
                        .setViewportSize(360, 740)
                        .setHasTouch(true)
                        .setColorScheme(ColorScheme.DARK),
                "");
        String[] models = {"zero-to-four", "narrow-remedies"};
        double[] before = new double[models.length];
        for (int i = 0; i < models.length; i++) {
            before[i] = height(page, models[i]);
        }
        for (int i = 0; i < models.length; i++) {
            Locator figure = live(page, "plane", models[i]);
            figure.locator("[data-layer='1']").tap();
            frame(page);
            assertEquals("true", figure.locator("[data-layer='1']").getAttribute("aria-pressed"));
            assertEquals(before[i], height(page, models[i]), 1.5, models[i]);
        }
        assertEquals(360, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
    }

    private static double height(Page page, String model) {
        return page.locator("figure[data-demo=plane][data-model=" + model + "] .stage")
                .boundingBox()
                .height;
    }
}
