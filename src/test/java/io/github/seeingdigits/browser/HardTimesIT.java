package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitUntilState;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.digit.Drawing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages in browsers that lack something, on slow machines and slow lines, and under readers who do two things at once. */
class HardTimesIT extends BrowserTest {
    private final Browser.NewContextOptions desktop = new Browser.NewContextOptions().setViewportSize(1280, 900);

    @Test
    @Fault("Browser: no canvas context")
    @Fault("Every stage: figures cannot live")
    void withoutACanvasTheStillPicturesStayAndSayWhy() {
        Page page = prepared("HTMLCanvasElement.prototype.getContext = () => null;", "figures.html");
        Locator figures = page.locator("figure.demo");
        int failed = 0;
        for (int i = 0; i < figures.count(); i++) {
            Locator figure = figures.nth(i);
            figure.scrollIntoViewIfNeeded();
            page.waitForCondition(() -> List.of("live", "failed").contains(figure.getAttribute("data-state")));
            if ("failed".equals(figure.getAttribute("data-state"))) {
                failed++;
                assertVisible(figure.locator("svg").first());
                String note = figure.locator("[data-part=note]").innerText();
                assertTrue(note.contains("this browser gives no canvas to draw on"), note);
            }
        }
        assertTrue(failed > 20, failed + " of " + figures.count() + " figures said that they cannot draw");
        complaints.removeIf(complaint -> complaint.contains("gives no canvas to draw on"));
    }

    @Test
    @Fault("Browser: slow 3G with a 6 times slower processor")
    void onASlowLineAndASlowMachineTheTextComesFirstAndThePadReadsLater() {
        Page page = blank(desktop);
        page.setDefaultTimeout(90_000);
        CDPSession session = page.context().newCDPSession(page);
        session.send("Network.enable");
        JsonObject line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", 400);
        line.addProperty("downloadThroughput", 50_000);
        line.addProperty("uploadThroughput", 50_000);
        session.send("Network.emulateNetworkConditions", line);
        JsonObject machine = new JsonObject();
        machine.addProperty("rate", 6);
        session.send("Emulation.setCPUThrottlingRate", machine);
        page.navigate(address() + "softmax.html", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.locator("h1").waitFor();
        assertVisible(page.locator("h1"));
        Locator figure = page.locator("figure.demo[data-demo=draw]").first();
        assertVisible(figure.locator("svg").first());
        assertFalse("failed".equals(figure.getAttribute("data-state")));
        page.locator("figure.demo[data-demo=draw][data-state=live]").first().waitFor();
        figure.locator("[data-action=clear]").click();
        page.waitForCondition(() -> digit(page).isEmpty(), new Page.WaitForConditionOptions().setTimeout(30_000));
        drawWithMouse(page, figure, Drawing.decode("500,100,500,900"));
        page.waitForCondition(() -> digit(page).equals("1"), new Page.WaitForConditionOptions().setTimeout(30_000));
    }

    @Test
    @Fault("Browser: two pads on a page")
    void twoPadsOnAPageShowTheSameDigitAndBothDraw() {
        Page page = blank(desktop);
        page.route("**/softmax.html", route -> {
            String text = route.fetch().text();
            int from = text.lastIndexOf("<figure", text.indexOf("data-demo=\"draw\""));
            String pad = text.substring(from, text.indexOf("</figure>", from) + "</figure>".length());
            String id = pad.replaceAll("(?s).*?\\bid=\"([^\"]*)\".*", "$1");
            String second = pad.replace("=\"" + id, "=\"second-" + id).replace("data-demo=\"second-", "data-demo=\"");
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/html; charset=utf-8")
                    .setBody(text.replace(pad, pad + second)));
        });
        page.navigate(address() + "softmax.html");
        page.locator("figure.demo[data-demo=draw]").nth(1).scrollIntoViewIfNeeded();
        Locator pads = page.locator("figure.demo[data-demo=draw][data-state=live]");
        pads.nth(1).waitFor();
        assertEquals(2, pads.count());
        for (int i = 0; i < 2; i++) {
            pads.nth(i).locator("[data-action=clear]").click();
            waitForDigits(page, pads, "");
            drawWithMouse(page, pads.nth(i), OwnDigits.first(i == 0 ? 7 : 2));
            waitForDigits(page, pads, i == 0 ? "7" : "2");
            assertEquals(
                    pixels(pads.nth(0).locator("[data-part=ink28]")),
                    pixels(pads.nth(1).locator("[data-part=ink28]")));
        }
        pads.nth(0).locator("[data-action=undo]").click();
        frame(page);
        assertEquals(
                pixels(pads.nth(0).locator("[data-part=pad]")),
                pixels(pads.nth(1).locator("[data-part=pad]")));
    }

