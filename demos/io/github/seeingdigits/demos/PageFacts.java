package io.github.seeingdigits.demos;

import io.github.seeingdigits.figure.Facts;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** The part of a record that was written into a figure when the site was built. */
final class PageFacts implements Facts {
    private final JSObject root;

    /**
     * The facts of one model.
     *
     * @param json excerpts by model, as in {@code data-facts}; null if there are none
     */
    PageFacts(String json, String model) {
        root = parse(json == null ? "{}" : json, model);
    }

    @Override
    public double number(String path) {
        JSObject value = find(root, path);
        if (!isNumber(value)) {
            throw new IllegalArgumentException("no number at " + path);
        }
        return toNumber(value);
    }

    @Override
    public String text(String path) {
        JSObject value = find(root, path);
        if (!isText(value)) {
            throw new IllegalArgumentException("no text at " + path);
        }
        return toText(value);
    }

    @Override
    public int size(String path) {
        return size(find(root, path));
    }

    @Override
    public String[] names(String path) {
        return names(find(root, path));
    }

    /** The models that {@code json} has facts of. */
    @JSBody(params = "json", script = "return Object.keys(JSON.parse(json || '{}'));")
    static native String[] models(String json);

    @JSBody(
            params = {"json", "model"},
            script = "return JSON.parse(json)[model] || {};")
    private static native JSObject parse(String json, String model);

    @JSBody(
            params = {"root", "path"},
            script = "return path.match(/[^/]+/g).reduce(function(at, name) {"
                    + " return at != null && Object.hasOwn(at, name) ? at[name] : null; }, root);")
    private static native JSObject find(JSObject root, String path);

    @JSBody(params = "value", script = "return typeof value === 'number';")
    private static native boolean isNumber(JSObject value);

    @JSBody(params = "value", script = "return value;")
    private static native double toNumber(JSObject value);

    @JSBody(params = "value", script = "return typeof value === 'string';")
    private static native boolean isText(JSObject value);

    @JSBody(params = "value", script = "return value;")
    private static native String toText(JSObject value);

    @JSBody(
            params = "value",
            script = "return value != null && typeof value === 'object' ? Object.keys(value).length : -1;")
    private static native int size(JSObject value);

    @JSBody(params = "value", script = "return value != null && typeof value === 'object' ? Object.keys(value) : [];")
    private static native String[] names(JSObject value);
}
