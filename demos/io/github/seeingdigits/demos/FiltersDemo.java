package io.github.seeingdigits.demos;

import io.github.seeingdigits.figure.ColourMap;
import io.github.seeingdigits.figure.FilterImage;
import io.github.seeingdigits.figure.FiltersFigure;
import io.github.seeingdigits.figure.FirstLayer;
import io.github.seeingdigits.figure.Numbers;
import io.github.seeingdigits.figure.WeightScale;
import io.github.seeingdigits.network.Network;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;

/** The filters of the first layer, alive: as weights or as weight × ink, in order or by use, at any moment of training. */
final class FiltersDemo implements Demo {
    private Stage stage;
    private PageFacts facts;

    private FirstLayer trained;

    /** Now on show: the trained layer, or one at an earlier moment. */
    private FirstLayer layer;

    private Past past;

    private CanvasSurface[] units;
    private NodeList<? extends HTMLElement> canvases;
    private CanvasSurface scale;
    private boolean showInk;
    private boolean sorted;
    private float weightLimit;
    private float outgoingLimit;

    @Override
    public void start(Stage stage, Network network) {
        this.stage = stage;
        facts = stage.facts();
        trained = new FirstLayer(network);
        makeUnits();
        show(trained);
        scale = stage.surface("scale");
        stage.onPress("weights", () -> view(false));
        stage.onPress("seen", () -> view(true));
        stage.onPress("sort", () -> sort(!sorted));
        past = new Past(stage, network, this::showMoment);
        stage.onDraw(this::draw);
        CurrentDigit.followSettled(this::arrange);
        view("seen".equals(stage.recall("show")));
        past.recall();
    }

    private void makeUnits() {
        HTMLElement host = stage.part("units");
        units = new CanvasSurface[trained.units()];
        for (int k = 0; k < units.length; k++) {
            HTMLCanvasElement canvas =
                    (HTMLCanvasElement) HTMLDocument.current().createElement("canvas");
            canvas.setAttribute("data-unit", Integer.toString(k));
            canvas.setAttribute("role", "img");
            host.appendChild(canvas);
            units[k] = new CanvasSurface(canvas);
        }
        canvases = host.querySelectorAll("canvas");
    }

    private void view(boolean ink) {
        showInk = ink;
        stage.button("weights").setAttribute("aria-pressed", ink ? "false" : "true");
        stage.button("seen").setAttribute("aria-pressed", ink ? "true" : "false");
        if (ink || stage.recall("show") != null) {
            stage.keep("show", ink ? "seen" : null);
        }
        stage.drawSoon();
    }

    private void sort(boolean on) {
        sorted = on;
        stage.button("sort").setAttribute("aria-pressed", on ? "true" : "false");
        arrange();
    }

    /** Puts the units in order. Once a stroke is complete rather than in every frame: nobody can look at what jumps about. */
    private void arrange() {
        int[] order = new int[units.length];
        layer.read(CurrentDigit.ink());
        for (int k = 0; k < order.length; k++) {
            int at = k;
            for (; sorted && at > 0 && layer.use(order[at - 1]) < layer.use(k); at--) {
                order[at] = order[at - 1];
            }
            order[at] = k;
        }
        HTMLElement host = stage.part("units");
        for (int k : order) {
            host.appendChild(canvases.item(k));
        }
    }

    /** The colours follow the size of the weights, which grows more than tenfold: early shapes would be too pale to see. */
    private void show(FirstLayer moment) {
        layer = moment;
        weightLimit = ColourMap.limit(layer.allWeights());
        outgoingLimit = FiltersFigure.outgoingLimit(layer);
    }

    private void showMoment() {
        show(past.at() < 0 ? trained : new FirstLayer(past.network()));
    }

    private void draw() {
        float[] ink = CurrentDigit.ink();
        layer.read(ink);
        float[][] shown = showInk ? new float[units.length][] : layer.allWeights();
        int best = 0;
        for (int k = 0; k < units.length; k++) {
            if (showInk) {
                shown[k] = layer.seen(k, ink);
            }
            best = layer.score(k) > layer.score(best) ? k : best;
        }
        float limit = showInk ? ColourMap.limit(shown) : weightLimit;
        boolean mark = showInk && layer.answers() && !CurrentDigit.drawing().isEmpty();
        boolean leadsOn = layer.outgoing(0) != null;
        String kind = layer.answers() ? "Digit " : layer.slides() ? "Filter " : "Unit ";
        for (int k = 0; k < units.length; k++) {
            double width = units[k].layoutWidth();
            String note = showInk
                    ? (layer.slides() ? "most " : "score ") + Numbers.fixed(layer.score(k), 1)
                    : layer == trained
                            ? FiltersFigure.note(layer, facts, k)
                            : "bias " + Numbers.fixed(layer.bias(k), 2);
            units[k].begin(width, FilterImage.height(width, leadsOn));
            FilterImage.draw(units[k], 0, 0, width, Integer.toString(k), note, shown[k], limit, mark && k == best);
            if (leadsOn) {
                FilterImage.outgoing(units[k], 0, 0, width, layer.outgoing(k), outgoingLimit);
            }
            canvases.item(k).setAttribute("aria-label", kind + k + ", " + note + (leadsOn ? favours(k) : ""));
        }
        double width = scale.layoutWidth();
        scale.begin(width, WeightScale.HEIGHT);
        WeightScale.draw(scale, 0, 0, width, limit);
    }

    /** Which output unit {@code k} speaks for and against most, in words. */
    private String favours(int k) {
        float[] out = layer.outgoing(k);
        return ", for " + Network.argmax(out) + ", against " + FiltersFigure.least(out);
    }
}
