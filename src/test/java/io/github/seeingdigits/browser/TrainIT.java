package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.analysis.LabelledPixels;
import io.github.seeingdigits.analysis.LearningCurve;
import io.github.seeingdigits.analysis.TrainingRun;
import io.github.seeingdigits.analysis.TrainingSettings;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.digit.Specimens;
import io.github.seeingdigits.network.PlainOps;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Training in a real browser, in a worker and without one, against the same run on the JVM. */
class TrainIT extends BrowserTest {
    /** How far loss and weights may be apart, and the share that is read correctly by as much as two pictures of 200. */
    private static final double TOLERANCE = 1e-3;

    private static final double RIGHT_TOLERANCE = 0.0101;

    private static final String SOFTMAX = "dense 784 10";

    /** Keeps what the worker reports: run, whether it has ended, speed, curve, parameters. */
    private static final String LISTEN = """
            window.reports = [];
            const Plain = window.Worker;
            window.workers = 0;
            window.Worker = class extends Plain {
              constructor(address, options) {
                super(address, options);
                window.workers++;
                this.addEventListener('message', e => window.reports.push(e.data));
              }
            };
            """;

    private static final String HIDE = """
            Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
            document.dispatchEvent(new Event('visibilitychange'));
            """;

    private static String words(Locator figure) {
        return figure.locator("[data-part=loss]").textContent();
    }

    /** Words without those for the page's drawing, which may be under way. */
    private static String run(String words) {
        int drawing = words.indexOf(" Your drawing");
        return drawing < 0 ? words : words.substring(0, drawing);
    }

    private static void press(Locator figure, String action) {
        figure.locator("[data-action=" + action + "]").click();
    }

    private static void until(Page page, Locator figure, int step) {
        page.waitForCondition(() -> step(figure) >= step);
    }

    private static void oneStep(Page page, Locator figure) {
        int before = step(figure);
        press(figure, "step");
        until(page, figure, before + 1);
        assertEquals(before + 1, step(figure));
    }

    /** Pauses, and waits for the report of where the run has stopped. */
    private static int pause(Page page, Locator figure) {
        press(figure, "pause");
        page.waitForTimeout(150);
        int stopped = step(figure);
        page.waitForTimeout(250);
        assertEquals(stopped, step(figure), "it goes on after Pause");
        return stopped;
    }

    private static boolean trains(Locator figure) {
        return "true".equals(figure.locator("[data-action=train]").getAttribute("aria-pressed"));
    }

    private static float[] last(Page page, int part) {
        List<?> numbers = (List<?>) page.evaluate("part => Array.from(reports[reports.length - 1][part])", part);
        float[] floats = new float[numbers.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = ((Number) numbers.get(i)).floatValue();
        }
        return floats;
    }

    /** The sheet as another program reads it. */
    private static Specimens specimens() throws IOException {
        try (Stream<Path> assets = Files.list(Path.of("site/assets"))) {
            Path png = assets.filter(file -> file.getFileName().toString().matches("specimens\\..*\\.png"))
                    .findFirst()
                    .orElseThrow();
            JsonNode json = new ObjectMapper()
                    .readTree(Path.of(png.toString().replace(".png", ".json")).toFile());
            BufferedImage image = ImageIO.read(png.toFile());
            byte[] sheet = new byte[image.getWidth() * image.getHeight()];
            image.getRaster().getDataElements(0, 0, image.getWidth(), image.getHeight(), sheet);
            String labels = json.get("labels").asText();
            return new Specimens(sheet, json.get("columns").asInt(), labels, new int[labels.length()], false);
        }
    }

    private static TrainingRun onTheJvm(String architecture, int steps, String... settings) throws IOException {
        Specimens specimens = specimens();
        TrainingSettings chosen = new TrainingSettings();
        for (int i = 0; i < settings.length; i++) {
            chosen = settings[i] == null ? chosen : chosen.with(i, settings[i]);
        }
        TrainingRun run = new TrainingRun(
                architecture,
                chosen,
                LabelledPixels.of(specimens, 0, 800),
                LabelledPixels.of(specimens, 800, 1000),
                new PlainOps());
        while (run.steps() < steps) {
            run.step();
        }
        return run;
    }

