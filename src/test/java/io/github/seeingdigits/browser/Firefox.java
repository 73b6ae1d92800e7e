package io.github.seeingdigits.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A Firefox as it is installed, without a window, spoken to by <a href="https://www.w3.org/TR/webdriver-bidi/">WebDriver
 * BiDi</a>. Playwright needs a Firefox of its own making; this is the one that readers have.
 */
final class Firefox implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private static final String LISTENING = "WebDriver BiDi listening on ";

    /** What it would otherwise fetch, ask or report at its start. */
    private static final String PREFERENCES = """
            user_pref("app.normandy.enabled", false);
            user_pref("app.update.disabledForTesting", true);
            user_pref("browser.aboutwelcome.enabled", false);
            user_pref("browser.shell.checkDefaultBrowser", false);
            user_pref("datareporting.policy.dataSubmissionEnabled", false);
            user_pref("extensions.update.enabled", false);
            user_pref("network.captive-portal-service.enabled", false);
            user_pref("network.connectivity-service.enabled", false);
            user_pref("services.settings.server", "data:,");
            user_pref("toolkit.telemetry.enabled", false);
            """;

    private final Path profile;
    private final Process process;
    private final BidiConnection connection;
    private final String window;
    private final ExecutorService answering = Executors.newSingleThreadExecutor();
    /** What a page gets instead of what the server has; null where requests are let through. */
    private volatile Function<String, Reply> replies = address -> null;

    private String intercept;
    private final List<String> scripts = new ArrayList<>();

    /** An answer from nowhere; status 0 is none at all, as when a line breaks. */
    record Reply(int status, String type, byte[] body) {}

    /** Errors and warnings of the pages' own consoles, as they come. */
    final List<String> complaints = new CopyOnWriteArrayList<>();

    /** Where Firefox is, by {@code FIREFOX} or on the search path. */
    static Optional<Path> find() {
        List<String> places = new ArrayList<>();
        if (System.getenv("FIREFOX") != null) {
            places.add(System.getenv("FIREFOX"));
        }
        for (String folder : System.getenv("PATH").split(":")) {
            places.add(folder + "/firefox-esr");
            places.add(folder + "/firefox");
        }
        return places.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    /**
     * Starts it with a profile of its own and opens a window.
     *
     * @param preferences what a reader has set, {@code name = value} each
     */
    Firefox(Path program, String... preferences) throws Exception {
        profile = Files.createTempDirectory("firefox");
        StringBuilder all = new StringBuilder(PREFERENCES);
        for (String preference : preferences) {
            String[] parts = preference.split(" = ");
            all.append("user_pref(\"" + parts[0] + "\", " + parts[1] + ");\n");
        }
        Files.writeString(profile.resolve("user.js"), all);
        ProcessBuilder builder = new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-remote",
                "--profile",
                profile.toString(),
                "--remote-debugging-port=0",
                "about:blank");
        // It refuses a home that belongs to somebody else.
        builder.environment().put("HOME", profile.toString());
        process = builder.redirectErrorStream(true).start();
        try {
            connection = new BidiConnection(address() + "/session", this::happened);
            send("session.new", Map.of("capabilities", Map.of()));
            send("session.subscribe", Map.of("events", List.of("log.entryAdded", "network.beforeRequestSent")));
            // The window that it starts with never has the focus, and only a page that has it shows where it is.
            window = send("browsingContext.create", Map.of("type", "window"))
                    .path("context")
                    .asText();
            setViewport(1280, 1000, 1);
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** Reads what it prints until it says where it listens, and goes on reading so that it is never held up. */
    private String address() throws Exception {
        CompletableFuture<String> address = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            StringBuilder printed = new StringBuilder();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith(LISTENING)) {
                        address.complete(line.substring(LISTENING.length()).strip());
                    }
                    printed.append(line).append('\n');
                }
            } catch (IOException e) {
                printed.append(e);
            }
            address.completeExceptionally(new IllegalStateException("Firefox ended before it listened:\n" + printed));
        });
        reader.setDaemon(true);
        reader.start();
        return address.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void happened(JsonNode event) {
        if (event.path("method").asText().equals("log.entryAdded")) {
            JsonNode entry = event.get("params");
            String level = entry.path("level").asText();
            if (level.equals("error") || level.equals("warn")) {
                complaints.add(level + ": " + entry.path("text").asText());
            }
        } else if (event.at("/params/isBlocked").asBoolean()) {
            answering.execute(() -> reply(event.at("/params/request")));
        }
    }

    private void reply(JsonNode request) {
        String id = request.path("request").asText();
        try {
            Reply reply = replies.apply(request.path("url").asText());
            if (reply == null) {
                send("network.continueRequest", Map.of("request", id));
            } else if (reply.status == 0) {
                send("network.failRequest", Map.of("request", id));
            } else {
                send(
                        "network.provideResponse",
                        Map.of(
                                "request",
                                id,
                                "statusCode",
                                reply.status,
                                "headers",
                                List.of(header("content-type", reply.type)),
                                "body",
                                Map.of(
                                        "type",
                                        "base64",
                                        "value",
                                        Base64.getEncoder().encodeToString(reply.body))));
            }
        } catch (Exception e) {
            if (e.getMessage() != null && e.getMessage().contains("\"no such request\"")) {
                // The page that asked has been left.
                return;
            }
            complaints.add("no reply to " + request.path("url").asText() + ": " + e);
        }
    }

    private static Map<String, ?> header(String name, String value) {
        return Map.of("name", name, "value", Map.of("type", "string", "value", value));
    }

    private JsonNode send(String method, Map<String, ?> parameters) throws Exception {
        return connection.send(method, parameters);
    }

    /** Makes the window so large, in pixels of style sheets, each as many of the screen's wide as {@code density}. */
    void setViewport(int width, int height, double density) throws Exception {
        send(
                "browsingContext.setViewport",
                Map.of(
                        "context",
                        window,
                        "viewport",
                        Map.of("width", width, "height", height),
                        "devicePixelRatio",
                        density));
    }

    /** From the next page on, {@code reply} says what comes instead of the server's answer, and null where that is to come. */
    void intercept(Function<String, Reply> reply) throws Exception {
        replies = reply;
        if (intercept == null) {
            send("network.setCacheBehavior", Map.of("cacheBehavior", "bypass"));
            intercept = send("network.addIntercept", Map.of("phases", List.of("beforeRequestSent")))
                    .path("intercept")
                    .asText();
        }
    }

    /** From the next page on, {@code statements} run before any script of the page. */
    void prepare(String statements) throws Exception {
        scripts.add(send("script.addPreloadScript", Map.of("functionDeclaration", "() => { " + statements + " }"))
                .path("script")
                .asText());
    }

    /** Takes back what {@link #intercept}, {@link #prepare} and {@link #setViewport} changed, and opens an empty page. */
    void reset() throws Exception {
        open("about:blank");
        for (String script : scripts) {
            send("script.removePreloadScript", Map.of("script", script));
        }
        scripts.clear();
        if (intercept != null) {
            send("network.removeIntercept", Map.of("intercept", intercept));
            send("network.setCacheBehavior", Map.of("cacheBehavior", "default"));
            intercept = null;
        }
        setViewport(1280, 1000, 1);
        complaints.clear();
    }

    /** Goes back, or forward, so many pages. */
    void traverse(int pages) throws Exception {
        send("browsingContext.traverseHistory", Map.of("context", window, "delta", pages));
    }

    /** Opens another tab before this one; returns what {@link #closeTab} closes. */
    String openTab() throws Exception {
        return send("browsingContext.create", Map.of("type", "tab"))
                .path("context")
                .asText();
    }

    /** Closes a tab and shows this one again. */
    void closeTab(String tab) throws Exception {
        send("browsingContext.close", Map.of("context", tab));
        send("browsingContext.activate", Map.of("context", window));
    }

    /** The page on paper, as a PDF. */
    byte[] print() throws Exception {
        return Base64.getDecoder()
                .decode(send("browsingContext.print", Map.of("context", window))
                        .path("data")
                        .asText());
    }

    /** Chooses a file in the field for files that {@code expression} is. */
    void choose(String expression, Path file) throws Exception {
        JsonNode field = send(
                "script.evaluate",
                Map.of("expression", expression, "target", Map.of("context", window), "awaitPromise", true));
        send(
                "input.setFiles",
                Map.of(
                        "context",
                        window,
                        "element",
                        Map.of("sharedId", field.at("/result/sharedId").asText()),
                        "files",
                        List.of(file.toAbsolutePath().toString())));
    }

    /** Presses a key, given by its character in <a href="https://www.w3.org/TR/webdriver2/#keyboard-actions">WebDriver</a>. */
    void press(String key) throws Exception {
        List<Map<String, String>> actions =
                List.of(Map.of("type", "keyDown", "value", key), Map.of("type", "keyUp", "value", key));
        perform(List.of(Map.of("type", "key", "id", "keyboard", "actions", actions)));
    }

    /** Has keyboard and pointers do what each is told, all at once. */
    private void perform(List<?> devices) throws Exception {
        send("input.performActions", Map.of("context", window, "actions", devices));
    }

    /** Goes to an address and waits until the page has loaded. */
    void open(String address) throws Exception {
        send("browsingContext.navigate", Map.of("context", window, "url", address, "wait", "complete"));
    }

    /** Goes to an address and does not wait. */
    void openWithoutWaiting(String address) throws Exception {
        send("browsingContext.navigate", Map.of("context", window, "url", address, "wait", "none"));
    }

    /** The value of an expression in the page, as text; promises are awaited. */
    String evaluate(String expression) throws Exception {
        JsonNode result = send(
                "script.evaluate",
                Map.of(
                        "expression",
                        "Promise.resolve(" + expression + ").then(String)",
                        "target",
                        Map.of("context", window),
                        "awaitPromise",
                        true));
        if (!result.path("type").asText().equals("success")) {
            throw new IllegalStateException(expression + ": " + result);
        }
        return result.at("/result/value").asText();
    }

    /** Waits until an expression in the page is {@code value}. */
    void await(String expression, String value) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS / 2);
        String found = evaluate(expression);
        while (!found.equals(value)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(expression + " is still \"" + found + "\", not \"" + value + "\"");
            }
            Thread.sleep(50);
            found = evaluate(expression);
        }
    }

    /** Moves the mouse to a point of the window without pressing anything. */
    void hover(int[] point) throws Exception {
        Map<String, Object> move = Map.of("type", "pointerMove", "x", point[0], "y", point[1]);
        perform(List.of(Map.of("type", "pointer", "id", "mouse0", "actions", List.of(move))));
    }

    /** Moves a pointer with its button down along points of the window, as one stroke. */
    void stroke(String pointerType, List<int[]> points) throws Exception {
        strokes(pointerType, List.of(points));
    }

    /** The same with several pointers at once, as with two fingers; they go down, move and come up together. */
    void strokes(String pointerType, List<List<int[]>> together) throws Exception {
        List<Map<String, Object>> pointers = new ArrayList<>();
        for (List<int[]> points : together) {
            List<Map<String, Object>> actions = new ArrayList<>();
            for (int i = 0; i < points.size(); i++) {
                actions.add(Map.of(
                        "type",
                        "pointerMove",
                        "x",
                        points.get(i)[0],
                        "y",
                        points.get(i)[1],
                        "duration",
                        i == 0 ? 0 : 20));
                if (i == 0) {
                    actions.add(Map.of("type", "pointerDown", "button", 0));
                }
            }
            actions.add(Map.of("type", "pointerUp", "button", 0));
            pointers.add(Map.of(
                    "type",
                    "pointer",
                    "id",
                    pointerType + pointers.size(),
                    "parameters",
                    Map.of("pointerType", pointerType),
                    "actions",
                    actions));
        }
        perform(pointers);
    }

    @Override
    public void close() throws Exception {
        connection.close();
        answering.shutdownNow();
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // A dying process may still be writing; the folder is a temporary one.
        }
    }
}
