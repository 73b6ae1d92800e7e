package io.github.seeingdigits.publishing;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.seeingdigits.figure.Facts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of a record that a figure has asked for, as it reads them here and as they travel to the page. Numbers are rounded
 * to six significant digits first, so that both draw the same.
 */
final class Excerpt implements Facts {
    private static final MathContext DIGITS = new MathContext(6);

    private final String model;
    private final Map<String, Object> root = new LinkedHashMap<>();

    /**
     * Copies what stands at {@code paths} of a record; see {@link Facts}. What the record lacks is left out.
     *
     * @param model whose record it is, for messages
     */
    Excerpt(String model, Map<String, Object> record, List<String> paths) {
        this.model = model;
        for (String path : paths) {
            Object value = find(record, path);
            if (value != null) {
                put(path.split("/"), rounded(value));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void put(String[] names, Object value) {
        Map<String, Object> at = root;
        for (int i = 0; i < names.length - 1; i++) {
            at = (Map<String, Object>) at.computeIfAbsent(names[i], name -> new LinkedHashMap<>());
        }
        at.put(names[names.length - 1], value);
    }

    private static Object rounded(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, item) -> copy.put((String) name, rounded(item)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(rounded(item)));
            return copy;
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return number == 0 ? 0 : new BigDecimal(number).round(DIGITS).stripTrailingZeros();
        }
        return value;
    }

    private static Object find(Object value, String path) {
        Object at = value;
        for (String name : path.split("/")) {
            if (at instanceof Map<?, ?> map) {
                at = map.get(name);
            } else if (at instanceof List<?> list
                    && name.matches("[0-9]{1,6}")
                    && Integer.parseInt(name) < list.size()) {
                at = list.get(Integer.parseInt(name));
            } else {
                return null;
            }
        }
        return at;
    }

    private IllegalArgumentException missing(String what, String path) {
        return new IllegalArgumentException(
                "the record of \"" + model + "\" has no " + what + " at " + path + " that this figure may read");
    }

    @Override
    public double number(String path) {
        if (find(root, path) instanceof Number number) {
            return number.doubleValue();
        }
        throw missing("number", path);
    }

    @Override
    public String text(String path) {
        if (find(root, path) instanceof String text) {
            return text;
        }
        throw missing("text", path);
    }

    @Override
    public int size(String path) {
        Object value = find(root, path);
        return value instanceof List<?> list ? list.size() : value instanceof Map<?, ?> map ? map.size() : -1;
    }

    @Override
    public String[] names(String path) {
        return find(root, path) instanceof Map<?, ?> map ? map.keySet().toArray(new String[0]) : new String[0];
    }

    /** For several models at once: id to excerpt, as JSON. */
    static String json(Map<String, Excerpt> excerpts) {
        Map<String, Object> all = new LinkedHashMap<>();
        excerpts.forEach((id, excerpt) -> all.put(id, excerpt.root));
        try {
            return Json.PLAIN_NUMBERS.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isEmpty() {
        return root.isEmpty();
    }
}
