package io.github.seeingdigits.demos;

import org.teavm.jso.JSBody;

/**
 * The part of the page's address after {@code #}: what is worth sharing, as {@code #filters.replay=12&draw=500,100,500,900}. Damage
 * is ignored: an address may come from anywhere. A plain fragment, which leads to a heading, is left as it is.
 */
final class Address {
    /** Longer words are nobody's state. */
    private static final int LONGEST = 20_000;

    private Address() {}

    /** The words after {@code name=}, or null if there are none that can be read. */
    static String get(String name) {
        return get(name, LONGEST);
    }

    @JSBody(
            params = {"name", "longest"},
            script = "try { var v = new URLSearchParams(location.hash.slice(1)).get(name);"
                    + " return v !== null && v.length <= longest ? v : null; } catch (e) { return null; }")
    private static native String get(String name, int longest);

    /** Replaces or, with null, removes what stands after {@code name=}; the page stays where it is, and Back is as it was. */
    @JSBody(
            params = {"name", "value"},
            script = "try { var h = location.hash.slice(1);"
                    + " var p = new URLSearchParams(h.indexOf('=') < 0 ? '' : h);"
                    + " if (value === null) p.delete(name); else p.set(name, value);"
                    + " history.replaceState(history.state, '', '#' + p.toString().replace(/%2C/g, ',').replace(/%3B/g, ';'));"
                    + " } catch (e) { }")
    static native void put(String name, String value);
}
