package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.seeingdigits.TeaVmForTests;
import io.github.seeingdigits.publishing.PreviewServer;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teavm.vm.TeaVMOptimizationLevel;

/**
 * Whoever follows the walk through an article, an experiment and a figure in CONTRIBUTING.md has them in the end: the test follows it to
 * the letter.
 */
class ContributingIT extends BrowserTest {
    private static final Pattern BLOCK = Pattern.compile("```\\w*\n(.*?\n)```\n", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("\n`([\\w/.-]+)`\n\n```\\w+\n(.*?\n)```\n", Pattern.DOTALL);
    private static final String FIGURES = "src/main/java/io/github/seeingdigits/figure/Figures.java";
    private static final String LATE_DEMOS = "demos/io/github/seeingdigits/demos/LateDemos.java";

    @TempDir
    Path root;

    /** The sections on an article, an experiment and a figure of CONTRIBUTING.md. */
    private static String walk() throws IOException {
        String text = Files.readString(Path.of("CONTRIBUTING.md"));
        int from = text.indexOf("\n## An article\n");
        return text.substring(from, text.indexOf("\n## Before you send it\n"));
    }

    /** The block of code that begins with these letters. */
    private static String block(String walk, String beginning) {
        return BLOCK.matcher(walk)
                .results()
                .map(match -> match.group(1))
                .filter(code -> code.strip().startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("CONTRIBUTING.md has no code that begins with " + beginning));
    }

    private void copyProject() throws IOException {
        for (String part : List.of("content", "templates", "models", "demos", "src/main")) {
            try (Stream<Path> tree = Files.walk(Path.of(part))) {
                for (Path file : tree.filter(Files::isRegularFile).toList()) {
                    Path copy = root.resolve(file);
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    private void replace(String file, String before, String after) throws IOException {
        String text = Files.readString(root.resolve(file));
        assertTrue(text.contains(before), file + " does not contain " + before);
        Files.writeString(root.resolve(file), text.replace(before, after));
    }

    /** Does what the walk says; returns the files that it had to write. */
    private List<String> follow(String walk) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (MatchResult match : FILE.matcher(walk).results().toList()) {
            files.put(match.group(1), match.group(2));
            assertTrue(
                    Files.notExists(root.resolve(match.group(1))), match.group(1) + " exists: nothing would be shown");
            Files.writeString(root.resolve(match.group(1)), match.group(2));
        }
        replace(FIGURES, "List.of(\n", "List.of(\n" + block(walk, "new "));
        replace(LATE_DEMOS, "            default ->", block(walk, "case ") + "            default ->");
        Path gallery = root.resolve("content/figures.md");
        Files.writeString(gallery, Files.readString(gallery).stripTrailing() + "\n\n" + block(walk, "## "));
        return List.copyOf(files.keySet());
    }

    private List<File> compile() throws IOException {
        Path classes = Files.createDirectory(root.resolve("classes"));
        List<File> path = new ArrayList<>(List.of(classes.toFile()));
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .forEach(path::add);
        List<String> arguments = new ArrayList<>(List.of(
                "-nowarn", "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
        for (String sources : List.of("src/main/java", "demos")) {
            try (Stream<Path> tree = Files.walk(root.resolve(sources))) {
                tree.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
            }
        }
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0]));
        assertEquals(0, code, "the code in CONTRIBUTING.md does not compile");
        return path;
    }

    private void toScript(List<File> path) throws Exception {
        URL[] classes = {path.get(0).toURI().toURL()};
        // The compiler is this test's own, and reads the project's classes from where they have just been written.
        try (URLClassLoader loader = new URLClassLoader(classes, ContributingIT.class.getClassLoader()) {
            @Override
            public URL getResource(String name) {
                URL own = findResource(name);
                return own == null ? super.getResource(name) : own;
            }
        }) {
            TeaVmForTests.compile(
                    "io.github.seeingdigits.demos.Demos",
                    TeaVMOptimizationLevel.SIMPLE,
                    false,
                    path,
                    loader,
                    root.resolve("program.js"));
        }
    }

    private String run(List<File> path, String program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                String.join(
                        File.pathSeparator, path.stream().map(File::toString).toList()),
                "io.github.seeingdigits." + program));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.directory(root.toFile());
        builder.environment().remove("MNIST_DIR");
        builder.environment().put("XDG_CACHE_HOME", root.resolve("no-cache").toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), program + " said: " + said);
        return said;
    }

    /** How the build calls the minifier. */
    private static List<String> whereToCut() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String arguments = pom.substring(
                pom.indexOf("<argument>(?!Draw"), pom.indexOf("</arguments>", pom.indexOf("<argument>(?!Draw")));
        return Pattern.compile("<argument>(.*?)</argument>")
                .matcher(arguments)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void theArticleTheExperimentAndTheFigureOfTheWalkthroughWork() throws Exception {
        copyProject();
        assertEquals(
                List.of(
                        "content/my-article.md",
                        "src/main/java/io/github/seeingdigits/training/experiment/Hidden20.java",
                        "src/main/java/io/github/seeingdigits/figure/HalfFigure.java",
                        "demos/io/github/seeingdigits/demos/HalfDemo.java",
                        "templates/figures/half.ftl"),
                follow(walk()));
        List<File> path = compile();
        toScript(path);
        List<String> minifier = new ArrayList<>(List.of(
                root.resolve("program.js").toString(), root.resolve("scripts").toString(), root.toString()));
        minifier.addAll(whereToCut());
        run(path, "publishing.Minifier", minifier.toArray(new String[0]));
        run(
                path,
                "publishing.Publish",
                "--root",
                root.toString(),
                "--scripts",
                root.resolve("scripts").toString());
        // Trained by nobody yet, but known.
        assertTrue(run(path, "training.Train", "--list")
                .lines()
                .anyMatch(line -> line.startsWith("hidden-20  ") && line.endsWith("read more than ten.")));
        try (PreviewServer server = new PreviewServer(root.resolve("site"), "/", 0, false)) {
            Page article = blank(new Browser.NewContextOptions().setViewportSize(1280, 900), server.address());
            article.navigate(server.address() + "my-article.html");
            drawWithMouse(article, emptyPad(article), OwnDigits.first(7));
            article.waitForCondition(() -> !digit(article).isEmpty());
            assertTrue(article.locator(".prose").innerText().contains("It is right 92."));
            live(article, "filters");
            String gallery = server.address() + "figures.html";
            Page page = blank(new Browser.NewContextOptions().setViewportSize(1280, 900), server.address());
            page.navigate(gallery);
            drawWithMouse(page, emptyPad(page), OwnDigits.first(5));
            Locator figure = live(page, "half");
            Locator words = figure.locator("[data-part=words]");
            page.waitForCondition(() -> words.innerText().startsWith("The network reads a "));
            String half = pixels(figure.locator(".live canvas"));
            figure.locator("[data-action=nothing]").press("Enter");
            page.waitForCondition(() -> ("The network reads a " + digit(page) + ".").equals(words.innerText()));
            assertNotEquals(half, pixels(figure.locator(".live canvas")));
            assertEquals("true", figure.locator("[data-action=nothing]").getAttribute("aria-pressed"));
            assertTrue(((String) page.evaluate("location.hash")).contains("half.side=0"));
            assertTrue(page.locator("#half table").textContent().contains("nothing"));
        }
    }
}
