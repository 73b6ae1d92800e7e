package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishTest {
    @TempDir
    Path root;

    @Test
    void aProjectBecomesASite() throws Exception {
        Project project = new Project(root);
        project.article(
                "Hi [=record[\"softmax-10\"].test.accuracy.mean?string(\"0.0%\")].\n\n![All *ten* filters.](demo:filters)\n\n## Two & \"more\"\n\n| a | b |\n|--:|---|\n| 1 | 2 |\n\n!!! tip \"Try\"\n    Text.\n\nNote[^1].\n\n[^1]: A note.\n\n![Draw.](demo:draw){digit=3}\n");
        System.out.println(project.bake());
        System.out.println(project.page("softmax.html"));
        System.out.println(project.page("index.html"));
        System.out.println(project.site().keySet());
        assertEquals(1, 1);
        assertTrue(true);
        long t = System.nanoTime();
        project.bake();
        System.out.println((System.nanoTime() - t) / 1000000);
    }
}
