package io.github.seeingdigits.demos;

import io.github.seeingdigits.analysis.LabelledPixels;
import io.github.seeingdigits.analysis.LearningCurve;
import io.github.seeingdigits.analysis.TrainingSettings;
import io.github.seeingdigits.digit.Specimens;
import io.github.seeingdigits.figure.DrawFigure;
import io.github.seeingdigits.figure.FirstLayer;
import io.github.seeingdigits.figure.Numbers;
import io.github.seeingdigits.figure.TrainFigure;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/**
 * Training from the first random weight on, under the reader's settings, on the site's specimens or on the reader's own drawings.
 * Specimens and worker are fetched when a reader first trains.
 */
final class TrainDemo implements Demo {
    /** What {@link #asked} may be besides the paces of {@link TrainingPlace}. */
    private static final int ONE_STEP = -1;

    /** Milliseconds of a frame that training may take where it has no thread of its own. */
    private static final int SLICE = 8;

    private static final int INK = 56;

    private Stage stage;
    private CanvasSurface surface;
    private CanvasSurface drawing;
    private HTMLElement words;
    private TrainingSettings settings;

    private Specimens specimens;
    private final List<float[]> drawn = new ArrayList<>();
    private final int[] drawnAs = new int[1000];
    private boolean mine;

    private TrainingPlace place;
    private int run;
    private boolean begun;
    private int pace;
    private boolean fast;
    /** What the reader has asked for last and is not, or not wholly, done. */
    private int asked;

    private String architecture;
    private Network pupil;
    private FirstLayer filters;
    private LearningCurve curve = new LearningCurve();
    private LearningCurve before = curve;

    @Override
    public void start(Stage stage, Network network) {
        this.stage = stage;
        architecture = network.architecture();
        surface = stage.surface("run");
        drawing = stage.surface("own");
        words = stage.part("loss");
        settings = TrainFigure.settings(stage.parameters());
        for (String name : TrainingSettings.NAMES) {
            offer(name);
        }
        stage.onPress("train", () -> ask(fast ? TrainingPlace.RUNNING : TrainingPlace.WALKING));
        stage.onPress("pause", this::pause);
        stage.onPress("step", () -> ask(ONE_STEP));
        stage.onPress("reset", this::reset);
        stage.onPress("fast", () -> {
            fast = !fast;
            press("fast", fast);
            if (pace != TrainingPlace.PAUSED) {
                ask(fast ? TrainingPlace.RUNNING : TrainingPlace.WALKING);
            }
        });
        new Choices(stage.part("labels"), "label", Choices.numbers(10), this::add);
        stage.onPress("theirs", () -> learnFrom(false));
        stage.onPress("mine", () -> learnFrom(true));
        stage.onLeave(this::pause);
        stage.onDraw(this::draw);
        reset();
    }

    /** The control of a setting, which an address may have changed. */
    private void offer(String name) {
        // A select has a value too.
        HTMLInputElement control = (HTMLInputElement) stage.part(name);
        String[] choices = TrainingSettings.choices(name);
        for (int i = 0; choices != null && i < choices.length; i++) {
            control.appendChild(HTMLDocument.current().createElement("option").withText(choices[i]));
        }
        change(name, stage.recall(name));
        control.setValue(settings.get(name));
        control.addEventListener("change", (Event event) -> {
            if (change(name, control.getValue())) {
                stage.keep(name, settings.get(name));
                restart();
            }
            control.setValue(settings.get(name));
        });
    }

    private boolean change(String name, String word) {
        TrainingSettings changed = settings.with(name, word);
        settings = changed == null ? settings : changed;
        return changed != null;
    }

    private void add(int digit) {
        if (CurrentDigit.drawing().isEmpty() || drawn.size() == drawnAs.length) {
            stage.part("drawings").withText("Draw a digit first.");
            return;
        }
        float[] ink = CurrentDigit.ink();
        // Pressed again for the same drawing, a digit corrects the one before.
        if (drawn.isEmpty() || drawn.get(drawn.size() - 1) != ink) {
            drawn.add(ink);
        }
        drawnAs[drawn.size() - 1] = digit;
        learnFrom(true);
    }

    private void learnFrom(boolean own) {
        mine = own && !drawn.isEmpty();
        press("mine", mine);
        press("theirs", !mine);
        if (!drawn.isEmpty()) {
            int[] counts = new int[10];
            for (int i = 0; i < drawn.size(); i++) {
                counts[drawnAs[i]]++;
            }
            StringBuilder text = new StringBuilder("Your drawings:");
            for (int k = 0; k < counts.length; k++) {
                if (counts[k] > 0) {
                    text.append(' ').append(counts[k]).append(" × ").append(k).append(',');
                }
            }
            text.setLength(text.length() - 1);
            stage.part("drawings").withText(text.append('.').toString());
        } else if (own) {
            stage.part("drawings").withText("Add a drawing first.");
        }
        restart();
    }

