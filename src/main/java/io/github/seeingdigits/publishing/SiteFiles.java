package io.github.seeingdigits.publishing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What programs read of the site: a feed of its articles (Atom, RFC 4287), a map of its pages, and a word to crawlers. */
final class SiteFiles {
    static final String FEED = "feed.xml";
    static final String MAP = "sitemap.xml";
    static final String ROBOTS = "robots.txt";

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final SiteSettings settings;
    private final List<Page> pages;

    /**
     * The files of a site.
     *
     * @param pages all that are published, in their order
     */
    SiteFiles(SiteSettings settings, List<Page> pages) {
        this.settings = settings;
        this.pages = pages;
    }

    void writeTo(Path site) throws IOException {
        Files.write(site.resolve(FEED), xml(this::feed));
        Files.write(site.resolve(MAP), xml(this::map));
        Files.writeString(
                site.resolve(ROBOTS), "User-agent: *\nAllow: /\n\nSitemap: " + settings.text("base") + MAP + "\n");
    }

    /** Where a page is on the web. The home page has the address of the site. */
    private String address(Page page) {
        return settings.text("base") + (page.header().type() == FrontMatter.Type.HOME ? "" : page.uri());
    }

    private void feed(XMLStreamWriter xml) throws XMLStreamException {
        String base = settings.text("base");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeAttribute("xml:lang", settings.text("language"));
        element(xml, "id", base);
        element(xml, "title", settings.text("title"));
        element(xml, "subtitle", settings.text("tagline"));
        link(xml, "self", base + FEED);
        link(xml, "alternate", base);
        element(xml, "updated", time(latest()));
        xml.writeStartElement("author");
        element(xml, "name", settings.text("author"));
        xml.writeEndElement();
        for (Page page : newestFirst()) {
            xml.writeStartElement("entry");
            element(xml, "id", address(page));
            element(xml, "title", page.header().title());
            link(xml, "alternate", address(page));
            element(xml, "published", time(page.header().date()));
            element(xml, "updated", time(page.header().changed()));
            for (String tag : page.header().tags()) {
                xml.writeEmptyElement("category");
                xml.writeAttribute("term", tag);
            }
            element(xml, "summary", page.header().description());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private List<Page> newestFirst() {
        return pages.stream()
                .filter(page -> page.header().type() == FrontMatter.Type.ARTICLE)
                .sorted(Comparator.comparing((Page page) -> page.header().date())
                        .reversed()
                        .thenComparing(Page.ORDER))
                .toList();
    }

    /** The build's own time would make the same sources give other bytes. */
    private LocalDate latest() {
        return pages.stream()
                .map(page -> page.header().changed())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private void map(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("urlset");
        xml.writeDefaultNamespace(SITEMAP);
        for (Page page : pages) {
            xml.writeStartElement("url");
            element(xml, "loc", address(page));
            element(xml, "lastmod", page.header().changed().toString());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String time(LocalDate date) {
        return date + "T00:00:00Z";
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    private interface Writing {
        void to(XMLStreamWriter xml) throws XMLStreamException;
    }

    private static byte[] xml(Writing document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            // The JDK's own, whichever other may be on the class path.
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            document.to(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("XML could not be written: " + e.getMessage(), e);
        }
        return bytes.toByteArray();
    }
}
