package io.github.seeingdigits.demos;

import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.figure.ColourMap;
import io.github.seeingdigits.figure.FilterImage;
import io.github.seeingdigits.figure.Numbers;
import io.github.seeingdigits.figure.WeightScale;
import io.github.seeingdigits.network.Dense;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Replay;
import java.util.Arrays;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** The filters of the first layer, alive: as weights or as weight × ink, at any moment of training. */
final class FiltersDemo implements Demo {
    private static final double SNAPSHOTS_PER_SECOND = 12;

    private Stage stage;
    private Dense layer;
    private CanvasSurface[] units;
    private CanvasSurface scale;
    private HTMLElement[] canvases;
    private Timeline timeline;
    private String finalMoment;
    private boolean showInk;

    /** Weights now shown, [unit][pixel], and the biases that go with them. */
    private float[][] weights;

    private float[] biases;
    private float weightLimit;

    private Replay replay;
    private boolean replayRequested;

    @Override
    public void start(Stage stage, Network network) {
        this.stage = stage;
        layer = FilterImage.firstLayer(network);
        weights = new float[layer.outputs()][];
        biases = new float[layer.outputs()];
        showTrained();
        makeUnits();
        scale = stage.surface("scale");
        stage.onPress("weights", () -> view(false));
        stage.onPress("seen", () -> view(true));
        finalMoment = stage.part("moment").getInnerText();
        timeline = new Timeline(stage, SNAPSHOTS_PER_SECOND, this::showMoment);
        timeline.onTouch(this::loadReplay);
        stage.onDraw(this::draw);
    }

    private void makeUnits() {
        HTMLElement host = stage.part("units");
        units = new CanvasSurface[layer.outputs()];
        canvases = new HTMLElement[layer.outputs()];
        for (int k = 0; k < layer.outputs(); k++) {
            HTMLCanvasElement canvas =
                    (HTMLCanvasElement) HTMLDocument.current().createElement("canvas");
            canvas.setAttribute("data-unit", Integer.toString(k));
            canvas.setAttribute("role", "img");
            host.appendChild(canvas);
            canvases[k] = canvas;
            units[k] = new CanvasSurface(canvas);
        }
    }

    private void view(boolean ink) {
        showInk = ink;
        stage.button("weights").setAttribute("aria-pressed", ink ? "false" : "true");
        stage.button("seen").setAttribute("aria-pressed", ink ? "true" : "false");
        stage.drawSoon();
    }

    private void showTrained() {
        weightLimit = ColourMap.limit(FilterImage.allWeights(layer));
        for (int k = 0; k < layer.outputs(); k++) {
            weights[k] = FilterImage.weights(layer, k);
            biases[k] = layer.bias().value.row[0][k];
        }
    }

    /** The colours follow the size of the weights, which grows more than tenfold: early shapes would be too pale to see. */
    private void showSnapshot(float[] snapshot) {
        int outputs = layer.outputs();
        weightLimit = ColourMap.limit(Arrays.copyOf(snapshot, Ink.PIXELS * outputs));
        for (int k = 0; k < outputs; k++) {
            for (int i = 0; i < Ink.PIXELS; i++) {
                weights[k][i] = snapshot[i * outputs + k];
            }
            biases[k] = snapshot[Ink.PIXELS * outputs + k];
        }
    }

    private void loadReplay() {
        if (replayRequested) {
            return;
        }
        replayRequested = true;
        timeline.say("Loading the training run…");
        stage.replay(this::replayArrived, this::replayFailed);
    }

    private void replayArrived(Replay arrived) {
        if (arrived.snapshot(0).length != (Ink.PIXELS + 1) * layer.outputs()) {
            replayFailed("the training run belongs to another network");
            return;
        }
        replay = arrived;
        timeline.setMoments(replay.size());
    }

    private void replayFailed(String problem) {
        replayRequested = false;
        timeline.stop();
        timeline.say("The training run could not be loaded: " + problem + ".");
    }

    private void showMoment(int at) {
        if (at == replay.size() - 1) {
            showTrained();
            timeline.say(finalMoment);
        } else {
            showSnapshot(replay.snapshot(at));
            timeline.say(
                    at == 0
                            ? "Before training: random weights, " + accuracy(at)
                            : "After " + Numbers.grouped(replay.imagesSeen(at)) + " images: " + accuracy(at));
        }
        stage.drawSoon();
    }

    private String accuracy(int at) {
        return Numbers.fixed(100 * replay.accuracy(at), 1) + "\u202f% of test digits right";
    }

    private void draw() {
        float[] ink = CurrentDigit.ink();
        float[][] shown = showInk ? products(ink) : weights;
        float limit = showInk ? ColourMap.limit(shown) : weightLimit;
        float[] logits = logits(ink);
        boolean empty = CurrentDigit.drawing().isEmpty();
        int best = showInk && !empty ? Network.argmax(logits) : -1;
        for (int k = 0; k < units.length; k++) {
            double width = units[k].layoutWidth();
            String note = showInk ? "score " + Numbers.fixed(logits[k], 1) : "bias " + Numbers.fixed(biases[k], 2);
            units[k].begin(width, FilterImage.height(width));
            FilterImage.draw(units[k], 0, 0, width, Integer.toString(k), note, shown[k], limit, k == best);
            canvases[k].setAttribute("aria-label", "Digit " + k + ", " + note);
        }
        double width = scale.layoutWidth();
        scale.begin(width, WeightScale.HEIGHT);
        WeightScale.draw(scale, 0, 0, width, limit);
    }

    /** weight × ink, pixel by pixel: what each filter saw in the drawing. */
    private float[][] products(float[] ink) {
        float[][] products = new float[weights.length][ink.length];
        for (int k = 0; k < weights.length; k++) {
            for (int i = 0; i < ink.length; i++) {
                products[k][i] = weights[k][i] * ink[i];
            }
        }
        return products;
    }

    /** bias + Σ weight × ink, for the weights now shown, which need not be the trained ones. */
    private float[] logits(float[] ink) {
        float[] logits = biases.clone();
        for (int k = 0; k < weights.length; k++) {
            for (int i = 0; i < ink.length; i++) {
                logits[k] += weights[k][i] * ink[i];
            }
        }
        return logits;
    }
}
