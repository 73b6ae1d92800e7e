package io.github.seeingdigits.demos;

import io.github.seeingdigits.figure.DrawFigure;
import io.github.seeingdigits.figure.Numbers;
import io.github.seeingdigits.figure.ProbabilityBars;
import io.github.seeingdigits.network.Network;
import org.teavm.jso.dom.html.HTMLElement;

/** The part of a figure that says what the network reads: the digit, in words, in bars, and the picture that it sees. */
final class Answer {
    private final Stage stage;
    private final Network network;
    private final HTMLElement prediction;
    private final CanvasSurface bars;
    private final CanvasSurface ink28;

    /** Answers for {@code network} in {@code stage}. */
    Answer(Stage stage, Network network) {
        this.stage = stage;
        this.network = network;
        prediction = stage.part("prediction");
        bars = stage.surface("bars");
        ink28 = stage.surface("ink28");
        CurrentDigit.followSettled(this::speak);
    }

    /** Reads the current digit and shows the answer. */
    void draw() {
        double inkSize = ink28.layoutWidth();
        ink28.begin(inkSize, inkSize);
        DrawFigure.ink28(ink28, CurrentDigit.ink(), 0, 0, inkSize);
        boolean empty = CurrentDigit.drawing().isEmpty();
        float[] probabilities = empty ? null : Console.timedPredict(network, CurrentDigit.ink());
        double width = bars.layoutWidth();
        bars.begin(width, network.outputs() * ProbabilityBars.ROW);
        ProbabilityBars.draw(bars, 0, 0, width, probabilities, network.outputs());
        announce(probabilities);
    }

    private void announce(float[] probabilities) {
        if (probabilities == null) {
            prediction.setAttribute("data-digit", "");
            prediction.setAttribute("data-probability", "");
            stage.part("digit").withText("?");
            stage.part("words").withText("Draw a digit, and the network answers while you draw.");
            return;
        }
        int best = Network.argmax(probabilities);
        int second = runnerUp(probabilities, best);
        prediction.setAttribute("data-digit", Integer.toString(best));
        prediction.setAttribute("data-probability", Numbers.fixed(probabilities[best], 4));
        stage.part("digit").withText(Integer.toString(best));
        stage.part("words")
                .withText(Numbers.percent(probabilities[best]) + " sure it is " + named(best) + "; next, "
                        + named(second) + " with " + Numbers.percent(probabilities[second]));
    }

    private static String named(int digit) {
        return (digit == 8 ? "an " : "a ") + digit;
    }

    private static int runnerUp(float[] probabilities, int best) {
        int second = best == 0 ? 1 : 0;
        for (int k = 0; k < probabilities.length; k++) {
            if (k != best && probabilities[k] > probabilities[second]) {
                second = k;
            }
        }
        return second;
    }

    /** Says the answer to screen readers, once a stroke is complete rather than in every frame. */
    private void speak() {
        String digit = prediction.getAttribute("data-digit");
        stage.part("spoken")
                .withText(
                        digit.isEmpty()
                                ? "The pad is empty."
                                : stage.part("words").getInnerText());
    }
}
