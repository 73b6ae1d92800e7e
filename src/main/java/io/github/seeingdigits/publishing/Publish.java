package io.github.seeingdigits.publishing;

import io.github.seeingdigits.figure.Figures;
import io.github.seeingdigits.figure.NamedFigure;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;

/**
 * Builds the site: {@code Publish [--root DIR] [--scripts DIR]}. Exit code 0: done, 1: failed and the old site still stands,
 * 2: wrong usage.
 */
public final class Publish {
    private static final String USAGE = "usage: Publish [--root DIR] [--scripts target/scripts]";
    /** How many articles the head of a page lists: what about fits a line of a wide window. */
    private static final int NEAR = 12;

    private static final String MISSING = "404.html";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path root;
    private final Path scripts;
    private final Duration patience;
    private final Map<String, String> environment;
    private final BakeMemory memory = new BakeMemory();

    /**
     * A bake of the project at {@code root}.
     *
     * @param scripts the folder with what TeaVM made of {@code demos}
     * @param patience how long to wait for another bake of the same project to end
     * @param environment says where MNIST is, see {@link io.github.seeingdigits.data.Mnist#find}; usually {@link System#getenv()}
     */
    public Publish(Path root, Path scripts, Duration patience, Map<String, String> environment) {
        this.root = root;
        this.scripts = scripts;
        this.patience = patience;
        this.environment = Map.copyOf(environment);
    }

    /** See {@link Publish}. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /** What {@link #main} does, without ending the JVM. */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        Path root = Path.of("");
        Path scripts = null;
        for (int i = 0; i < arguments.length; i++) {
            boolean hasValue = i + 1 < arguments.length;
            if (arguments[i].equals("--root") && hasValue) {
                root = Path.of(arguments[++i]);
            } else if (arguments[i].equals("--scripts") && hasValue) {
                scripts = Path.of(arguments[++i]);
            } else {
                err.println("unknown or incomplete argument \"" + arguments[i] + "\"; " + USAGE);
                return 2;
            }
        }
        try {
            new Publish(root, scripts == null ? defaultScripts(root) : scripts, PATIENCE, System.getenv()).bake(out);
            return 0;
        } catch (PublishException e) {
            err.println(e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            err.println("the site could not be written: " + e);
        } catch (InterruptedException e) {
            err.println("interrupted");
        }
        err.println("The bake failed; site/ is as it was.");
        return 1;
    }

    /** Where the build leaves the page's scripts. */
    static Path defaultScripts(Path root) {
        return root.resolve("target/scripts");
    }

