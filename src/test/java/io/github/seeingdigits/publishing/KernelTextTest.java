package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelTextTest {
    private static final byte[] MAGIC = {0, 'a', 's', 'm', 1, 0, 0, 0};

    @TempDir
    Path root;

    private void write(String first, String second) throws IOException {
        Files.createDirectories(root.resolve("demos"));
        Files.writeString(root.resolve("demos/kernels.wat"), first);
        Files.writeString(root.resolve("demos/kernels-windows.wat"), second);
    }

    private String refusal() {
        return assertThrows(PublishException.class, () -> KernelText.assemble(root))
                .getMessage();
    }

    @Test
    void theKernelOfThisProjectAssemblesToAModuleWithItsMemoryAndFunctions() throws IOException {
        byte[] code = KernelText.assemble(Path.of(""));
        assertArrayEquals(MAGIC, Arrays.copyOf(code, MAGIC.length));
        String names = new String(code, StandardCharsets.ISO_8859_1);
        for (String name :
                new String[] {"memory", "affine", "outer", "dots", "distances", "adam", "convolve", "pool"}) {
            assertTrue(names.contains((char) name.length() + name), name);
        }
    }

    @Test
    void bothFilesAreOneModuleAndEqualTextsGiveEqualBytes() throws IOException {
        write("(func $one (result i32) (i32.const 1))\n", "(func (export \"two\") (result i32) (call $one))\n");
        byte[] code = KernelText.assemble(root);
        assertTrue(new String(code, StandardCharsets.ISO_8859_1).contains("two"));
        code[0] = 9;
        assertEquals(0, KernelText.assemble(root)[0]);
        write("(func $one (result i32) (i32.const 1))\n", "(func (export \"six\") (result i32) (call $one))\n");
        assertTrue(new String(KernelText.assemble(root), StandardCharsets.ISO_8859_1).contains("six"));
    }

    @Test
    void whatCannotBeAssembledIsNamedByFileAndLine() throws IOException {
        write(";; A comment.\n(func (param $x i32)\n  (drop (local.get $y)))\n", "(func)\n");
        assertEquals(
                "demos/kernels.wat:3: cannot be assembled to WebAssembly: undefined local variable \"$y\"; correct the line",
                refusal());
        write("(func)\n(func)\n", "(func)\n(func (result i32))\n");
        assertEquals(
                "demos/kernels-windows.wat:2: cannot be assembled to WebAssembly: type mismatch in implicit return,"
                        + " expected [i32] but got []; correct the line",
                refusal());
        write("(func)\n", "(func\n");
        assertTrue(refusal().startsWith("demos/kernels-windows.wat:"), refusal());
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        write("(func)\n", "(func)\n");
        Files.delete(root.resolve("demos/kernels-windows.wat"));
        assertEquals("demos/kernels-windows.wat: the file does not exist; create it", refusal());
    }

    @Test
    void aBakeThatCannotAssembleFailsAndLeavesTheSite() throws Exception {
        Project project = new Project(root);
        project.bake();
        var before = project.site();
        assertTrue(before.keySet().stream().anyMatch(name -> name.matches("assets/kernels\\.[0-9a-f]{8}\\.wasm")));
        project.write("demos/kernels.wat", "(func (i32.add))\n");
        assertTrue(project.failure().startsWith("demos/kernels.wat:1: cannot be assembled"), project.failure());
        assertEquals(before, project.site());
    }
}
