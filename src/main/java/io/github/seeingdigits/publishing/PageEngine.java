package io.github.seeingdigits.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import org.jbake.app.ContentStore;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.template.DelegatingTemplateEngine;
import org.jbake.template.model.TemplateModel;

/** Renders JBake's documents with our {@link Templates}, which fail loudly, instead of JBake's, which write errors into pages. */
final class PageEngine extends DelegatingTemplateEngine {
    private final Templates templates;
    private final Map<String, Object> shared;

    /**
     * An engine for all pages.
     *
     * @param shared what every template sees besides {@code content}
     */
    PageEngine(ContentStore store, JBakeConfiguration configuration, Templates templates, Map<String, Object> shared) {
        super(store, configuration);
        this.templates = templates;
        this.shared = shared;
    }

    @Override
    public void renderDocument(TemplateModel model, String template, Writer writer) {
        DocumentModel document = model.getContent();
        Map<String, Object> content = new HashMap<>(document);
        content.put("body", Templates.markup(document.getBody()));
        content.put("rootpath", document.getRootPath());
        // What JBake keeps for itself would differ from one machine to the next.
        content.remove("file");
        content.remove("sourceuri");
        Map<String, Object> all = new HashMap<>(shared);
        all.put("content", content);
        try {
            templates.render(template, all, writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
