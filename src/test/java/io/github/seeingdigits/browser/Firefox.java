package io.github.seeingdigits.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
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

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path profile;
    private final Process process;
    private final WebSocket socket;
    private final String window;
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private int commands;

    /** Errors and warnings of the pages' own consoles, as they come. */
    final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

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

    /** Starts it with a profile of its own and opens a window. */
    Firefox(Path program) throws Exception {
        profile = Files.createTempDirectory("firefox");
        Files.writeString(profile.resolve("user.js"), PREFERENCES);
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
            socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(URI.create(address() + "/session"), new Reader())
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            send("session.new", Map.of("capabilities", Map.of()));
            send("session.subscribe", Map.of("events", List.of("log.entryAdded")));
            window = send("browsingContext.getTree", Map.of())
                    .at("/contexts/0/context")
                    .asText();
            setViewport(1280, 1000);
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

    private final class Reader implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                try {
                    receive(JSON.readTree(text.toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } finally {
                    text.setLength(0);
                }
            }
            from.request(1);
            return null;
        }
    }

    private void receive(JsonNode message) {
        CompletableFuture<JsonNode> answer =
                message.hasNonNull("id") ? waiting.remove(message.get("id").asInt()) : null;
        if (answer != null) {
            answer.complete(message);
        } else if (message.path("method").asText().equals("log.entryAdded")) {
            JsonNode entry = message.get("params");
            String level = entry.path("level").asText();
            if (level.equals("error") || level.equals("warn")) {
                complaints.add(level + ": " + entry.path("text").asText());
            }
        }
    }

    private synchronized JsonNode send(String method, Map<String, ?> parameters) throws Exception {
        int id = ++commands;
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        JsonNode message = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (message.path("type").asText().equals("error")) {
            throw new IllegalStateException(method + ": " + message);
        }
        return message.get("result");
    }

    private void setViewport(int width, int height) throws Exception {
        send(
                "browsingContext.setViewport",
                Map.of("context", window, "viewport", Map.of("width", width, "height", height)));
    }

    /** Goes to an address and waits until the page has loaded. */
    void open(String address) throws Exception {
        send("browsingContext.navigate", Map.of("context", window, "url", address, "wait", "complete"));
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

    /** Moves a pointer with its button down along points of the window, as one stroke. */
    void stroke(String pointerType, List<int[]> points) throws Exception {
        List<Map<String, Object>> actions = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            actions.add(Map.of(
                    "type", "pointerMove", "x", points.get(i)[0], "y", points.get(i)[1], "duration", i == 0 ? 0 : 20));
            if (i == 0) {
                actions.add(Map.of("type", "pointerDown", "button", 0));
            }
        }
        actions.add(Map.of("type", "pointerUp", "button", 0));
        send(
                "input.performActions",
                Map.of(
                        "context",
                        window,
                        "actions",
                        List.of(Map.of(
                                "type",
                                "pointer",
                                "id",
                                pointerType,
                                "parameters",
                                Map.of("pointerType", pointerType),
                                "actions",
                                actions))));
    }

    @Override
    public void close() throws Exception {
        socket.abort();
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
