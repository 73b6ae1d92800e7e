package io.github.seeingdigits.publishing;

import io.github.seeingdigits.data.AtomicFile;
import io.github.seeingdigits.data.Sha256;
import io.github.seeingdigits.data.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/**
 * Formulas and code, ready to read when the page arrives: TeX to MathML by Temml, and code to coloured HTML by Prism, two libraries in
 * JavaScript that run here, at bake.
 *
 * <p>What they gave is kept in a folder by a hash of what they were given, because starting them takes seconds and most bakes have nothing new.
 */
final class Typesetter implements AutoCloseable {
    /** The languages that are coloured; code in others is left plain. */
    static final List<String> LANGUAGES = List.of("java", "python", "bash", "json");

    private static final String TEMML = "/vendor/temml-0.13.5.min.js";
    private static final String PRISM = "/vendor/prism-1.30.0.min.js";
    /** Changes when what is made of the libraries' answers does. */
    private static final String VERSION = "2 " + TEMML + PRISM;

    private static final String MATHML = "(tex, display) => temml.renderToString(tex, "
            + "{displayMode: display, throwOnError: true, annotate: false})";
    private static final String COLOURED =
            "(text, language) => Prism.highlight(text, Prism.languages[language], language)";

    private static final List<String> ALIGNMENTS = List.of("tml-left", "tml-right");

    private final Path cache;
    private Context context;

    /**
     * A typesetter.
     *
     * @param cache a folder for what was made before; it need not exist
     */
    Typesetter(Path cache) {
        this.cache = cache;
    }

    /**
     * A formula as MathML, without inline style. Letters are italic by the page's own font: browsers would else replace them
     * by mathematical letters that many devices have no font for.
     *
     * @param display whether it stands on a line of its own
     * @throws IllegalArgumentException if it is no TeX that Temml knows, saying why
     */
    String formula(String tex, boolean display) throws IOException {
        return kept("formula " + display + " " + tex, () -> mathml(tex, display));
    }

    private String mathml(String tex, boolean display) {
        String raw = run(MATHML, tex, display);
        Document document = Jsoup.parse(raw, "", Parser.xmlParser());
        document.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        for (Element element : document.getAllElements()) {
            element.removeAttr("style");
            // How cells are aligned is all that the page's own style does not know better.
            element.classNames(new LinkedHashSet<>(
                    element.classNames().stream().filter(ALIGNMENTS::contains).toList()));
            if (element.normalName().equals("mi")
                    && element.text().codePointCount(0, element.text().length()) == 1) {
                element.attr("mathvariant", "normal").addClass("letter");
            }
        }
        return document.html();
    }

    /**
     * Code as HTML with {@code <span class="token …">}.
     *
     * @param language one of {@link #LANGUAGES}
     */
    String code(String language, String text) throws IOException {
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException(Spelling.unknown("language", language, LANGUAGES));
        }
        return kept("code " + language + " " + text, () -> run(COLOURED, text, language));
    }

    private interface Making {
        String make();
    }

    private String kept(String what, Making making) throws IOException {
        Path file = cache.resolve(Sha256.of((VERSION + "\n" + what).getBytes(StandardCharsets.UTF_8)) + ".html");
        if (Files.isRegularFile(file)) {
            return Files.readString(file);
        }
        String made = making.make();
        Files.createDirectories(cache);
        AtomicFile.write(file, made.getBytes(StandardCharsets.UTF_8));
        return made;
    }

    private String run(String function, Object... arguments) {
        try {
            if (context == null) {
                context = Context.newBuilder("js")
                        .option("engine.WarnInterpreterOnly", "false")
                        .build();
                // Else Prism looks for code in a page.
                context.eval("js", "globalThis.Prism = {manual: true};");
                context.eval("js", library(TEMML));
                context.eval("js", library(PRISM));
            }
            Value made = context.eval("js", function).execute(arguments);
            return made.asString();
        } catch (PolyglotException e) {
            throw new IllegalArgumentException(e.getMessage().replaceFirst("^\\w*Error:\\s*", ""), e);
        }
    }

    private static String library(String name) {
        try (InputStream stream = Typesetter.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }
}
