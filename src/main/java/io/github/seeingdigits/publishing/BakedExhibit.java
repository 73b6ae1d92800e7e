package io.github.seeingdigits.publishing;

import io.github.seeingdigits.data.Spelling;
import io.github.seeingdigits.figure.Exhibit;
import io.github.seeingdigits.figure.NamedFigure;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Replay;
import io.github.seeingdigits.network.View;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A model as one figure sees it while the site is built: it gets what its kind has asked for. */
final class BakedExhibit implements Exhibit {
    private final Models.Model model;
    private final NamedFigure kind;
    private final Assets assets;
    private final Excerpt facts;

    BakedExhibit(Models.Model model, NamedFigure kind, Assets assets) {
        this(model, kind, assets, List.of());
    }

    private BakedExhibit(Models.Model model, NamedFigure kind, Assets assets, List<?> literature) {
        this.model = model;
        this.kind = kind;
        this.assets = assets;
        Map<String, Object> known = new HashMap<>(model.record());
        known.put(PublishedErrors.FACT, literature);
        facts = new Excerpt(model.id(), known, kind.facts());
    }

    /** The same with what others have published beside the record: for one exhibit of a figure, because the page needs it once. */
    BakedExhibit with(List<?> literature) {
        return new BakedExhibit(model, kind, assets, literature);
    }

    /** What it shows. */
    Models.Model model() {
        return model;
    }

    @Override
    public String id() {
        return model.id();
    }

    @Override
    public String title() {
        return model.title();
    }

    @Override
    public double accuracy() {
        return model.accuracy();
    }

    @Override
    public int bytes() {
        return assets.content(source()).length;
    }

    @Override
    public Network network() {
        return model.network();
    }

    @Override
    public Excerpt facts() {
        return facts;
    }

    @Override
    public View view(String name) {
        if (!kind.views().contains(name)) {
            throw new IllegalArgumentException(
                    "reads view \"" + name + "\" without naming it in views(), so the page would not have it");
        }
        byte[] bytes = model.views().get(name);
        if (bytes == null) {
            throw new IllegalArgumentException(
                    Spelling.unknown("view", name, model.views().keySet()));
        }
        return View.decode(bytes);
    }

    @Override
    public Replay replay() {
        return Replay.decode(model.replay()
                .orElseThrow(() -> new IllegalArgumentException("the model has no replay of its training")));
    }

    /** Where the page finds the network. */
    String source() {
        return assets.address(Assets.compact(id()));
    }

    /** Where the page finds each view that the figure has named and the model has, by name. */
    Map<String, String> viewAddresses() {
        Map<String, String> addresses = new TreeMap<>();
        for (String name : kind.views()) {
            if (model.views().containsKey(name)) {
                addresses.put(name, assets.address(Assets.view(id(), name)));
            }
        }
        return addresses;
    }

    /** What a template needs to know of a network in a comparison. */
    Map<String, Object> described() {
        return Map.of("id", id(), "title", title(), "accuracy", accuracy(), "bytes", bytes(), "src", source());
    }
}
