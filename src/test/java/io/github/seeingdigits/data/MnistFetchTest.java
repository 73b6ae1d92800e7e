package io.github.seeingdigits.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.Fault;
import io.github.seeingdigits.MemoryDisk;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every way in which a mirror disappoints. */
@Timeout(30)
class MnistFetchTest {
    private static final byte[] IMAGES = TinyMnist.imageFile(20);
    private static final byte[] LABELS = TinyMnist.labelFile(1, 2, 3, 4);
    private static final byte[] IMAGES_GZ = TinyMnist.gzip(IMAGES);
    private static final List<MnistFile> FILES =
            List.of(TinyMnist.known("images", IMAGES), TinyMnist.known("labels", LABELS));

    @TempDir
    Path cache;

    private final List<String> said = new ArrayList<>();
    private TestMirror mirror;
    private TestMirror second;

    @BeforeEach
    void startMirrors() throws IOException {
        mirror = new TestMirror();
        second = new TestMirror();
        for (TestMirror each : List.of(mirror, second)) {
            each.serve("/images.gz", IMAGES_GZ);
            each.serve("/labels.gz", TinyMnist.gzip(LABELS));
        }
    }

    @AfterEach
    void stopMirrors() {
        mirror.close();
        second.close();
    }

    @Test
    void anEmptyCacheIsFilledFromTheFirstMirror() {
        fetch();
        assertCacheIsTrue();
        assertEquals(List.of("/images.gz", "/labels.gz"), mirror.requests());
        assertEquals(List.of(), second.requests());
    }

    @Test
    @Fault("Data download: offline with a full cache")
    void offlineWithAFullCacheMakesNoRequest() {
        fetch();
        mirror.close();
        second.close();
        said.clear();
        fetch();
        assertEquals(List.of("images.gz: in the cache", "labels.gz: in the cache"), said);
    }

    @Test
    @Fault("Data download: damaged cache")
    void aDamagedCacheIsRepaired() throws IOException {
        fetch();
        Path images = cache.resolve("images.gz");
        byte[] damaged = Files.readAllBytes(images);
        damaged[damaged.length / 2] ^= 4;
        Files.write(images, damaged);
        fetch();
        assertCacheIsTrue();
        assertEquals(List.of("/images.gz", "/labels.gz", "/images.gz"), mirror.requests());
    }

    @Test
    @Fault("Data download: dead mirror, then a good one")
    void aDeadMirrorIsFollowedByAGoodOne() {
        mirror.close();
        fetch();
        assertCacheIsTrue();
        assertTrue(said.stream().anyMatch(line -> line.endsWith("failed: cannot be reached")), said::toString);
    }

    @Test
    @Fault("Data download: status 404")
    void notFoundIsFollowedByAGoodMirror() {
        mirror.answer("/images.gz", exchange -> TestMirror.send(exchange, 404, new byte[0]));
        fetch();
        assertCacheIsTrue();
        assertTrue(said.stream().anyMatch(line -> line.contains("answered 404, expected 200")), said::toString);
    }

    @Test
    @Fault("Data download: login page with status 200")
    void aLoginPageWithStatus200IsNotTakenForData() {
        byte[] page = "<html>Log in to this network</html>".getBytes(StandardCharsets.UTF_8);
        mirror.answer("/images.gz", exchange -> TestMirror.send(exchange, 200, page));
        fetch();
        assertCacheIsTrue();
        assertTrue(said.stream().anyMatch(line -> line.contains("is not a whole gzip file")), said::toString);
    }

