package io.github.seeingdigits.publishing;

import java.util.Comparator;

/** A published page, checked and ready for its template. */
record Page(String slug, FrontMatter header, Markdown.Body body) {
    /** The sequence in which articles are read. */
    static final Comparator<Page> ORDER =
            Comparator.<Page>comparingInt(page -> page.header.order()).thenComparing(Page::slug);

    /** Its address relative to the site's root. */
    String uri() {
        return slug + ".html";
    }

    /** The name of its source in {@code content/}. */
    String fileName() {
        return slug + ".md";
    }
}
