package io.github.seeingdigits.publishing;

import com.fasterxml.jackson.core.type.TypeReference;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Makes the page's scripts of TeaVM's program: {@code Minifier PROGRAM FOLDER ROOT OWN CLASS…} writes {@code demos.js}, {@code late.js} and
 * one for each class that begins a script of its own, cut by {@link Split} and made small by the Closure Compiler. The classes, by their simple names, are
 * those that begin the second script. OWN is a regular expression for the simple names of those with their own; its group is the script's name, in capitals or
 * not. {@code NAME=CLASS} among the classes puts one into the script NAME. A program that has not changed is not compiled again by a minifier that has not changed.
 *
 * <p>Then it makes small what the project at ROOT has of scripts of its own, for the bake to find: the compiler has just been warmed up.
 */
public final class Minifier {
    /** A file with a line for what the scripts were made from, and one for each script. */
    static final String LIST = "scripts.txt";

    /** Where a project keeps its own scripts once they are small. */
    static final String KEPT = "target/minified";

    private static final String USAGE =
            "usage: Minifier PROGRAM FOLDER ROOT OWN CLASS…, a script of TeaVM's, a folder and a project";
    /** What follows a class's name in the names of what belongs to it. */
    private static final String MEMBER = "([$_].*)?";

    private Minifier() {}

    /** See {@link Minifier}. Exit code 0: done, 1: failed, 2: wrong usage. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 5) {
            System.err.println(USAGE);
            System.exit(2);
        }
        List<String> late = List.of(arguments).subList(4, arguments.length);
        Path root = Path.of(arguments[2]);
        try {
            run(Path.of(arguments[0]), Path.of(arguments[1]), arguments[3], late);
            minified(Assets.ownScripts(root), root.resolve(KEPT));
        } catch (PublishException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /**
     * Writes the scripts, and their {@link #LIST}.
     *
     * @throws PublishException if the program is no script, or not what TeaVM writes, or if {@code own} does not say what a script is called
     */
    static void run(Path program, Path folder, String own, List<String> late) throws IOException {
        requireOneGroup(own);
        Files.createDirectories(folder);
        String text = Files.readString(program);
        String hash = Sha256.of((ownCode() + own + late + text).getBytes(StandardCharsets.UTF_8));
        Path list = folder.resolve(LIST);
        if (Files.exists(list) && Files.readAllLines(list).get(0).equals(hash) && allThere(folder)) {
            return;
        }
        Map<String, String> scripts =
                minified(new Split(new Program(program.getFileName().toString(), text), cut(own, late)).scripts());
        Files.deleteIfExists(list);
        for (Map.Entry<String, String> script : scripts.entrySet()) {
            AtomicFile.write(
                    folder.resolve(script.getKey() + ".js"), script.getValue().getBytes(StandardCharsets.UTF_8));
        }
        String lines = hash + "\n" + String.join("\n", scripts.keySet()) + "\n";
        AtomicFile.write(list, lines.getBytes(StandardCharsets.UTF_8));
    }

    private static void requireOneGroup(String own) {
        String fix = "; write one pair of round brackets around what names the script, like (\\w+)Demo";
        try {
            int groups = Pattern.compile(own).matcher("").groupCount();
            if (groups != 1) {
                throw new PublishException("OWN \"" + own + "\" has " + groups + " groups" + fix);
            }
        } catch (PatternSyntaxException e) {
            throw new PublishException("OWN \"" + own + "\" is no regular expression: " + e.getDescription() + fix);
        }
    }

    private static boolean allThere(Path folder) throws IOException {
        return scripts(folder).stream().allMatch(name -> Files.exists(folder.resolve(name + ".js")));
    }

    /** The names of the scripts in {@code folder}, without their endings, the first and the second in front; empty if none were made. */
    static List<String> scripts(Path folder) throws IOException {
        Path list = folder.resolve(LIST);
        if (!Files.exists(list)) {
            return List.of();
        }
        List<String> lines = Files.readAllLines(list);
        return lines.subList(1, lines.size());
    }

    private static Split.Cut cut(String own, List<String> late) {
        Map<Pattern, String> named = new LinkedHashMap<>();
        for (String name : late) {
            int equals = name.indexOf('=');
            named.put(
                    Pattern.compile("[a-z]+_(" + name.substring(equals + 1) + ")" + MEMBER),
                    equals < 0 ? Split.LATE : name.substring(0, equals));
        }
        Pattern ownScript = Pattern.compile("[a-z]+_" + own + MEMBER);
        Map<String, Optional<String>> known = new HashMap<>();
        return name -> known.computeIfAbsent(name, n -> {
                    Matcher matcher = ownScript.matcher(n);
                    if (matcher.matches()) {
                        return Optional.of(matcher.group(1).toLowerCase(Locale.ROOT));
                    }
                    return named.keySet().stream()
                            .filter(pattern -> pattern.matcher(n).matches())
                            .findFirst()
                            .map(named::get);
                })
                .orElse(null);
    }

    /** So that scripts made by another version of this are made again. */
    private static String ownCode() throws IOException {
        StringBuilder hashes = new StringBuilder();
        for (Class<?> part : List.of(
                Minifier.class,
                Split.class,
                Program.class,
                ProgramCalls.class,
                ProgramClasses.class,
                ProgramTexts.class,
                PropertyNames.class)) {
            hashes.append(hash(part.getSimpleName() + ".class"));
        }
        return hashes.append(hash(Program.RUNTIME_FILE)).toString();
    }

    private static String hash(String resource) throws IOException {
        try (InputStream stream = Minifier.class.getResourceAsStream(resource)) {
            return Sha256.of(stream.readAllBytes());
        }
    }

    /** The same as {@link #minified(Map)}, kept in a folder by a hash of what was given. */
    static Map<String, String> minified(Map<String, String> scripts, Path folder) throws IOException {
        String given = ownCode() + Json.MAPPER.writeValueAsString(scripts);
        Path file = folder.resolve(Sha256.of(given.getBytes(StandardCharsets.UTF_8)) + ".json");
        if (Files.isRegularFile(file)) {
            return Json.MAPPER.readValue(file.toFile(), new TypeReference<LinkedHashMap<String, String>>() {});
        }
        Map<String, String> made = minified(scripts);
        AtomicFile.write(file, Json.MAPPER.writeValueAsBytes(made));
        return made;
    }

    /**
     * Scripts that do the same in fewer bytes, by their names. The second may use the global names of the first, all others those of both.
     *
     * @throws PublishException if a text is no script
     */
    static Map<String, String> minified(Map<String, String> scripts) {
        if (scripts.isEmpty()) {
            return Map.of();
        }
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
        scripts.forEach((name, text) -> {
            JSChunk chunk = new JSChunk(name);
            chunk.add(SourceFile.fromCode(name + ".js", text));
            chunks.stream().limit(2).forEach(chunk::addDependency);
            chunks.add(chunk);
        });
        compiler.compileChunks(externs(options), chunks, options);
        complain("script", compiler);
        Map<String, String> minified = new LinkedHashMap<>();
        chunks.forEach(chunk -> minified.put(chunk.getName(), compiler.toSource(chunk)));
        return minified;
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
