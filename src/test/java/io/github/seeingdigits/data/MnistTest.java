package io.github.seeingdigits.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.seeingdigits.Damage;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.MemoryDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistTest {
    private static final byte[] CONTENT = TinyMnist.labelFile(1, 2, 3, 4, 5, 6, 7, 8, 9, 0);
    private static final MnistFile FILE = TinyMnist.known("labels", CONTENT);

    @TempDir
    Path folder;

    @Test
    void aTrueFileIsReadHoweverItIsCompressed() throws IOException {
        write(TinyMnist.gzip(CONTENT));
        assertArrayEquals(CONTENT, FILE.read(folder));
    }

    @Test
    @Fault("Data download: gzip cut at any byte")
    void aGzipCutAtAnyByteIsRefusedByName() {
        gzip().everyTruncationIsRefused(TinyMnist.gzip(CONTENT));
    }

    /** Some bits, such as the time in a gzip header, mean nothing: then the content is the true one all the same. */
    @Test
    @Fault("Data download: any flipped bit")
    void anyFlippedBitIsRefusedOrHarmless() {
        gzip().everySingleBitFlipIsAnsweredOrRefused(TinyMnist.gzip(CONTENT));
    }

    @Test
    void otherContentOfTheRightSizeIsRefusedByItsChecksum() throws IOException {
        byte[] other = CONTENT.clone();
        other[9] ^= 1;
        write(TinyMnist.gzip(other));
        assertTrue(message().contains("expected " + FILE.sha256()), message());
    }

    @Test
    @Fault("Data download: unpacks without end")
    void aGzipThatUnpacksWithoutEndIsRefusedInBoundedMemory() {
        gzip().refuses(TinyMnist.gzip(new byte[3 << 20]), "3 MB of zeros");
    }

    @Test
    void aMissingFileSaysHowToGetIt() {
        assertTrue(message().contains("labels.gz: not found; run ./train --fetch, or set MNIST_DIR"), message());
    }

    @Test
    void theVariableWinsOverTheCache() {
        assertEquals(Optional.of(folder), Mnist.find(Map.of("MNIST_DIR", folder.toString())));
    }

    @Test
    void anIncompleteCacheIsNoCache() throws IOException {
        Map<String, String> environment = Map.of("XDG_CACHE_HOME", folder.toString());
        Path cache = Mnist.cache(environment);
        assertEquals(folder.resolve("seeing-digits/mnist"), cache);
        Files.createDirectories(cache);
        for (MnistFile file : MnistFile.ALL) {
            assertEquals(Optional.empty(), Mnist.find(environment));
            Files.createFile(cache.resolve(file.gzName()));
        }
        assertEquals(Optional.of(cache), Mnist.find(environment));
    }

    @Test
    void withoutMnistTheErrorSaysWhatToDo() {
        Map<String, String> environment = Map.of("XDG_CACHE_HOME", folder.toString());
        String message =
                assertThrows(DataException.class, () -> Mnist.load(environment)).getMessage();
        assertTrue(message.contains("run ./train --fetch, or set MNIST_DIR"), message);
    }

    @Test
    void theRealFilesAreAcceptedWhereTheyAreAtHand() {
        Optional<Path> real = Mnist.find(System.getenv());
        assumeTrue(real.isPresent(), "MNIST is not on this machine");
        DataSet mnist = Mnist.load(real.get());
        assertEquals(60_000, mnist.train().size());
        assertEquals(10_000, mnist.test().size());
        assertEquals(MnistFile.TRAIN_IMAGES.sha256(), mnist.train().imagesSha256());
        assertEquals(MnistFile.TRAIN_LABELS.sha256(), mnist.train().labelsSha256());
        assertEquals(MnistFile.TEST_IMAGES.sha256(), mnist.test().imagesSha256());
        assertEquals(MnistFile.TEST_LABELS.sha256(), mnist.test().labelsSha256());
        assertEquals(7, mnist.test().labels()[0]);
    }

    private void write(byte[] gz) throws IOException {
        Files.write(folder.resolve(FILE.gzName()), gz);
    }

    private String message() {
        return assertThrows(DataException.class, () -> FILE.read(folder)).getMessage();
    }

    @Test
    @Fault("Every stage: damaged input to a parser")
    void whateverComesIsReadOrRefusedByName() {
        gzip().whateverComesIsAnsweredOrRefused(TinyMnist.gzip(CONTENT), 1_000);
    }

    /** Reads {@link #FILE}, and makes sure that what it says is the true content. */
    static Damage gzip() {
        Path folder = MemoryDisk.folder();
        return Damage.to(DataException.class, "labels.gz: ", file -> {
            Files.write(folder.resolve(FILE.gzName()), file);
            assertArrayEquals(CONTENT, FILE.read(folder));
        });
    }
}
