package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Stroke;
import io.github.seeingdigits.publishing.PreviewServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;

/** One Chromium and one server for all tests; a fresh profile and an empty list of complaints for each. */
abstract class BrowserTest {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            // As a Chromium with a screen does it: without, words of the headless shell are wider, and lines break
            // elsewhere.
            "--font-render-hinting=none",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final int MOVES_PER_STROKE_POINT = 2;

    /** In milliseconds: far longer than a page needs where two browsers share a busy machine, so that only what is broken waits it out. */
    private static final int PATIENCE = 30_000;

    /** Not at the root, so that an address which is not relative shows. */
    private static final String BASE = "/some/base/";

    private static Browser browser;
    private static PreviewServer server;

    private final List<BrowserContext> contexts = new ArrayList<>();

    /** Errors in the console, failed requests, and requests to anywhere but the site itself. */
    final List<String> complaints = new ArrayList<>();

    static synchronized Browser browser() {
        if (browser == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium())
                            .setHeadless(true)
                            .setArgs(FLAGS));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }

    private static Path chromium() {
        List<String> names = new ArrayList<>();
        if (System.getenv("CHROMIUM") != null) {
            names.add(System.getenv("CHROMIUM"));
        }
        for (String name : List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")) {
            for (String folder : System.getenv("PATH").split(":")) {
                names.add(folder + "/" + name);
            }
        }
        return names.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no Chromium found: run ./check, which installs it, or set CHROMIUM to its path"));
    }

    /** The address of the served site, with a final slash. */
    static synchronized String address() {
        if (server == null) {
            Path site = Path.of("site");
            if (!Files.exists(site.resolve("index.html"))) {
                throw new IllegalStateException("site/ is empty: run mvn package first");
            }
            try {
                server = new PreviewServer(site, BASE, 0, false);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return server.address();
    }

    /** Every page of the site that has an address of its own, as a path below {@link #address}. */
    static List<String> pages() {
        try (Stream<Path> site = Files.list(Path.of("site"))) {
            return site.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html") && !name.equals("404.html"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Brings every figure of a page to life, from top to bottom, and goes back to the top. */
    static void allLive(Page page) {
        Locator figures = page.locator("figure.demo");
        for (int i = 0; i < figures.count(); i++) {
            figures.nth(i).scrollIntoViewIfNeeded();
            page.locator("figure.demo[data-state=live]").nth(i).waitFor();
        }
        page.evaluate("scrollTo(0, 0)");
        frame(page);
    }

    /** A desktop page, 1280 px wide, in light mode. */
    Page open(String path) {
        return open(path, new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    Page open(String path, Browser.NewContextOptions options) {
        Page page = blank(options);
        page.navigate(address() + path);
        return page;
    }

    /** A desktop page in which {@code script} runs before any of the page's own. */
    Page prepared(String script, String path) {
        Page page = blank(new Browser.NewContextOptions().setViewportSize(1280, 900));
        page.addInitScript(script);
        page.navigate(address() + path);
        return page;
    }

    /** How many steps the network of a {@code train} figure has made. */
    static int step(Locator figure) {
        String words = figure.locator("[data-part=loss]").textContent();
        return words.startsWith("Step ") ? Integer.parseInt(words.substring(5).replaceAll("(?s)[^0-9].*", "")) : 0;
    }

    /** A page that has not gone anywhere yet. */
    Page blank(Browser.NewContextOptions options) {
        return blank(options, address());
    }

    /** A page that must not ask anywhere but in the site at this address. */
    Page blank(Browser.NewContextOptions options, String site) {
        if (options.serviceWorkers == null) {
            // What one answers, a test could not intercept.
            options.setServiceWorkers(ServiceWorkerPolicy.BLOCK);
        }
        BrowserContext context = browser().newContext(options);
        contexts.add(context);
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onConsoleMessage(message -> {
            boolean ofPlaywright = message.text().contains("Service Worker registration blocked by Playwright");
            if ((message.type().equals("error") || message.type().equals("warning")) && !ofPlaywright) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("uncaught: " + error));
        page.onRequestFailed(request -> complaints.add("request failed: " + request.url()));
        page.onRequest(request -> {
            if (!request.url().startsWith(site) && !request.url().startsWith("data:")) {
                complaints.add("request to another place: " + request.url());
            }
        });
        return page;
    }

    @AfterEach
    void noComplaintsAndClose() {
        try {
            assertEquals(List.of(), complaints, "what the browser complained about");
        } finally {
            contexts.forEach(BrowserContext::close);
        }
    }

    /** Waits until the figure is live and scrolls it into view. */
    static Locator live(Page page, String demo) {
        Locator figure = page.locator("figure.demo[data-demo=" + demo + "]").first();
        figure.scrollIntoViewIfNeeded();
        page.locator("figure.demo[data-demo=" + demo + "][data-state=live]")
                .first()
                .waitFor();
        return figure;
    }

    /** The first figure of this kind that shows this model, live and in view. */
    static Locator live(Page page, String demo, String model) {
        String figure = "figure.demo[data-demo=" + demo + "][data-model=" + model + "]";
        page.locator(figure).first().scrollIntoViewIfNeeded();
        page.locator(figure + "[data-state=live]").first().waitFor();
        return page.locator(figure).first();
    }

    /** A small touch screen at night. */
    static Browser.NewContextOptions darkPhone() {
        return new Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setHasTouch(true)
                .setColorScheme(ColorScheme.DARK);
    }

    /** The pad, live, with the page's own sample taken away. */
    static Locator emptyPad(Page page) {
        Locator figure = live(page, "draw");
        figure.locator("[data-action=clear]").click();
        waitForDigit(page, "");
        return figure;
    }

    static void waitForDigit(Page page, String digit) {
        page.waitForCondition(() -> digit.equals(digit(page)));
    }

    static String digit(Page page) {
        frame(page);
        return page.locator("output[data-part=prediction]").first().getAttribute("data-digit");
    }

    /** Lets two animation frames pass, after which everything that was asked for has been drawn. */
    static void frame(Page page) {
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /** Where a pad is when all of it is in the window: a pointer beyond the window's edge draws nothing. */
    private static BoundingBox inSight(Locator pad) {
        pad.scrollIntoViewIfNeeded();
        return pad.boundingBox();
    }

    /** Draws with the mouse, as a hand would: down, many small moves, up. */
    static void drawWithMouse(Page page, Locator figure, Drawing drawing) {
        BoundingBox box = inSight(figure.locator("[data-part=pad]"));
        for (Stroke stroke : drawing.strokes()) {
            page.mouse().move(box.x + stroke.x(0) * box.width, box.y + stroke.y(0) * box.height);
            page.mouse().down();
            for (int i = 1; i < stroke.size(); i++) {
                page.mouse()
                        .move(
                                box.x + stroke.x(i) * box.width,
                                box.y + stroke.y(i) * box.height,
                                new com.microsoft.playwright.Mouse.MoveOptions().setSteps(MOVES_PER_STROKE_POINT));
            }
            page.mouse().up();
        }
        frame(page);
    }

    /** Draws with a finger. */
    static void drawWithTouch(Page page, Locator figure, Drawing drawing) {
        CDPSession session = page.context().newCDPSession(page);
        BoundingBox box = inSight(figure.locator("[data-part=pad]"));
        for (Stroke stroke : drawing.strokes()) {
            for (int i = 0; i < stroke.size(); i++) {
                touch(
                        session,
                        i == 0 ? "touchStart" : "touchMove",
                        box.x + stroke.x(i) * box.width,
                        box.y + stroke.y(i) * box.height);
            }
            lift(session);
        }
        frame(page);
    }

    /** Moves a finger in a few steps from one place to another. */
    static void swipe(Page page, double fromX, double fromY, double toX, double toY) {
        CDPSession session = page.context().newCDPSession(page);
        touch(session, "touchStart", fromX, fromY);
        for (double part = 0.1; part < 1.05; part += 0.1) {
            touch(session, "touchMove", fromX + part * (toX - fromX), fromY + part * (toY - fromY));
        }
        lift(session);
        frame(page);
    }

    private static void lift(CDPSession session) {
        JsonObject end = new JsonObject();
        end.addProperty("type", "touchEnd");
        end.add("touchPoints", new com.google.gson.JsonArray());
        session.send("Input.dispatchTouchEvent", end);
    }

    private static void touch(CDPSession session, String type, double x, double y) {
        JsonObject point = new JsonObject();
        point.addProperty("x", x);
        point.addProperty("y", y);
        com.google.gson.JsonArray points = new com.google.gson.JsonArray();
        points.add(point);
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        session.send("Input.dispatchTouchEvent", event);
    }

    /** Draws with a pen. */
    static void drawWithPen(Page page, Locator figure, Drawing drawing) {
        CDPSession session = page.context().newCDPSession(page);
        BoundingBox box = inSight(figure.locator("[data-part=pad]"));
        for (Stroke stroke : drawing.strokes()) {
            for (int i = 0; i <= stroke.size(); i++) {
                int at = Math.min(i, stroke.size() - 1);
                JsonObject event = new JsonObject();
                event.addProperty(
                        "type", i == 0 ? "mousePressed" : i == stroke.size() ? "mouseReleased" : "mouseMoved");
                event.addProperty("x", box.x + stroke.x(at) * box.width);
                event.addProperty("y", box.y + stroke.y(at) * box.height);
                event.addProperty("button", "left");
                event.addProperty("buttons", i == stroke.size() ? 0 : 1);
                event.addProperty("pointerType", "pen");
                session.send("Input.dispatchMouseEvent", event);
            }
        }
        frame(page);
    }

    /** A fingerprint of what a canvas shows. */
    static String pixels(Locator canvas) {
        return (String) canvas.evaluate("c => c.toDataURL()");
    }

    static void assertVisible(Locator locator) {
        Assertions.assertTrue(locator.isVisible(), locator + " is not visible");
        BoundingBox box = locator.boundingBox();
        Assertions.assertTrue(box.width > 1 && box.height > 1, locator + " has no size");
    }
}
