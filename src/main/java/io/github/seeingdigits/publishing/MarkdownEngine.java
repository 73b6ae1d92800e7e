package io.github.seeingdigits.publishing;

import java.io.File;
import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.configuration2.Configuration;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.parser.ParserEngine;

/** Hands JBake the pages that {@link Content} has read and checked, as documents for its templates. */
final class MarkdownEngine implements ParserEngine {
    private final Map<String, Page> pages = new HashMap<>();
    private final Assets assets;

    MarkdownEngine(List<Page> pages, Assets assets) {
        pages.forEach(page -> this.pages.put(page.fileName(), page));
        this.assets = assets;
    }

    @Override
    public DocumentModel parse(JBakeConfiguration config, File file) {
        Page page = pages.get(file.getName());
        if (page == null) {
            throw new IllegalStateException("JBake found " + file.getName() + ", which is no page of ours");
        }
        FrontMatter header = page.header();
        DocumentModel document = DocumentModel.createDefaultDocumentModel();
        document.setTitle(header.title());
        document.setType(header.type().text());
        document.setStatus("published");
        document.setDate(date(header.date()));
        document.setBody(page.body().html());
        document.put("description", header.description());
        document.put("order", header.order());
        document.put("tags", header.tags());
        document.put(
                "topics",
                header.tags().stream()
                        .map(tag -> Map.of("topic", tag, "id", MarkdownCheck.slug(tag)))
                        .toList());
        document.put("toc", page.body().toc());
        document.put("minutes", page.body().minutes());
        document.put(
                "models",
                page.body().models().stream()
                        .map(id -> Map.of("id", id, "src", assets.address(Assets.compact(id))))
                        .toList());
        document.put("card", Cards.address(page.slug()));
        header.updated().ifPresent(updated -> document.put("updated", date(updated)));
        header.model().ifPresent(model -> document.put("model", model));
        return document;
    }

    /** A date without time, which templates format without further ado. */
    private static Date date(LocalDate date) {
        return new Date(date.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli());
    }

    @Override
    @Deprecated
    public Map<String, Object> parse(Configuration config, File file, String contentPath) {
        throw new UnsupportedOperationException("JBake 2.7 calls the other method");
    }
}
