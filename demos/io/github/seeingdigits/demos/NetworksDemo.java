package io.github.seeingdigits.demos;

import io.github.seeingdigits.analysis.Certainty;
import io.github.seeingdigits.analysis.Vote;
import io.github.seeingdigits.figure.Numbers;
import io.github.seeingdigits.figure.Verdict;
import io.github.seeingdigits.network.Network;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.browser.Performance;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;

/**
 * Several networks that read the same drawing in every frame. Each loads for itself once the page has nothing else to do, large
 * ones when they are asked; one that fails leaves the others.
 */
final class NetworksDemo implements Demo {
    private Stage stage;
    private final List<Row> rows = new ArrayList<>();

    @Override
    public void start(Stage stage, Network network) {
        this.stage = stage;
        NodeList<? extends HTMLElement> elements = stage.all("[data-network]");
        for (int i = 0; i < elements.getLength(); i++) {
            rows.add(new Row(elements.item(i)));
        }
        Browser.whenIdle(() -> {
            for (Row row : rows) {
                row.loadUnlessLarge();
            }
        });
        CurrentDigit.followSettled(this::speak);
        stage.onDraw(this::draw);
    }

    private void draw() {
        boolean empty = CurrentDigit.drawing().isEmpty();
        int[] answers = new int[rows.size()];
        float[] shares = new float[rows.size()];
        double start = Performance.now();
        for (int i = 0; i < answers.length; i++) {
            Network network = empty ? null : rows.get(i).network;
            answers[i] = -1;
            if (network != null) {
                float[] probabilities = network.predict(CurrentDigit.ink());
                answers[i] = Network.argmax(probabilities);
                shares[i] = probabilities[answers[i]];
                rows.get(i).unsure = Certainty.of(probabilities) == Certainty.UNSURE;
            }
        }
        if (!empty) {
            Console.report("networks", Performance.now() - start);
        }
        Vote vote = Vote.of(answers, shares);
        Browser.write(stage.part("agreement"), Verdict.of(vote));
        for (int i = 0; i < answers.length; i++) {
            rows.get(i).show(answers[i], shares[i], vote.digit());
        }
    }

    /** Says to screen readers what they read together, once a stroke is complete. */
    private void speak() {
        Browser.say(stage.part("heard"), stage.part("agreement").getInnerText());
    }

    /** One network and its row. */
    private final class Row {
        private final HTMLElement element;
        private final HTMLElement ask;
        private Network network;
        private boolean unsure;

        Row(HTMLElement element) {
            this.element = element;
            ask = element.querySelector("button");
            if (ask != null) {
                ask.addEventListener("click", (Event event) -> {
                    ask.setHidden(true);
                    load();
                });
            }
        }

        private void loadUnlessLarge() {
            if (ask == null) {
                load();
            }
        }

        private void load() {
            words("loading");
            Models.load(
                    element.getAttribute("data-network"),
                    element.getAttribute("data-src"),
                    loaded -> {
                        network = loaded;
                        words("");
                        stage.drawSoon();
                    },
                    problem -> {
                        if (ask != null) {
                            ask.setHidden(false);
                        }
                        words("could not be loaded: " + problem);
                    });
        }

        private void words(String words) {
            Browser.write(element.querySelector("[data-part=words]"), words);
        }

        private void show(int answer, float share, int majority) {
            boolean silent = answer < 0;
            boolean differs = !silent && answer != majority;
            element.setAttribute("data-digit", silent ? "" : Integer.toString(answer));
            element.setAttribute("data-differs", differs ? "true" : "false");
            Browser.write(element.querySelector("[data-part=digit]"), silent ? "·" : Integer.toString(answer));
            element.querySelector(".network-bar").getStyle().setProperty("--share", Numbers.fixed(share, 4));
            if (network != null) {
                words(
                        silent
                                ? ""
                                : Numbers.percent(share) + (unsure ? ", not sure" : "") + (differs ? ", differs" : ""));
            }
        }
    }
}
