package io.github.seeingdigits.demos;

import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.digit.Specimens;
import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * Fetches the site's sheets of example digits, each once: the one that every site has, and the one of test images that networks misread.
 *
 * <p>The picture is unpacked rather than shown and read back: what a canvas gives back may have been changed by colour management
 * or by a browser that protects its user from being recognised, and a network would learn from noise. The format is the one that
 * {@code publishing/Png} writes: shades of grey, no filters, all pixels in one chunk.
 */
final class SpecimenLoader {
    /** Where the chunk of pixels begins: after the signature and the header. */
    private static final int CHUNK = 33;

    /** Around the packed pixels: length, type and zlib's header before them, zlib's checksum after. */
    private static final int BEFORE = 10;

    private static final int AFTER = 4;

    private static final Named<Specimens> kept = new Named<>();

    private SpecimenLoader() {}

    @JSFunctor
    interface PixelsOf extends JSObject {
        Float32Array get(int specimen);
    }

    /** Hands over the specimens; {@code fail} gets what went wrong, and the next call tries again. */
    static void load(Consumer<Specimens> done, Consumer<String> fail) {
        load(
                address("specimens"),
                specimens -> {
                    offer(i -> Float32Array.fromJavaArray(specimens.pixels(i)));
                    done.accept(specimens);
                },
                fail);
    }

    /** Hands over the specimens of both sheets together; those of the first, where the site has no other. */
    static void loadAll(Consumer<Specimens> done, Consumer<String> fail) {
        String second = address("mistakes");
        load(
                first -> {
                    if (second == null) {
                        done.accept(first);
                    } else {
                        load(second, more -> done.accept(first.and(more)), fail);
                    }
                },
                fail);
    }

    private static void load(String address, Consumer<Specimens> done, Consumer<String> fail) {
        Specimens known = kept.get(address);
        if (known != null) {
            done.accept(known);
            return;
        }
        Browser.fetchBytes(
                address.substring(0, address.length() - 3) + "json",
                json -> Browser.fetchBytes(
                        address,
                        png -> unpack(
                                json,
                                png,
                                specimens -> {
                                    kept.put(address, specimens);
                                    done.accept(specimens);
                                },
                                fail),
                        fail::accept),
                fail::accept);
    }

    private static void unpack(Int8Array json, Int8Array png, Consumer<Specimens> done, Consumer<String> fail) {
        byte[] header = png.copyToJavaArray();
        int length = header.length < CHUNK + BEFORE ? -1 : number(header, CHUNK);
        if (length < AFTER + 2
                || CHUNK + 8 + length > header.length
                || number(header, CHUNK + 4) != 0x49444154
                || header[24] != 8
                || header[25] != 0) {
            fail.accept("the sheet is damaged");
            return;
        }
        int width = number(header, 16);
        Browser.inflate(
                part(png, CHUNK + BEFORE, CHUNK + 8 + length - AFTER),
                rows -> {
                    Specimens specimens;
                    try {
                        specimens = read(json, rows.copyToJavaArray(), width);
                    } catch (IllegalArgumentException e) {
                        fail.accept("the sheet is damaged");
                        return;
                    }
                    done.accept(specimens);
                },
                fail::accept);
    }

    /** Four bytes, the highest first. */
    private static int number(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF;
    }

    /** Every row follows a byte that says how it was filtered. */
    private static Specimens read(Int8Array json, byte[] rows, int width) {
        int height = rows.length / (width + 1);
        byte[] sheet = new byte[width * height];
        for (int j = 0; j < height; j++) {
            if (rows[j * (width + 1)] != 0) {
                throw new IllegalArgumentException("the sheet is filtered");
            }
            System.arraycopy(rows, j * (width + 1) + 1, sheet, j * width, width);
        }
        JSObject content = parse(Browser.text(json));
        return new Specimens(sheet, width / Ink.SIZE, labels(content), indices(content), mnist(content));
    }

    @JSBody(params = "sheet", script = "return document.body.dataset[sheet] || null;")
    private static native String address(String sheet);

    @JSBody(
            params = {"bytes", "from", "to"},
            script = "return bytes.subarray(from, to);")
    private static native Int8Array part(Int8Array bytes, int from, int to);

    @JSBody(params = "text", script = "try { return JSON.parse(text) || {}; } catch (e) { return {}; }")
    private static native JSObject parse(String text);

    @JSBody(params = "content", script = "return String(content.labels);")
    private static native String labels(JSObject content);

    @JSBody(params = "content", script = "return Array.isArray(content.indices) ? content.indices : [];")
    private static native int[] indices(JSObject content);

    @JSBody(params = "content", script = "return content.source === 'mnist-test';")
    private static native boolean mnist(JSObject content);

    /** For the console and for tests: {@code seeingDigits.specimen(17)} gives 784 pixels. */
    @JSBody(params = "pixels", script = "seeingDigits.specimen = pixels;")
    private static native void offer(PixelsOf pixels);
}