    private static void assertSame(TrainingRun expected, float[] numbers, float[] weights) {
        float[] moments = expected.curve().toArray();
        assertEquals(moments.length, numbers.length);
        for (int i = 0; i < moments.length; i++) {
            int which = i % 5;
            double tolerance = which == LearningCurve.STEP
                    ? 0
                    : which == LearningCurve.LOSS || which == LearningCurve.HELD_LOSS ? TOLERANCE : RIGHT_TOLERANCE;
            assertEquals(moments[i], numbers[i], tolerance, "number " + which + " of moment " + i / 5);
        }
        int at = 0;
        for (var parameter : expected.network().parameters()) {
            for (float[] row : parameter.value.row) {
                for (float value : row) {
                    assertEquals(value, weights[at], TOLERANCE, "weight " + at);
                    at++;
                }
            }
        }
        assertEquals(at, weights.length);
    }

    @Test
    @Fault("Every stage: JVM and browser disagree")
    void theWorkersRunIsTheJvmsRun() throws IOException {
        Page page = prepared(LISTEN, "softmax.html#train.rate=0.3&train.batch=8&train.start=xavier&train.seed=7");
        Locator figure = live(page, "train");
        press(figure, "fast");
        press(figure, "train");
        until(page, figure, 600);
        int steps = pause(page, figure);
        TrainingRun expected = onTheJvm(SOFTMAX, steps, "0.3", "8", "xavier", "7");
        assertSame(expected, last(page, 3), last(page, 4));
        System.out.println("training in the worker: "
                + page.evaluate("Math.round(seeingDigits.timings.training)") + " images a second, kernel "
                + page.evaluate("seeingDigits.kernel"));
        assertEquals(1, page.evaluate("workers"));
    }

    @Test
    void aHiddenLayersRunIsTheJvmsRunAndZerosNeverLearn() throws IOException {
        Page page = prepared(LISTEN, "figures.html");
        Locator figure = live(page, "train", "hidden-10");
        for (int i = 0; i < 3; i++) {
            oneStep(page, figure);
        }
        String zero = words(figure);
        assertTrue(zero.contains("and 10.0"), zero);
        figure.locator("[data-part=start]").selectOption("he");
        figure.locator("[data-part=rate]").selectOption("0.03");
        for (int i = 0; i < 40; i++) {
            oneStep(page, figure);
        }
        TrainingRun expected = onTheJvm("dense 784 10, relu 10, dense 10 10", 40, "0.03", null, "he");
        assertSame(expected, last(page, 3), last(page, 4));
    }

    @Test
    void lossFallsPauseStopsStepStepsAndResetBeginsAgain() throws IOException {
        Page page = open("softmax.html");
        Locator figure = live(page, "train");
        assertEquals(0, step(figure));
        assertTrue(words(figure).startsWith("Step 0: the filters are"), words(figure));
        oneStep(page, figure);
        String first = words(figure);
        String before = pixels(figure.locator("[data-part=run]"));
        press(figure, "train");
        assertTrue(trains(figure));
        until(page, figure, 60);
        int stopped = pause(page, figure);
        assertFalse(trains(figure));
        oneStep(page, figure);
        assertEquals(stopped + 1, step(figure));
        double loss = number(words(figure), "loss ");
        double right = number(words(figure), "Right: ");
        assertTrue(loss < 0.75 * number(first, "loss "), first + " then " + words(figure));
        assertTrue(right > 60, words(figure));
        assertNotEquals(before, pixels(figure.locator("[data-part=run]")), "the picture follows");
        press(figure, "reset");
        assertEquals(0, step(figure));
        oneStep(page, figure);
        assertEquals(run(first), run(words(figure)));
        TrainingRun expected = onTheJvm(SOFTMAX, 1);
        assertEquals(expected.curve().last(LearningCurve.LOSS), number(first, "loss "), TOLERANCE + 0.0005);
    }

