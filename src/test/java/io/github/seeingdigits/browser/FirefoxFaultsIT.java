package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.Fault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is missing, damaged or late, in Firefox, one look at each; the tests in Chromium are the thorough ones. */
class FirefoxFaultsIT extends FirefoxTest {
    private static final String MAIN = "document.querySelector('main')";
    private static final String NOTE = figure("draw") + ".querySelector('[data-part=note]').innerText";
    private static final String STILL = figure("draw") + ".querySelector('svg').checkVisibility()";

    @TempDir
    Path folder;

    private static Firefox.Reply text(String type, String body) {
        return new Firefox.Reply(200, type + "; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    /** The article can be read, and the still picture of its pad is there. */
    private void assertReads() throws Exception {
        assertEquals("true", firefox.evaluate(STILL));
        assertTrue(Integer.parseInt(firefox.evaluate(MAIN + ".innerText.length")) > 3000);
    }

    @Test
    @Fault("Browser: JavaScript off")
    void withoutScriptsTheArticleReadsAndShowsTheStills() throws Exception {
        firefox.intercept(address -> address.endsWith("/frame.html")
                ? text(
                        "text/html",
                        "<!DOCTYPE html><iframe sandbox=allow-same-origin src=softmax.html width=1200 height=900></iframe>")
                : null);
        open("frame.html");
        String inside = "document.querySelector('iframe').contentDocument";
        String figures = "[..." + inside + ".querySelectorAll('figure.demo')]";
        assertTrue(Integer.parseInt(firefox.evaluate(figures + ".length")) >= 2);
        assertEquals(
                "true",
                firefox.evaluate(
                        figures + ".every(f => f.dataset.state === 'still'"
                                + " && f.querySelector('svg').checkVisibility() && f.querySelector('figcaption').checkVisibility())"));
        assertEquals(
                "0",
                firefox.evaluate("[..." + inside
                        + ".querySelectorAll('main button, main canvas')].filter(e => e.checkVisibility()).length"));
        assertTrue(Integer.parseInt(firefox.evaluate(inside + ".querySelector('main').innerText.length")) > 3000);
        forgive("Blocked script execution");
    }

    @Test
    @Fault("Browser: weights answered with 404")
    @Fault("Browser: weights answered with 500")
    @Fault("Browser: weights aborted")
    @Fault("Browser: weights empty")
    @Fault("Browser: weights truncated")
    @Fault("Browser: weights an HTML page")
    @Fault("Browser: weights with a wrong checksum")
    void weightsThatDoNotArriveAsTheyWereLeaveTheStillPictureAndASentence() throws Exception {
        byte[] weights = DamagedFilesIT.asset(DamagedFilesIT.WEIGHTS);
        byte[] flipped = weights.clone();
        flipped[weights.length / 2] ^= 4;
        byte[] page = "<!DOCTYPE html><title>Not found</title>".getBytes(StandardCharsets.UTF_8);
        String bytes = "application/octet-stream";
        Map<String, Firefox.Reply> damages = new LinkedHashMap<>();
        damages.put("404", new Firefox.Reply(404, "text/html", page));
        damages.put("500", new Firefox.Reply(500, "text/html", page));
        damages.put("aborted", new Firefox.Reply(0, "", new byte[0]));
        damages.put("empty", new Firefox.Reply(200, bytes, new byte[0]));
        damages.put("half", new Firefox.Reply(200, bytes, Arrays.copyOf(weights, weights.length / 2)));
        damages.put("a page", new Firefox.Reply(200, "text/html", page));
        damages.put("a bit", new Firefox.Reply(200, bytes, flipped));
        for (Map.Entry<String, Firefox.Reply> damage : damages.entrySet()) {
            firefox.intercept(
                    address -> address.contains("/softmax-10.") && address.endsWith(".bin") ? damage.getValue() : null);
            open("softmax.html");
            await("draw", "failed");
            String note = firefox.evaluate(NOTE);
            assertTrue(
                    note.startsWith("The live figure could not start: ") && note.length() > 60,
                    damage.getKey() + ": " + note);
            assertReads();
        }
        forgive("could not start");
    }

    @Test
    @Fault("Browser: second script missing")
    void whereTheSecondScriptCannotBeHadASentenceSaysSoAndTheAnswerStays() throws Exception {
        firefox.intercept(address -> address.contains("/assets/late.") ? new Firefox.Reply(0, "", new byte[0]) : null);
        open("softmax.html");
        drawAndRead(7);
        firefox.evaluate(figure("draw") + ".querySelector('summary').click()");
        press("was-1");
        firefox.await(
                figure("draw")
                        + ".querySelector('[data-part=lesson]').innerText.startsWith('The network cannot be taught now: ')",
                "true");
        firefox.await(DIGIT, "7");
        forgive("late.", "its script could not be loaded");
    }

    @Test
    @Fault("Browser: WebAssembly missing, forbidden or damaged")
    @Fault("Browser: Worker missing")
    @Fault("Browser: storage throws")
    void withoutWebAssemblyWorkersAndStorageItReadsAndTrains() throws Exception {
        firefox.prepare("delete window.WebAssembly; delete window.Worker;"
                + "for (const kept of ['sessionStorage', 'localStorage'])"
                + " Object.defineProperty(window, kept, { get() { throw new DOMException('no'); } });");
        open("softmax.html");
        drawAndRead(2);
        await("train", "live");
        press("train");
        awaitStep(5);
    }

    @Test
    @Fault("Browser: Worker blocked")
    void whereAWorkerIsForbiddenItTrainsInThePage() throws Exception {
        firefox.prepare("window.Worker = function() { throw new DOMException('blocked', 'SecurityError'); };");
        open("softmax.html");
        await("train", "live");
        press("train");
        awaitStep(5);
    }

    @Test
    @Fault("Browser: Worker dies")
    void whereAWorkerDiesTrainingBeginsAgainInThePage() throws Exception {
        firefox.prepare("""
                const Plain = window.Worker;
                window.Worker = class extends Plain {
                  constructor(address, options) { super(address, options); window.worker = this; }
                };
                """);
        open("softmax.html");
        await("train", "live");
        press("train");
        awaitStep(20);
        int before = step();
        firefox.evaluate("(worker.terminate(),"
                + " worker.dispatchEvent(new ErrorEvent('error', { message: 'out of memory', cancelable: true })))");
        for (int look = 0; look < 100 && step() >= before; look++) {
            Thread.sleep(20);
        }
        assertTrue(step() < before, "training did not begin again: step " + step());
        if (firefox.evaluate("document.querySelector('[data-action=train]').getAttribute('aria-pressed')")
                .equals("false")) {
            press("train");
        }
        awaitStep(20);
    }

    @Test
    @Fault("Browser: slow 3G with a 6 times slower processor")
    void onASlowLineAndABusyMachineTheTextComesFirstAndThePadReadsLater() throws Exception {
        firefox.prepare(
                "setInterval(() => { const end = performance.now() + 50; while (performance.now() < end); }, 60);");
        firefox.intercept(address -> {
            try {
                Thread.sleep(address.endsWith(".html") ? 0 : 400);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return null;
        });
        firefox.openWithoutWaiting(BrowserTest.address() + "softmax.html");
        firefox.await("location.pathname.endsWith('softmax.html') && !!document.querySelector('h1')", "true");
        firefox.await(
                "document.querySelector('h1').checkVisibility() && " + figure("draw") + ".dataset.state !== 'live'",
                "true");
        drawAndRead(1);
    }

    @Test
    @Fault("Browser: no canvas context")
    void withoutACanvasTheStillPictureStaysAndSaysWhy() throws Exception {
        firefox.prepare("HTMLCanvasElement.prototype.getContext = () => null;");
        open("softmax.html");
        await("draw", "failed");
        assertTrue(firefox.evaluate(NOTE).contains("this browser gives no canvas to draw on"));
        assertReads();
        forgive("gives no canvas to draw on");
    }

    @Test
    @Fault("Browser: damaged deep link")
    void damagedAddressesAreIgnored() throws Exception {
        for (String damage : List.of(
                "NaN,1,2,NaN",
                "%E0%A4%A",
                "__proto__",
                "<img src=x onerror=alert(1)>",
                "500,100," + "1,2,".repeat(9_000))) {
            firefox.open("about:blank");
            open("softmax.html#draw="
                    + damage.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20"));
            await("draw", "live");
            firefox.await(DIGIT, "4");
            assertEquals("0", firefox.evaluate("document.querySelectorAll('main img, main script').length"));
        }
    }

    @Test
    @Fault("Browser: damaged picture")
    void whatIsNoPictureIsRefusedInASentenceAndTheDrawingStays() throws Exception {
        open("softmax.html");
        drawAndRead(3);
        firefox.choose(
                "document.querySelector('[data-action=picture]')",
                Files.writeString(folder.resolve("photo.png"), "no picture at all"));
        firefox.await(figure("draw") + ".querySelector('[data-part=told]').innerText.length > 20", "true");
        firefox.await(DIGIT, "3");
    }

    @Test
    @Fault("Browser: policy violation")
    void whatThePolicyForbidsIsReportedAndDoesNotRun() throws Exception {
        open("softmax.html");
        firefox.evaluate(
                "document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = true' }))");
        firefox.await("String(window.ran)", "undefined");
        for (int look = 0; look < 100 && firefox.complaints.isEmpty(); look++) {
            Thread.sleep(20);
        }
        assertTrue(firefox.complaints.toString().contains("Content-Security-Policy"), firefox.complaints.toString());
        firefox.complaints.clear();
    }

    @Test
    @Fault("Browser: two pads on a page")
    void twoPadsOnAPageShowTheSameDigit() throws Exception {
        String page = Files.readString(Path.of("site/softmax.html"));
        int from = page.lastIndexOf("<figure", page.indexOf("data-demo=\"draw\""));
        String pad = page.substring(from, page.indexOf("</figure>", from) + "</figure>".length());
        String id = pad.replaceAll("(?s).*?\\bid=\"([^\"]*)\".*", "$1");
        String second = pad.replace("=\"" + id, "=\"second-" + id).replace("data-demo=\"second-", "data-demo=\"");
        firefox.intercept(address ->
                address.endsWith("/softmax.html") ? text("text/html", page.replace(pad, pad + second)) : null);
        open("softmax.html");
        firefox.evaluate("document.querySelectorAll('figure.demo[data-demo=draw]')[1].scrollIntoView()");
        firefox.await("document.querySelectorAll('figure.demo[data-demo=draw]')[1].dataset.state", "live");
        drawAndRead(7);
        firefox.await(
                "document.querySelectorAll('figure.demo[data-demo=draw] output[data-part=prediction]')[1].dataset.digit",
                "7");
    }

    @Test
    @Fault("Browser: opened from disk")
    void openedFromDiskTheArticleReadsAndSaysWhatIsMissing() throws Exception {
        firefox.open(Path.of("site/softmax.html").toUri().toString());
        firefox.await(
                "[...document.querySelectorAll('figure.demo')].every(f => f.dataset.state === 'failed'"
                        + " && f.querySelector('[data-part=note]').innerText.includes('need a web server'))",
                "true");
        assertReads();
        // Browsers keep fonts and scripts from pages on a disk, and say so.
        forgive("file:", "web server");
    }

    @Test
    @Fault("Browser: page and script of different versions")
    void pagesAndScriptsOfTwoBakesNeverMix() throws Exception {
        firefox = start();
        try (TwoBakes site = new TwoBakes(folder)) {
            visit(site, "softmax.html");
            site.bakeAnew();
            visit(site, "softmax.html");
            assertEquals(
                    TwoBakes.NEXT + " true",
                    firefox.evaluate("document.documentElement.dataset.version + ' ' + (globalThis.bakedFor === '"
                            + TwoBakes.NEXT + "')"));
            site.offline();
            firefox.open(site.address + "softmax.html");
            assertEquals(
                    TwoBakes.NEXT + " true",
                    firefox.evaluate("document.documentElement.dataset.version + ' ' + (globalThis.bakedFor === '"
                            + TwoBakes.NEXT + "')"));
            await("draw", "live");
        }
    }

    /** Opens a page and waits until an offline copy of its version is there. */
    private void visit(TwoBakes site, String page) throws Exception {
        firefox.open(site.address + page);
        firefox.await("""
                (async () => {
                  for (const key of await caches.keys())
                    if (key.endsWith(document.documentElement.dataset.version)
                      && (await (await caches.open(key)).keys()).some(request => request.url.endsWith('/%s'))) return true;
                  return false;
                })()""".formatted(page), "true");
    }
}
