package io.github.seeingdigits.demos;

import io.github.seeingdigits.analysis.ConfusionMatrix;
import io.github.seeingdigits.digit.Specimens;
import io.github.seeingdigits.figure.ConfusionFigure;
import io.github.seeingdigits.network.Decimal;
import io.github.seeingdigits.network.Network;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.xml.NodeList;

/** A confusion matrix, alive: the network reads the digits of the chosen row on the site's sheets, and shows those of the chosen cell. */
final class ConfusionDemo implements Demo {
    private static final String CELL = "cell";
    private static final String NETWORK = "network";
    private static final String WITH = "with";

    /** Digits that the network reads between two breaths of the page. */
    private static final int AT_ONCE = 24;

    /** Pictures that are shown. */
    private static final int SHOWN = 12;

    private Stage stage;
    private CanvasSurface surface;
    private NodeList<? extends HTMLElement> options;
    private Specimens specimens;
    private int network;

    /** The network that it is compared with, from 1; 0 for none. */
    private int with;

    private int chosen;

    /** What the network read of each specimen, plus 1; 0 where it was not asked. */
    private int[] read;

    /** Counts what the reader has asked for, so that reading for an earlier wish stops. */
    private int wish;

    @Override
    public void start(Stage stage, Network first) {
        this.stage = stage;
        surface = stage.surface("matrix");
        options = stage.all("[data-part=" + NETWORK + "] option");
        network = select(NETWORK, options.getLength() - 1, value -> network = value);
        with = select(WITH, options.getLength(), value -> with = value);
        chosen = matrix(network).worst();
        int[] shared = SharedNumbers.recall(stage, CELL, 2);
        if (shared != null && shared[0] >= 0 && shared[0] < 10 && shared[1] >= 0 && shared[1] < 10) {
            chosen = shared[0] * 10 + shared[1];
        }
        HTMLElement canvas = stage.part("matrix");
        Pointing.follow(canvas, (x, y, pressed, began) -> {
            int cell = began ? ConfusionFigure.at(surface.layoutWidth(), x, y) : -1;
            if (cell >= 0) {
                choose(cell);
            }
        });
        Pointing.arrows(canvas, (right, down, target) -> {
            int row = Math.max(0, Math.min(9, chosen / 10 + down));
            choose(row * 10 + Math.max(0, Math.min(9, chosen % 10 + right)));
        });
        stage.onDraw(this::draw);
        Browser.whenIdle(() -> SpecimenLoader.loadAll(
                all -> {
                    specimens = all;
                    ask();
                },
                problem -> say("The examples could not be loaded: " + problem + ".")));
    }

    /** A select, of which only what it shares with an input is used. */
    private int select(String name, int most, Choices.Chosen changed) {
        HTMLInputElement select = (HTMLInputElement) stage.part(name);
        int value = stage.recall(name, 0, most, 0);
        select.setValue(Integer.toString(value));
        select.addEventListener("change", (Event event) -> {
            changed.chosen(Decimal.whole(select.getValue(), 0));
            stage.keep(name, select.getValue());
            read = null;
            stage.drawSoon();
            ask();
        });
        return value;
    }

    private ConfusionMatrix matrix(int k) {
        return ConfusionFigure.matrix(stage.facts(id(k)));
    }

    private String id(int k) {
        return options.item(k).getAttribute("data-network");
    }

    private String title(int k) {
        return stage.facts(id(k)).text("title");
    }

    private void choose(int cell) {
        chosen = cell;
        stage.keep(CELL, cell / 10 + "," + cell % 10);
        stage.drawSoon();
        ask();
    }

    private void say(String words) {
        Browser.write(stage.part("found"), words);
    }

    private void ask() {
        if (specimens == null) {
            return;
        }
        int own = ++wish;
        stage.part("examples").clear();
        say("The network is reading the examples.");
        HTMLElement option = options.item(network);
        Models.load(
                id(network),
                option.getAttribute("data-src"),
                loaded -> {
                    stage.drawSoon();
                    go(loaded, own, 0);
                },
                problem -> say("The network could not be loaded: " + problem + "."));
    }

    /** Lets the network read the digits of the chosen row, a few at a time, and then shows those of the chosen cell. */
    private void go(Network loaded, int own, int from) {
        if (own != wish) {
            return;
        }
        if (read == null) {
            read = new int[specimens.size()];
        }
        int asked = 0;
        for (int i = from; i < read.length; i++) {
            if (read[i] == 0 && specimens.label(i) == chosen / 10) {
                if (asked++ == AT_ONCE) {
                    int next = i;
                    Browser.whenIdle(() -> go(loaded, own, next));
                    return;
                }
                read[i] = Network.argmax(loaded.predict(specimens.pixels(i))) + 1;
            }
        }
        show();
    }

    private void show() {
        HTMLElement host = stage.part("examples");
        host.clear();
        int sheet = 0;
        int found = 0;
        for (int i = 0; i < read.length; i++) {
            if (specimens.label(i) == chosen / 10) {
                sheet++;
                if (read[i] == chosen % 10 + 1 && found++ < SHOWN) {
                    int picked = i;
                    Tiles.add(host, specimens, i, Tiles.words(specimens, i), () -> {
                        Tiles.put(specimens, picked);
                        say("This is " + Tiles.words(specimens, picked) + ", read as " + (read[picked] - 1) + ".");
                    });
                }
            }
        }
        say(ConfusionFigure.examples(specimens.areMnist(), sheet, found, SHOWN, chosen));
    }

    private void draw() {
        ConfusionMatrix matrix = matrix(network);
        ConfusionMatrix other = with == 0 ? null : matrix(with - 1);
        String name = title(network);
        String otherName = with == 0 ? "" : title(with - 1);
        Network loaded = CurrentDigit.drawing().isEmpty() ? null : Models.find(id(network));
        int answer = loaded == null ? -1 : Network.argmax(loaded.predict(CurrentDigit.ink()));
        float[] picture = CurrentDigit.drawing().picture();
        int same = specimens == null || picture == null ? -1 : specimens.find(picture);
        double width = surface.layoutWidth();
        surface.begin(width, ConfusionFigure.height(width));
        ConfusionFigure.draw(
                surface,
                width,
                ConfusionFigure.title(matrix, other),
                matrix,
                other,
                chosen,
                answer,
                same < 0 ? -1 : specimens.label(same));
        Browser.write(
                stage.part("words"),
                other == null
                        ? ConfusionFigure.words(matrix, chosen)
                        : ConfusionFigure.words(name, matrix, otherName, other, chosen));
    }
}