    private static double number(String words, String after) {
        int from = words.indexOf(after) + after.length();
        int to = from;
        while (Character.isDigit(words.charAt(to)) || words.charAt(to) == '.') {
            to++;
        }
        return Double.parseDouble(words.substring(from, to));
    }

    @Test
    void theSeedDecidesTheRunAndSettingsAreInTheAddress() {
        Page page = open("softmax.html");
        Locator figure = live(page, "train");
        oneStep(page, figure);
        String one = words(figure);
        figure.locator("[data-part=seed]").fill("12");
        figure.locator("[data-part=seed]").press("Enter");
        assertEquals(0, step(figure), "another seed is another run");
        oneStep(page, figure);
        String twelve = words(figure);
        assertNotEquals(run(one), run(twelve));
        figure.locator("[data-part=batch]").selectOption("128");
        oneStep(page, figure);
        assertNotEquals(run(twelve), run(words(figure)));
        String address = (String) page.evaluate("location.hash");
        assertTrue(address.contains("train.seed=12") && address.contains("train.batch=128"), address);
        Page again = open("softmax.html" + address);
        Locator same = live(again, "train");
        assertEquals("128", same.locator("[data-part=batch]").inputValue());
        assertEquals("12", same.locator("[data-part=seed]").inputValue());
        oneStep(again, same);
        assertEquals(run(words(figure)), run(words(same)));
    }

    @Test
    @Fault("Browser: damaged deep link")
    void damagedSettingsAreIgnored() {
        Page page = open("softmax.html#train.rate=9&train.batch=-8&train.start=%00&train.seed=1e9");
        Locator figure = live(page, "train");
        assertEquals("0.1", figure.locator("[data-part=rate]").inputValue());
        assertEquals("32", figure.locator("[data-part=batch]").inputValue());
        assertEquals("uniform", figure.locator("[data-part=start]").inputValue());
        assertEquals("1", figure.locator("[data-part=seed]").inputValue());
        figure.locator("[data-part=seed]").fill("10000");
        figure.locator("[data-part=seed]").press("Enter");
        assertEquals("1", figure.locator("[data-part=seed]").inputValue());
    }

    @Test
    void aChangedSettingBeginsAgainAndGoesOn() {
        Page page = open("softmax.html");
        Locator figure = live(page, "train");
        press(figure, "train");
        until(page, figure, 40);
        figure.locator("[data-part=rate]").selectOption("0.01");
        assertTrue(step(figure) < 40);
        assertTrue(trains(figure));
        until(page, figure, 3);
        pause(page, figure);
    }

