package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever changes between two bakes of one process, the second gives the bytes that a new process would give. */
class BakeMemoryTest extends ProjectTest {
    private interface Change {
        void make() throws IOException;
    }

    private Publish publish;

    @BeforeEach
    void aSiteThatWasBaked() throws IOException, InterruptedException {
        project.model("hidden-10", "dense 784 10, relu 10, dense 10 10");
        project.article(
                "Right: [=record[\"softmax-10\"].images].\n\n![It reads.](demo:draw)\n\n![Filters.](demo:filters)\n");
        publish = project.publish(Duration.ZERO);
        bake();
    }

    private void bake() throws IOException, InterruptedException {
        publish.bake(new PrintStream(new ByteArrayOutputStream()));
    }

    private void sameAfter(Change change) throws IOException, InterruptedException {
        Map<String, String> before = project.site();
        change.make();
        bake();
        Map<String, String> remembered = project.site();
        assertNotEquals(before, remembered, "the change does not show");
        project.bake();
        assertEquals(project.site(), remembered);
    }

    @Test
    void anArticle() throws IOException, InterruptedException {
        sameAfter(() -> project.replace("content/softmax.md", "Right:", "So many:"));
        sameAfter(() -> project.replace("content/softmax.md", "title: Softmax", "title: Sums"));
        sameAfter(() -> project.replace("content/softmax.md", "(demo:draw)", "(demo:draw){model=hidden-10}"));
        sameAfter(() -> project.write("content/other.md", Project.HEADER + "Another.\n"));
        sameAfter(() -> Files.delete(root.resolve("content/other.md")));
    }

    @Test
    void aModelAndItsRecord() throws IOException, InterruptedException {
        sameAfter(() -> project.replace("models/softmax-10/record.json", "60000", "50000"));
        sameAfter(() -> project.model("softmax-10", "dense 784 12, relu 12, dense 12 10"));
    }

    @Test
    void aTemplateStylesScriptsAndStrokes() throws IOException, InterruptedException {
        sameAfter(() -> project.replace("templates/article.ftl", "<ul>", "<ul id=\"toc\">"));
        sameAfter(() -> project.replace("templates/figure.ftl", "<figure", "<figure data-new=\"1\""));
        sameAfter(() -> Files.writeString(
                root.resolve("templates/assets/style.css"),
                Files.readString(root.resolve("templates/assets/style.css")) + ".new{color:red}"));
        sameAfter(() -> project.replace("templates/assets/style.css", "--paper: #ffffff", "--paper: #fefefe"));
        sameAfter(() -> project.write("target/scripts/demos.js", "\"use strict\";let a=2;"));
        sameAfter(() -> project.write("templates/assets/reading.js", "let read = 1;\n"));
        sameAfter(() -> project.write(
                "content/strokes.json",
                "{\"digits\": [\n {\"label\": 3, \"strokes\": \"200,200,700,500;300,800,310,810\"}]}"));
    }

    @Test
    void settingsGlossaryAndClaims() throws IOException, InterruptedException {
        sameAfter(() -> project.replace("content/site.yaml", "title: Seeing Digits", "title: Reading Digits"));
        project.replace("content/softmax.md", "Right:", "The softmax is right:");
        sameAfter(() -> project.write(
                "content/glossary.json",
                "{\"terms\": [{\"term\": \"softmax\", \"meaning\": \"Turns scores into probabilities.\"}]}"));
        sameAfter(() -> project.replace("content/glossary.json", "Turns", "Makes"));
    }

    @Test
    void afterABakeThatFailed() throws IOException, InterruptedException {
        project.replace("content/softmax.md", "softmax-10\"]", "softmax-11\"]");
        assertThrows(PublishException.class, this::bake);
        sameAfter(() -> project.replace("content/softmax.md", "softmax-11\"].images", "softmax-10\"].id"));
    }

    @Test
    void onlyWhatIsNewIsWorkedOut() throws IOException {
        BakeMemory memory = new BakeMemory();
        AtomicInteger worked = new AtomicInteger();
        Object[] kept = new Object[2];
        for (int bake = 0; bake < 2; bake++) {
            kept[bake] = memory.get(List.of("a", 1), () -> "result " + worked.incrementAndGet());
            memory.turn();
        }
        assertSame(kept[0], kept[1]);
        assertEquals(1, worked.get());
        memory.turn();
        memory.get(List.of("a", 1), () -> "result " + worked.incrementAndGet());
        assertEquals(2, worked.get(), "nobody asked for two bakes, so it is forgotten");
    }
}
