package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {
    @TempDir
    Path root;

    private void site(String folder, String file) throws Exception {
        Files.createDirectories(root.resolve(folder));
        Files.writeString(root.resolve(folder).resolve(file), folder);
    }

    private List<String> siteFolders() throws Exception {
        try (Stream<Path> children = Files.list(root)) {
            return children.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("site"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aSwapReplacesEverythingButTheIgnoreFile() throws Exception {
        site("site", "old.html");
        site("site", ".gitignore");
        try (Staging staging = Staging.open(root, Duration.ZERO)) {
            Files.writeString(staging.folder().resolve("new.html"), "new");
            staging.swap();
        }
        assertTrue(Files.exists(root.resolve("site/new.html")));
        assertTrue(Files.exists(root.resolve("site/.gitignore")));
        assertFalse(Files.exists(root.resolve("site/old.html")));
        assertEquals(List.of("site"), siteFolders());
    }

    @Test
    @Fault("Every stage: bake fails")
    void withoutASwapTheOldSiteStays() throws Exception {
        site("site", "old.html");
        try (Staging staging = Staging.open(root, Duration.ZERO)) {
            Files.writeString(staging.folder().resolve("new.html"), "new");
        }
        assertTrue(Files.exists(root.resolve("site/old.html")));
        assertEquals(List.of("site"), siteFolders());
    }

    @Test
    @Fault("Bake: killed at any moment between staging and swap")
    void aBakeKilledBetweenTheRenamesIsUndone() throws Exception {
        site("site.previous", "old.html");
        site("site.staging-1", "new.html");
        try (Staging staging = Staging.open(root, Duration.ZERO)) {
            assertEquals("site.previous", Files.readString(root.resolve("site/old.html")));
            assertTrue(Files.isDirectory(staging.folder()));
        }
        assertEquals(List.of("site"), siteFolders());
    }

    @Test
    @Fault("Bake: killed at any moment between staging and swap")
    void aBakeKilledAfterTheRenamesLeavesTheNewSite() throws Exception {
        site("site", "new.html");
        site("site.previous", "old.html");
        Staging.open(root, Duration.ZERO).close();
        assertTrue(Files.exists(root.resolve("site/new.html")));
        assertEquals(List.of("site"), siteFolders());
    }

    @Test
    @Fault("Bake: two bakes at once")
    void aSecondBakeIsRefusedInASentence() throws Exception {
        try (Staging first = Staging.open(root, Duration.ZERO)) {
            String message = assertThrows(PublishException.class, () -> Staging.open(root, Duration.ZERO))
                    .getMessage();
            assertEquals(
                    "another bake of this project is running (it holds .cache/bake.lock); wait until it has ended, then"
                            + " try again",
                    message);
            assertTrue(Files.isDirectory(first.folder()), "the first is undisturbed");
        }
        Staging.open(root, Duration.ZERO).close();
    }

    @Test
    @Fault("Bake: two bakes at once")
    void aPatientSecondBakeTakesItsTurn() throws Exception {
        Staging first = Staging.open(root, Duration.ZERO);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread second = new Thread(() -> {
            try {
                Staging.open(root, Duration.ofSeconds(20)).close();
            } catch (Exception e) {
                failure.set(e);
            }
        });
        second.start();
        second.join(150);
        assertTrue(second.isAlive(), "it waits");
        first.close();
        second.join(20_000);
        assertEquals(null, failure.get());
        assertFalse(second.isAlive());
    }
}
