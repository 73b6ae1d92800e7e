package io.github.seeingdigits.demos;

import java.util.function.Consumer;
import org.teavm.jso.JSBody;

/** Fetches the page's second script, once, when something first needs it. */
final class Late {
    private Late() {}

    /**
     * Runs {@code done} when {@code late.js} is there, at once where it has already been fetched. {@code fail} gets a sentence if it
     * cannot be; the next call tries again.
     */
    static void load(Runnable done, Consumer<String> fail) {
        fetch(done::run, () -> fail.accept("its script could not be loaded"));
    }

    /** Whether this is a worker, which has no document. If so, the second script, whose address is the worker's name, is there at once. */
    @JSBody(
            script = "if (typeof document !== 'undefined') return false;"
                    + " importScripts(self.name);"
                    + " return true;")
    static native boolean isWorker();

    @JSBody(
            params = {"done", "fail"},
            script = "var s = seeingDigits;"
                    + "if (!s.late) {"
                    + "  s.late = new Promise(function(resolve, reject) {"
                    + "    var e = document.createElement('script');"
                    + "    e.src = document.body.dataset.late;"
                    + "    e.onload = resolve;"
                    + "    e.onerror = function() { s.late = null; reject(); };"
                    + "    document.head.appendChild(e);"
                    + "  });"
                    + "}"
                    + "s.late.then(done, fail);")
    private static native void fetch(Browser.Action done, Browser.Action fail);
}
