package io.github.seeingdigits;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.nio.file.Path;

/** Disks in memory, for tests that write many damaged files, or that need a disk with little room. */
public final class MemoryDisk {
    private static final String FOLDER = "/data";

    private MemoryDisk() {}

    /** An empty folder on a disk of its own. */
    public static Path folder() {
        return folder(Configuration.unix().toBuilder());
    }

    /** An empty folder on a disk of its own that has room for 64 KB. */
    public static Path small() {
        return folder(Configuration.unix().toBuilder().setBlockSize(1 << 10).setMaxSize(1 << 16));
    }

    /** The working directory is the one folder that Jimfs makes. */
    private static Path folder(Configuration.Builder disk) {
        return Jimfs.newFileSystem(disk.setWorkingDirectory(FOLDER).build()).getPath(FOLDER);
    }
}