    private void press(String button, boolean pressed) {
        stage.button(button).setAttribute("aria-pressed", pressed ? "true" : "false");
    }

    /** A new run in the place of the present one, and at its pace. */
    private void restart() {
        int wanted = pace;
        reset();
        if (wanted != TrainingPlace.PAUSED) {
            ask(wanted);
        }
    }

    private void reset() {
        pause();
        before = curve.size() > 1 ? curve : before;
        curve = new LearningCurve();
        run++;
        begun = false;
        pupil = new Network(architecture, 1, new PlainOps());
        pupil.initialise(settings.initialiser(), new SeededRandom(settings.seed()));
        filters = new FirstLayer(pupil);
        stage.drawSoon();
    }

    private void pause() {
        asked = TrainingPlace.PAUSED;
        if (pace != TrainingPlace.PAUSED) {
            place.pace(TrainingPlace.PAUSED);
            setPace(TrainingPlace.PAUSED);
        }
    }

    private void setPace(int changed) {
        pace = changed;
        press("train", pace != TrainingPlace.PAUSED);
        // Ten times a second is too often to be read out.
        words.setAttribute("aria-live", pace == TrainingPlace.PAUSED ? "polite" : "off");
    }

    private void ask(int what) {
        asked = what;
        if (specimens != null) {
            carryOut();
            return;
        }
        words.withText("Loading the digits…");
        SpecimenLoader.load(
                arrived -> {
                    specimens = arrived;
                    carryOut();
                },
                problem -> words.withText("The digits could not be loaded: " + problem + "."));
    }

    private void carryOut() {
        if (asked == TrainingPlace.PAUSED) {
            stage.drawSoon();
            return;
        }
        if (place == null) {
            place = WorkerPlace.open(this::heard, this::workHere);
        }
        if (place == null) {
            place = new Workshop(SLICE, this::heard);
        }
        if (!begun) {
            begun = true;
            int learnt = (int) (TrainFigure.LEARNT * specimens.size());
            LabelledPixels theirs = LabelledPixels.of(specimens, 0, learnt);
            LabelledPixels heldBack = LabelledPixels.of(specimens, learnt, specimens.size());
            place.begin(run, architecture, settings, mine ? mine() : theirs, heldBack);
        }
        if (asked == ONE_STEP) {
            setPace(TrainingPlace.PAUSED);
            place.step();
        } else {
            setPace(asked);
            place.pace(asked);
        }
    }

    private LabelledPixels mine() {
        int[] labels = new int[drawn.size()];
        System.arraycopy(drawnAs, 0, labels, 0, labels.length);
        return new LabelledPixels(drawn.toArray(new float[0][]), labels);
    }

    /** The worker's script could not be had: begins again in the page. */
    private void workHere() {
        place = new Workshop(SLICE, this::heard);
        begun = false;
        carryOut();
    }

    private void heard(int number, boolean ended, float speed, float[] numbers, float[] parameters) {
        if (number != run) {
            return;
        }
        curve = new LearningCurve(numbers);
        pupil.setParameters(parameters);
        if (ended) {
            setPace(TrainingPlace.PAUSED);
        }
        if (speed > 0) {
            Console.report("training", speed);
        }
        stage.drawSoon();
    }

    private void draw() {
        boolean inked = !CurrentDigit.drawing().isEmpty();
        float[] probabilities = pupil.predict(CurrentDigit.ink());
        int read = Network.argmax(probabilities);
        double width = surface.layoutWidth();
        surface.begin(width, TrainFigure.height(width, filters.units()));
        TrainFigure.draw(surface, width, curve, before, filters, inked && filters.answers() ? read : -1);
        drawing.begin(INK, INK);
        DrawFigure.ink28(drawing, CurrentDigit.ink(), 0, 0, INK);

        String site =
                specimens == null || !specimens.areMnist() ? "digits that this site has" : "of MNIST’s test digits";
        int size = specimens == null ? 1000 : specimens.size();
        int learnt = mine ? drawn.size() : (int) (TrainFigure.LEARNT * size);
        int kept = size - (int) (TrainFigure.LEARNT * size);
        String text = curve.size() == 0
                ? "Not begun. The filters are as the seed has filled them."
                : TrainFigure.words(curve, learnt, kept);
        words.withText(
                inked
                        ? text + " Takes your drawing for " + read + ", " + Numbers.percent(probabilities[read]) + "."
                        : text);
        words.setAttribute("data-step", Integer.toString((int) curve.last(LearningCurve.STEP)));
        stage.part("data")
                .withText((mine
                                ? "Learns from " + drawn.size() + (drawn.size() == 1 ? " drawing" : " drawings")
                                        + " of yours"
                                : "Learns from " + learnt + " " + site)
                        + "; tested on " + kept + (mine ? " " + site : " others")
                        + ". The published networks learnt from 60\u202f000: their accuracy is another matter.");
    }
}
