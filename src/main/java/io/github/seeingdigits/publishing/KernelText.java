package io.github.seeingdigits.publishing;

import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wabt.Wat2WasmMachine;
import com.dylibso.chicory.wabt.Wat2WasmModule;
import com.dylibso.chicory.wasi.WasiExitException;
import com.dylibso.chicory.wasi.WasiOptions;
import com.dylibso.chicory.wasi.WasiPreview1;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Assembles the page's WebAssembly from its text, {@code demos/kernels.wat} and {@code demos/kernels-windows.wat}, which together
 * are one module. The assembler is WABT's wat2wasm, itself WebAssembly, which runs here on the JVM.
 */
final class KernelText {
    /** The texts, below the project's root. */
    static final List<String> FILES = List.of("demos/kernels.wat", "demos/kernels-windows.wat");

    /** Where and what: {@code -:LINE:COLUMN: error: PROBLEM}, in colours. */
    private static final Pattern PROBLEM = Pattern.compile("-:(\\d+):\\d+: error: (.*)");

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    /** A bake for every keystroke of an article need not assemble what has not changed. */
    private static String lastText = "";

    private static byte[] lastCode;

    private KernelText() {}

    /**
     * The assembled module.
     *
     * @throws PublishException naming file and line of what cannot be assembled
     */
    static synchronized byte[] assemble(Path root) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String file : FILES) {
            texts.add(SourceText.read(root.resolve(file), file));
        }
        String whole = String.join("", texts);
        if (!whole.equals(lastText)) {
            lastCode = assemble(texts, whole);
            lastText = whole;
        }
        return lastCode.clone();
    }

    private static byte[] assemble(List<String> texts, String whole) {
        ByteArrayOutputStream code = new ByteArrayOutputStream();
        ByteArrayOutputStream problems = new ByteArrayOutputStream();
        WasiOptions options = WasiOptions.builder()
                .withStdin(new ByteArrayInputStream(whole.getBytes(StandardCharsets.UTF_8)))
                .withStdout(code)
                .withStderr(problems)
                .withArguments(List.of("wat2wasm", "-", "--output=-"))
                .build();
        try (WasiPreview1 wasi = WasiPreview1.builder().withOptions(options).build()) {
            Instance.builder(Wat2WasmModule.load())
                    .withMachineFactory(Wat2WasmMachine::new)
                    .withImportValues(ImportValues.builder()
                            .addFunction(wasi.toHostFunctions())
                            .build())
                    .build();
        } catch (WasiExitException e) {
            if (e.exitCode() != 0) {
                throw refusal(texts, problems.toString(StandardCharsets.UTF_8));
            }
        }
        return code.toByteArray();
    }

    /** The assembler's first complaint, by file and line; it reads the files as one. */
    private static PublishException refusal(List<String> texts, String complaints) {
        String plain = COLOUR.matcher(complaints).replaceAll("");
        Matcher problem = PROBLEM.matcher(plain);
        if (!problem.find()) {
            return PublishException.in(FILES.get(0), "cannot be assembled: " + plain.strip());
        }
        int line = Integer.parseInt(problem.group(1));
        int file = 0;
        while (file + 1 < texts.size() && line > lines(texts.get(file))) {
            line -= lines(texts.get(file++));
        }
        return PublishException.at(
                FILES.get(file),
                line,
                "cannot be assembled to WebAssembly: " + problem.group(2) + "; correct the line");
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