    @Test
    void aReadersOwnDrawingsTeachToo() {
        Page page = prepared(LISTEN, "softmax.html");
        Locator pad = emptyPad(page);
        Locator figure = live(page, "train");
        figure.locator("summary", new Locator.LocatorOptions().setHasText("own drawings"))
                .click();
        figure.locator("[data-label='3']").click();
        assertEquals(
                "Draw a digit first.", figure.locator("[data-part=drawings]").innerText());
        for (int digit : new int[] {4, 7}) {
            pad.scrollIntoViewIfNeeded();
            pad.locator("[data-action=clear]").click();
            drawWithMouse(page, pad, OwnDigits.first(digit));
            figure.scrollIntoViewIfNeeded();
            if (digit == 7) {
                figure.locator("[data-label='1']").click();
            }
            figure.locator("[data-label='" + digit + "']").click();
        }
        assertEquals("Your drawings: 47", figure.locator("[data-part=drawings]").innerText());
        assertEquals("true", figure.locator("[data-action=mine]").getAttribute("aria-pressed"));
        for (int i = 0; i < 30; i++) {
            oneStep(page, figure);
        }
        assertTrue(words(figure).contains("Right: 100.0"), words(figure));
        assertTrue(words(figure).contains("Your drawing: 7"), words(figure));
        TrainingRun expected;
        float[] pixels = new float[2 * Ink.PIXELS];
        System.arraycopy(Ink.of(OwnDigits.first(4)), 0, pixels, 0, Ink.PIXELS);
        System.arraycopy(Ink.of(OwnDigits.first(7)), 0, pixels, Ink.PIXELS, Ink.PIXELS);
        try {
            expected = new TrainingRun(
                    SOFTMAX,
                    new TrainingSettings(),
                    new LabelledPixels(pixels, new int[] {4, 7}),
                    LabelledPixels.of(specimens(), 800, 1000),
                    new PlainOps());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        for (int i = 0; i < 30; i++) {
            expected.step();
        }
        assertEquals(expected.curve().last(LearningCurve.LOSS), number(words(figure), "loss "), 0.05);
        press(figure, "theirs");
        oneStep(page, figure);
        assertFalse(words(figure).contains("Right: 100.0"), words(figure));
    }

    @Test
    @Fault("Browser: hidden tab")
    void itPausesWhenThePageIsHiddenOrTheFigureLeavesTheScreen() {
        Page page = open("softmax.html");
        Locator figure = live(page, "train");
        press(figure, "train");
        until(page, figure, 5);
        page.evaluate("scrollTo(0, 0)");
        page.waitForCondition(() -> !trains(figure));
        figure.scrollIntoViewIfNeeded();
        page.waitForTimeout(150);
        int stopped = step(figure);
        page.waitForTimeout(250);
        assertEquals(stopped, step(figure));
        press(figure, "train");
        until(page, figure, stopped + 5);
        page.evaluate(HIDE);
        assertFalse(trains(figure));
        page.waitForTimeout(150);
        int hidden = step(figure);
        page.waitForTimeout(250);
        assertEquals(hidden, step(figure));
    }

    @Test
    @Fault("Browser: Worker missing")
    void withoutWorkersItTrainsInThePage() throws IOException {
        for (String missing : List.of(
                "delete window.Worker",
                "{ const Plain = Worker; window.Worker = function() { return new Plain('nowhere.js'); }; }")) {
            Page page = prepared(missing, "softmax.html#train.rate=0.03");
            Locator figure = live(page, "train");
            oneStep(page, figure);
            assertEquals(
                    onTheJvm(SOFTMAX, 1, "0.03").curve().last(LearningCurve.HELD_LOSS),
                    number(words(figure), "from, "),
                    TOLERANCE + 0.0005);
            press(figure, "train");
            until(page, figure, 20);
            press(figure, "fast");
            until(page, figure, 200);
            int steps = pause(page, figure);
            assertEquals(
                    onTheJvm(SOFTMAX, steps, "0.03").curve().last(LearningCurve.LOSS),
                    number(words(figure), "loss "),
                    TOLERANCE + 0.0005);
        }
        assertTrue(
                complaints.removeIf(complaint -> complaint.contains("nowhere.js")), "the missing script was asked for");
    }

    @Test
    void withoutTheKernelTheWorkerTrainsInPlainJava() throws IOException {
        Page page = prepared(LISTEN + "delete window.WebAssembly;", "softmax.html");
        Locator figure = live(page, "train");
        press(figure, "fast");
        press(figure, "train");
        until(page, figure, 100);
        int steps = pause(page, figure);
        assertSame(onTheJvm(SOFTMAX, steps), last(page, 3), last(page, 4));
        assertEquals("plain", page.evaluate("seeingDigits.kernel"));
        System.out.println("training in the worker in plain Java: "
                + page.evaluate("Math.round(seeingDigits.timings.training)") + " images a second");
    }

    @Test
    void whereTheDigitsCannotBeHadItSaysSoAndTheNextPressTriesAgain() {
        Page page = open("softmax.html");
        Locator figure = live(page, "train");
        page.route(
                "**/specimens.*.png",
                route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                        .setStatus(404)
                        .setBody("")));
        press(figure, "train");
        page.waitForCondition(() -> words(figure).startsWith("The digits could not be loaded"));
        assertFalse(trains(figure));
        page.unroute("**/specimens.*.png");
        oneStep(page, figure);
        assertTrue(complaints.removeIf(complaint -> complaint.contains("404") || complaint.contains("specimens")));
    }

