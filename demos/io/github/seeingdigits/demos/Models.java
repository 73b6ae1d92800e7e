package io.github.seeingdigits.demos;

import io.github.seeingdigits.network.ModelCodec;
import io.github.seeingdigits.network.ModelFormatException;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Ops;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.teavm.jso.dom.html.HTMLDocument;

/** The networks of the page. Each is fetched once, however many figures use it. */
final class Models {
    private static final Named<Network> loaded = new Named<>();
    private static final Named<List<Consumer<Network>>> waiting = new Named<>();
    private static final Named<List<Consumer<String>>> waitingForFailure = new Named<>();

    private Models() {}

    /** The network with this id, or null if no figure has loaded it yet. */
    static Network find(String id) {
        return loaded.get(id);
    }

    /** Hands over the network with this id, fetching it from {@code address} where needed. */
    static void load(String id, String address, Consumer<Network> done, Consumer<String> fail) {
        Network ready = loaded.get(id);
        if (ready != null) {
            done.accept(ready);
            return;
        }
        List<Consumer<Network>> queue = waiting.get(id);
        if (queue != null) {
            queue.add(done);
            waitingForFailure.get(id).add(fail);
            return;
        }
        waiting.put(id, new ArrayList<>(List.of(done)));
        waitingForFailure.put(id, new ArrayList<>(List.of(fail)));
        Kernels.fetch(HTMLDocument.current().getBody().getAttribute("data-kernels"));
        Browser.fetchBytes(
                address,
                bytes -> Kernels.choose(ops -> arrived(id, bytes.copyToJavaArray(), ops)),
                problem -> failed(id, problem));
    }

    private static void arrived(String id, byte[] bytes, Ops ops) {
        Network network;
        try {
            network = ModelCodec.decode(bytes, 1, ops);
        } catch (ModelFormatException e) {
            failed(id, e.getMessage());
            return;
        }
        loaded.put(id, network);
        waitingForFailure.remove(id);
        for (Consumer<Network> consumer : waiting.remove(id)) {
            consumer.accept(network);
        }
    }

    private static void failed(String id, String problem) {
        waiting.remove(id);
        for (Consumer<String> consumer : waitingForFailure.remove(id)) {
            consumer.accept(problem);
        }
    }
}
