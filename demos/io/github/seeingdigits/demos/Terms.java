package io.github.seeingdigits.demos;

import org.teavm.jso.JSBody;

/**
 * The meanings of terms, and notes, show by style alone, while the pointer or the focus is on the term or the note's number. What style
 * cannot do: Escape takes them away until the pointer or the focus comes back (WCAG 2.2, 1.4.13), and a tap on a number shows the note
 * instead of leaving for the end of the page.
 */
final class Terms {
    private Terms() {}

    /** Listens from now on. */
    @JSBody(
            script = "var terms = '.term, .cite';"
                    + "function on(type, listener) { document.addEventListener(type, listener); }"
                    + "function away(e) { if (e.target.matches && e.target.matches(terms)) delete e.target.dataset.hush; }"
                    + "on('keydown', function(e) {"
                    + "  if (e.key === 'Escape') document.querySelectorAll(terms).forEach(function(term) {"
                    + "    if (term.matches(':hover, :focus')) term.dataset.hush = ''; });"
                    + "});"
                    + "on('click', function(e) {"
                    + "  if (e.pointerType === 'touch' && e.target.matches('.cite')) { e.preventDefault(); e.target.focus(); }"
                    + "});"
                    + "on('focusout', away); on('pointerout', away);")
    static native void listen();
}
