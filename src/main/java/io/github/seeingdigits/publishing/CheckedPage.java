package io.github.seeingdigits.publishing;

import io.github.seeingdigits.data.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page of the finished site has by itself, for {@link SiteCheck}. A page that has not changed need not be read again.
 *
 * @param problems what is wrong with it, whatever other files there are
 * @param loads the addresses of what it loads before the reader does anything
 * @param weight its own size in bytes, compressed
 * @param article whether it has to be as light as an article
 */
record CheckedPage(
        List<String> problems,
        Set<String> ids,
        List<Address> addresses,
        Set<String> loads,
        int weight,
        boolean article) {
    /**
     * An address that stands in a page.
     *
     * @param link whether it is followed, not fetched
     */
    record Address(String element, String attribute, String url, boolean link) {}

    /** All but {@code data-index}: that of the search index changes with any page's text, and {@link SiteCheck} looks at it by itself. */
    private static final Set<String> ADDRESSES = Set.of(
            "href",
            "src",
            "poster",
            "data-src",
            "data-replay",
            "data-late",
            "data-photo",
            "data-script",
            "data-strokes",
            "data-specimens",
            "data-mistakes",
            "data-kernels",
            "data-library",
            "xlink:href");

    private static final String ANYWHERE = "404.html";
    private static final List<String> TEMPLATE_ERRORS = List.of("FreeMarker template error", "??? ");
    private static final Pattern MODEL = Pattern.compile("(\\.\\./)?assets/models/[a-z0-9-]+\\.[0-9a-f]{8}\\.bin");

    /** Reads a page as a browser would. */
    static CheckedPage of(String file, String text, int weight) {
        Document page = Jsoup.parse(text);
        List<String> problems = new ArrayList<>();
        Set<String> ids = ids(file, page, problems);
        structure(file, text, page, ids, problems);
        policy(file, page, problems);
        return new CheckedPage(
                problems,
                ids,
                addresses(file, page),
                loads(page),
                weight,
                !page.body().hasClass("page"));
    }

    private static void structure(String file, String text, Document page, Set<String> ids, List<String> problems) {
        if (page.body().text().isBlank()) {
            problems.add(file + ": the page is empty; check its template");
        }
        for (String error : TEMPLATE_ERRORS) {
            if (text.contains(error)) {
                problems.add(file + ": contains \"" + error + "\"; correct the template or the text");
            }
        }
        if (page.select("h1").size() != 1) {
            problems.add(file + ": has " + page.select("h1").size() + " h1; a page has exactly one");
        }
        if (page.select("html").attr("lang").isBlank()) {
            problems.add(file + ": html has no lang; add it in the template");
        }
        if (page.title().isBlank()) {
            problems.add(file + ": has no title; add it in the template");
        }
        if (page.select("meta[name=description]").attr("content").isBlank()) {
            problems.add(file + ": has no description; add <meta name=\"description\"> in the template");
        }
        for (String attribute : List.of("aria-labelledby", "aria-describedby", "aria-controls", "for")) {
            for (Element element : page.select("[" + attribute + "]")) {
                for (String id : element.attr(attribute).split("\\s+")) {
                    if (!ids.contains(id)) {
                        problems.add(file + ": " + attribute + "=\"" + id + "\" " + Spelling.hint(id, ids)
                                + " names no element of the page");
                    }
                }
            }
        }
    }

    private static Set<String> ids(String file, Document page, List<String> problems) {
        Set<String> found = new LinkedHashSet<>();
        for (Element element : page.select("[id]")) {
            if (!found.add(element.id())) {
                problems.add(file + ": the id \"" + element.id() + "\" stands twice; rename one");
            }
        }
        return found;
    }

    private static void policy(String file, Document page, List<String> problems) {
        if (page.select("meta[http-equiv=Content-Security-Policy]")
                .attr("content")
                .isBlank()) {
            problems.add(file + ": has no Content-Security-Policy; add the meta element in the template");
        }
        for (Element element : page.getAllElements()) {
            boolean inlineScript = element.normalName().equals("script") && !element.hasAttr("src");
            if (inlineScript || element.normalName().equals("style")) {
                problems.add(file + ": inline <" + element.normalName() + "> is refused by the page's own policy; "
                        + "move it to a file");
            }
            for (Attribute attribute : element.attributes()) {
                String key = attribute.getKey();
                if (key.equals("style") || key.startsWith("on")) {
                    problems.add(file + ": attribute " + key + "=\"" + attribute.getValue() + "\" of <"
                            + element.normalName() + "> is refused by the page's own policy; use a class or a script");
                }
            }
        }
    }

    private static List<Address> addresses(String file, Document page) {
        List<Address> addresses = new ArrayList<>();
        for (Element element : page.getAllElements()) {
            // A page that is shown at any address says where the site begins, and all its addresses are relative to
            // that.
            boolean beginning = element.normalName().equals("base") && file.equals(ANYWHERE);
            boolean link = element.normalName().equals("a")
                    || element.normalName().equals("link")
                            && element.attr("rel").matches("canonical|author|license|me");
            for (Attribute attribute : element.attributes()) {
                if (ADDRESSES.contains(attribute.getKey()) && !beginning) {
                    addresses.add(new Address(
                            element.normalName(),
                            attribute.getKey(),
                            attribute.getValue().strip(),
                            link));
                }
            }
            for (String candidate : element.attr("srcset").split(",")) {
                if (!candidate.isBlank()) {
                    addresses.add(new Address(
                            element.normalName(), "srcset", candidate.strip().split("\\s+")[0], link));
                }
            }
        }
        return addresses;
    }

    private static Set<String> loads(Document page) {
        Set<String> loads = new LinkedHashSet<>();
        for (Element element : page.select("link[rel=stylesheet], link[rel=preload], script[src], img[src]")) {
            loads.add(element.hasAttr("src") ? element.attr("src") : element.attr("href"));
        }
        Element first = page.selectFirst("[data-demo]");
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                // Models load with their figures, and figures further down when a reader comes to them; replays only
                // when one asks. A template holds what a figure is made of when it comes alive.
                if (MODEL.matcher(attribute.getValue()).matches()
                        && element.closest("template") == null
                        && (element == first || !element.hasAttr("data-demo"))) {
                    loads.add(attribute.getValue());
                }
            }
        }
        if (page.body().hasAttr("data-kernels") && !page.select("figure.demo").isEmpty()) {
            loads.add(page.body().attr("data-kernels"));
        }
        return loads;
    }
}