    @Test
    @Fault("Data download: https that would fall back to http")
    void aRedirectIsNotFollowed() {
        mirror.answer("/images.gz", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://localhost:1/images.gz");
            TestMirror.send(exchange, 302, new byte[0]);
        });
        fetch();
        assertCacheIsTrue();
        assertTrue(said.stream().anyMatch(line -> line.contains("not followed")), said::toString);
    }

    @Test
    @Fault("Data download: cut, then resumed")
    void aDownloadThatWasCutGoesOnWhereItStopped() {
        mirror.cutOnce("/images.gz", 5000);
        fetch();
        assertCacheIsTrue();
        assertEquals(List.of("/images.gz", "/images.gz 5000-", "/labels.gz"), mirror.requests());
    }

    @Test
    @Fault("Data download: cut, then resumed")
    void aPartOfAKilledFetchIsGoneOnWith() throws IOException {
        Files.write(cache.resolve("images.gz.part"), Arrays.copyOf(IMAGES_GZ, 777));
        fetch();
        assertCacheIsTrue();
        assertEquals(List.of("/images.gz 777-", "/labels.gz"), mirror.requests());
    }

    @Test
    @Fault("Data download: stale part")
    void aWholePartNeedsNoRequest() throws IOException {
        Files.write(cache.resolve("images.gz.part"), IMAGES_GZ);
        fetch();
        assertCacheIsTrue();
        assertEquals(List.of("/labels.gz"), mirror.requests());
    }

    @Test
    @Fault("Data download: stale part")
    void aPartThatIsNotTheBeginningIsBegunAnew() throws IOException {
        Files.write(cache.resolve("images.gz.part"), new byte[777]);
        fetch();
        assertCacheIsTrue();
        assertEquals(List.of("/images.gz 777-", "/images.gz", "/labels.gz"), mirror.requests());
    }

    @Test
    @Fault("Data download: stale part")
    void aPartLongerThanTheFileIsBegunAnew() throws IOException {
        Files.write(cache.resolve("images.gz.part"), new byte[IMAGES_GZ.length + 5]);
        fetch();
        assertCacheIsTrue();
        assertEquals("/images.gz", mirror.requests().get(1));
    }

    @Test
    @Fault("Data download: server without Range")
    void aServerWithoutRangeSendsTheWholeAgain() throws IOException {
        mirror.answer("/images.gz", exchange -> TestMirror.send(exchange, 200, IMAGES_GZ));
        Files.write(cache.resolve("images.gz.part"), Arrays.copyOf(IMAGES_GZ, 777));
        fetch();
        assertCacheIsTrue();
        assertEquals(List.of("/images.gz 777-", "/labels.gz"), mirror.requests());
    }

    @Test
    @Fault("Data download: server without Range")
    void aServerWithoutRangeLeavesNothingOfALongerPart() throws IOException {
        mirror.answer("/images.gz", exchange -> TestMirror.send(exchange, 200, IMAGES_GZ));
        Files.write(cache.resolve("images.gz.part"), new byte[IMAGES_GZ.length + 5]);
        fetch();
        assertCacheIsTrue();
        assertEquals(IMAGES_GZ.length, Files.size(cache.resolve("images.gz")));
    }

    @Test
    @Fault("Data download: endless body")
    void anEndlessBodyIsCutOffAndItsDiskSpaceGivenBack() throws IOException {
        for (TestMirror each : List.of(mirror, second)) {
            each.answer("/images.gz", TestMirror::sendWithoutEnd);
        }
        DataException e = assertThrows(DataException.class, this::fetch);
        assertTrue(e.getMessage().contains("sends more than " + FILES.get(0).largestGz()), e.getMessage());
        assertEquals(0, Files.size(cache.resolve("images.gz.part")));
    }

    @Test
    @Fault("Data download: endless body")
    void anAnnouncedSizeBeyondTheBoundIsRefusedAtOnce() {
        mirror.answer("/images.gz", exchange -> TestMirror.send(exchange, 200, new byte[1 << 20]));
        fetch();
        assertCacheIsTrue();
        assertTrue(said.stream().anyMatch(line -> line.contains("announces 1048576 bytes")), said::toString);
    }

    @Test
    @Fault("Data download: stall")
    void aMirrorThatFallsSilentIsGivenUp() {
        mirror.answer("/images.gz", TestMirror::fallSilent);
        fetch();
        assertCacheIsTrue();
        assertTrue(said.stream().anyMatch(line -> line.contains("sent nothing for")), said::toString);
    }

    @Test
    @Fault("Every stage: file half written")
    void ifNoMirrorHelpsTheErrorNamesAllAndNothingTakesTheName() {
        for (TestMirror each : List.of(mirror, second)) {
            each.answer("/images.gz", exchange -> TestMirror.send(exchange, 500, new byte[0]));
        }
        String message = assertThrows(DataException.class, this::fetch).getMessage();
        assertTrue(message.contains(mirror.address() + " (answered 500"), message);
        assertTrue(message.contains(second.address() + " (answered 500"), message);
        assertTrue(message.contains("run ./train --fetch again"), message);
        assertTrue(Files.notExists(cache.resolve("images.gz")));
    }

    @Test
    @Fault("Data download: several processes at once")
    void severalAtOnceFetchOnlyOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(pool.submit(this::fetch));
        }
        for (Future<?> each : all) {
            each.get();
        }
        pool.shutdown();
        assertCacheIsTrue();
        assertEquals(List.of("/images.gz", "/labels.gz"), mirror.requests());
    }

    @Test
    @Fault("Data download: several processes at once")
    void whileAnotherProcessFetchesThisOneWaits() throws Exception {
        Process other = LockHolder.start(cache.resolve("lock"));
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<?> fetch = pool.submit(this::fetch);
            assertThrows(TimeoutException.class, () -> fetch.get(300, TimeUnit.MILLISECONDS));
            assertEquals(List.of(), mirror.requests());
            // What it would have fetched, had it not been killed.
            Files.write(cache.resolve("images.gz"), IMAGES_GZ);
            other.destroyForcibly();
            fetch.get();
        } finally {
            other.destroyForcibly();
            pool.shutdownNow();
        }
        assertCacheIsTrue();
        assertEquals(List.of("/labels.gz"), mirror.requests());
    }

    @Test
    @Fault("Data download: stale lock")
    void aLockLeftByAKilledProcessLocksNobodyOut() throws IOException {
        Files.write(cache.resolve("lock"), new byte[] {1});
        fetch();
        assertCacheIsTrue();
    }

    @Test
    @Fault("Data download: unwritable place")
    void anUnwritableCacheIsNamed() throws IOException {
        Path file = Files.createFile(cache.resolve("file"));
        MnistFetch fetch = new MnistFetch(file.resolve("mnist"), mirrors(), FILES, Duration.ofSeconds(1));
        String message =
                assertThrows(DataException.class, () -> fetch.run(line -> {})).getMessage();
        assertTrue(message.startsWith(file.resolve("mnist") + ": cannot be used as a cache"), message);
    }

    private void fetch() {
        new MnistFetch(cache, mirrors(), FILES, Duration.ofMillis(500)).run(line -> {
            synchronized (said) {
                said.add(line);
            }
        });
    }

    private List<URI> mirrors() {
        return List.of(mirror.address(), second.address());
    }

    private void assertCacheIsTrue() {
        assertArrayEquals(IMAGES, FILES.get(0).read(cache));
        assertArrayEquals(LABELS, FILES.get(1).read(cache));
        assertTrue(Files.notExists(cache.resolve("images.gz.part")));
    }

    @Test
    @Fault("Data download: disk full")
    void aFullDiskIsToldAndNothingTakesTheName() throws IOException {
        Path disk = MemoryDisk.small();
        byte[] large = TinyMnist.imageFile(200);
        mirror.serve("/images.gz", TinyMnist.gzip(large));
        second.serve("/images.gz", TinyMnist.gzip(large));
        MnistFetch fetch =
                new MnistFetch(disk, mirrors(), List.of(TinyMnist.known("images", large)), Duration.ofSeconds(1));
        String message =
                assertThrows(DataException.class, () -> fetch.run(line -> {})).getMessage();
        assertTrue(message.contains("out of disk space"), message);
        assertTrue(Files.notExists(disk.resolve("images.gz")));
    }
}
