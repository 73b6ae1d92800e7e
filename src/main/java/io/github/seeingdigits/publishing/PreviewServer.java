package io.github.seeingdigits.publishing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves a folder to this machine only, as a plain web server would; for previews and tests. */
public final class PreviewServer implements AutoCloseable {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json; charset=utf-8"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("xml", "application/xml; charset=utf-8"),
            Map.entry("svg", "image/svg+xml; charset=utf-8"),
            Map.entry("webmanifest", "application/manifest+json; charset=utf-8"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("woff2", "font/woff2"));
    private static final String BINARY = "application/octet-stream";
    private static final String EVENTS = "~preview/events";
    private static final String RELOAD = "~preview/reload.js";

    private final Path folder;
    private final String base;
    private final boolean reloads;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "preview");
        thread.setDaemon(true);
        return thread;
    });
    private final List<HttpExchange> listeners = new CopyOnWriteArrayList<>();
    private volatile String lastFailure;

    /**
     * Starts serving.
     *
     * @param base the path under which the folder appears, with a slash at both ends
     * @param port 0 for any free one
     * @param reloads whether pages get a script that reloads them after {@link #baked}
     */
    public PreviewServer(Path folder, String base, int port, boolean reloads) throws IOException {
        if (!base.startsWith("/") || !base.endsWith("/")) {
            throw new IllegalArgumentException("base path \"" + base + "\" must begin and end with a slash");
        }
        this.folder = folder.toAbsolutePath().normalize();
        this.base = base;
        this.reloads = reloads;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** The address of the folder, with a final slash. */
    public String address() {
        return "http://localhost:" + server.getAddress().getPort() + base;
    }

    /** Tells open pages to reload themselves. */
    void baked() {
        lastFailure = null;
        send("event: baked\ndata: \"\"\n\n");
    }

    /** Shows open pages, and those that open from now on, why the last bake failed. */
    void failed(String message) throws IOException {
        lastFailure = "event: failed\ndata: " + Json.MAPPER.writeValueAsString(message) + "\n\n";
        send(lastFailure);
    }

    private void send(String event) {
        for (HttpExchange listener : listeners) {
            try {
                OutputStream out = listener.getResponseBody();
                out.write(event.getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException e) {
                // The reader has closed the page.
                listeners.remove(listener);
                listener.close();
            }
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        boolean stays = false;
        try {
            String method = exchange.getRequestMethod();
            String path = exchange.getRequestURI().getPath();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                respond(exchange, 405, "txt", "only GET and HEAD".getBytes(StandardCharsets.UTF_8));
            } else if (path == null || !path.startsWith(base)) {
                notFound(exchange);
            } else if (reloads && path.equals(base + RELOAD)) {
                respond(exchange, 200, "js", own("reload.js"));
            } else if (reloads && path.substring(base.length()).matches("assets/offline\\.[0-9a-f]+\\.js")) {
                respond(exchange, 200, "js", own("offline.js"));
            } else if (reloads && path.equals(base + EVENTS)) {
                stays = true;
                listen(exchange);
            } else {
                file(exchange, path.substring(base.length()));
            }
        } finally {
            if (!stays) {
                exchange.close();
            }
        }
    }

    /** A script that only the preview has. */
    private static byte[] own(String name) throws IOException {
        try (InputStream in = PreviewServer.class.getResourceAsStream("/preview/" + name)) {
            return in.readAllBytes();
        }
    }

    private void listen(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        String failure = lastFailure;
        String greeting = "retry: 500\n\n" + (failure == null ? "" : failure);
        exchange.getResponseBody().write(greeting.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        listeners.add(exchange);
    }

    private void file(HttpExchange exchange, String path) throws IOException {
        Path file = resolve(path);
        if (file != null && Files.isDirectory(file)) {
            if (!path.isEmpty() && !path.endsWith("/")) {
                exchange.getResponseHeaders()
                        .set("Location", exchange.getRequestURI().getRawPath() + "/");
                exchange.sendResponseHeaders(301, -1);
                return;
            }
            file = file.resolve("index.html");
        }
        if (file == null || !Files.isRegularFile(file)) {
            notFound(exchange);
            return;
        }
        String name = file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        byte[] content = Files.readAllBytes(file);
        respond(exchange, 200, extension, extension.equals("html") ? withReload(content) : content);
    }

    /** The file that a path names, or null if that lies outside the folder. */
    private Path resolve(String path) throws IOException {
        awaitFolder();
        try {
            Path file = folder.resolve(path).normalize();
            boolean inside = file.startsWith(folder)
                    && Files.exists(file)
                    && file.toRealPath().startsWith(folder.toRealPath());
            return inside ? file : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** Between the two renames of a swap there is no folder for a moment. */
    private void awaitFolder() {
        for (int i = 0; i < 20 && !Files.exists(folder); i++) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** The site's own page for this, as a web server would; outside the site, and without one, a line of text. */
    private void notFound(HttpExchange exchange) throws IOException {
        Path own = folder.resolve("404.html");
        if (exchange.getRequestURI().getPath() != null
                && exchange.getRequestURI().getPath().startsWith(base)
                && Files.isRegularFile(own)) {
            respond(exchange, 404, "html", withReload(Files.readAllBytes(own)));
            return;
        }
        String page = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Not found</title></head>"
                + "<body><h1>Not found</h1><p>There is no such page here. <a href=\"" + base
                + "\">To the home page</a></p></body></html>";
        respond(exchange, 404, "html", withReload(page.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] withReload(byte[] html) {
        if (!reloads) {
            return html;
        }
        String script = "<script src=\"" + base + RELOAD + "\" defer></script></head>";
        // As Latin-1, so that every byte survives.
        return new String(html, StandardCharsets.ISO_8859_1)
                .replaceFirst("</head>", script)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void respond(HttpExchange exchange, int status, String extension, byte[] content)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", TYPES.getOrDefault(extension, BINARY));
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.length));
            exchange.sendResponseHeaders(status, -1);
        } else {
            // 0 would mean a body of unknown length.
            exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        }
    }

    @Override
    public void close() {
        listeners.forEach(HttpExchange::close);
        server.stop(0);
        threads.shutdownNow();
    }
}
