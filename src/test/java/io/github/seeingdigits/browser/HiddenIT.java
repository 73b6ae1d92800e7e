package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.figure.HiddenFigure;
import io.github.seeingdigits.figure.HiddenUnits;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Hidden units, alive: their shares in a score, and switching them off. */
class HiddenIT extends BrowserTest {
    private static final String MODEL = "hidden-6";
    /** As the record of the model has them. */
    private static final boolean[] DEAD = {true, true, false, false, false, false};

    private static final Pattern SHARE = Pattern.compile("(?:bias|adds) (−?[0-9.]+)");

    private Page drawn(Drawing drawing, Browser.NewContextOptions options, String hash) {
        Page page = blank(options);
        page.addInitScript("sessionStorage.setItem('seeing-digits.drawing', '" + drawing.encode() + "')");
        page.navigate(address() + "figures.html" + hash);
        return page;
    }

    private Page drawn(Drawing drawing) {
        return drawn(drawing, new Browser.NewContextOptions().setViewportSize(1280, 900), "");
    }

    private static Network network() {
        return ModelFolder.read(Path.of("models", MODEL)).network(1);
    }

    private static int right(int off) {
        try {
            View view = View.decode(Files.readAllBytes(Path.of("models", MODEL, "view-subsets.bin")));
            return 100 * (int) view.values()[2 * off] + (int) view.values()[2 * off + 1];
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace('−', '-'));
    }

    @Test
    void theSharesReadInThePageAddUpToTheScoreThatTheJvmComputes() {
        Page page = drawn(OwnDigits.first(3));
        Locator figure = live(page, "hidden");
        Locator canvas = figure.locator(".live canvas");
        float[] scores = network().logits(Ink.of(OwnDigits.first(3)));
        for (int output = 0; output < 10; output++) {
            figure.locator("[data-output='" + output + "']").click();
            frame(page);
            assertEquals(scores[output], number(canvas.getAttribute("data-score")), 2e-3);
            Matcher matcher = SHARE.matcher(canvas.getAttribute("aria-label"));
            double sum = 0;
            int shares = 0;
            while (matcher.find()) {
                sum += number(matcher.group(1));
                shares++;
            }
            assertEquals(7, shares, "six units and the bias");
            assertEquals(scores[output], sum, 7 * 0.0051, canvas.getAttribute("aria-label"));
        }
    }

    @Test
    void withoutAChoiceTheAnswerIsTakenApartAndItFollowsTheDrawing() {
        Page page = drawn(OwnDigits.first(3));
        Locator figure = live(page, "hidden");
        String three = figure.locator(".live canvas").getAttribute("aria-label");
        assertEquals(three, words(OwnDigits.first(3), Network.argmax(network().logits(Ink.of(OwnDigits.first(3))))));
        Locator pad = emptyPad(page);
        drawWithMouse(page, pad, OwnDigits.first(1));
        live(page, "hidden");
        frame(page);
        assertNotEquals(three, figure.locator(".live canvas").getAttribute("aria-label"));
        assertEquals("true", figure.locator("[data-action=answer]").getAttribute("aria-pressed"));
    }

    private static String words(Drawing drawing, int output) {
        HiddenUnits units = new HiddenUnits(network());
        units.see(Ink.of(drawing));
        return HiddenFigure.words(units, DEAD, output);
    }

    @Test
    void aChosenOutputTravelsWithTheAddressAndNonsenseDoesNot() {
        Page page = drawn(OwnDigits.first(3));
        Locator figure = live(page, "hidden");
        figure.locator("[data-output='8']").focus();
        page.keyboard().press("Enter");
        frame(page);
        String hash = (String) page.evaluate("location.hash");
        assertTrue(hash.contains("hidden.output=8"), hash);
        page = drawn(OwnDigits.first(3), new Browser.NewContextOptions(), hash);
        figure = live(page, "hidden");
        frame(page);
        assertEquals("true", figure.locator("[data-output='8']").getAttribute("aria-pressed"));
        page = drawn(OwnDigits.first(3), new Browser.NewContextOptions(), "#hidden.output=88&ablate.off=9999");
        figure = live(page, "hidden");
        assertEquals("true", figure.locator("[data-action=answer]").getAttribute("aria-pressed"));
        assertEquals(
                6,
                live(page, "ablate").locator("[data-unit][aria-pressed=true]").count());
    }

