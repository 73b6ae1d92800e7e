package io.github.seeingdigits.browser;

import io.github.seeingdigits.publishing.PreviewServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of the site on a server that can really go, and a next bake of it. */
final class TwoBakes implements AutoCloseable {
    private static final String BASE = "/a/base/";

    /** The version of the next bake. */
    static final String NEXT = "0ff11e00";

    private final Path site;
    private PreviewServer server;

    /** Where the site is served, with a final slash. */
    final String address;

    /** Serves a copy in the empty folder {@code site}. */
    TwoBakes(Path site) throws IOException {
        this.site = site;
        try (Stream<Path> tree = Files.walk(Path.of("site"))) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                Path copy = site.resolve(Path.of("site").relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        server = new PreviewServer(site, BASE, 0, false);
        address = server.address();
    }

    /** Serves it at the same address again. */
    void online() throws IOException {
        server = new PreviewServer(site, BASE, Integer.parseInt(address.replaceAll(".*:(\\d+)/.*", "$1")), false);
    }

    /** Takes the server away. */
    void offline() {
        server.close();
    }

    @Override
    public void close() {
        server.close();
    }

    /** The next bake's first script. */
    Path nextScript() {
        return site.resolve("assets/demos." + NEXT + ".js");
    }

    /** The next bake: another version, and a first script that says so; the old script is gone. */
    void bakeAnew() throws IOException {
        Path script = null;
        try (Stream<Path> assets = Files.list(site.resolve("assets"))) {
            script = assets.filter(file -> file.getFileName().toString().matches("demos\\.[0-9a-f]{8}\\.js"))
                    .findFirst()
                    .orElseThrow();
        }
        String old = script.getFileName().toString();
        Files.writeString(nextScript(), Files.readString(script) + "\nglobalThis.bakedFor = '" + NEXT + "';");
        Files.delete(script);
        try (Stream<Path> files = Files.list(site)) {
            for (Path page :
                    files.filter(file -> file.toString().endsWith(".html")).toList()) {
                String text = Files.readString(page);
                Files.writeString(
                        page,
                        text.replace(old, nextScript().getFileName().toString())
                                .replaceFirst("data-version=\"[0-9a-f]+\"", "data-version=\"" + NEXT + "\""));
            }
        }
    }
}
