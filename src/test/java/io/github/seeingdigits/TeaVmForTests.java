package io.github.seeingdigits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.teavm.backend.javascript.JSModuleType;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.vm.TeaVMOptimizationLevel;

/** Compiles programs for the page, as the build does. */
public final class TeaVmForTests {
    private TeaVmForTests() {}

    /** A program of what the tests see, as well as TeaVM can without looking everywhere. */
    public static void compile(Class<?> main, boolean obfuscated, Path script) throws Exception {
        List<File> path = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .toList();
        compile(main.getName(), TeaVMOptimizationLevel.ADVANCED, obfuscated, path, main.getClassLoader(), script);
    }

    /**
     * Writes a program.
     *
     * @param main the name of the class that begins it
     * @param path where its classes are
     * @param loader has TeaVM's own plug-ins besides
     */
    public static void compile(
            String main,
            TeaVMOptimizationLevel level,
            boolean obfuscated,
            List<File> path,
            ClassLoader loader,
            Path script)
            throws Exception {
        TeaVMTool tool = new TeaVMTool();
        tool.setMainClass(main);
        tool.setTargetType(TeaVMTargetType.JAVASCRIPT);
        tool.setJsModuleType(JSModuleType.NONE);
        tool.setOptimizationLevel(level);
        tool.setObfuscated(obfuscated);
        tool.setTargetDirectory(script.getParent().toFile());
        tool.setTargetFileName(script.getFileName().toString());
        tool.setClassPath(path);
        tool.setClassLoader(loader);
        tool.generate();
        assertEquals(List.of(), tool.getProblemProvider().getSevereProblems());
    }
}
