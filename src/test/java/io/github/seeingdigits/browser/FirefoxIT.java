package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.seeingdigits.Fault;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Stroke;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The pages come alive in Firefox too. The tests in Chromium are the thorough ones. */
class FirefoxIT {
    private static void draw(Firefox firefox, String pointerType, Drawing drawing) throws Exception {
        firefox.evaluate("document.querySelector('[data-part=pad]').scrollIntoView({ block: 'center' })");
        String[] box = firefox.evaluate("(b => [b.left, b.top, b.width, b.height].join())"
                        + "(document.querySelector('[data-part=pad]').getBoundingClientRect())")
                .split(",");
        for (Stroke stroke : drawing.strokes()) {
            List<int[]> points = new ArrayList<>();
            for (int i = 0; i < stroke.size(); i++) {
                points.add(new int[] {
                    (int) Math.round(Double.parseDouble(box[0]) + stroke.x(i) * Double.parseDouble(box[2])),
                    (int) Math.round(Double.parseDouble(box[1]) + stroke.y(i) * Double.parseDouble(box[3]))
                });
            }
            firefox.stroke(pointerType, points);
        }
    }

    private static String pressed(String action) {
        return "document.querySelector('[data-action=" + action + "]').click()";
    }

    private static final String DIGIT = "document.querySelector('output[data-part=prediction]').dataset.digit";

    @Test
    @Fault("Browser: Firefox")
    void pagesComeAliveAndReadWhatIsDrawn() throws Exception {
        Optional<Path> program = Firefox.find();
        assumeTrue(program.isPresent(), "no Firefox here: install firefox-esr, or set FIREFOX to its path");
        try (Firefox firefox = new Firefox(program.get())) {
            for (String page : List.of("index.html", "softmax.html")) {
                firefox.open(BrowserTest.address() + page);
                int figures = Integer.parseInt(firefox.evaluate("document.querySelectorAll('figure.demo').length"));
                assertTrue(figures >= 2, page + " has " + figures + " figures");
                for (int i = 0; i < figures; i++) {
                    firefox.evaluate("document.querySelectorAll('figure.demo')[" + i + "].scrollIntoView()");
                    firefox.await("document.querySelectorAll('figure.demo')[" + i + "].dataset.state", "live");
                }
                firefox.evaluate("document.querySelector('[data-part=pad]').scrollIntoView({ block: 'center' })");
                firefox.evaluate(pressed("clear"));
                firefox.await(DIGIT, "");
                draw(firefox, "mouse", OwnDigits.first(3));
                firefox.await(DIGIT, "3");
                firefox.evaluate(pressed("undo"));
                firefox.await(DIGIT, "");
                draw(firefox, "mouse", OwnDigits.first(7));
                firefox.await(DIGIT, "7");
                firefox.evaluate(pressed("clear"));
                draw(firefox, "touch", OwnDigits.first(0));
                firefox.await(DIGIT, "0");
            }
            assertEquals(List.of(), firefox.complaints, "what Firefox complained about");
        }
    }
}
