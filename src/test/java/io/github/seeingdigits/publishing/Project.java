package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.Trees;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.data.SampleRecord;
import io.github.seeingdigits.network.HalfFloat;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Parameter;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.Replay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A small but complete project on disk, for tests to bend. */
final class Project {
    static final String HEADER = """
            ---
            title: Softmax
            description: Ten weighted sums.
            type: article
            date: 2026-01-05
            order: 1
            model: softmax-10
            ---
            """;

    /** Whatever this machine has, a test's project has no MNIST unless it says so. */
    static final Map<String, String> NO_MNIST =
            Map.of("XDG_CACHE_HOME", Path.of("target/no-cache").toAbsolutePath().toString());

    /** How many lines {@link #HEADER} has: line 1 of a body is this plus one in its file. */
    static final int HEADER_LINES = 8;

    final Path root;

    Project(Path root) throws IOException {
        this.root = root;
        Path templates = Path.of("src/test/resources/publishing/templates");
        try (Stream<Path> tree = Files.walk(templates)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                Path copy = root.resolve("templates")
                        .resolve(templates.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        for (String font : List.of("serif", "sans", "signs")) {
            String file = "templates/assets/fonts/" + font + ".woff2";
            write(file, Files.readAllBytes(Path.of(file)));
        }
        write("content/site.yaml", """
                title: Seeing Digits
                tagline: How networks see
                description: All about digits.
                author: us
                language: en
                base: https://example.org/digits/
                repository: https://example.org/sources
                """);
        write(
                "content/strokes.json",
                "{\"digits\": [\n {\"label\": 3, \"strokes\": \"300,200,700,500;300,800,310,810\"}]}");
        write("content/index.md", """
                ---
                title: Welcome
                description: Begin here.
                type: home
                date: 2026-01-01
                ---
                Hello.
                """);
        article("Text.\n\n## First\n\nMore.\n");
        for (String file : KernelText.FILES) {
            write(file, "(func (param i32))\n");
        }
        write("target/scripts/demos.js", "\"use strict\";let a=1;");
        write("target/scripts/scripts.txt", "-\ndemos\nlate\n");
        write("target/scripts/late.js", "\"use strict\";let b=-a;");
        model("softmax-10");
    }

    Path write(String name, String text) throws IOException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Path write(String name, byte[] bytes) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    /** Writes {@code content/softmax.md} with {@link #HEADER} and the given body. */
    void article(String body) throws IOException {
        write("content/softmax.md", HEADER + body);
    }

    /** Replaces text in a file that must contain it. */
    void replace(String name, String before, String after) throws IOException {
        String text = Files.readString(root.resolve(name));
        if (!text.contains(before)) {
            throw new IllegalArgumentException(name + " does not contain " + before);
        }
        write(name, text.replace(before, after));
    }

    /** Writes a model whose weights are all different. */
    void model(String id) throws IOException {
        model(id, "dense 784 10");
    }

    /** Writes a model of another architecture. */
    void model(String id, String architecture) throws IOException {
        Network network = new Network(architecture, 1, new PlainOps());
        int i = 0;
        for (Parameter parameter : network.parameters()) {
            for (float[] row : parameter.value.row) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = HalfFloat.toFloat(HalfFloat.fromFloat((i++ % 37 - 18) / 64f));
                }
            }
        }
        Replay replay = new Replay(4);
        replay.add(0, 0.1f, new float[] {0, 0, 0, 0});
        replay.add(64, 0.5f, new float[] {1, -1, 0.5f, 0});
        ObjectNode record = SampleRecord.of(id, architecture);
        record.withObject("/test/accuracy").putArray("seeds").add(0.925).add(0.926);
        record.put("images", 60000).putNull("note").put("converged", true);
        ModelFolder.write(
                root.resolve("models/" + id), network, record, Optional.of(replay), Map.of(), ModelFolder.newObject());
    }

    /** Bakes and returns what it reported. */
    String bake() throws IOException, InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        publish(Duration.ZERO).bake(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    Publish publish(Duration patience) {
        return publish(root, patience);
    }

    /** A bake of the project at {@code root}, for processes that find it there. */
    static Publish publish(Path root, Duration patience) {
        return new Publish(root, Publish.defaultScripts(root), patience, NO_MNIST);
    }

    /** Bakes, which must fail, and returns the message. */
    String failure() {
        return assertThrows(PublishException.class, this::bake).getMessage();
    }

    /** A page of the site. */
    String page(String name) throws IOException {
        return Files.readString(root.resolve("site").resolve(name));
    }

    /** Every file of the site with its content, see {@link Trees#files}. */
    Map<String, String> site() throws IOException {
        return Trees.files(root.resolve("site"));
    }
}
