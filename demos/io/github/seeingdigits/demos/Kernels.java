package io.github.seeingdigits.demos;

import io.github.seeingdigits.network.Ops;
import io.github.seeingdigits.network.PlainOps;
import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * Chooses what computes: the {@link Kernel} where the browser has WebAssembly with vectors and the page's policy allows it, else
 * plain Java, with the same answers. {@code seeingDigits.kernel} says which, {@code "simd"} or {@code "plain"}.
 *
 * <p>The kernel is fetched and compiled once for all scripts of a page, as the promise {@code seeingDigits.module} (of nothing, where there can be none). A worker may
 * be given the same module, or fetch it by address.
 */
final class Kernels {
    /** How many milliseconds a network that has arrived waits for a kernel that has not. */
    private static final int PATIENCE = 250;

    private static JSObject module;
    /** For the networks that stay as long as the page; null until chosen. */
    private static Ops lasting;

    private Kernels() {}

    @JSFunctor
    interface Compiled extends JSObject {
        void accept(JSObject module);
    }

    /** Begins to fetch the kernel, if nobody has. */
    @JSBody(
            params = "address",
            script = "var s = self.seeingDigits || (self.seeingDigits = {});"
                    + "s.module = s.module || fetch(address).then(function(r) { return r.arrayBuffer(); })"
                    + ".then(function(b) { return WebAssembly.compile(b); })['catch'](function() { });")
    static native void fetch(String address);

    /** Hands over what computes for networks that stay, after {@link #fetch}. */
    static void choose(Consumer<Ops> done) {
        if (lasting != null) {
            done.accept(lasting);
            return;
        }
        await(PATIENCE, compiled -> {
            if (lasting == null) {
                module = compiled;
                lasting = fresh();
                report(lasting instanceof SimdOps ? "simd" : "plain");
            }
            done.accept(lasting);
        });
    }

    /** The same with memory of its own, which the browser takes back when nothing uses it any more. After {@link #choose}. */
    static Ops fresh() {
        Kernel kernel = module == null ? null : instantiate(module);
        return kernel == null ? new PlainOps() : new SimdOps(kernel);
    }

    /** The compiled kernel, to be sent to a worker; null where there is none. After {@link #choose}. */
    static JSObject module() {
        return module;
    }

    /** In a worker: what the page's {@link #module} was. */
    static void use(JSObject sent) {
        module = sent;
    }

    @JSBody(
            params = {"patience", "done"},
            script = "var late = new Promise(function(resolve) { setTimeout(resolve, patience); });"
                    + "Promise.race([self.seeingDigits.module, late])"
                    + ".then(function(m) { done(m || null); });")
    private static native void await(int patience, Compiled done);

    /** Null where the browser has no memory to give, or does not do this at once for a kernel of over 4 KB, as Chromium before 114. */
    @JSBody(
            params = "module",
            script = "try { return new WebAssembly.Instance(module).exports; } catch (e) { return null; }")
    private static native Kernel instantiate(JSObject module);

    @JSBody(params = "kind", script = "self.seeingDigits.kernel = kind;")
    private static native void report(String kind);
}
