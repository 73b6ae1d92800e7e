package io.github.seeingdigits.publishing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The author's view of the site: {@code Preview [--port N] [--build-only] [--root DIR] [--scripts DIR]}. It bakes, serves,
 * bakes again whenever a source changes, and reloads open pages. When a bake fails, the last good pages stay and say why.
 */
public final class Preview implements AutoCloseable {
    private static final String USAGE =
            "usage: Preview [--port N] [--build-only] [--root DIR] [--scripts target/scripts]";
    private static final int PORT = 8080;
    private static final int PORTS_TRIED = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long LOOK_EVERY_MILLIS = 50;
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final Path root;
    private final Path scripts;
    private final Publish publish;
    private final PrintStream out;
    private final PreviewServer server;
    private volatile boolean closed;

    /** Serves {@code site/} of the project at {@code root} on {@code port} or, if that is taken, the next free one. */
    Preview(Path root, Path scripts, int port, PrintStream out) throws IOException {
        this.root = root;
        this.scripts = scripts;
        this.publish = new Publish(root, scripts, PATIENCE, System.getenv());
        this.out = out;
        this.server = start(root.resolve("site"), port);
    }

    private static PreviewServer start(Path site, int port) throws IOException {
        for (int i = 0; ; i++) {
            try {
                return new PreviewServer(site, "/", port == 0 ? 0 : port + i, true);
            } catch (BindException e) {
                if (i == PORTS_TRIED || port + i == 65535) {
                    throw new PublishException(
                            "ports " + port + " to " + (port + i) + " are taken; choose another with --port");
                }
            }
        }
    }

    /** See {@link Preview}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of("");
        Path scripts = null;
        int port = PORT;
        boolean buildOnly = false;
        for (int i = 0; i < arguments.length; i++) {
            String next = i + 1 < arguments.length ? arguments[i + 1] : "";
            if (arguments[i].equals("--build-only")) {
                buildOnly = true;
            } else if (arguments[i].equals("--port") && next.matches("[0-9]{1,5}") && Integer.parseInt(next) <= 65535) {
                port = Integer.parseInt(arguments[++i]);
            } else if (arguments[i].equals("--root") && !next.isEmpty()) {
                root = Path.of(arguments[++i]);
            } else if (arguments[i].equals("--scripts") && !next.isEmpty()) {
                scripts = Path.of(arguments[++i]);
            } else {
                System.err.println("unknown or incomplete argument \"" + arguments[i] + "\"; " + USAGE);
                System.exit(2);
            }
        }
        Path demos = scripts == null ? Publish.defaultScripts(root) : scripts;
        if (buildOnly) {
            System.exit(Publish.run(
                    new String[] {"--root", root.toString(), "--scripts", demos.toString()}, System.out, System.err));
        }
        try (Preview preview = new Preview(root, demos, port, System.out)) {
            if (Files.exists(root.resolve("site/index.html"))) {
                System.out.println(
                        "The site of the last bake is at " + preview.address() + " until the new one is ready");
            }
            preview.bake();
            System.out.println("The site is at " + preview.address() + " (stop with Ctrl-C)");
            preview.watch();
        } catch (PublishException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Where the site is. */
    String address() {
        return server.address();
    }

    /** Bakes once, and tells open pages. */
    boolean bake() throws IOException, InterruptedException {
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        try {
            long start = System.nanoTime();
            publish.bake(new PrintStream(report, true, StandardCharsets.UTF_8));
            out.print(report.toString(StandardCharsets.UTF_8));
            out.println("Baked in " + (System.nanoTime() - start) / 1_000_000 + " ms.");
            server.baked();
            return true;
        } catch (PublishException | IOException | UncheckedIOException e) {
            out.println(e.getMessage());
            out.println("The bake failed; the pages are as they were.");
            server.failed(String.valueOf(e.getMessage()));
            return false;
        }
    }

    /** Bakes whenever a source has changed and then been left alone for a moment; returns when closed. */
    void watch() throws IOException, InterruptedException {
        Map<Path, List<Object>> baked = sources();
        Map<Path, List<Object>> before = baked;
        while (!closed) {
            // Who has begun to write will soon be done.
            Thread.sleep(before.equals(baked) ? LOOK_EVERY_MILLIS : LOOK_AGAIN_MILLIS);
            Map<Path, List<Object>> now = sources();
            if (!now.equals(baked) && now.equals(before)) {
                baked = now;
                bake();
            }
            before = now;
        }
    }

    /** Every source with its size and time. Looking is simpler than being told, and works on every file system. */
    private Map<Path, List<Object>> sources() throws IOException {
        Map<Path, List<Object>> sources = new TreeMap<>();
        for (String folder : List.of("content", "templates", "models")) {
            if (Files.isDirectory(root.resolve(folder))) {
                try (Stream<Path> tree = Files.walk(root.resolve(folder))) {
                    tree.forEach(path -> note(path, sources));
                } catch (UncheckedIOException e) {
                    // Something vanished while we looked; the next look will be complete.
                    sources.put(root.resolve(folder), List.of(System.nanoTime()));
                }
            }
        }
        for (String file : KernelText.FILES) {
            note(root.resolve(file), sources);
        }
        // Written last, when the scripts have changed.
        note(scripts.resolve(Minifier.LIST), sources);
        return sources;
    }

    private static void note(Path path, Map<Path, List<Object>> sources) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!attributes.isDirectory()) {
                sources.put(path, List.of(attributes.size(), attributes.lastModifiedTime()));
            }
        } catch (NoSuchFileException e) {
            // It vanished, so it is no source any more.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        server.close();
    }
}
