package io.github.seeingdigits.publishing;

import com.google.javascript.jscomp.CheckLevel;
import com.google.javascript.jscomp.CommandLineRunner;
import com.google.javascript.jscomp.CompilationLevel;
import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.DiagnosticGroups;
import com.google.javascript.jscomp.JSChunk;
import com.google.javascript.jscomp.JSError;
import com.google.javascript.jscomp.PropertyRenamingPolicy;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.jscomp.VariableRenamingPolicy;
import com.google.javascript.jscomp.WarningLevel;
import io.github.seeingdigits.data.AtomicFile;
import io.github.seeingdigits.data.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes the page's two scripts of TeaVM's program: {@code Minifier PROGRAM FOLDER CLASS…} writes {@code demos.js} and {@code late.js}, cut
 * by {@link Split} and made small by the Closure Compiler. The classes, by their simple names, are those that begin the second script. A
 * program that has not changed is not compiled again by a minifier that has not changed.
 */
public final class Minifier {
    private static final String USAGE = "usage: Minifier PROGRAM FOLDER CLASS…, a script of TeaVM's and a folder";

    private Minifier() {}

    /** See {@link Minifier}. Exit code 0: done, 1: failed, 2: wrong usage. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3) {
            System.err.println(USAGE);
            System.exit(2);
        }
        List<String> late = List.of(arguments).subList(2, arguments.length);
        try {
            run(Path.of(arguments[0]), Path.of(arguments[1]), late);
        } catch (PublishException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /**
     * Writes both scripts.
     *
     * @throws PublishException if the program is no script, or not what TeaVM writes
     */
    static void run(Path program, Path folder, List<String> late) throws IOException {
        Files.createDirectories(folder);
        String text = Files.readString(program);
        String hash = Sha256.of((ownCode() + late + text).getBytes(StandardCharsets.UTF_8));
        Path first = folder.resolve(Assets.SCRIPT);
        Path second = folder.resolve(Assets.LATE_SCRIPT);
        Path madeFrom = folder.resolve("program.sha256");
        if (Files.exists(first)
                && Files.exists(second)
                && Files.exists(madeFrom)
                && Files.readString(madeFrom).equals(hash)) {
            return;
        }
        Pattern names = Pattern.compile("[a-z]+_(" + String.join("|", late) + ")([$_].*)?");
        List<String> scripts =
                minified(new Split(new Program(program.getFileName().toString(), text), names).scripts());
        Files.deleteIfExists(madeFrom);
        AtomicFile.write(first, scripts.get(0).getBytes(StandardCharsets.UTF_8));
        AtomicFile.write(second, scripts.get(1).getBytes(StandardCharsets.UTF_8));
        AtomicFile.write(madeFrom, hash.getBytes(StandardCharsets.UTF_8));
    }

    /** So that scripts made by another version of this are made again. */
    private static String ownCode() throws IOException {
        StringBuilder hashes = new StringBuilder();
        for (Class<?> part : List.of(Minifier.class, Split.class, Program.class)) {
            try (InputStream code = part.getResourceAsStream(part.getSimpleName() + ".class")) {
                hashes.append(Sha256.of(code.readAllBytes()));
            }
        }
        return hashes.toString();
    }

    /**
     * Scripts that do the same in fewer bytes; each may use the global names of those before it.
     *
     * @throws PublishException if a text is no script
     */
    static List<String> minified(List<String> scripts) {
        CompilerOptions options = new CompilerOptions();
        CompilationLevel.SIMPLE_OPTIMIZATIONS.setOptionsForCompilationLevel(options);
        WarningLevel.QUIET.setOptionsForWarningLevel(options);
        options.setWarningLevel(DiagnosticGroups.UNDEFINED_VARIABLES, CheckLevel.OFF);
        options.setRenamingPolicy(VariableRenamingPolicy.ALL, PropertyRenamingPolicy.OFF);
        options.setLanguageIn(CompilerOptions.LanguageMode.ECMASCRIPT_NEXT);
        options.setLanguageOut(CompilerOptions.LanguageMode.ECMASCRIPT_2021);
        options.setEmitUseStrict(true);
        // What advanced optimisation does to functions and variables; not what it does to properties, which TeaVM also
        // names in strings.
        options.setInlineVariables(CompilerOptions.Reach.ALL);
        options.setOptimizeCalls(true);
        options.setRemoveUnusedVariables(CompilerOptions.Reach.ALL);
        options.setDeadAssignmentElimination(true);
        options.setAssumeStrictThis(true);
        // A break every 500 characters comes at another place of similar code each time, which compresses badly.
        options.setLineLengthThreshold(Integer.MAX_VALUE);
        Compiler compiler = quietCompiler();
        List<JSChunk> chunks = new ArrayList<>();
        for (int i = 0; i < scripts.size(); i++) {
            JSChunk chunk = new JSChunk("script" + i);
            chunk.add(SourceFile.fromCode("script" + i + ".js", scripts.get(i)));
            chunks.forEach(chunk::addDependency);
            chunks.add(chunk);
        }
        compiler.compileChunks(externs(options), chunks, options);
        complain("script", compiler);
        return chunks.stream().map(compiler::toSource).toList();
    }

    /** The names that browsers define; no name of ours may become one of them. */
    private static List<SourceFile> externs(CompilerOptions options) {
        try {
            return CommandLineRunner.getBuiltinExterns(options.getEnvironment());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A compiler that leaves it to the caller to report errors. */
    static Compiler quietCompiler() {
        Compiler compiler = new Compiler(new PrintStream(OutputStream.nullOutputStream()));
        compiler.disableThreads();
        return compiler;
    }

    /** Throws the compiler's first error, if it has one. */
    static void complain(String file, Compiler compiler) {
        if (!compiler.getErrors().isEmpty()) {
            JSError error = compiler.getErrors().get(0);
            throw PublishException.at(file, Math.max(1, error.getLineNumber()), error.getDescription());
        }
    }
}
