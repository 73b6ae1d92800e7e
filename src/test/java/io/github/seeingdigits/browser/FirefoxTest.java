package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Stroke;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** One Firefox for all tests in it, put back to what it was after each. */
abstract class FirefoxTest {
    static final String PAD = "document.querySelector('[data-part=pad]')";
    static final String DIGIT = "document.querySelector('output[data-part=prediction]').dataset.digit";
    /** How far a page reaches beyond the window's side. */
    static final String BEYOND = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
    /** Offline copies would answer before a test can. */
    private static final String NO_COPIES = "dom.serviceWorkers.enabled = false";

    private static Firefox shared;

    /** The browser of this test. */
    Firefox firefox;

    private final List<String> forgiven = new ArrayList<>();

    /** Starts another Firefox, with these preferences. */
    static Firefox start(String... preferences) throws Exception {
        Optional<Path> program = Firefox.find();
        assumeTrue(program.isPresent(), "no Firefox here: install firefox-esr, or set FIREFOX to its path");
        return new Firefox(program.get(), preferences);
    }

    private static synchronized Firefox shared() throws Exception {
        if (shared == null) {
            Firefox started = start(NO_COPIES);
            shared = started;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    started.close();
                } catch (Exception e) {
                    // The machine takes care of what is left of it.
                }
            }));
        }
        return shared;
    }

    @BeforeEach
    void useTheSharedOne() throws Exception {
        firefox = shared();
    }

    /** Complaints with any of {@code words} are what the fault itself makes Firefox say, whenever it says it. */
    void forgive(String... words) {
        forgiven.addAll(List.of(words));
    }

    @AfterEach
    void noComplaintsAndReset() throws Exception {
        try {
            assertEquals(
                    List.of(),
                    firefox.complaints.stream()
                            .filter(complaint -> forgiven.stream().noneMatch(complaint::contains))
                            .toList(),
                    "what Firefox complained about");
        } finally {
            if (firefox == shared) {
                firefox.reset();
            } else {
                firefox.close();
            }
        }
    }

    void open(String path) throws Exception {
        firefox.open(BrowserTest.address() + path);
    }

    static String figure(String demo) {
        return "document.querySelector('figure.demo[data-demo=" + demo + "]')";
    }

    /** Scrolls to the first figure of a kind and waits until it is {@code state}. */
    void await(String demo, String state) throws Exception {
        firefox.evaluate(figure(demo) + ".scrollIntoView({ block: 'center' })");
        firefox.await(figure(demo) + ".dataset.state", state);
    }

    /** Brings all figures of the page to life. */
    void allLive() throws Exception {
        int figures = Integer.parseInt(firefox.evaluate("document.querySelectorAll('figure.demo').length"));
        assertTrue(figures >= 2, figures + " figures");
        for (int i = 0; i < figures; i++) {
            String each = "document.querySelectorAll('figure.demo')[" + i + "]";
            firefox.evaluate(each + ".scrollIntoView()");
            firefox.await(each + ".dataset.state", "live");
        }
    }

    /** The page's pad, alive, with the sample taken away. */
    void emptyPad() throws Exception {
        await("draw", "live");
        press("clear");
        firefox.await(DIGIT, "");
    }

    /** Presses the first button of the page that does this. */
    void press(String action) throws Exception {
        firefox.evaluate("document.querySelector('[data-action=" + action + "]').click()");
    }

    /** Points of the window for points of the pad, in thousandths of its sides. */
    List<int[]> onPad(int... thousandths) throws Exception {
        String[] box = firefox.evaluate(
                        "(b => [b.left, b.top, b.width, b.height].join())(" + PAD + ".getBoundingClientRect())")
                .split(",");
        List<int[]> points = new ArrayList<>();
        for (int i = 0; i < thousandths.length; i += 2) {
            points.add(new int[] {
                (int) Math.round(Double.parseDouble(box[0]) + thousandths[i] * Double.parseDouble(box[2]) / 1000),
                (int) Math.round(Double.parseDouble(box[1]) + thousandths[i + 1] * Double.parseDouble(box[3]) / 1000)
            });
        }
        return points;
    }

    /** Draws on the page's first pad. */
    void draw(String pointerType, Drawing drawing) throws Exception {
        firefox.evaluate(PAD + ".scrollIntoView({ block: 'center' })");
        for (Stroke stroke : drawing.strokes()) {
            int[] thousandths = new int[2 * stroke.size()];
            for (int i = 0; i < stroke.size(); i++) {
                thousandths[2 * i] = (int) Math.round(1000.0 * stroke.x(i));
                thousandths[2 * i + 1] = (int) Math.round(1000.0 * stroke.y(i));
            }
            firefox.stroke(pointerType, onPad(thousandths));
        }
    }

    /** Draws one digit on an empty pad, which must be read. */
    void drawAndRead(int digit) throws Exception {
        emptyPad();
        draw("mouse", OwnDigits.first(digit));
        firefox.await(DIGIT, String.valueOf(digit));
    }

    /** How many steps the page's training figure has made. */
    int step() throws Exception {
        return Integer.parseInt(firefox.evaluate("(/^Step ([0-9]+)/.exec(" + figure("train")
                + ".querySelector('[data-part=loss]').textContent) || [0, 0])[1]"));
    }

    /** Waits until the training figure has made more than {@code steps}. */
    void awaitStep(int steps) throws Exception {
        for (int look = 0; look < 600 && step() <= steps; look++) {
            Thread.sleep(50);
        }
        assertTrue(step() > steps, "still at step " + step());
    }
}
