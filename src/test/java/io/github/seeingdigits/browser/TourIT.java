package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ReducedMotion;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.analysis.GrandTour;
import io.github.seeingdigits.network.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The grand tour, in a real browser. */
class TourIT extends BrowserTest {
    /** Half of the canvas's height of 460 but for a margin of 16. */
    private static final double SCALE = 214;

    private static final int IMAGES = 300;

    private Page still(String hash) {
        return open(
                "figures.html" + hash,
                new Browser.NewContextOptions().setViewportSize(1280, 900).setReducedMotion(ReducedMotion.REDUCE));
    }

    private static Locator tour(Page page) {
        Locator figure = live(page, "tour");
        page.waitForCondition(
                () -> figure.locator("[data-part=words]").innerText().startsWith("Nearest"));
        return figure;
    }

    /** Where the axes cross on a desktop's plane, once it is in view. */
    private static double[] middle(Locator canvas) {
        canvas.scrollIntoViewIfNeeded();
        BoundingBox box = canvas.boundingBox();
        return new double[] {box.x + box.width / 2, box.y + 230};
    }

    private static boolean turns(Page page, Locator figure) {
        String before = pixels(figure.locator(".live canvas"));
        page.waitForTimeout(300);
        return !before.equals(pixels(figure.locator(".live canvas")));
    }

    /** The plane that the address holds, in thousandths: ten numbers to the right, ten upwards. */
    private static double[] frame(Page page, String name) {
        String hash = (String) page.evaluate("location.hash");
        String all = hash.replaceFirst(".*tour\\." + name + "=([-0-9,]+).*", "$1");
        double[] numbers = new double[20];
        String[] parts = all.split(",");
        assertEquals(20, parts.length, hash);
        for (int i = 0; i < 20; i++) {
            numbers[i] = Integer.parseInt(parts[i]) / 1000.0;
        }
        return numbers;
    }

    /** The share of images whose own digit's mean is nearest in the plane, from the published view in loops of the test's own. */
    private static int nearest(int layer, int epoch, double[] x, double[] y) throws IOException {
        float[] values = View.decode(Files.readAllBytes(Path.of("models", "cnn", "view-tour.bin")))
                .values();
        double[][] seen = new double[IMAGES][2];
        double[][] means = new double[10][2];
        for (int i = 0; i < IMAGES; i++) {
            for (int k = 0; k < 10; k++) {
                double value = values[((epoch * 3 + layer) * IMAGES + i) * 10 + k];
                seen[i][0] += value * x[k];
                seen[i][1] += value * y[k];
            }
            means[i / 30][0] += seen[i][0] / 30;
            means[i / 30][1] += seen[i][1] / 30;
        }
        int right = 0;
        for (int i = 0; i < IMAGES; i++) {
            int best = 0;
            for (int c = 1; c < 10; c++) {
                if (Math.hypot(seen[i][0] - means[c][0], seen[i][1] - means[c][1])
                        < Math.hypot(seen[i][0] - means[best][0], seen[i][1] - means[best][1])) {
                    best = c;
                }
            }
            right += best == i / 30 ? 1 : 0;
        }
        return (int) Math.round(100.0 * right / IMAGES);
    }

    private static void assertSeen(Locator figure, int percent) {
        String words = figure.locator("[data-part=words]").innerText();
        int said = Integer.parseInt(words.replaceFirst(".*?centre: (\\d+).*", "$1"));
        // A point on a border may fall to either side.
        assertEquals(percent, said, 1, words);
    }

    private static double[][] first() {
        GrandTour tour = new GrandTour(10);
        double[][] columns = new double[2][10];
        for (int k = 0; k < 10; k++) {
            columns[0][k] = tour.x(k);
            columns[1][k] = tour.y(k);
        }
        return columns;
    }

