package io.github.seeingdigits.publishing;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with a small project of its own. */
abstract class ProjectTest {
    @TempDir
    Path root;

    Project project;

    @BeforeEach
    void makeProject() throws IOException {
        project = new Project(root);
    }
}
