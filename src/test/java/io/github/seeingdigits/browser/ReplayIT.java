package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.seeingdigits.digit.HandDrawn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every digit that we drew for testing, drawn once more on the real pad, and read by every network of the home page. */
class ReplayIT extends BrowserTest {
    /** A little below what was measured; networks that are not named here are only printed. */
    private static final Map<String, Double> FLOORS = Map.of(
            "reader", 0.97,
            "cnn", 0.97,
            "nmn-256-128", 0.93,
            "nmn-hidden", 0.93,
            "hidden-10", 0.93,
            "softmax-10", 0.92,
            "nmn-10", 0.92,
            "one-vs-rest", 0.88,
            "hidden-6", 0.79);

    @Test
    void everyNetworkReadsWhatIsDrawnOnThePad() {
        // So high that every figure is near the screen and answers.
        Page page = open("index.html", new Browser.NewContextOptions().setViewportSize(1000, 4000));
        live(page, "draw");
        live(page, "networks");
        Locator ask = page.locator("[data-action=ask]:visible");
        while (ask.count() > 0) {
            ask.first().click();
        }
        page.waitForCondition(
                () -> page.locator("[data-network][data-digit='']").count() == 0);
        List<HandDrawn.Digit> digits = HandDrawn.all();
        List<?> answers = (List<?>) page.evaluate(
                """
                async drawings => {
                  const pad = document.querySelector('[data-part=pad]');
                  const clear = document.querySelector('[data-action=clear]');
                  const frame = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
                  const box = pad.getBoundingClientRect();
                  const answers = [];
                  for (const drawing of drawings) {
                    clear.click();
                    for (const stroke of drawing.split(';')) {
                      const xy = stroke.split(',').map(Number);
                      for (let i = 0; i <= xy.length; i += 2) {
                        const at = Math.min(i, xy.length - 2);
                        pad.dispatchEvent(new PointerEvent(
                          i === 0 ? 'pointerdown' : i < xy.length ? 'pointermove' : 'pointerup',
                          { pointerId: 1, bubbles: true, clientX: box.left + xy[at] / 1000 * box.width,
                            clientY: box.top + xy[at + 1] / 1000 * box.height }));
                        if (i % 100 === 50) await frame();
                      }
                    }
                    await frame();
                    answers.push([...document.querySelectorAll('[data-network]')]
                      .map(row => row.dataset.network + '=' + row.dataset.digit).join(' '));
                  }
                  return answers;
                }
                """, digits.stream().map(digit -> digit.drawing().encode()).toList());
        Map<String, List<String>> misread = new TreeMap<>();
        for (int i = 0; i < digits.size(); i++) {
            for (String answer : answers.get(i).toString().split(" ")) {
                String[] parts = answer.split("=", -1);
                List<String> wrong = misread.computeIfAbsent(parts[0], name -> new ArrayList<>());
                if (!parts[1].equals(Integer.toString(digits.get(i).label()))) {
                    wrong.add(digits.get(i) + " as " + parts[1]);
                }
            }
        }
        assertTrue(misread.keySet().containsAll(FLOORS.keySet()), "these answered: " + misread.keySet());
        List<String> low = new ArrayList<>();
        misread.forEach((network, wrong) -> {
            double read = 1 - (double) wrong.size() / digits.size();
            System.out.printf("%s reads %.1f %% of %d drawn digits%n", network, 100 * read, digits.size());
            if (read < FLOORS.getOrDefault(network, 0.0)) {
                low.add(network + " reads only " + read + ": " + wrong);
            }
        });
        assertEquals(List.of(), low);
    }
}
