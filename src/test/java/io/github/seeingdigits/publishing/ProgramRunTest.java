package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.seeingdigits.TeaVmForTests;
import io.github.seeingdigits.demos.JavaInPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java goes through TeaVM, {@link Concatenation}, {@link Program}, {@code runtime.js}, {@link Split} and {@link Minifier}, and does what it does on a JVM. */
class ProgramRunTest {
    @TempDir
    static Path folder;

    @Test
    void aScriptSaysWhatAJvmSays() throws Exception {
        TeaVmForTests.compile(JavaInPage.class, false, folder.resolve("program.js"));
        Files.copy(
                folder.resolve("program.js"),
                Path.of("/tmp/jip.js"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING); // TMP
        Minifier.run(folder.resolve("program.js"), folder.resolve("scripts"), "(\\w+?)Nothing", List.of("Nothing"));
        List<String> heard = new ArrayList<>();
        try (Context context = Context.newBuilder("js")
                .option("engine.WarnInterpreterOnly", "false")
                .build()) {
            Value list = context.eval("js", "globalThis.heard = []; heard");
            context.eval("js", Files.readString(folder.resolve("scripts/demos.js")));
            for (int i = 0; i < list.getArraySize(); i++) {
                heard.add(list.getArrayElement(i).asString());
            }
        }
        List<String> expected = new ArrayList<>(JavaInPage.lines());
        assertFalse(expected.isEmpty());
        expected.addAll(List.of("once heard", "called with 42", "the same function"));
        assertEquals(String.join("\n", expected), String.join("\n", heard));
    }
}