    /**
     * Bakes the site and puts it in place. A second bake works out only what has changed.
     *
     * @param out receives a line per page
     * @throws PublishException if the sources are at fault; the old site then still stands
     */
    public void bake(PrintStream out) throws IOException, InterruptedException {
        // JBake and its libraries ask the platform; the site must not depend on the answer.
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Locale.setDefault(Locale.ENGLISH);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        try (Staging staging = Staging.open(root.toAbsolutePath().normalize(), patience)) {
            bake(staging.folder());
            List<String> report = new SiteCheck(staging.folder(), memory).run();
            staging.swap();
            memory.turn();
            report.forEach(out::println);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private void bake(Path site) throws IOException {
        SiteSettings settings = SiteSettings.read(root);
        Models models = Models.read(root, memory);
        // What an author gets wrong most often is said before anything is drawn.
        Content content = Content.read(root, models.ids());
        SampleDigits samples = memory.get(
                List.of("samples", BakeMemory.stamps(root.resolve(SampleDigits.FILE))), () -> SampleDigits.read(root));
        SpecimenSheet specimens = memory.get(
                List.of("specimens", new BakeMemory.Same(samples)), () -> SpecimenSheet.of(samples, environment));
        Optional<SpecimenSheet> mistakes = memory.get(
                List.of("mistakes", new BakeMemory.Same(specimens), models.same()),
                () -> specimens.mistakes(models, environment));
        Assets assets = new Assets(root, scripts, models, samples, specimens, mistakes, memory);
        Templates templates = new Templates(root.resolve("templates"));
        Glossary glossary = Glossary.read(root);
        Interpolation interpolation = new Interpolation(models.records(), figures(), settings.asTemplateModel());
        interpolation.add("run", models.runs());
        interpolation.add("glossary", glossary.asTemplateModel());
        interpolation.add("claims", Claims.read(root, interpolation));
        interpolation.add("topics", content.topics());
        FigureWriter figures = new FigureWriter(templates, models, samples, assets, PublishedErrors.read(root), memory);
        List<Page> pages;
        try (Typesetter typesetter = new Typesetter(root.resolve("target/typeset"))) {
            Links links = new Links(content.slugs(), assets);
            pages = content.render(
                    interpolation,
                    new Markdown(links, assets, figures, glossary, typesetter),
                    surroundings(models, samples, assets, content),
                    memory);
        }
        assets.addSearchIndex(SearchIndex.of(pages, memory));

        Map<String, Object> shared = new HashMap<>();
        shared.put("site", settings.asTemplateModel());
        shared.put("base", URI.create(settings.text("base")).getPath());
        shared.put("record", models.records());
        shared.put("assets", assets.asTemplateModel());
        shared.put("version", assets.version());
        List<Map<String, Object>> articles = listed(pages, FrontMatter.Type.ARTICLE);
        shared.put("articles", articles);
        shared.put("near", near(articles));
        shared.put("pages", listed(pages, FrontMatter.Type.PAGE));
        new Bakery(root, templates, shared).bake(pages, assets, site);
        Files.writeString(site.resolve(MISSING), templates.render("missing.ftl", missing(shared)));
        assets.writeTo(site);
        new SiteFiles(settings, pages).writeTo(site);
        Cards cards = memory.get(
                List.of("cards", settings.text("title"), Cards.look(root)),
                () -> new Cards(root, settings.text("title")));
        for (Page page : pages) {
            Path card = site.resolve(Cards.address(page.slug()));
            Files.createDirectories(card.getParent());
            Object portrait = page.body().portrait().orElse(null);
            Files.write(
                    card,
                    memory.get(
                            List.of(
                                    "card",
                                    new BakeMemory.Same(cards),
                                    page.header().title(),
                                    new BakeMemory.Same(portrait)),
                            () -> cards.of(page)));
        }
        // Tells GitHub Pages to serve the files as they are.
        Files.createFile(site.resolve(".nojekyll"));
    }

    /** All that the text of a page may depend on besides its own source. */
    private List<?> surroundings(Models models, SampleDigits samples, Assets assets, Content content)
            throws IOException {
        Map<String, List<Object>> files = BakeMemory.stamps(root.resolve("content"));
        files.keySet().removeIf(file -> file.endsWith(".md"));
        for (String figures : FigureWriter.TEMPLATES) {
            files.putAll(BakeMemory.stamps(root.resolve("templates").resolve(figures)));
        }
        return List.of(
                models.same(),
                new BakeMemory.Same(samples),
                files,
                List.copyOf(content.slugs()),
                content.topics(),
                assets.addressesOfContents());
    }

    /** The page that a web server shows when there is none at an address. */
    private static Map<String, Object> missing(Map<String, Object> shared) {
        Map<String, Object> all = new HashMap<>(shared);
        all.put(
                "content",
                Map.of(
                        "title", "There is no such page",
                        "description", "The address leads nowhere; what you look for may have another one.",
                        "uri", MISSING,
                        "rootpath", ""));
        return all;
    }

    /** What articles may say of figures: {@code [=figure["draw"].purpose]}. */
    private static StrictHash figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        for (NamedFigure kind : Figures.ALL) {
            figures.put(kind.name(), Map.of("purpose", kind.purpose(), "parameters", kind.parameters()));
        }
        return new StrictHash("figure", figures);
    }

    /**
     * Which articles the page of an article lists, by its address, and which all other pages do, by the empty one: {@link #NEAR} around its
     * own, or the first. If every page listed every article, twice as many would make four times the site.
     */
    static Map<String, List<Map<String, Object>>> near(List<Map<String, Object>> articles) {
        Map<String, List<Map<String, Object>>> near = new HashMap<>();
        near.put("", articles.subList(0, Math.min(NEAR, articles.size())));
        for (int i = 0; i < articles.size(); i++) {
            int from = Math.max(0, Math.min(i - NEAR / 2, articles.size() - NEAR));
            near.put(
                    (String) articles.get(i).get("uri"),
                    articles.subList(from, Math.min(from + NEAR, articles.size())));
        }
        return near;
    }

    private static List<Map<String, Object>> listed(List<Page> pages, FrontMatter.Type type) {
        return pages.stream()
                .filter(page -> page.header().type() == type)
                .map(page -> Map.<String, Object>of(
                        "title", page.header().title(),
                        "label", page.header().label(),
                        "description", page.header().description(),
                        "uri", page.uri(),
                        "order", page.header().order(),
                        "minutes", page.body().minutes()))
                .toList();
    }
}
