package io.github.seeingdigits.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.Fault;
import io.github.seeingdigits.MemoryDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void aFileIsReplacedAndNothingElseIsLeft() throws IOException {
        Path file = folder.resolve("new/deep/a");
        AtomicFile.write(file, new byte[] {1});
        AtomicFile.write(file, new byte[] {2, 3});
        assertArrayEquals(new byte[] {2, 3}, Files.readAllBytes(file));
        assertEquals(1, count(file.getParent()));
    }

    @Test
    @Fault("Trainer: kill in mid-write")
    void whatAKilledWriteLeftIsReplaced() throws IOException {
        Files.write(folder.resolve("a.part"), new byte[100]);
        AtomicFile.write(folder.resolve("a"), new byte[] {7});
        assertArrayEquals(new byte[] {7}, Files.readAllBytes(folder.resolve("a")));
        assertEquals(1, count(folder));
    }

    @Test
    @Fault("Every stage: file half written")
    void ifOneOfSeveralCannotBeWrittenTheOldOnesStand() throws IOException {
        Files.write(folder.resolve("a"), new byte[] {1});
        Files.createDirectory(folder.resolve("b.part"));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a", new byte[] {2});
        files.put("b", new byte[] {2});
        DataException e = assertThrows(DataException.class, () -> AtomicFile.writeAll(folder, files));
        assertTrue(e.getMessage().startsWith(folder.resolve("b") + ": cannot be written"), e.getMessage());
        assertArrayEquals(new byte[] {1}, Files.readAllBytes(folder.resolve("a")));
        assertTrue(Files.notExists(folder.resolve("a.part")));
    }

    @Test
    @Fault("Data download: unwritable place")
    void anUnwritablePlaceIsNamed() throws IOException {
        Path notAFolder = Files.createFile(folder.resolve("file"));
        DataException e =
                assertThrows(DataException.class, () -> AtomicFile.write(notAFolder.resolve("a"), new byte[1]));
        assertTrue(e.getMessage().contains("file"), e.getMessage());
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    @Fault("Data download: disk full")
    void aFullDiskLeavesTheOldFileAndIsNamed() throws IOException {
        Path disk = MemoryDisk.small();
        Path file = disk.resolve("a");
        AtomicFile.write(file, new byte[] {1});
        DataException e = assertThrows(DataException.class, () -> AtomicFile.write(file, new byte[1 << 17]));
        assertTrue(e.getMessage().startsWith(file + ": cannot be written"), e.getMessage());
        assertTrue(e.getMessage().endsWith("Check free space and permissions"), e.getMessage());
        assertArrayEquals(new byte[] {1}, Files.readAllBytes(file));
        assertEquals(1, count(disk));
    }
}
