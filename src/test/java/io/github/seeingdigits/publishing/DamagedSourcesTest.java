package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.Damage;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.MemoryDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a source, its reader answers or names the file that is at fault. */
class DamagedSourcesTest {
    static final Damage FRONT_MATTER = Damage.to(
                    PublishException.class,
                    "a.md",
                    file -> FrontMatter.parse("a.md", SourceText.decode(file, "a.md"), List.of("softmax-10")))
            .allocating(1_000, 4 << 20);

    private static final String BODY = """
            Right in [=record["softmax-10"].test.accuracy.mean?string("0.0%")] of cases[^1], see [home](index.md).

            ![Ten *filters*.](demo:filters){model=softmax-10 digit=3}

            ## A heading {#one}

            | a | b |
            |--:|---|
            | 1 | `x` |

            !!! tip "Try"
                Text.

            [^1]: A note with <https://example.org>.
            """;
    private static final String SPICE = "[]{}()<>#=!?|`*_:\"'\\&^~-+/.\n \t\u00e4\u0000demo:";

    @TempDir
    Path root;

    private Project project;
    private SpecimenSheet specimens;
    private int answers;
    private int refusals;

    @Test
    @Fault("Content: damage anywhere in an article")
    void everyDamagedArticleIsReadOrRefusedByName() throws Exception {
        project = new Project(root);
        specimens = SpecimenSheet.of(SampleDigits.read(root), Project.NO_MNIST);
        byte[] whole = (Project.HEADER + BODY).getBytes(StandardCharsets.UTF_8);
        read(whole);
        assertTrue(answers == 1, "the whole article is sound");
        Random random = new Random(20260105);
        for (int i = 0; i < 150; i++) {
            byte[] damaged = whole.clone();
            for (int k = random.nextInt(4); k >= 0; k--) {
                damaged[random.nextInt(damaged.length)] = (byte) SPICE.charAt(random.nextInt(SPICE.length()));
            }
            read(damaged);
        }
        for (int length = 0; length < whole.length; length += 11) {
            read(java.util.Arrays.copyOf(whole, length));
        }
        assertTrue(answers > 30 && refusals > 30, answers + " answers, " + refusals + " refusals");
    }

    private void read(byte[] article) throws IOException {
        project.write("content/softmax.md", article);
        try {
            Models models = Models.read(root, new BakeMemory());
            SampleDigits samples = SampleDigits.read(root);
            Assets assets = new Assets(
                    root, Publish.defaultScripts(root), models, samples, specimens, Optional.empty(), new BakeMemory());
            Templates templates = new Templates(root.resolve("templates"));
            Content content = Content.read(root, models.ids());
            content.render(
                    new Interpolation(
                            models.records(),
                            new StrictHash("figure", Map.of()),
                            SiteSettings.read(root).asTemplateModel()),
                    new Markdown(
                            new Links(content.slugs(), assets),
                            assets,
                            new FigureWriter(
                                    templates, models, samples, assets, PublishedErrors.read(root), new BakeMemory()),
                            Glossary.read(root),
                            new Typesetter(root.resolve("typeset"))),
                    List.of(),
                    new BakeMemory());
            answers++;
        } catch (PublishException e) {
            refusals++;
            assertTrue(e.getMessage().startsWith("content/softmax.md"), e.getMessage());
        }
    }

    @Test
    @Fault("Every stage: damaged input to a parser")
    void everyDamagedFrontMatterIsReadOrRefusedByName() {
        byte[] whole = (Project.HEADER + "\nText.\n").getBytes(StandardCharsets.UTF_8);
        FRONT_MATTER.everyTruncationIsAnsweredOrRefused(whole);
        FRONT_MATTER.everySingleBitFlipIsAnsweredOrRefused(whole);
        FRONT_MATTER.whateverComesIsAnsweredOrRefused(whole, 5_000);
        for (String attack : new String[] {
            "a: &a [" + "*a,".repeat(1_000) + "]\n",
            "a: &a {b: &b {c: &c {d: [*a, *b, *c]}}}\n",
            "a: " + "[".repeat(500_000) + "\n",
            "&a ? *a : *a\n",
            "? ".repeat(20_000) + "\n",
            "title: !!javax.script.ScriptEngineManager [x]\n",
            "a".repeat(100_000) + ": b\n",
            "tags: [" + "x,".repeat(50_000) + "x]\n",
            "title: |" + "\n ".repeat(50_000) + "\n",
            "title: \"" + "\\x41".repeat(50_000) + "\"\n"
        }) {
            FRONT_MATTER.refuses(("---\n" + attack + "---\n").getBytes(StandardCharsets.UTF_8), attack.substring(0, 5));
        }
    }

    @Test
    @Fault("Content: malformed front matter")
    void listsInListsInListsAreRefused() {
        String deep = "---\ntags: [[[[[[a]]]]]]\n---\n";
        String message = FRONT_MATTER.message(deep.getBytes(StandardCharsets.UTF_8));
        assertTrue(message.startsWith("a.md:2: is not YAML: Nesting Depth exceeded max 5"), message);
    }

    @Test
    @Fault("Every stage: damaged input to a parser")
    void everyDamagedFileOfStrokesIsReadOrRefusedByName() throws IOException {
        Damage damage = strokes();
        byte[] whole = "{\"digits\": [{\"label\": 3, \"strokes\": \"310,250,600,-5~70;5,6\"}]}"
                .getBytes(StandardCharsets.UTF_8);
        damage.everyTruncationIsRefused(whole);
        damage.everySingleBitFlipIsAnsweredOrRefused(whole);
        damage.whateverComesIsAnsweredOrRefused(whole, 2_000);
    }

    /** Reads the file of strokes of a project. */
    static Damage strokes() throws IOException {
        Path root = MemoryDisk.folder();
        Path file = root.resolve(SampleDigits.FILE);
        Files.createDirectories(file.getParent());
        return Damage.to(PublishException.class, SampleDigits.FILE, bytes -> {
                    Files.write(file, bytes);
                    SampleDigits.read(root);
                })
                .allocating(1_000, 1 << 20);
    }
}
