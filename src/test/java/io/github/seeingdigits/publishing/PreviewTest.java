package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.Fault;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PreviewTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path root;

    private static HttpResponse<String> get(String address) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private Path site() throws Exception {
        Path site = Files.createDirectories(root.resolve("site"));
        Files.writeString(site.resolve("index.html"), "<html><head></head><body>Über</body></html>");
        Files.writeString(site.resolve("a.css"), "p{}");
        Files.createDirectories(site.resolve("deep"));
        Files.writeString(site.resolve("deep/index.html"), "deep");
        Files.writeString(root.resolve("secret.txt"), "secret");
        return site;
    }

    @Test
    void filesComeWithTheirTypeAndAreNotCached() throws Exception {
        try (PreviewServer server = new PreviewServer(site(), "/", 0, false)) {
            HttpResponse<String> home = get(server.address());
            assertEquals(200, home.statusCode());
            assertEquals("<html><head></head><body>Über</body></html>", home.body());
            assertEquals(
                    "text/html; charset=utf-8",
                    home.headers().firstValue("Content-Type").get());
            assertEquals("no-store", home.headers().firstValue("Cache-Control").get());
            HttpResponse<String> style = get(server.address() + "a.css");
            assertEquals(
                    "text/css; charset=utf-8",
                    style.headers().firstValue("Content-Type").get());
            assertEquals(404, get(server.address() + "none.html").statusCode());
        }
    }

    @Test
    void aSiteMayLiveUnderAnyPath() throws Exception {
        try (PreviewServer server = new PreviewServer(site(), "/some/base/", 0, false)) {
            assertTrue(server.address().endsWith("/some/base/"));
            assertEquals(200, get(server.address() + "index.html").statusCode());
            assertEquals("deep", get(server.address() + "deep/").body());
            assertEquals(301, get(server.address() + "deep").statusCode());
            assertEquals(
                    404,
                    get(server.address().replace("/some/base/", "/index.html")).statusCode());
        }
    }

    @Test
    @Fault("Content: path leaving the site")
    void nothingOutsideTheSiteIsServed() throws Exception {
        Path site = site();
        Files.createSymbolicLink(site.resolve("link.txt"), root.resolve("secret.txt"));
        try (PreviewServer server = new PreviewServer(site, "/", 0, false)) {
            for (String path : new String[] {
                "/../secret.txt",
                "/%2e%2e/secret.txt",
                "/deep/../../secret.txt",
                "/..%2fsecret.txt",
                "/link.txt",
                "/%00"
            }) {
                String response = raw(URI.create(server.address()).getPort(), path);
                assertTrue(response.startsWith("HTTP/1.1 40"), path + ": " + response);
                assertFalse(response.contains("secret\n") || response.endsWith("secret"), path);
            }
        }
    }

    /** Sends a path as it is; a client library would tidy it up. */
    private static String raw(int port, String path) throws Exception {
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void onlyReadingIsAllowed() throws Exception {
        try (PreviewServer server = new PreviewServer(site(), "/", 0, false)) {
            HttpRequest post = HttpRequest.newBuilder(URI.create(server.address()))
                    .POST(HttpRequest.BodyPublishers.ofString("x"))
                    .build();
            assertEquals(
                    405, CLIENT.send(post, HttpResponse.BodyHandlers.ofString()).statusCode());
            HttpRequest head = HttpRequest.newBuilder(URI.create(server.address() + "a.css"))
                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                    .build();
            assertEquals(
                    200, CLIENT.send(head, HttpResponse.BodyHandlers.ofString()).statusCode());
        }
    }

    @Test
    void aTakenPortMeansTheNextOne() throws Exception {
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        try (PreviewServer taken = new PreviewServer(site(), "/", 0, false)) {
            int port = URI.create(taken.address()).getPort();
            try (Preview preview = new Preview(root, root.resolve("teavm"), port, out)) {
                assertTrue(URI.create(preview.address()).getPort() > port);
            }
        }
    }

    @Test
    void aChangeIsBakedAndToldToThePageAndAFailureKeepsTheLastGoodPage() throws Exception {
        Project project = new Project(root);
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        try (Preview preview = new Preview(root, Publish.defaultScripts(root), 0, out)) {
            assertTrue(preview.bake());
            String page = get(preview.address() + "softmax.html").body();
            assertTrue(page.contains("<script src=\"/~preview/reload.js\" defer></script></head>"), page);
            assertFalse(project.page("softmax.html").contains("~preview"), "only in the preview");
            assertTrue(get(preview.address() + "~preview/reload.js").body().contains("EventSource"));

            HttpResponse<InputStream> stream = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(preview.address() + "~preview/events"))
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            BufferedReader events = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
            assertEquals("retry: 500", events.readLine());
            Thread watcher = new Thread(() -> {
                try {
                    preview.watch();
                } catch (Exception e) {
                    // The test ends the preview while it looks.
                }
            });
            watcher.start();
            Thread.sleep(100);
            project.article("New text.\n");
            assertEquals("event: baked", next(events));
            assertTrue(get(preview.address() + "softmax.html").body().contains("New text."));
            project.article("# Wrong\n");
            assertEquals("event: failed", next(events));
            assertTrue(events.readLine().contains("content/softmax.md:9: a heading with one #"));
            assertTrue(get(preview.address() + "softmax.html").body().contains("New text."));
        }
    }

    private static String next(BufferedReader events) throws Exception {
        String line = events.readLine();
        while (!line.startsWith("event: ")) {
            line = events.readLine();
        }
        return line;
    }

    /** It would be made anew after every bake, and could answer in place of the newest pages. */
    @Test
    void thePreviewKeepsNoOfflineCopyAndTheSiteDoes() throws Exception {
        Path site = site();
        Files.createDirectories(site.resolve("assets"));
        Files.writeString(site.resolve("assets/offline.0123abcd.js"), "its own");
        try (PreviewServer preview = new PreviewServer(site, "/digits/", 0, true);
                PreviewServer plain = new PreviewServer(site, "/digits/", 0, false)) {
            assertTrue(
                    get(preview.address() + "assets/offline.0123abcd.js").body().contains("unregister()"));
            assertEquals(
                    "its own",
                    get(plain.address() + "assets/offline.0123abcd.js").body());
        }
    }
}
