package io.github.seeingdigits.publishing;

import io.github.seeingdigits.data.Sha256;
import io.github.seeingdigits.data.Spelling;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads the finished site as a browser would, and refuses it when a reader would meet something broken. */
final class SiteCheck {
    /**
     * What any page may weigh, compressed, with all that it loads before the reader does anything. Browser tests hold the home page
     * and the softmax article to less.
     */
    static final int BUDGET = 200_000;

    /** The same for a page that is no article: the gallery holds every figure there is. */
    static final int GALLERY_BUDGET = 300_000;

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
            "data-index",
            "data-library",
            "xlink:href");
    private static final String ANYWHERE = "404.html";
    private static final List<String> TEMPLATE_ERRORS = List.of("FreeMarker template error", "??? ");
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*|//.*", Pattern.DOTALL);
    private static final Pattern MODEL = Pattern.compile("(\\.\\./)?assets/models/[a-z0-9-]+\\.[0-9a-f]{8}\\.bin");
    private static final Pattern QUERY_OR_FRAGMENT = Pattern.compile("[#?].*");
    private static final Pattern CSS_URL = Pattern.compile("url\\(\\s*[\"']?([^\"')]+)[\"']?\\s*\\)");

    private final Path site;
    private final Set<String> files = new TreeSet<>();
    private final Map<String, Document> pages = new HashMap<>();
    /** The ids of each page. */
    private final Map<String, Set<String>> ids = new HashMap<>();

    private final BakeMemory memory;
    private final Map<String, Integer> compressed = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * A check of the site in a folder.
     *
     * @param memory keeps what files weigh
     */
    SiteCheck(Path site, BakeMemory memory) {
        this.site = site;
        this.memory = memory;
    }

    /**
     * Checks all pages and style sheets.
     *
     * @return a line per page with its weight
     * @throws PublishException listing everything that is wrong
     */
    List<String> run() throws IOException {
        try (Stream<Path> tree = Files.walk(site)) {
            tree.filter(Files::isRegularFile)
                    .forEach(file -> files.add(site.relativize(file).toString().replace('\\', '/')));
        }
        for (String file : files) {
            if (file.endsWith(".html")) {
                Document page = Jsoup.parse(text(file));
                pages.put(file, page);
                ids.put(file, ids(file, page));
            }
        }
        if (!pages.containsKey("index.html")) {
            problems.add("index.html: the site has no home page");
        }
        List<String> report = new ArrayList<>();
        for (String file : files) {
            if (file.endsWith(".html")) {
                Document page = pages.get(file);
                structure(file, page);
                policy(file, page);
                addresses(file, page);
                report.add(weigh(file, page));
            } else if (file.endsWith(".css")) {
                styleSheet(file);
            }
        }
        if (!problems.isEmpty()) {
            throw new PublishException(String.join("\n", problems));
        }
        return report;
    }

    private String text(String file) throws IOException {
        return Files.readString(site.resolve(file), StandardCharsets.UTF_8);
    }

    private void structure(String file, Document page) throws IOException {
        if (page.body().text().isBlank()) {
            problems.add(file + ": the page is empty; check its template");
        }
        for (String error : TEMPLATE_ERRORS) {
            if (text(file).contains(error)) {
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
                    if (!ids.get(file).contains(id)) {
                        problems.add(file + ": " + attribute + "=\"" + id + "\" " + Spelling.hint(id, ids.get(file))
                                + " names no element of the page");
                    }
                }
            }
        }
    }

    private Set<String> ids(String file, Document page) {
        Set<String> found = new LinkedHashSet<>();
        for (Element element : page.select("[id]")) {
            if (!found.add(element.id())) {
                problems.add(file + ": the id \"" + element.id() + "\" stands twice; rename one");
            }
        }
        return found;
    }

    private void policy(String file, Document page) {
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

    private void addresses(String file, Document page) {
        for (Element element : page.getAllElements()) {
            // A page that is shown at any address says where the site begins, and all its addresses are relative to
            // that.
            boolean beginning = element.normalName().equals("base") && file.equals(ANYWHERE);
            for (Attribute attribute : element.attributes()) {
                if (ADDRESSES.contains(attribute.getKey()) && !beginning) {
                    address(
                            file,
                            element,
                            attribute.getKey(),
                            attribute.getValue().strip());
                }
            }
            for (String candidate : element.attr("srcset").split(",")) {
                if (!candidate.isBlank()) {
                    address(file, element, "srcset", candidate.strip().split("\\s+")[0]);
                }
            }
        }
    }

    private void address(String file, Element element, String attribute, String url) {
        String where = file + ": <" + element.normalName() + " " + attribute + "=\"" + shortened(url) + "\">";
        boolean isLink = element.normalName().equals("a")
                || element.normalName().equals("link") && element.attr("rel").matches("canonical|author|license|me");
        if (url.startsWith("data:") && List.of("img", "image").contains(element.normalName())) {
            return;
        }
        if (SCHEME.matcher(url).matches()) {
            if (!isLink) {
                problems.add(where + " is a request to a third party; put the file into the site");
            } else if (!url.matches("(https?|mailto):.*")) {
                problems.add(where + " is refused; links begin with https:, http: or mailto:");
            }
            return;
        }
        if (url.startsWith("/")) {
            problems.add(where + " is absolute, but the site may live under any path; write it relative");
            return;
        }
        String target = target(file, url);
        if (target == null || !files.contains(target)) {
            problems.add(where + " leads nowhere " + Spelling.hint(target == null ? url : target, files));
            return;
        }
        int hash = url.indexOf('#');
        if (hash >= 0 && hash + 1 < url.length() && pages.containsKey(target)) {
            String id = url.substring(hash + 1);
            if (!ids.get(target).contains(id)) {
                problems.add(where + " leads to no id of " + target + " " + Spelling.hint(id, ids.get(target)));
            }
        }
    }

    private static String shortened(String url) {
        return url.length() > 80 ? url.substring(0, 80) + "…" : url;
    }

    /** The file that a relative address names, or null if it leaves the site. */
    private static String target(String from, String url) {
        String path = QUERY_OR_FRAGMENT.matcher(url).replaceAll("");
        if (path.isEmpty()) {
            return url.startsWith("#") ? from : null;
        }
        Path folder = Path.of(from).getParent();
        Path target = (folder == null ? Path.of(path) : folder.resolve(path)).normalize();
        String name = target.toString().replace('\\', '/');
        if (name.startsWith("..")) {
            return null;
        }
        return name.isEmpty() || path.endsWith("/") ? (name.isEmpty() ? "" : name + "/") + "index.html" : name;
    }

    private void styleSheet(String file) throws IOException {
        for (String url : urls(text(file))) {
            String target = url.startsWith("data:") ? null : target(file, url);
            if (target != null && !files.contains(target) || url.matches("(?i)https?:.*|//.*|/.*")) {
                problems.add(file + ": url(" + shortened(url) + ") is not in the site; add the file or correct it");
            }
        }
    }

    private static List<String> urls(String css) {
        List<String> urls = new ArrayList<>();
        Matcher matcher = CSS_URL.matcher(css);
        while (matcher.find()) {
            urls.add(matcher.group(1).strip());
        }
        return urls;
    }

    /** The size of a file with gzip. Most pages load the same files, and compressing those for every page would take longer than all else. */
    private int compressed(String file) throws IOException {
        Integer size = compressed.get(file);
        if (size == null) {
            byte[] bytes = Files.readAllBytes(site.resolve(file));
            size = memory.get(List.of("gzip", Sha256.of(bytes)), () -> Deflate.gzipSize(bytes));
            compressed.put(file, size);
        }
        return size;
    }

    private String weigh(String file, Document page) throws IOException {
        Set<String> loaded = new TreeSet<>(Set.of(file));
        for (Element element : page.select("link[rel=stylesheet], link[rel=preload], script[src], img[src]")) {
            loaded.add(target(file, element.hasAttr("src") ? element.attr("src") : element.attr("href")));
        }
        Element first = page.selectFirst("[data-demo]");
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                // Models load with their figures, and figures further down when a reader comes to them; replays only
                // when one asks. A template holds what a figure is made of when it comes alive.
                if (MODEL.matcher(attribute.getValue()).matches()
                        && element.closest("template") == null
                        && (element == first || !element.hasAttr("data-demo"))) {
                    loaded.add(target(file, attribute.getValue()));
                }
            }
        }
        if (page.body().hasAttr("data-kernels") && !page.select("figure.demo").isEmpty()) {
            loaded.add(target(file, page.body().attr("data-kernels")));
        }
        int weight = 0;
        for (String each : loaded) {
            if (each != null && files.contains(each)) {
                weight += compressed(each);
            }
        }
        String report = file + ": " + (weight + 500) / 1000 + " KB compressed";
        int budget = page.body().hasClass("page") ? GALLERY_BUDGET : BUDGET;
        if (weight > budget) {
            problems.add(report + " with all that it loads, more than " + budget / 1000
                    + " KB; use fewer or smaller models, pictures or figures");
        }
        return report;
    }
}
