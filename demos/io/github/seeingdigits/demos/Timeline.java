package io.github.seeingdigits.demos;

import io.github.seeingdigits.network.Decimal;
import java.util.function.IntConsumer;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/**
 * A slider through moments, with a button that plays them: the parts {@code replay} and {@code moment} and the button {@code play}
 * of {@code templates/parts/timeline.ftl}. With a button {@code loop} it plays again and again. It stops when its figure leaves the screen.
 */
final class Timeline {
    private final Stage stage;
    private final HTMLInputElement slider;
    private final HTMLElement moment;
    private final double momentsPerSecond;
    private final IntConsumer show;
    private Runnable touched = () -> {};
    private boolean ready;
    private boolean playing;
    private boolean looping;

    /**
     * Listens to the controls of {@code stage}.
     *
     * @param show draws a moment, numbered from 0
     */
    Timeline(Stage stage, double momentsPerSecond, IntConsumer show) {
        this.stage = stage;
        this.momentsPerSecond = momentsPerSecond;
        this.show = show;
        slider = (HTMLInputElement) stage.part("replay");
        moment = stage.part("moment");
        slider.addEventListener("pointerenter", (Event event) -> touched.run());
        slider.addEventListener("focus", (Event event) -> touched.run());
        slider.addEventListener("input", (Event event) -> {
            setPlaying(false);
            touched.run();
            showMoment();
        });
        stage.onPress("play", () -> {
            touched.run();
            setPlaying(!playing);
        });
        if (stage.all("[data-action=loop]").getLength() > 0) {
            stage.onPress("loop", () -> {
                looping = !looping;
                stage.button("loop").setAttribute("aria-pressed", looping ? "true" : "false");
            });
        }
        stage.onLeave(() -> setPlaying(false));
    }

    /** Runs {@code action} whenever the reader is about to use the controls: time to load what they show. */
    void onTouch(Runnable action) {
        touched = action;
    }

    /** There are now {@code moments}; the slider, which had a start and an end before, keeps its end. */
    void setMoments(int moments) {
        boolean atEnd = slider.getValue().equals(slider.getAttribute("max"));
        slider.setAttribute("max", Integer.toString(moments - 1));
        slider.setValue(Integer.toString(atEnd ? moments - 1 : Math.min(at(), moments - 1)));
        ready = true;
        showMoment();
        if (playing) {
            play();
        }
    }

    /** The moment shown, from 0. */
    int at() {
        return Decimal.whole(slider.getValue(), 0);
    }

    /** Goes to a moment, which is then shown if there are moments yet. */
    void go(int to) {
        slider.setValue(Integer.toString(to));
        showMoment();
    }

    private int last() {
        return Decimal.whole(slider.getAttribute("max"), 0);
    }

    /** Says in words what is shown. */
    void say(String words) {
        Browser.write(moment, words);
        slider.setAttribute("aria-valuetext", words);
    }

    /** Whether moments follow one another by themselves. */
    boolean isPlaying() {
        return playing;
    }

    /** Stops playing. */
    void stop() {
        setPlaying(false);
    }

    private void showMoment() {
        if (ready) {
            show.accept(at());
        }
    }

    private void setPlaying(boolean on) {
        if (on == playing) {
            return;
        }
        playing = on;
        HTMLElement button = stage.button("play");
        button.setAttribute("aria-pressed", on ? "true" : "false");
        Browser.write(button, on ? "Pause" : "Play");
        if (on && ready) {
            play();
        }
    }

    private void play() {
        int from = at() == last() ? 0 : at();
        double[] start = {-1};
        Window.requestAnimationFrame(time -> frame(from, start, time));
    }

    private void frame(int from, double[] start, double time) {
        if (!playing) {
            return;
        }
        if (start[0] < 0) {
            start[0] = time;
        }
        int reached = from + (int) ((time - start[0]) / 1000 * momentsPerSecond);
        int to = Math.min(last(), reached);
        if (to != at()) {
            go(to);
        }
        if (to == last() && !looping) {
            setPlaying(false);
        } else if (reached > last() + momentsPerSecond) {
            // After a second at the end, which is what one wants to see, from the beginning.
            play();
        } else {
            Window.requestAnimationFrame(next -> frame(from, start, next));
        }
    }
}
