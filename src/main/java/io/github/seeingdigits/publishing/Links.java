package io.github.seeingdigits.publishing;

import com.vladsch.flexmark.util.sequence.Escaping;
import io.github.seeingdigits.data.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where links in articles may lead: to pages and files of the site, and to the web by http, https and mail. */
final class Links {
    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):");
    private static final List<String> SCHEMES = List.of("https", "http", "mailto");

    private final Collection<String> slugs;
    private final Assets assets;

    /**
     * Knows what the site will hold.
     *
     * @param slugs of all published pages
     */
    Links(Collection<String> slugs, Assets assets) {
        this.slugs = slugs;
        this.assets = assets;
    }

    /** Whether an address leaves the site. */
    static boolean isExternal(String url) {
        return url.startsWith("https:") || url.startsWith("http:");
    }

    /**
     * The address as it stands in the page: links to {@code other.md}, which work where the sources are read, become links
     * to {@code other.html}.
     */
    static String resolve(String url) {
        if (SCHEME.matcher(url).find()) {
            return url;
        }
        int end = pathEnd(url);
        String path = url.substring(0, end);
        if (path.startsWith("./")) {
            path = path.substring(2);
        }
        return (path.endsWith(".md") ? path.substring(0, path.length() - 3) + ".html" : path) + url.substring(end);
    }

    /**
     * Checks an address.
     *
     * @return what is wrong with it, or null
     */
    String problem(String written) {
        String url = Escaping.unescapeString(written);
        Matcher scheme = SCHEME.matcher(url);
        if (scheme.find()) {
            return SCHEMES.contains(scheme.group(1).toLowerCase(Locale.ROOT))
                    ? null
                    : "link \"" + url + "\" is refused: links begin with https:, http: or mailto:, or are relative";
        }
        if (url.startsWith("/")) {
            return "link \"" + url + "\" begins with a slash, but the site may live under any path; write it relative";
        }
        if (url.isEmpty()) {
            return "a link has no address; give it one";
        }
        String path = resolve(url).substring(0, pathEnd(resolve(url)));
        if (path.isEmpty()) {
            return null;
        }
        if (List.of(path.split("/")).contains("..")) {
            return "link \"" + url + "\" leaves the site; name a page or a file of the site";
        }
        if (path.endsWith(".html") ? slugs.contains(path.substring(0, path.length() - 5)) : assets.contains(path)) {
            return null;
        }
        List<String> known = new ArrayList<>(assets.addresses());
        slugs.forEach(slug -> known.add(slug + ".html"));
        return "link \"" + url + "\" leads nowhere " + Spelling.hint(path, known);
    }

    private static int pathEnd(String url) {
        for (int i = 0; i < url.length(); i++) {
            if (url.charAt(i) == '#' || url.charAt(i) == '?') {
                return i;
            }
        }
        return url.length();
    }
}