    @Test
    void thePageStaysResponsiveWhileItTrains() {
        for (String worker : List.of("", "delete window.Worker")) {
            Page page = prepared(worker, "softmax.html");
            Locator figure = live(page, "train");
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            page.evaluate("""
                    () => {
                      window.gap = 0; window.task = 0;
                      new PerformanceObserver(all => all.getEntries().forEach(e => { task = Math.max(task, e.duration); }))
                        .observe({ entryTypes: ['longtask'] });
                      setTimeout(() => { const end = performance.now() + 120; while (performance.now() < end); }, 0);
                    }
                    """);
            page.waitForCondition(() -> (boolean) page.evaluate("task >= 120"));
            page.evaluate("""
                    () => {
                      task = 0;
                      let before = performance.now();
                      const tick = () => {
                        const now = performance.now();
                        gap = Math.max(gap, now - before); before = now;
                        setTimeout(tick, 0);
                      };
                      tick();
                    }
                    """);
            press(figure, "train");
            until(page, figure, 120);
            double walking = ((Number) page.evaluate("gap")).doubleValue();
            press(figure, "fast");
            until(page, figure, 2000);
            pause(page, figure);
            double gap = ((Number) page.evaluate("gap")).doubleValue();
            System.out.println("training " + (worker.isEmpty() ? "in a worker" : "in the page")
                    + ": longest time between two timers " + Math.round(walking) + " ms at a walk, " + Math.round(gap)
                    + " ms in all, longest long task "
                    + page.evaluate("Math.round(task)") + " ms, "
                    + page.evaluate("Math.round(seeingDigits.timings.training)") + " images a second");
            assertTrue(gap < 1000, "the page stood still for " + gap + " ms");
        }
    }

    @Test
    void itIsUsedByKeyboard() {
        Page page = open("softmax.html");
        Locator figure = live(page, "train");
        figure.locator("[data-action=train]").focus();
        page.keyboard().press("Enter");
        until(page, figure, 3);
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        assertFalse(trains(figure));
        page.keyboard().press("Tab");
        page.waitForTimeout(200);
        int stopped = step(figure);
        page.keyboard().press("Enter");
        until(page, figure, stopped + 1);
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertEquals(0, step(figure));
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("ArrowDown");
        assertEquals("0.3", figure.locator("[data-part=rate]").inputValue());
    }

    @Test
    void onAPhoneInTheDarkNothingJumpsOrSticksOut() {
        for (int width : new int[] {360, 700, 1280}) {
            Page page = open(
                    "figures.html",
                    new Browser.NewContextOptions()
                            .setViewportSize(width, 740)
                            .setHasTouch(true)
                            .setColorScheme(ColorScheme.DARK));
            Locator stage = page.locator("figure[data-demo=train] .stage").first();
            double before = stage.boundingBox().height;
            Locator figure = live(page, "train");
            frame(page);
            assertEquals(before, stage.boundingBox().height, 1.5, "at " + width + " px");
            figure.locator("[data-action=step]").tap();
            until(page, figure, 1);
            figure.locator("[data-action=train]").tap();
            until(page, figure, 20);
            figure.locator("[data-action=pause]").tap();
            assertEquals(before, stage.boundingBox().height, 1.5, "at " + width + " px, trained");
            assertEquals(width, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
            figure.screenshot(new Locator.ScreenshotOptions().setPath(Path.of("target/train-" + width + ".png")));
        }
    }
}
