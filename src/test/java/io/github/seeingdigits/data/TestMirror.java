package io.github.seeingdigits.data;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A web server on this machine that can be told to misbehave. */
final class TestMirror implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, HttpHandler> handlers = new ConcurrentHashMap<>();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final List<String> requests = new ArrayList<>();

    TestMirror() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/");
    }

    /** What was asked for: the path, and {@code FROM-} where a range was. */
    List<String> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** Serves a file, with support for ranges. */
    void serve(String path, byte[] bytes) {
        files.put(path, bytes);
        handlers.put(path, exchange -> sendRange(exchange, bytes));
    }

    void answer(String path, HttpHandler handler) {
        handlers.put(path, handler);
    }

    /** Breaks the connection after {@code bytes} of the first answer, then serves as before. */
    void cutOnce(String path, int bytes) {
        AtomicBoolean cut = new AtomicBoolean();
        byte[] file = files.get(path);
        answer(path, exchange -> {
            if (cut.getAndSet(true)) {
                sendRange(exchange, file);
                return;
            }
            exchange.sendResponseHeaders(200, file.length);
            OutputStream out = exchange.getResponseBody();
            out.write(file, 0, bytes);
            out.flush();
            exchange.close();
        });
    }

    static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    static void sendWithoutEnd(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] chunk = new byte[4096];
        while (true) {
            exchange.getResponseBody().write(chunk);
        }
    }

    static void fallSilent(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write(1);
        exchange.getResponseBody().flush();
        try {
            new CountDownLatch(1).await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        String path = exchange.getRequestURI().getPath();
        synchronized (requests) {
            requests.add(range == null ? path : path + " " + range.substring("bytes=".length()));
        }
        HttpHandler handler = handlers.get(path);
        if (handler == null) {
            send(exchange, 404, new byte[0]);
        } else {
            handler.handle(exchange);
        }
    }

    private static void sendRange(HttpExchange exchange, byte[] file) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        if (range == null) {
            send(exchange, 200, file);
            return;
        }
        int from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
        if (from >= file.length) {
            send(exchange, 416, new byte[0]);
            return;
        }
        exchange.getResponseHeaders()
                .add("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
        send(exchange, 206, Arrays.copyOfRange(file, from, file.length));
    }
}
