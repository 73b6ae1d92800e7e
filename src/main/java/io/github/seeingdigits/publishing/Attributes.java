package io.github.seeingdigits.publishing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in braces after a figure or a heading: {@code {model=softmax-10 digit=7}}, {@code {#id}}.
 *
 * <p>Braces mean this only there; everywhere else they are text, because formulas are full of them.
 */
final class Attributes {
    private static final Pattern ITEM =
            Pattern.compile("\\s*(?:#([\\w-]+)|([A-Za-z][\\w-]*)=(?:\"([^\"]*)\"|([^\\s\"{}]+)))");

    private Attributes() {}

    /**
     * Reads {@code {…}}; the value of {@code #id} is under the key {@code #}.
     *
     * @throws IllegalArgumentException if the text is anything else, or a name comes twice
     */
    static Map<String, String> parse(String braces) {
        String malformed = "cannot read " + braces + "; write it like {model=softmax-10 digit=7}";
        if (!braces.startsWith("{") || !braces.endsWith("}") || braces.length() < 2) {
            throw new IllegalArgumentException(malformed);
        }
        String text = braces.substring(1, braces.length() - 1).stripTrailing();
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher matcher = ITEM.matcher(text);
        int at = 0;
        while (at < text.length()) {
            boolean separated = at == 0 || Character.isWhitespace(text.charAt(at));
            if (!separated || !matcher.find(at) || matcher.start() != at) {
                throw new IllegalArgumentException(malformed);
            }
            String key = matcher.group(1) != null ? "#" : matcher.group(2);
            String value = matcher.group(1) != null
                    ? matcher.group(1)
                    : matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
            if (attributes.put(key, value) != null) {
                throw new IllegalArgumentException("\"" + key + "\" stands twice in " + braces);
            }
            at = matcher.end();
        }
        return attributes;
    }
}
