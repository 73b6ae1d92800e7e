package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MinifierTest {
    private static final String SCRIPT = """
            "use strict";
            // Adds up.
            function sum(values) {
                let total = 0;
                for (const value of values) {
                    total = total + value;
                }
                return total;
            }
            globalThis.sum = sum;
            """;

    @TempDir
    Path folder;

    private Path from;
    private Path to;

    @BeforeEach
    void aFolderOfScripts() throws Exception {
        from = Files.createDirectory(folder.resolve("from"));
        to = folder.resolve("to");
        Files.writeString(from.resolve("sum.js"), SCRIPT);
    }

    @Test
    void aScriptComesOutSmallerStrictAndWithItsName() throws Exception {
        Minifier.run(from, to);
        String made = Files.readString(to.resolve("sum.js"));
        assertTrue(made.length() < SCRIPT.length() * 2 / 3, made);
        assertTrue(made.contains("'use strict'") || made.contains("\"use strict\""), made);
        assertTrue(made.contains("globalThis.sum=") && !made.contains("Adds up"), made);
    }

    @Test
    void whatIsNoScriptIsNamedWithItsLineAndLeavesTheLastGoodOne() throws Exception {
        Minifier.run(from, to);
        String good = Files.readString(to.resolve("sum.js"));
        Files.writeString(from.resolve("sum.js"), "var a = 1;\nvar b = (;\n");
        PublishException refused = assertThrows(PublishException.class, () -> Minifier.run(from, to));
        assertTrue(refused.getMessage().startsWith("sum.js:2: "), refused.getMessage());
        assertEquals(good, Files.readString(to.resolve("sum.js")));
    }

    @Test
    void aScriptIsCompiledAgainOnlyWhenItHasChanged() throws Exception {
        Minifier.run(from, to);
        Files.writeString(to.resolve("sum.js"), "kept");
        Minifier.run(from, to);
        assertEquals("kept", Files.readString(to.resolve("sum.js")));
        Files.writeString(from.resolve("sum.js"), SCRIPT.replace("total = 0", "total = 7"));
        Minifier.run(from, to);
        assertTrue(Files.readString(to.resolve("sum.js")).contains("7"));
    }

    @Test
    void aScriptThatIsGoneIsNotPublished() throws Exception {
        Minifier.run(from, to);
        Files.move(from.resolve("sum.js"), from.resolve("total.js"));
        Minifier.run(from, to);
        assertTrue(Files.exists(to.resolve("total.js")));
        assertFalse(Files.exists(to.resolve("sum.js")));
    }
}
