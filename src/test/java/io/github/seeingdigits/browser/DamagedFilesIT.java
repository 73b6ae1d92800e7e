package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.digit.SyntheticPhoto;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What a page does when files reach it damaged: the article reads on, and a sentence says what is wrong. */
class DamagedFilesIT extends BrowserTest {
    /** The weights of the article on softmax. */
    static final String WEIGHTS = "softmax-10\\.[0-9a-f]+\\.bin";

    private final Browser.NewContextOptions desktop = new Browser.NewContextOptions().setViewportSize(1280, 900);

    /** The first of the models' published files whose name matches. */
    static byte[] asset(String pattern) throws IOException {
        try (Stream<Path> assets = Files.list(Path.of("site/assets/models"))) {
            return Files.readAllBytes(
                    assets.filter(file -> file.getFileName().toString().matches(pattern))
                            .findFirst()
                            .orElseThrow());
        }
    }

    private static Consumer<Route> answer(int status, byte[] body) {
        return route ->
                route.fulfill(new Route.FulfillOptions().setStatus(status).setBodyBytes(body));
    }

    private static byte[] flipped(byte[] file, int bit) {
        byte[] flipped = file.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return flipped;
    }

    @Test
    @Fault("Every stage: figures cannot live")
    @Fault("Browser: weights answered with 404")
    @Fault("Browser: weights answered with 500")
    @Fault("Browser: weights aborted")
    @Fault("Browser: weights empty")
    @Fault("Browser: weights truncated")
    @Fault("Browser: weights an HTML page")
    @Fault("Browser: weights with a wrong checksum")
    void weightsThatDoNotArriveAsTheyWereLeaveTheStillPictureAndASentence() throws IOException {
        byte[] weights = asset(WEIGHTS);
        byte[] page404 = "<!DOCTYPE html><title>Not found</title>".getBytes(StandardCharsets.UTF_8);
        Map<String, Consumer<Route>> damages = new LinkedHashMap<>();
        damages.put("404", answer(404, page404));
        damages.put("500", answer(500, page404));
        damages.put("aborted", Route::abort);
        damages.put("empty", answer(200, new byte[0]));
        damages.put("an HTML page", answer(200, page404));
        damages.put("cut to the header", answer(200, Arrays.copyOf(weights, 8)));
        damages.put("cut to a half", answer(200, Arrays.copyOf(weights, weights.length / 2)));
        damages.put("one byte short", answer(200, Arrays.copyOf(weights, weights.length - 1)));
        damages.put("one byte long", answer(200, Arrays.copyOf(weights, weights.length + 1)));
        for (int bit : new int[] {0, 40, 100, 8 * weights.length / 2 + 3, 8 * weights.length - 1}) {
            damages.put("bit " + bit, answer(200, flipped(weights, bit)));
        }
        Page page = blank(desktop);
        for (Map.Entry<String, Consumer<Route>> damage : damages.entrySet()) {
            page.route("**/softmax-10.*.bin", damage.getValue());
            page.navigate(address() + "softmax.html");
            Locator figure = page.locator("figure.demo[data-demo=draw]").first();
            page.locator("figure.demo[data-demo=draw][data-state=failed]")
                    .first()
                    .waitFor();
            assertVisible(figure.locator("svg").first());
            String note = figure.locator("[data-part=note]").innerText();
            assertTrue(note.startsWith("The live figure could not start: "), damage.getKey() + ": " + note);
            assertTrue(note.length() > 60, damage.getKey() + ": " + note);
            assertTrue(!damage.getKey().equals("404") || note.contains("404"), note);
            assertTrue(page.locator("main").innerText().length() > 3000, damage.getKey());
            page.unroute("**/softmax-10.*.bin");
        }
        complaints.removeIf(complaint -> complaint.contains("could not start")
                || complaint.contains("Failed to load resource")
                || complaint.endsWith(".bin"));
    }

    @Test
    void whatElseFiguresFetchIsCheckedToo() throws IOException {
        byte[] view = asset("cnn\\.tour\\.[0-9a-f]+\\.bin");
        Page page = blank(desktop);
        for (byte[] damaged : new byte[][] {
            new byte[0], Arrays.copyOf(view, view.length / 2), flipped(view, 80), flipped(view, 4 * view.length)
        }) {
            page.route("**/cnn.tour.*.bin", answer(200, damaged));
            page.navigate(address() + "figures.html");
            Locator figure = page.locator("figure.demo[data-demo=tour]").first();
            figure.scrollIntoViewIfNeeded();
            page.locator("figure.demo[data-demo=tour][data-state=failed]")
                    .first()
                    .waitFor();
            assertVisible(figure.locator("svg").first());
            assertTrue(figure.locator("[data-part=note]").innerText().contains("could not"), figure::innerText);
            page.unroute("**/cnn.tour.*.bin");
        }
        complaints.removeIf(complaint -> complaint.contains("could not"));
    }

    @Test
    @Fault("Browser: damaged picture")
    @Fault("Every stage: damaged input to a parser")
    void aPictureCutOrWithTurnedBitsIsReadOrRefusedAndThePageLivesOn() throws IOException {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        Locator told = figure.locator("[data-part=told]");
        Random random = new Random(5);
        for (String format : new String[] {"png", "jpg", "gif", "bmp"}) {
            byte[] whole = picture(format);
            for (int i = 0; i < 12; i++) {
                byte[] damaged = i < 4
                        ? Arrays.copyOf(whole, i == 0 ? 0 : random.nextInt(whole.length))
                        : flipped(whole, i < 8 ? 8 * random.nextInt(60) : random.nextInt(8 * whole.length));
                told.evaluate("told => { told.textContent = ''; }");
                figure.locator("[data-action=picture]")
                        .setInputFiles(new FilePayload("photo." + format, "image/" + format, damaged));
                page.waitForCondition(() -> told.innerText().length() > 30);
            }
            figure.locator("[data-action=picture]")
                    .setInputFiles(new FilePayload("photo." + format, "image/" + format, whole));
            page.waitForCondition(() -> told.innerText().contains("has not left your device"));
            waitForDigit(page, "3");
            figure.locator("[data-action=clear]").click();
            waitForDigit(page, "");
        }
        drawWithMouse(page, figure, OwnDigits.first(7));
        assertEquals("7", digit(page));
    }

    private static byte[] picture(String format) throws IOException {
        SyntheticPhoto photo = new SyntheticPhoto(320, 240, 0.85, 1).write(OwnDigits.first(3), 30, 20, 200, 10, 0.15);
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        for (int p = 0; p < photo.picture.ink.length; p++) {
            image.setRGB(p % 320, p / 320, Math.round(255 * photo.picture.ink[p]) * 0x010101);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, bytes));
        return bytes.toByteArray();
    }
}
