package io.github.seeingdigits.demos;

import io.github.seeingdigits.network.ModelFormatException;
import java.util.function.Consumer;
import java.util.function.Function;

/** Replays, views and the like: fetched once, unpacked, read and kept, however many figures ask. */
final class Files {
    private static final Named<Object> kept = new Named<>();

    private Files() {}

    /**
     * Hands over what {@code decode} makes of the unpacked bytes at {@code address}.
     *
     * @param fail gets a sentence; the next call tries again
     */
    @SuppressWarnings("unchecked")
    static <T> void load(String address, Function<byte[], T> decode, Consumer<T> done, Consumer<String> fail) {
        Object known = kept.get(address);
        if (known != null) {
            done.accept((T) known);
            return;
        }
        Browser.fetchBytes(
                address,
                packed -> Browser.inflate(
                        packed,
                        bytes -> {
                            T read;
                            try {
                                read = decode.apply(bytes.copyToJavaArray());
                            } catch (ModelFormatException e) {
                                fail.accept(e.getMessage());
                                return;
                            }
                            kept.put(address, read);
                            done.accept(read);
                        },
                        fail::accept),
                fail::accept);
    }
}
