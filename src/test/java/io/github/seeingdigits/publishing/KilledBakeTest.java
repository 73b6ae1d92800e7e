package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.Fault;
import io.github.seeingdigits.Trees;
import io.github.seeingdigits.Victim;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A bake that is killed, whatever it is at. */
class KilledBakeTest extends ProjectTest {
    @Test
    @Fault("Bake: killed at any moment between staging and swap")
    void killedFiftyTimesAWholeSiteStandsAndTheNextBakeSucceeds() throws Exception {
        Map<String, Map<String, String>> expected = Map.of("A", baked("A"), "B", baked("B"));
        assertTrue(!expected.get("A").equals(expected.get("B")), "the two are the same");
        SplittableRandom random = new SplittableRandom(1);
        List<String> sources = children();
        String version = "A";
        long nanos = 0;
        for (int i = 0; i < Victim.KILLS; i++) {
            try (Victim victim = new Victim(Killed.class, root.toString(), version)) {
                victim.awaitFirst();
                // It baked where the last one died, and nothing of that one is left.
                assertEquals(expected.get(version), project.site(), "kill " + i);
                assertEquals(sources, children(), "kill " + i);
                victim.goOn();
                nanos = nanos == 0 ? victim.measure() : nanos;
                version = victim.kill(random, nanos);
            }
            // Between the two renames of a swap, the old site is there by its other name.
            Map<String, String> left =
                    Trees.files(root.resolve(Files.exists(root.resolve("site")) ? "site" : "site.previous"));
            assertTrue(
                    left.equals(expected.get("A")) || left.equals(expected.get("B")),
                    () -> "half a site is left: " + left.keySet());
        }
    }

    private Map<String, String> baked(String version) throws Exception {
        bake(project.publish(Duration.ZERO), root, version);
        return project.site();
    }

    private static void bake(Publish publish, Path root, String version) throws IOException, InterruptedException {
        Files.writeString(
                root.resolve("content/softmax.md"),
                Project.HEADER + "Version " + version + ".\n\n![Its filters.](demo:filters)\n");
        PrintStream quiet = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        publish.bake(quiet);
    }

    private List<String> children() throws IOException {
        try (Stream<Path> children = Files.list(root)) {
            return children.map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** What the processes run: project, first version. */
    static final class Killed {
        private Killed() {}

        public static void main(String[] args) throws Exception {
            // It remembers what it has worked out, as the preview does: more of the time goes into the files.
            Publish publish = Project.publish(Path.of(args[0]), Duration.ZERO);
            Victim.work(args[1], false, (version, resume) -> bake(publish, Path.of(args[0]), version));
        }
    }
}
