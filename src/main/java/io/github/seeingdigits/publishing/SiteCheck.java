package io.github.seeingdigits.publishing;

import io.github.seeingdigits.data.Sha256;
import io.github.seeingdigits.data.Spelling;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the finished site as a browser would, and refuses it when a reader would meet something broken. */
final class SiteCheck {
    /**
     * What any page may weigh, compressed, with all that it loads before the reader does anything. Browser tests hold the home page
     * and the softmax article to less.
     */
    static final int BUDGET = 200_000;

    /** The same for a page that is no article: the gallery holds every figure there is. */
    static final int GALLERY_BUDGET = 300_000;

    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*|//.*", Pattern.DOTALL);
    /** Every page names the search index, whose address changes with every text of the site. */
    private static final Pattern INDEX = Pattern.compile("(?<= data-index=\")[^\"]*");

    private static final Pattern QUERY_OR_FRAGMENT = Pattern.compile("[#?].*");
    private static final Pattern CSS_URL = Pattern.compile("url\\(\\s*[\"']?([^\"')]+)[\"']?\\s*\\)");

    private final Path site;
    private final Set<String> files = new TreeSet<>();
    private final Map<String, CheckedPage> pages = new HashMap<>();

    private final BakeMemory memory;
    private final Map<String, Integer> compressed = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * A check of the site in a folder.
     *
     * @param memory keeps what files weigh and what is in pages
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
                pages.put(file, page(file));
            }
        }
        if (!pages.containsKey("index.html")) {
            problems.add("index.html: the site has no home page");
        }
        List<String> report = new ArrayList<>();
        for (String file : files) {
            if (file.endsWith(".html")) {
                problems.addAll(pages.get(file).problems());
                pages.get(file).addresses().forEach(address -> address(file, address));
                report.add(weigh(file, pages.get(file)));
            } else if (file.endsWith(".css")) {
                styleSheet(file);
            }
        }
        if (!problems.isEmpty()) {
            throw new PublishException(String.join("\n", problems));
        }
        return report;
    }

    /** What is in a page, from memory where nothing but the address of the search index has changed; by that its weight may be a few bytes off. */
    private CheckedPage page(String file) throws IOException {
        String text = text(file);
        Matcher index = INDEX.matcher(text);
        String without = index.replaceAll("");
        CheckedPage page = memory.get(
                List.of("page", file, Sha256.of(without.getBytes(StandardCharsets.UTF_8))),
                () -> CheckedPage.of(file, without, Deflate.gzipSize(text.getBytes(StandardCharsets.UTF_8))));
        index.reset()
                .results()
                .forEach(found -> address(file, new CheckedPage.Address("script", "data-index", found.group(), false)));
        return page;
    }

    private String text(String file) throws IOException {
        return Files.readString(site.resolve(file), StandardCharsets.UTF_8);
    }

    private void address(String file, CheckedPage.Address address) {
        String url = address.url();
        String where = file + ": <" + address.element() + " " + address.attribute() + "=\"" + shortened(url) + "\">";
        if (url.startsWith("data:") && List.of("img", "image").contains(address.element())) {
            return;
        }
        if (SCHEME.matcher(url).matches()) {
            if (!address.link()) {
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
            Set<String> ids = pages.get(target).ids();
            if (!ids.contains(id)) {
                problems.add(where + " leads to no id of " + target + " " + Spelling.hint(id, ids));
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

    private String weigh(String file, CheckedPage page) throws IOException {
        Set<String> loaded = new TreeSet<>();
        for (String url : page.loads()) {
            String target = target(file, url);
            if (target != null && files.contains(target)) {
                loaded.add(target);
            }
        }
        int weight = page.weight();
        for (String each : loaded) {
            weight += compressed(each);
        }
        String report = file + ": " + (weight + 500) / 1000 + " KB compressed";
        int budget = page.article() ? BUDGET : GALLERY_BUDGET;
        if (weight > budget) {
            problems.add(report + " with all that it loads, more than " + budget / 1000
                    + " KB; use fewer or smaller models, pictures or figures");
        }
        return report;
    }
}
