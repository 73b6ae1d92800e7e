package io.github.seeingdigits.publishing;

import io.github.seeingdigits.data.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The claims that the site puts to the test, from {@code content/claims.json}.
 *
 * <pre>{"claims": [{"id": "A3", "group": "…", "claim": "…", "source": "…", "verdict": "holds", "run": "…", "result": "[=…]", "check": "…", "link": "softmax.md"}]}</pre>
 *
 * <p>{@code result} and {@code run} are text with numbers from records, as in articles. {@code check} is a condition on records that
 * the verdict rests on: when a new record no longer meets it, the bake fails. It may be left out where nothing was measured.
 */
final class Claims {
    static final String FILE = "content/claims.json";

    /** What a verdict may be. */
    static final List<String> VERDICTS = List.of("holds", "holds in part", "does not hold", "open");

    private static final List<String> REQUIRED =
            List.of("id", "group", "claim", "source", "verdict", "run", "result", "link");
    private static final String CHECK = "check";

    private Claims() {}

    /** The claims as templates see them, empty if there is no file; what is wrong with one fails the bake, named by its id. */
    static List<Map<String, Object>> read(Path root, Interpolation interpolation) throws IOException {
        if (!Files.exists(root.resolve(FILE))) {
            return List.of();
        }
        Map<String, Object> object = Json.object(root.resolve(FILE), FILE);
        if (object.size() != 1 || !(object.get("claims") instanceof List<?> claims)) {
            throw PublishException.in(FILE, "expected \"claims\", a list, and nothing else");
        }
        List<Map<String, Object>> all = new ArrayList<>();
        Set<Object> ids = new HashSet<>();
        for (int i = 0; i < claims.size(); i++) {
            Map<String, Object> claim = claim("claims[" + i + "]", claims.get(i), interpolation);
            if (!ids.add(claim.get("id"))) {
                throw PublishException.in(FILE, "the id \"" + claim.get("id") + "\" stands twice; rename one");
            }
            all.add(claim);
        }
        return all;
    }

    private static Map<String, Object> claim(String where, Object value, Interpolation interpolation)
            throws IOException {
        if (!(value instanceof Map<?, ?> map)) {
            throw PublishException.in(FILE, where + " should be an object");
        }
        List<String> known = new ArrayList<>(REQUIRED);
        known.add(CHECK);
        for (Object key : map.keySet()) {
            if (!known.contains(key)) {
                throw PublishException.in(FILE, where + ": " + Spelling.unknown("key", key.toString(), known));
            }
        }
        Map<String, Object> claim = new LinkedHashMap<>();
        for (String key : REQUIRED) {
            if (!(map.get(key) instanceof String text) || text.isBlank()) {
                throw PublishException.in(FILE, where + "." + key + " is missing; give it some words");
            }
            claim.put(key, text);
        }
        String name = FILE + ", " + claim.get("id");
        if (!VERDICTS.contains(claim.get("verdict"))) {
            throw PublishException.in(
                    FILE,
                    where + ": "
                            + Spelling.unknown("verdict", claim.get("verdict").toString(), VERDICTS));
        }
        if (map.get(CHECK) instanceof String check) {
            String met = interpolation.apply(name, "[=(" + check + ")?c]").strip();
            if (!met.equals("true")) {
                throw PublishException.in(
                        name,
                        "the verdict \"" + claim.get("verdict") + "\" rests on " + check
                                + ", which the records no longer meet; look at them again");
            }
        }
        for (String key : List.of("run", "result")) {
            claim.put(key, interpolation.apply(name, claim.get(key).toString()).strip());
        }
        return claim;
    }
}