    @Test
    @Fault("Browser: reduced motion")
    void itTurnsByItselfUnlessTheReaderWantsLittleMotion() {
        Page page = open("figures.html");
        Locator figure = tour(page);
        Locator turn = figure.locator("[data-action=turn]");
        assertEquals("true", turn.getAttribute("aria-pressed"));
        assertTrue(turns(page, figure));
        turn.click();
        // What the last frame before the click has turned is drawn in the next.
        frame(page);
        frame(page);
        assertTrue(!turns(page, figure));
        assertTrue(((String) page.evaluate("location.hash")).contains("tour.frame="));
        turn.focus();
        page.keyboard().press("Enter");
        assertTrue(turns(page, figure));
        page.evaluate("scrollTo(0, 0)");
        page.waitForTimeout(300);
        assertTrue(!turns(page, figure), "off the screen it rests");
        figure.locator(".live canvas").scrollIntoViewIfNeeded();
        page.waitForTimeout(200);
        assertTrue(turns(page, figure), "and goes on when it is seen again");
        Page calm = still("");
        Locator resting = tour(calm);
        assertEquals("false", resting.locator("[data-action=turn]").getAttribute("aria-pressed"));
        assertTrue(!turns(calm, resting));
        resting.locator("[data-action=turn]").click();
        assertTrue(turns(calm, resting), "it does when asked");
    }

    @Test
    void layersAndEpochsShowWhatTheViewHas() throws IOException {
        Page page = still("");
        Locator figure = tour(page);
        double[][] first = first();
        assertSeen(figure, nearest(2, 10, first[0], first[1]));
        for (int layer = 0; layer < 3; layer++) {
            figure.locator("[data-layer='" + layer + "']").focus();
            page.keyboard().press("Enter");
            frame(page);
            assertSeen(figure, nearest(layer, 10, first[0], first[1]));
        }
        Locator slider = figure.locator("[data-part=replay]");
        assertEquals("100", slider.getAttribute("max"));
        slider.fill("10");
        frame(page);
        assertSeen(figure, nearest(2, 1, first[0], first[1]));
        slider.focus();
        page.keyboard().press("Home");
        frame(page);
        assertEquals("After 0.0 epochs", slider.getAttribute("aria-valuetext"));
        assertSeen(figure, nearest(2, 0, first[0], first[1]));
        figure.locator("[data-action=play]").click();
        page.waitForCondition(() -> slider.inputValue().equals("100"));
        page.waitForCondition(
                () -> figure.locator("[data-action=play]").innerText().equals("Play"));
        assertSeen(figure, nearest(2, 10, first[0], first[1]));
    }

    @Test
    void axesAndDigitsArePulledWithTheMouseAndByArrowKeysAndTheViewIsShared() throws IOException {
        Page page = still("");
        Locator figure = tour(page);
        Locator canvas = figure.locator(".live canvas");
        double[] middle = middle(canvas);
        double midX = middle[0];
        double midY = middle[1];
        double[][] first = first();
        page.mouse().move(midX + SCALE * first[0][3], midY - SCALE * first[1][3]);
        page.mouse().down();
        page.mouse().move(midX - SCALE * 0.3, midY);
        page.mouse().move(midX - SCALE * 0.6, midY + SCALE * 0.5);
        page.mouse().up();
        page.mouse().move(midX - SCALE * 0.4, midY + SCALE * 0.6);
        assertEquals("true", figure.locator("[data-axis='3']").getAttribute("aria-pressed"));
        double[] plane = frame(page, "frame");
        assertEquals(-0.6, plane[3], 0.006);
        assertEquals(-0.5, plane[13], 0.006);
        figure.locator("[data-axis='3']").focus();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowRight");
        plane = frame(page, "frame");
        assertEquals(-0.55, plane[3], 0.006);
        assertEquals(-0.4, plane[13], 0.006);
        String before = pixels(canvas);
        figure.locator("[data-digit='8']").focus();
        page.keyboard().press("ArrowLeft");
        assertEquals("true", figure.locator("[data-digit='8']").getAttribute("aria-pressed"));
        assertEquals("false", figure.locator("[data-axis='3']").getAttribute("aria-pressed"));
        assertNotEquals(before, pixels(canvas));
        plane = frame(page, "frame");
        double[] x = new double[10];
        double[] y = new double[10];
        System.arraycopy(plane, 0, x, 0, 10);
        System.arraycopy(plane, 10, y, 0, 10);
        frame(page);
        assertSeen(figure, nearest(2, 10, x, y));
        String words = figure.locator("[data-part=words]").innerText();
        page = open("figures.html" + page.evaluate("location.hash"));
        figure = tour(page);
        assertEquals("false", figure.locator("[data-action=turn]").getAttribute("aria-pressed"), "as it was shared");
        assertEquals(words, figure.locator("[data-part=words]").innerText());
    }

