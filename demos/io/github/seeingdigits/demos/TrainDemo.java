package io.github.seeingdigits.demos;

import static io.github.seeingdigits.analysis.TrainingSettings.NAMES;

import io.github.seeingdigits.analysis.LabelledPixels;
import io.github.seeingdigits.analysis.LearningCurve;
import io.github.seeingdigits.analysis.TrainingSettings;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.digit.Specimens;
import io.github.seeingdigits.figure.DrawFigure;
import io.github.seeingdigits.figure.FirstLayer;
import io.github.seeingdigits.figure.TrainFigure;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.typedarrays.Float32Array;

/**
 * Training from the first random weight on, under the reader's settings, on the site's specimens or on the reader's own drawings.
 * The specimens are fetched, and the {@link Workshop} is opened, when a reader first trains.
 */
final class TrainDemo implements Demo {
    private static final String[] BUTTONS = {"pause", "train", "fast", "step", "reset", "theirs", "mine"};
    private static final int INK = 56;

    private Stage stage;
    private CanvasSurface surface;
    private CanvasSurface shown;
    private HTMLElement words;
    private TrainingSettings settings = new TrainingSettings();

    private Specimens specimens;
    private final List<float[]> drawn = new ArrayList<>();
    /** What each of {@link #drawn} is, a character each. */
    private String drawnAs = "";

    private boolean mine;

    /** Where training happens; null until it has begun. */
    private JSObject workshop;

    private int run;
    private boolean begun;
    private int pace;
    private boolean fast;
    /** The pace that the reader asked for last. */
    private int asked;

    /** What there is to say in the place of how the run stands, or null. */
    private String said;

    private String architecture;
    /** The network in training as it was reported last. */
    private Network pupil;

    private FirstLayer filters;
    private LearningCurve curve = new LearningCurve();
    private LearningCurve before = curve;

    @Override
    public void start(Stage stage, Network network) {
        this.stage = stage;
        architecture = network.architecture();
        surface = stage.surface("run");
        shown = stage.surface("own");
        words = stage.part("loss");
        for (int i = 0; i < NAMES.length; i++) {
            offer(i);
        }
        for (int i = 0; i < BUTTONS.length; i++) {
            int button = i;
            stage.onPress(BUTTONS[i], () -> pressed(button));
        }
        new Choices(stage.part("labels"), "label", Choices.numbers(10), this::add);
        stage.onLeave(this::pause);
        stage.onDraw(this::draw);
        reset();
    }

    /** The control of a setting, which the article and an address may have changed. */
    private void offer(int setting) {
        // A select has a value too.
        HTMLInputElement control = (HTMLInputElement) stage.part(NAMES[setting]);
        for (String word : TrainingSettings.words(setting)) {
            HTMLElement option = HTMLDocument.current().createElement("option");
            Browser.write(option, word);
            control.appendChild(option);
        }
        change(setting, stage.attribute("data-parameter-" + NAMES[setting]));
        change(setting, stage.recall(NAMES[setting]));
        control.setValue(settings.get(setting));
        control.addEventListener("change", (Event event) -> {
            change(setting, control.getValue());
            control.setValue(settings.get(setting));
            stage.keep(NAMES[setting], settings.get(setting));
            restart();
        });
    }

    private void change(int setting, String word) {
        TrainingSettings changed = settings.with(setting, word);
        settings = changed == null ? settings : changed;
    }

    private void pressed(int button) {
        switch (button) {
            case 0 -> pause();
            case 1 -> ask(fast ? Workshop.RUNNING : Workshop.WALKING);
            case 2 -> {
                fast = !fast;
                press("fast", fast);
                if (pace != Workshop.PAUSED) {
                    ask(fast ? Workshop.RUNNING : Workshop.WALKING);
                }
            }
            case 3 -> ask(Workshop.ONE_STEP);
            case 4 -> reset();
            default -> learnFrom(button == 6);
        }
    }

    private void press(String button, boolean pressed) {
        stage.button(button).setAttribute("aria-pressed", pressed ? "true" : "false");
    }

