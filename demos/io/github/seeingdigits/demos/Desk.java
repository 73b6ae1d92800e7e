package io.github.seeingdigits.demos;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;

/**
 * Ways to a digit that few readers take: the keyboard, pictures that are pasted, dropped or chosen, specimens, and sharing. It only listens for
 * them; what does the work is in {@code late.js}, which is fetched when the first is taken.
 */
final class Desk {
    private Desk() {}

    @JSFunctor
    interface Key extends JSObject {
        void apply(Event event);
    }

    @JSFunctor
    interface Picture extends JSObject {
        void apply(JSObject file);
    }

    /** Listens from now on. */
    static void listen() {
        listen(
                event -> late(() -> Keys.press(event)),
                file -> late(Late.photo(), () -> Photo.take(file)),
                () -> late(Sharing::share),
                () -> late(Picker::open),
                Desk::tell);
    }

    private static void late(Runnable work) {
        late(null, work);
    }

    private static void late(String script, Runnable work) {
        Late.load(script, work, problem -> tell("That does not work now: " + problem + "."));
    }

    // Keys are kept from scrolling the page at once: when the other script has come, it would be too late.
    @JSBody(
            params = {"key", "take", "share", "pick", "tell"},
            script = "function picture(event, file) {"
                    + "  if (file) { event.preventDefault(); take(file); }"
                    + "}"
                    + "function on(type, listener) { document.addEventListener(type, listener); }"
                    + "on('keydown', function(e) {"
                    + "  if (e.target.dataset.part === 'pad' && ((e.ctrlKey || e.metaKey) ? /^[zy]$/i :"
                    + "      e.altKey ? /^$/ : /^(Arrow.*|Enter|Delete|Backspace| )$/).test(e.key)) {"
                    + "    e.preventDefault(); key(e);"
                    + "  }"
                    + "});"
                    + "on('paste', function(e) { picture(e, e.clipboardData && e.clipboardData.files[0]); });"
                    + "on('dragover', function(e) { if (e.target.closest && e.target.closest('.pad-frame')) e.preventDefault(); });"
                    + "on('drop', function(e) {"
                    + "  if (e.target.closest && e.target.closest('.pad-frame')) {"
                    + "    e.preventDefault();"
                    + "    if (e.dataTransfer.files.length) picture(e, e.dataTransfer.files[0]);"
                    + "    else tell('Only pictures can be dropped here.');"
                    + "  }"
                    + "});"
                    + "on('change', function(e) {"
                    + "  if (e.target.type === 'file') { picture(e, e.target.files[0]); e.target.value = ''; }"
                    + "});"
                    + "on('pointerdown', function(e) { if (e.target.dataset.part === 'pad') tell(''); });"
                    + "on('click', function(e) {"
                    + "  var b = e.target.closest('.tools button, .buttons button');"
                    + "  if (!b) return;"
                    + "  tell('');"
                    + "  var a = b.dataset.action;"
                    + "  if (a === 'share') share();"
                    + "  if (a === 'pick') pick();"
                    + "});")
    private static native void listen(
            Key key, Picture take, Browser.Action share, Browser.Action pick, Browser.Text tell);

    /** Says something below every pad. */
    static void tell(String words) {
        each("[data-part=told]", element -> Browser.say(element, words));
    }

    /** What to do with an element. */
    interface Each {
        void accept(HTMLElement element);
    }

    static void each(String selector, Each action) {
        NodeList<? extends HTMLElement> all = HTMLDocument.current().querySelectorAll(selector);
        for (int i = 0; i < all.getLength(); i++) {
            action.accept(all.item(i));
        }
    }
}
