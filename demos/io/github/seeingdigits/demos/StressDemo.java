package io.github.seeingdigits.demos;

import io.github.seeingdigits.analysis.Stress;
import io.github.seeingdigits.figure.StressFigure;
import io.github.seeingdigits.figure.StressRow;
import io.github.seeingdigits.network.Decimal;
import io.github.seeingdigits.network.Network;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.xml.NodeList;

/** The drawing under stress: networks arrive one by one when the page is idle, large ones when the reader picks them. */
final class StressDemo implements Demo {
    private static final String CHANGE = "change";
    private static final String AMOUNT = "amount";
    private static final String NETWORK = "network";

    private Stage stage;
    private CanvasSurface surface;
    private HTMLInputElement slider;
    private HTMLInputElement picked;
    private NodeList<? extends HTMLElement> options;
    private Choices kinds;
    private final List<StressRow> rows = new ArrayList<>();
    private int kind;
    private int step;
    private int chosen;

    @Override
    public void start(Stage stage, Network network) {
        this.stage = stage;
        surface = stage.surface("stress");
        slider = (HTMLInputElement) stage.part(AMOUNT);
        // A select, of which only what it shares with an input is used.
        picked = (HTMLInputElement) stage.part(NETWORK);
        options = stage.all("option");
        for (int i = 0; i < options.getLength(); i++) {
            String id = options.item(i).getAttribute("data-network");
            rows.add(new StressRow(id, options.item(i).getAttribute("data-title"), stage.facts(id)));
        }
        kinds = new Choices(stage.part("changes"), CHANGE, StressFigure.NAMES, k -> set(k, StressFigure.telling(k)));
        kind = stage.recall(CHANGE, 0, StressFigure.NAMES.length - 1, StressFigure.kind(stage.parameters()));
        step = stage.recall(AMOUNT, 0, Stress.steps(kind), StressFigure.telling(kind));
        chosen = stage.recall(NETWORK, 0, rows.size() - 1, 0);
        slider.addEventListener("input", (Event event) -> {
            step = Decimal.whole(slider.getValue(), 0);
            stage.drawSoon();
        });
        // Not while it moves: browsers refuse an address that changes too often.
        slider.addEventListener("change", (Event event) -> stage.keep(AMOUNT, slider.getValue()));
        picked.addEventListener("change", (Event event) -> {
            chosen = Decimal.whole(picked.getValue(), 0);
            stage.keep(NETWORK, picked.getValue());
            load(chosen);
            stage.drawSoon();
        });
        stage.onDraw(this::draw);
        Browser.whenIdle(() -> {
            for (int i = 0; i < rows.size(); i++) {
                if (i == chosen || !options.item(i).hasAttribute("data-large")) {
                    load(i);
                }
            }
        });
    }

    private void load(int i) {
        HTMLElement option = options.item(i);
        Models.load(
                option.getAttribute("data-network"),
                option.getAttribute("data-src"),
                loaded -> stage.drawSoon(),
                problem -> Browser.logError(problem));
    }

    private void set(int changed, int at) {
        kind = changed;
        step = at;
        stage.keep(CHANGE, Integer.toString(kind));
        stage.keep(AMOUNT, Integer.toString(step));
        stage.drawSoon();
    }

    private void draw() {
        kinds.only(kind);
        double amount = Stress.amount(kind, step);
        slider.setAttribute("max", Integer.toString(Stress.steps(kind)));
        slider.setValue(Integer.toString(step));
        slider.setAttribute("aria-valuetext", StressFigure.amount(kind, amount));
        picked.setValue(Integer.toString(chosen));
        float[] ink = CurrentDigit.ink();
        float[] changed = Stress.apply(kind, amount, ink);
        for (int i = 0; i < rows.size(); i++) {
            boolean empty = CurrentDigit.drawing().isEmpty();
            rows.get(i).ask(empty ? null : Models.find(options.item(i).getAttribute("data-network")), ink, changed);
        }
        double width = surface.layoutWidth();
        surface.begin(width, StressFigure.height(rows.size(), width));
        StressFigure.draw(surface, width, rows, kind, amount, changed, chosen);
        Browser.write(stage.part("words"), StressFigure.words(rows, kind, amount, chosen));
    }
}