    /** What the pad shows is a {@code digit}. Said twice of the same drawing, the second time corrects the first. */
    private void add(int digit) {
        float[] ink = CurrentDigit.ink();
        int count = drawn.size();
        if (count > 0 && drawn.get(count - 1) == ink) {
            drawnAs = drawnAs.substring(0, count - 1) + digit;
        } else if (!CurrentDigit.drawing().isEmpty()) {
            drawn.add(ink);
            drawnAs += digit;
        }
        learnFrom(true);
    }

    private void learnFrom(boolean own) {
        mine = own && !drawn.isEmpty();
        press("mine", mine);
        press("theirs", !mine);
        Browser.say(stage.part("drawings"), drawn.isEmpty() ? "Draw a digit first." : "Your drawings: " + drawnAs);
        restart();
    }

    /** A new run in the place of the present one, and at its pace. */
    private void restart() {
        int wanted = pace;
        reset();
        if (wanted != Workshop.PAUSED) {
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
        asked = Workshop.PAUSED;
        if (pace != Workshop.PAUSED) {
            Workshop.pace(workshop, Workshop.PAUSED);
            setPace(Workshop.PAUSED);
        }
    }

    private void setPace(int changed) {
        pace = changed;
        press("train", pace != Workshop.PAUSED);
        // Ten times a second is too often to be read out.
        words.setAttribute("aria-live", pace == Workshop.PAUSED ? "polite" : "off");
    }

    private void ask(int what) {
        asked = what;
        if (specimens != null) {
            carryOut();
            return;
        }
        say("Loading the digits…");
        SpecimenLoader.load(
                arrived -> {
                    specimens = arrived;
                    if (arrived.areMnist()) {
                        Browser.write(stage.part("source"), "a thousand of MNIST’s test digits");
                    }
                    carryOut();
                },
                problem -> say("The digits could not be loaded: " + problem + "."));
    }

    private void say(String instead) {
        said = instead;
        stage.drawSoon();
    }

    private void carryOut() {
        say(null);
        if (asked == Workshop.PAUSED) {
            return;
        }
        if (workshop == null) {
            workshop = Workshop.open(stage.attribute("data-script"), this::heard, this::movedOn);
        }
        if (!begun) {
            begin();
        }
        setPace(asked == Workshop.ONE_STEP ? Workshop.PAUSED : asked);
        Workshop.pace(workshop, asked);
    }

    private void begin() {
        begun = true;
        int learnt = TrainFigure.learnt(specimens.size());
        Workshop.begin(
                workshop,
                run,
                architecture,
                settings,
                mine ? mine() : LabelledPixels.of(specimens, 0, learnt),
                LabelledPixels.of(specimens, learnt, specimens.size()));
    }

    private LabelledPixels mine() {
        float[] pixels = new float[drawn.size() * Ink.PIXELS];
        int[] labels = new int[drawn.size()];
        for (int i = 0; i < labels.length; i++) {
            System.arraycopy(drawn.get(i), 0, pixels, i * Ink.PIXELS, Ink.PIXELS);
            labels[i] = drawnAs.charAt(i) - '0';
        }
        return new LabelledPixels(pixels, labels);
    }

    /** The worker's script could not be had, and another place has been found: begins again there. */
    private void movedOn() {
        begun = false;
        carryOut();
    }

    private void heard(int number, boolean ended, float speed, Float32Array numbers, Float32Array parameters) {
        if (number == run) {
            curve = new LearningCurve(numbers.toJavaArray());
            pupil.setParameters(parameters.toJavaArray());
            if (ended) {
                setPace(Workshop.PAUSED);
            }
            if (speed > 0) {
                Console.report("training", speed);
            }
            stage.drawSoon();
        }
    }

    private void draw() {
        float[] ink = CurrentDigit.ink();
        float[] probabilities = CurrentDigit.drawing().isEmpty() ? null : pupil.predict(ink);
        double width = surface.layoutWidth();
        surface.begin(width, TrainFigure.height(width, filters.units()));
        TrainFigure.draw(surface, width, curve, before, filters, probabilities);
        shown.begin(INK, INK);
        DrawFigure.ink28(shown, ink, 0, 0, INK);
        Browser.write(words, said == null ? TrainFigure.words(curve, probabilities) : said);
    }
}
