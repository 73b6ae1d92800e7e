package io.github.seeingdigits.publishing;

import io.github.seeingdigits.data.Spelling;
import io.github.seeingdigits.digit.Drawing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Digits drawn by us, as strokes, from {@code content/strokes.json}; they stand in for the reader's drawing while the page is
 * at rest.
 *
 * <pre>{"digits": [{"label": 3, "strokes": "310,250,…;…"}]}</pre>
 */
final class SampleDigits {
    static final String FILE = "content/strokes.json";

    private final Map<Integer, List<Drawing>> byDigit = new TreeMap<>();
    private final byte[] json;

    private SampleDigits(byte[] json) {
        this.json = json;
    }

    static SampleDigits read(Path root) throws IOException {
        Map<String, Object> object = Json.object(root.resolve(FILE), FILE);
        allowOnly("", object, List.of("digits"));
        if (!(object.get("digits") instanceof List<?> digits) || digits.isEmpty()) {
            throw PublishException.in(FILE, "expected \"digits\", a list with at least one digit");
        }
        SampleDigits samples =
                new SampleDigits(Json.MAPPER.writeValueAsString(object).getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < digits.size(); i++) {
            samples.add("digits[" + i + "]", digits.get(i));
        }
        return samples;
    }

    private void add(String where, Object value) {
        if (!(value instanceof Map<?, ?> digit)) {
            throw PublishException.in(FILE, where + " should be an object with \"label\" and \"strokes\"");
        }
        allowOnly(where + ": ", digit, List.of("label", "strokes"));
        if (!(digit.get("label") instanceof Integer label) || label < 0 || label > 9) {
            throw PublishException.in(
                    FILE, where + ".label is " + digit.get("label") + "; expected a whole number from 0 to 9");
        }
        Drawing drawing = digit.get("strokes") instanceof String text ? Drawing.decode(text) : null;
        if (drawing == null || drawing.isEmpty()) {
            throw PublishException.in(
                    FILE,
                    where + ".strokes cannot be read; expected \"x,y,x,y,…;x,y,…\" in thousandths of the pad's width");
        }
        byDigit.computeIfAbsent(label, none -> new ArrayList<>()).add(drawing);
    }

    private static void allowOnly(String where, Map<?, ?> object, List<String> known) {
        for (Object key : object.keySet()) {
            if (!known.contains(key)) {
                throw PublishException.in(FILE, where + Spelling.unknown("key", key.toString(), known));
            }
        }
    }

    /** The first drawing of a digit, or null if there is none. */
    Drawing of(int digit) {
        return byDigit.containsKey(digit) ? byDigit.get(digit).get(0) : null;
    }

    /** All drawings of a digit, in the order of the file; empty if there is none. */
    List<Drawing> all(int digit) {
        return List.copyOf(byDigit.getOrDefault(digit, List.of()));
    }

    /** The file without white space. */
    byte[] minified() {
        return json.clone();
    }
}