    /** WCAG 2.2, 2.5.7: what can be dragged can also be moved without dragging. */
    @Test
    void anAxisGoesWhereThePlaneIsClickedOnceItsButtonWasPressed() throws IOException {
        Page page = still("");
        Locator figure = tour(page);
        double[] middle = middle(figure.locator(".live canvas"));
        double midX = middle[0];
        double midY = middle[1];
        page.mouse().click(midX - SCALE * 0.6, midY + SCALE * 0.7);
        assertFalse(((String) page.evaluate("location.hash")).contains("frame"), "nothing was chosen yet");
        figure.locator("[data-axis='3']").click();
        page.mouse().click(midX - SCALE * 0.6, midY + SCALE * 0.7);
        double[] plane = frame(page, "frame");
        assertEquals(-0.6, plane[3], 0.006);
        assertEquals(-0.7, plane[13], 0.006);
        // What was dragged is not waiting to be placed.
        page.mouse().move(midX - SCALE * 0.6, midY + SCALE * 0.7);
        page.mouse().down();
        page.mouse().move(midX - SCALE * 0.5, midY + SCALE * 0.5);
        page.mouse().up();
        page.mouse().click(midX + SCALE * 0.9, midY + SCALE * 0.35);
        plane = frame(page, "frame");
        assertEquals(-0.5, plane[3], 0.006);
        assertEquals(-0.5, plane[13], 0.006);
    }

    @Test
    void aFingerPullsAnAxisAndScrollsThePageEverywhereElse() {
        Page page = open("figures.html", darkPhone().setReducedMotion(ReducedMotion.REDUCE));
        Locator canvas = tour(page).locator(".live canvas");
        canvas.evaluate("canvas => canvas.scrollIntoView({ block: 'center' })");
        BoundingBox box = canvas.boundingBox();
        double scale = box.height / 2 - 16;
        double midX = box.x + box.width / 2;
        double midY = box.y + box.height / 2;
        double[][] first = first();
        Object before = page.evaluate("scrollY");
        swipe(page, midX + scale * first[0][3], midY - scale * first[1][3], midX - scale * 0.3, midY + scale * 0.5);
        assertEquals(before, page.evaluate("scrollY"), "the axis was meant, not the page");
        double[] plane = frame(page, "frame");
        assertEquals(-0.3, plane[3], 0.02);
        assertEquals(-0.5, plane[13], 0.02);
        swipe(page, box.x + 6, box.y + box.height - 6, box.x + 6, box.y + box.height - 206);
        page.waitForCondition(
                () -> ((Number) page.evaluate("scrollY")).doubleValue() > ((Number) before).doubleValue() + 50);
    }

    @Test
    @Fault("Browser: damaged deep link")
    void aDamagedAddressIsIgnored() throws IOException {
        double[][] first = first();
        String zeros = "0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0";
        for (String frame : new String[] {"", "1,2", zeros, zeros + ",1", zeros.replace("0", "5"), "a" + zeros}) {
            Page page = still("#tour.layer=3&tour.at=101&tour.frame=" + frame);
            assertSeen(tour(page), nearest(2, 10, first[0], first[1]));
        }
    }

    @Test
    void onAPhoneInTheDarkNothingJumpsOrSticksOut() {
        Page page = open("figures.html", darkPhone().setReducedMotion(ReducedMotion.REDUCE));
        Locator stage = page.locator("figure[data-demo=tour] .stage");
        double before = stage.boundingBox().height;
        Locator figure = tour(page);
        assertEquals(before, stage.boundingBox().height, 1.5);
        figure.locator("[data-axis='9']").tap();
        figure.locator("[data-layer='0']").tap();
        frame(page);
        assertEquals("true", figure.locator("[data-axis='9']").getAttribute("aria-pressed"));
        assertEquals(before, stage.boundingBox().height, 1.5);
        assertEquals(360, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
    }
}
