package io.github.seeingdigits.demos;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.typedarrays.Int8Array;

/** The parts of the browser's interface that TeaVM's libraries lack, each a line of JavaScript. */
final class Browser {
    private Browser() {}

    @JSFunctor
    interface Bytes extends JSObject {
        void accept(Int8Array bytes);
    }

    @JSFunctor
    interface Text extends JSObject {
        void accept(String text);
    }

    @JSFunctor
    interface Action extends JSObject {
        void run();
    }

    @JSFunctor
    interface Flag extends JSObject {
        void accept(boolean value);
    }

    /** Fetches a file; {@code fail} gets a sentence that says what went wrong. */
    @JSBody(
            params = {"address", "done", "fail"},
            script =
                    "fetch(address).then(function(r) {"
                            + "  if (!r.ok) throw new Error('the server answered ' + r.status);"
                            + "  return r.arrayBuffer();"
                            + "}).then(function(b) { done(new Int8Array(b)); }, function(e) { fail(String(e.message || e)); });")
    static native void fetchBytes(String address, Bytes done, Text fail);

    /** The text of a file in UTF-8. */
    @JSBody(params = "bytes", script = "return new TextDecoder().decode(bytes);")
    static native String text(Int8Array bytes);

    /** Undoes raw deflate with the browser's own decompressor. */
    @JSBody(
            params = {"bytes", "done", "fail"},
            script = "try {"
                    + "  var out = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));"
                    + "  new Response(out).arrayBuffer().then("
                    + "    function(b) { done(new Int8Array(b)); }, function(e) { fail(String(e.message || e)); });"
                    + "} catch (e) { fail(String(e.message || e)); }")
    static native void inflate(Int8Array bytes, Bytes done, Text fail);

    /** Tells whenever an element comes within {@code margin} of the screen, or leaves it. */
    @JSBody(
            params = {"element", "margin", "seen"},
            script = "new IntersectionObserver(function(all) { seen(all[all.length - 1].isIntersecting); },"
                    + " { rootMargin: margin }).observe(element);")
    static native void observeVisibility(HTMLElement element, String margin, Flag seen);

    /** Runs {@code action} whenever the page is hidden: another tab is chosen, or the window closed. */
    @JSBody(
            params = "action",
            script = "document.addEventListener('visibilitychange', function() { if (document.hidden) action(); });")
    static native void whenHidden(Action action);

    /**
     * Runs {@code resized} once the page has been laid out with the element, and whenever its width has changed. Heights are no matter, since
     * what is drawn changes them itself.
     */
    @JSBody(
            params = {"element", "resized"},
            script = "var width = -1; new ResizeObserver(function(all) { var now = all[0].contentRect.width;"
                    + " if (now !== width) { width = now; resized(); } }).observe(element);")
    static native void observeWidth(HTMLElement element, Action resized);

    /**
     * Runs {@code changed} when the page turns light or dark, or when its fonts have arrived. A page that is asked about its fonts is laid out for it, so
     * that waits for the frame in which it is laid out anyway.
     */
    @JSBody(
            params = "changed",
            script = "matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);"
                    + "matchMedia('(forced-colors: active)').addEventListener('change', changed);"
                    + "requestAnimationFrame(function() { document.fonts.ready.then(changed);"
                    + " document.fonts.addEventListener('loadingdone', changed); });")
    static native void observeLook(Action changed);

    /** Runs {@code action} when the page has nothing more urgent to do. */
    @JSBody(
            params = "action",
            script = "if (window.requestIdleCallback) requestIdleCallback(action, { timeout: 2000 });"
                    + " else setTimeout(action, 300);")
    static native void whenIdle(Action action);

    @JSBody(script = "return matchMedia('(prefers-reduced-motion: reduce)').matches;")
    static native boolean prefersReducedMotion();

    /** The value of a custom property of the page, for example {@code --ink}. */
    @JSBody(
            params = "name",
            script = "return getComputedStyle(document.documentElement).getPropertyValue(name).trim();")
    static native String property(String name);

    @JSBody(script = "return window.devicePixelRatio || 1;")
    static native double pixelRatio();

    @JSBody(script = "return location.protocol === 'file:';")
    static native boolean openedFromDisk();

    /** Reads from the storage that lasts as long as the visit; null if there is nothing or storage is off. */
    @JSBody(params = "key", script = "try { return sessionStorage.getItem(key); } catch (e) { return null; }")
    static native String recall(String key);

    /** Writes to the storage that lasts as long as the visit; does nothing where storage is off. */
    @JSBody(
            params = {"key", "value"},
            script = "try { sessionStorage.setItem(key, value); } catch (e) { }")
    static native void remember(String key, String value);

    /** The content of a template element, ready to be inserted. */
    @JSBody(params = "template", script = "return document.importNode(template.content, true);")
    static native org.teavm.jso.dom.xml.Node instantiate(HTMLElement template);

    /** Stops the browser from claiming the pointer for scrolling, and keeps its events when it leaves the element. */
    @JSBody(
            params = {"element", "event"},
            script = "try { element.setPointerCapture(event.pointerId); } catch (e) { }")
    static native void capturePointer(HTMLElement element, Event event);

    /** All positions since the last event of this pointer: a fast pen moves several times in one frame. */
    @JSBody(
            params = "event",
            script = "var all = event.getCoalescedEvents ? event.getCoalescedEvents() : [];"
                    + " return all.length ? all : [event];")
    static native JSArrayReader<PointerEvent> coalesced(Event event);

    /** What an element says, for a figure that draws itself again and again: a text that has not changed is left alone, or the page would be laid out anew. */
    @JSBody(
            params = {"element", "text"},
            script = "if (element.textContent !== text) { element.textContent = text; }")
    static native void write(HTMLElement element, String text);

    /** What an element says to screen readers: they say it even when it is the same once more. */
    @JSBody(
            params = {"element", "text"},
            script = "element.textContent = text;")
    static native void say(HTMLElement element, String text);

    @JSBody(params = "message", script = "console.error(message);")
    static native void logError(String message);

    /** A pointer event, of which TeaVM knows only the mouse's part. Coordinates are fractions of a pixel. */
    interface PointerEvent extends Event {
        @org.teavm.jso.JSProperty
        double getClientX();

        @org.teavm.jso.JSProperty
        double getClientY();

        @org.teavm.jso.JSProperty
        int getPointerId();

        @org.teavm.jso.JSProperty
        boolean getIsPrimary();

        @org.teavm.jso.JSProperty
        short getButton();

        @org.teavm.jso.JSProperty
        double getPressure();

        @org.teavm.jso.JSProperty
        String getPointerType();
    }
}
