package io.github.seeingdigits.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Commands to a browser and what it answers, by <a href="https://www.w3.org/TR/webdriver-bidi/">WebDriver BiDi</a>. */
final class BidiConnection implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WebSocket socket;
    private final Consumer<JsonNode> events;
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private int commands;

    /** Connects; {@code events} gets what the browser tells of itself, and must not wait for an answer. */
    BidiConnection(String address, Consumer<JsonNode> events) throws Exception {
        this.events = events;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), new Reader())
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
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
        } else {
            events.accept(message);
        }
    }

    /**
     * Sends a command and waits for its result. Several threads may.
     *
     * @throws IllegalStateException if the browser answers with an error
     */
    JsonNode send(String method, Map<String, ?> parameters) throws Exception {
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        synchronized (waiting) {
            int id = ++commands;
            waiting.put(id, answer);
            socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        JsonNode message = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (message.path("type").asText().equals("error")) {
            throw new IllegalStateException(method + ": " + message);
        }
        return message.get("result");
    }

    @Override
    public void close() {
        socket.abort();
    }
}