    @Test
    void switchingUnitsOffGivesTheAccuracyMeasuredForThatSetAndTheNetworksOwnAnswer() {
        Page page = drawn(OwnDigits.first(5));
        Locator figure = live(page, "ablate");
        int off = 0;
        HiddenUnits units = new HiddenUnits(network());
        units.see(Ink.of(OwnDigits.first(5)));
        for (int unit : new int[] {4, 2, 5, 0}) {
            off |= 1 << unit;
            figure.locator(".live [data-unit='" + unit + "']").focus();
            page.keyboard().press("Space");
            String percent = right(off) / 100 + "." + (right(off) % 100 / 10) + right(off) % 10 + "\u202f%";
            Locator words = figure.locator("[data-part=words]");
            page.waitForCondition(() -> words.innerText().contains(percent));
            assertEquals(
                    Integer.toString(Network.argmax(units.probabilities(off))),
                    figure.locator("[data-part=answer]").getAttribute("data-digit"));
        }
        assertTrue(figure.locator("[data-part=words]").innerText().startsWith("2 of 6 units on"));
        assertTrue(((String) page.evaluate("location.hash")).contains("ablate.off=" + off));
        figure.locator("[data-action=all]").click();
        frame(page);
        assertTrue(figure.locator("[data-part=words]").innerText().contains("84.77\u202f%"));
    }

    @Test
    void theReportIsPickedInTheTableOrByKeyAndShowsTheDrawingsOwnActivation() {
        Page page = drawn(OwnDigits.first(0));
        Locator figure = live(page, "report");
        HiddenUnits units = new HiddenUnits(network());
        units.see(Ink.of(OwnDigits.first(0)));
        Locator canvas = figure.locator(".live canvas");
        var record = ModelFolder.read(Path.of("models", MODEL)).record();
        String before = pixels(canvas);
        for (int unit : new int[] {5, 0, 3}) {
            if (unit == 0) {
                figure.locator(".live [data-unit='0']").focus();
                page.keyboard().press("Enter");
            } else {
                // Rows lie between 42 and 310 px from the top, the same height for each of the six units.
                double y = 42 + (unit + 0.5) * 268 / 6;
                canvas.click(new Locator.ClickOptions().setPosition(100, y));
            }
            frame(page);
            assertEquals(
                    "true", figure.locator(".live [data-unit='" + unit + "']").getAttribute("aria-pressed"));
            assertEquals(units.after(unit), number(canvas.getAttribute("data-activation")), 2e-3);
            var measured = record.at("/findings/units/" + unit);
            String words = figure.locator("[data-part=words]").innerText();
            assertTrue(words.startsWith("Unit " + unit + " "), words);
            assertEquals(measured.get("dead").asBoolean(), words.contains("dead"), words);
            double percent = 100 * measured.get("accuracyWithout").asDouble();
            assertTrue(words.endsWith(Math.round(10 * percent) / 10.0 + "\u202f%."), words);
            assertNotEquals(before, pixels(canvas));
        }
        assertTrue(((String) page.evaluate("location.hash")).contains("report.unit=3"));
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
        for (String name : new String[] {"hidden", "ablate", "report"}) {
            Locator figure = page.locator("figure[data-demo=" + name + "] .stage");
            double before = figure.boundingBox().height;
            live(page, name);
            frame(page);
            assertEquals(before, figure.boundingBox().height, 1.5, name);
        }
        page.locator("[data-demo=ablate] .live [data-unit='4']").tap();
        frame(page);
        assertTrue(
                page.locator("[data-demo=ablate] [data-part=words]").innerText().startsWith("5 of 6"));
        assertEquals(360, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
    }
}