    private static void waitForDigits(Page page, Locator pads, String digit) {
        for (int i = 0; i < 2; i++) {
            Locator prediction = pads.nth(i).locator("output[data-part=prediction]");
            page.waitForCondition(() -> {
                frame(page);
                return digit.equals(prediction.getAttribute("data-digit"));
            });
        }
    }

    @Test
    @Fault("Browser: policy violation")
    @Fault("Every stage: request to another origin")
    void whatThePolicyForbidsIsABrowserTestsFailure() {
        Page page = open("softmax.html");
        live(page, "draw");
        assertEquals(List.of(), complaints);
        page.evaluate("""
                () => {
                  const script = document.createElement('script');
                  script.textContent = 'window.ran = true';
                  document.body.append(script);
                  document.body.append(Object.assign(new Image(), { src: 'https://example.org/x.png' }));
                }
                """);
        page.waitForCondition(() -> complaints.size() >= 2);
        assertEquals(null, page.evaluate("window.ran"));
        assertTrue(
                complaints.stream()
                                .filter(c -> c.contains("Content Security Policy"))
                                .count()
                        >= 2,
                complaints::toString);
        complaints.clear();
    }

    private static void train(Page page, Locator figure, int step) {
        if (!"true".equals(figure.locator("[data-action=train]").getAttribute("aria-pressed"))) {
            figure.locator("[data-action=train]").click();
        }
        page.waitForCondition(() -> step(figure) >= step);
    }

    @Test
    @Fault("Browser: Worker blocked")
    void whereAWorkerIsForbiddenItTrainsInThePage() {
        Page page = prepared(
                "window.Worker = function() { throw new DOMException('blocked', 'SecurityError'); };", "softmax.html");
        train(page, live(page, "train"), 20);
    }

    @Test
    @Fault("Browser: Worker dies")
    void whereAWorkerDiesTrainingBeginsAgainInThePage() {
        Page page = prepared("""
                const Plain = window.Worker;
                window.Worker = class extends Plain {
                  constructor(address, options) {
                    super(address, options);
                    window.worker = this;
                  }
                };
                """, "softmax.html");
        Locator figure = live(page, "train");
        train(page, figure, 20);
        page.evaluate("""
                () => {
                  worker.terminate();
                  worker.dispatchEvent(new ErrorEvent('error', { message: 'out of memory', cancelable: true }));
                }
                """);
        page.waitForCondition(() -> step(figure) < 20);
        train(page, figure, 20);
    }

    @Test
    @Fault("Browser: drawing while training")
    void whileANetworkTrainsThePadReadsWhatIsDrawn() {
        Page page = open("softmax.html", desktop.setReducedMotion(ReducedMotion.REDUCE));
        Locator figure = live(page, "train");
        train(page, figure, 5);
        Locator pad = page.locator("figure.demo[data-demo=draw]").first();
        // Training pauses where its figure leaves the screen, so the pad comes to it.
        page.setViewportSize(1280, 6000);
        train(page, figure, step(figure) + 1);
        pad.locator("[data-action=clear]").click();
        waitForDigit(page, "");
        int before = step(figure);
        drawWithMouse(page, pad, OwnDigits.first(3));
        waitForDigit(page, "3");
        page.waitForCondition(() -> step(figure) > before);
        assertEquals("true", figure.locator("[data-action=train]").getAttribute("aria-pressed"));
    }
}
