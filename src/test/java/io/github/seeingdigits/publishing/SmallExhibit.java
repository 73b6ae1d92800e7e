package io.github.seeingdigits.publishing;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.figure.Exhibit;
import io.github.seeingdigits.figure.Facts;
import io.github.seeingdigits.figure.FigureKind;
import io.github.seeingdigits.figure.NamedFigure;
import io.github.seeingdigits.figure.Parameters;
import io.github.seeingdigits.figure.Still;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Replay;
import io.github.seeingdigits.network.View;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A network for tests of figures, with whatever record, view and replay a test gives it. */
record SmallExhibit(String id, Network network, NamedFigure kind, Map<String, Object> record, View view, Replay replay)
        implements Exhibit {
    SmallExhibit(Network network, NamedFigure kind) {
        this("small", network, kind, Map.of(), null, null);
    }

    @Override
    public String title() {
        return "Title of " + id;
    }

    @Override
    public double accuracy() {
        return 0.5;
    }

    @Override
    public int bytes() {
        return 1;
    }

    @Override
    public Facts facts() {
        return new Excerpt(id, record, kind.facts());
    }

    @Override
    public View view(String name) {
        if (view == null || !kind.views().contains(name)) {
            throw new IllegalArgumentException("no view " + name);
        }
        return view;
    }

    @Override
    public Replay replay() {
        if (replay == null) {
            throw new IllegalArgumentException("no replay");
        }
        return replay;
    }

    /** The figure at rest, for an empty drawing. */
    Still still(Map<String, String> parameters) {
        return ((FigureKind) kind).still(this, new Drawing(), new Parameters(parameters::get));
    }

    /** A still as it is in the page. */
    static Element svg(Still still) {
        return Jsoup.parse(SvgSurface.markup(still, "caption")).expectFirst("svg");
    }
}
