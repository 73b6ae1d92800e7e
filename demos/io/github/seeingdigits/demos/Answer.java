package io.github.seeingdigits.demos;

import io.github.seeingdigits.analysis.Certainty;
import io.github.seeingdigits.analysis.InkShape;
import io.github.seeingdigits.figure.DrawFigure;
import io.github.seeingdigits.figure.Numbers;
import io.github.seeingdigits.figure.ProbabilityBars;
import io.github.seeingdigits.figure.Verdict;
import io.github.seeingdigits.network.Network;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The part of a figure that says what the network reads: the digit, in words, in bars, and the picture that it sees. A reader
 * who knows better can teach it; what it then learns stays in this answer, and every other figure keeps the published weights.
 */
final class Answer {
    private static final int DIGITS = 10;

    private final Stage stage;
    private final Network published;
    private final HTMLElement prediction;
    private final CanvasSurface bars;
    private final CanvasSurface ink28;

    /** How often the reader has corrected this answer; 0 while it is that of the published network. */
    private int steps;

    /** Answers for {@code network} in {@code stage}. */
    Answer(Stage stage, Network network) {
        this.stage = stage;
        this.published = network;
        prediction = stage.part("prediction");
        bars = stage.surface("bars");
        ink28 = stage.surface("ink28");
        CurrentDigit.followSettled(this::speak);
        if (network.outputs() != DIGITS) {
            stage.part("correction").setHidden(true);
            return;
        }
        for (int digit = 0; digit < DIGITS; digit++) {
            int right = digit;
            stage.onPress("was-" + digit, () -> teach(right));
        }
        stage.onPress("takeback", this::takeBack);
    }

    private float[] predict() {
        return steps == 0
                ? Console.timedPredict(published, CurrentDigit.ink())
                : Tutor.predict(pupil(), CurrentDigit.ink());
    }

    /** The name under which the {@link Tutor} keeps this answer's copy of the network. */
    private String pupil() {
        return stage.attribute("id");
    }

    /** Reads the current digit and shows the answer. */
    void draw() {
        double inkSize = ink28.layoutWidth();
        ink28.begin(inkSize, inkSize);
        DrawFigure.ink28(ink28, CurrentDigit.ink(), 0, 0, inkSize);
        boolean empty = CurrentDigit.drawing().isEmpty();
        float[] probabilities = empty ? null : predict();
        double width = bars.layoutWidth();
        bars.begin(width, published.outputs() * ProbabilityBars.ROW);
        ProbabilityBars.draw(bars, 0, 0, width, probabilities, published.outputs());
        announce(probabilities);
    }

    private void announce(float[] probabilities) {
        if (probabilities == null) {
            show("", "", "empty", "Draw a digit, and the network answers while you draw.");
            return;
        }
        InkShape shape = InkShape.of(CurrentDigit.ink());
        int best = Network.argmax(probabilities);
        show(
                Integer.toString(best),
                Numbers.fixed(probabilities[best], 4),
                (shape == InkShape.POSSIBLE ? Certainty.of(probabilities) : Certainty.UNSURE).word,
                Verdict.of(shape, probabilities));
    }

    private void show(String digit, String probability, String sure, String words) {
        prediction.setAttribute("data-digit", digit);
        prediction.setAttribute("data-probability", probability);
        prediction.setAttribute("data-sure", sure);
        Browser.write(stage.part("digit"), digit.isEmpty() ? "?" : digit);
        Browser.write(stage.part("words"), words);
    }

    /** Says the answer to screen readers, once a stroke is complete rather than in every frame. */
    private void speak() {
        boolean empty = prediction.getAttribute("data-digit").isEmpty();
        Browser.say(
                stage.part("spoken"),
                empty ? "The pad is empty." : stage.part("words").getInnerText());
    }

    private void teach(int digit) {
        if (CurrentDigit.drawing().isEmpty()) {
            say("Draw a digit first.");
            return;
        }
        Late.load(
                () -> {
                    float[] ink = CurrentDigit.ink();
                    float before = predict()[digit];
                    Tutor.teach(
                            pupil(),
                            stage.attribute("data-model"),
                            stage.attribute("data-src"),
                            ink,
                            digit,
                            learned -> taught(digit, before, learned),
                            this::sayWhyNot);
                },
                this::sayWhyNot);
    }

    private void sayWhyNot(String problem) {
        say("The network cannot be taught now: " + problem + ".");
    }

    private void taught(int digit, float before, boolean learned) {
        if (!learned) {
            say("Nothing is left to learn.");
            return;
        }
        steps++;
        stage.button("takeback").removeAttribute("disabled");
        say((steps == 1 ? "One step" : "Step " + steps) + " on your drawing: " + Verdict.named(digit) + " went from "
                + Numbers.percent(before) + " to " + Numbers.percent(predict()[digit])
                + ". Draw something else to see what it cost.");
        stage.drawSoon();
    }

    private void takeBack() {
        Tutor.forget(pupil());
        steps = 0;
        // A disabled button would let go of the keyboard's focus.
        stage.part("correction").querySelector("summary").focus();
        stage.button("takeback").setAttribute("disabled", "");
        say("Taken back: these are the published weights again.");
        stage.drawSoon();
    }

    private void say(String words) {
        Browser.say(stage.part("lesson"), words);
    }
}
