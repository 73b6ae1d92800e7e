package io.github.seeingdigits.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.configuration2.CompositeConfiguration;
import org.apache.commons.configuration2.MapConfiguration;
import org.jbake.app.Crawler;
import org.jbake.app.Renderer;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.model.DocumentTypes;
import org.jbake.parser.Engines;

/** Drives JBake: its crawler takes the pages in, its renderer writes them out; any warning that it logs is a failure. */
final class Bakery {
    private final Path root;
    private final Templates templates;
    private final Map<String, Object> shared;

    /**
     * A bakery for the project at {@code root}.
     *
     * @param shared what every template sees besides {@code content}
     */
    Bakery(Path root, Templates templates, Map<String, Object> shared) {
        this.root = root;
        this.templates = templates;
        this.shared = shared;
    }

    /** Writes every page below {@code site}. */
    void bake(List<Page> pages, Assets assets, Path site) throws IOException {
        registerEngine(new MarkdownEngine(pages, assets));
        Path crawled = Files.createTempDirectory("pages");
        try (LogWatch log = new LogWatch()) {
            // JBake takes in every file whose extension it knows, drafts and site.yaml too; so it sees copies of what
            // it may.
            for (Page page : pages) {
                Files.copy(root.resolve("content").resolve(page.fileName()), crawled.resolve(page.fileName()));
            }
            DefaultJBakeConfiguration configuration = configuration(crawled, site);
            MemoryStore store = new MemoryStore();
            new Crawler(store, configuration).crawl();
            linkNeighbours(store);
            Renderer renderer =
                    new Renderer(store, configuration, new PageEngine(store, configuration, templates, shared));
            for (DocumentModel document : store.all()) {
                render(renderer, document);
            }
            if (!log.complaints().isEmpty()) {
                throw new PublishException("JBake complains: " + String.join("; ", log.complaints()));
            }
            if (store.all().size() != pages.size()) {
                throw new PublishException("JBake took in " + store.all().size() + " of " + pages.size() + " pages");
            }
        } finally {
            Staging.delete(crawled);
        }
    }

    /** Registration replaces JBake's Markdown engine, about which it warns; so it happens before anyone listens. */
    private static void registerEngine(MarkdownEngine engine) {
        Engines.getRecognizedExtensions();
        Engines.register("md", engine);
        DocumentTypes.resetDocumentTypes();
        for (FrontMatter.Type type : FrontMatter.Type.values()) {
            DocumentTypes.addDocumentType(type.text());
        }
    }

    private DefaultJBakeConfiguration configuration(Path content, Path site) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("content.folder", content.getFileName().toString());
        properties.put(
                "template.folder", root.resolve("templates").toAbsolutePath().toString());
        properties.put(
                "asset.folder",
                root.resolve("templates/assets").toAbsolutePath().toString());
        properties.put("data.folder", "data");
        properties.put("data.file.docType", "data");
        properties.put("destination.folder", site.toAbsolutePath().toString());
        properties.put("output.extension", ".html");
        properties.put("render.encoding", "UTF-8");
        properties.put("template.encoding", "UTF-8");
        properties.put("freemarker.outputencoding", "UTF-8");
        properties.put("draft.suffix", "-draft");
        properties.put("version", "");
        properties.put("img.path.update", false);
        properties.put("uri.noExtension", false);
        for (FrontMatter.Type type : FrontMatter.Type.values()) {
            properties.put("template." + type.text() + ".file", type.text() + ".ftl");
        }
        return new DefaultJBakeConfiguration(
                content.getParent().toFile(), new CompositeConfiguration(List.of(new MapConfiguration(properties))));
    }

    /** Gives each article {@code previous} and {@code next}. */
    private static void linkNeighbours(MemoryStore store) {
        List<DocumentModel> articles = store.getAllContent(FrontMatter.Type.ARTICLE.text());
        for (int i = 0; i < articles.size(); i++) {
            if (i > 0) {
                articles.get(i).put("previous", neighbour(articles.get(i - 1)));
            }
            if (i + 1 < articles.size()) {
                articles.get(i).put("next", neighbour(articles.get(i + 1)));
            }
        }
    }

    private static Map<String, Object> neighbour(DocumentModel document) {
        return Map.of("title", document.getTitle(), "uri", document.getUri());
    }

    private static void render(Renderer renderer, DocumentModel document) throws IOException {
        try {
            renderer.render(document);
        } catch (Exception e) {
            // JBake wraps whatever a template throws; the author needs the innermost.
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof PublishException problem) {
                    throw problem;
                }
                if (cause instanceof UncheckedIOException io) {
                    throw io.getCause();
                }
            }
            throw new PublishException("JBake could not write " + document.getUri() + ": " + e.getMessage(), e);
        }
    }
}
