package io.github.seeingdigits.demos;

import java.util.function.Consumer;
import org.teavm.jso.JSBody;

/**
 * Fetches the page's other scripts, each once, when something first needs it: the second, {@code late.js}, and those that hold one
 * figure each and need the second.
 */
final class Late {
    private Late() {}

    /** Runs {@code done} when {@code late.js} is there, see {@link #load(String, Runnable, Consumer)}. */
    static void load(Runnable done, Consumer<String> fail) {
        load(null, done, fail);
    }

    /**
     * Runs {@code done} when {@code late.js} and another script are there, at once where they have already been fetched. {@code fail}
     * gets a sentence if one cannot be; the next call tries again.
     *
     * @param script the other's address, null for none
     */
    static void load(String script, Runnable done, Consumer<String> fail) {
        fetch(script, done::run, () -> fail.accept("its script could not be loaded"));
    }

    /** The address of the script that reads photographs. */
    @JSBody(script = "return document.body.dataset.photo;")
    static native String photo();

    /** Whether this is a worker, which has no document. If so, its scripts, whose addresses are the worker's name, are there at once. */
    @JSBody(
            script = "if (typeof document !== 'undefined') return false;"
                    + " importScripts.apply(self, JSON.parse(self.name));"
                    + " return true;")
    static native boolean isWorker();

    // The other script is on its way before the second is there, but does not run before it.
    @JSBody(
            params = {"script", "done", "fail"},
            script = "var s = seeingDigits, scripts = s.scripts || (s.scripts = {});"
                    + "function element(name, address) {"
                    + "  return document.head.appendChild(Object.assign(document.createElement(name), address));"
                    + "}"
                    + "function load(address) {"
                    + "  return scripts[address] || (scripts[address] = new Promise(function(resolve, reject) {"
                    + "    Object.assign(element('script', { src: address }), {"
                    + "      onload: resolve,"
                    + "      onerror: function() { scripts[address] = null; reject(); }"
                    + "    });"
                    + "  }));"
                    + "}"
                    + "if (script && !scripts[script]) element('link', { rel: 'preload', as: 'script', href: script });"
                    + "load(document.body.dataset.late)"
                    + ".then(function() { return script && load(script); }).then(done, fail);")
    private static native void fetch(String script, Browser.Action done, Browser.Action fail);
}
