package io.github.seeingdigits.demos;

import org.teavm.jso.JSBody;

/**
 * The meanings of terms show by style alone, while the pointer or the focus is on a term. What style cannot do: Escape takes a meaning
 * away until the pointer or the focus comes back (WCAG 2.2, 1.4.13).
 */
final class Terms {
    private Terms() {}

    /** Listens from now on. */
    @JSBody(
            script = "function on(type, listener) { document.addEventListener(type, listener); }"
                    + "function away(e) { if (e.target.className === 'term') delete e.target.dataset.hush; }"
                    + "on('keydown', function(e) {"
                    + "  if (e.key === 'Escape') document.querySelectorAll('.term:hover, .term:focus').forEach(function(term) { term.dataset.hush = ''; });"
                    + "});"
                    + "on('focusout', away); on('pointerout', away);")
    static native void listen();
}
