package io.github.seeingdigits.demos;

import org.teavm.jso.JSBody;

/**
 * The meanings of terms show by style alone, while the pointer or the focus is on a term. What style cannot do: Escape takes a meaning
 * away until the next term is met (WCAG 2.2, 1.4.13).
 */
final class Terms {
    private Terms() {}

    /** Listens from now on. */
    @JSBody(
            script = "var data = document.body.dataset;"
                    + "function on(type, hush) {"
                    + "  document.addEventListener(type, function(e) {"
                    + "    if (hush ? e.key === 'Escape' : e.target.className === 'term') { if (hush) data.hush = ''; else delete data.hush; }"
                    + "  });"
                    + "}"
                    + "on('keydown', true); on('focusin'); on('pointerover');")
    static native void listen();
}
