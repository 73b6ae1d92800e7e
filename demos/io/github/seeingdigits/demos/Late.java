package io.github.seeingdigits.demos;

import org.teavm.jso.JSBody;

/** From {@code demos.js}: fetches the page's second script, once, when something first needs it. */
final class Late {
    private Late() {}

    /**
     * Runs {@code done} when {@code late.js} has run, at once where it has already. {@code fail} gets a sentence if it cannot be
     * fetched; the next call tries again.
     */
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
                    + "s.late.then(done, function() { fail('its script could not be loaded'); });")
    static native void load(Browser.Action done, Browser.Text fail);
}
