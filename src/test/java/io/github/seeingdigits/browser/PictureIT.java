package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.SyntheticPhoto;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Pictures that readers choose, paste and drop. */
class PictureIT extends BrowserTest {
    private static byte[] png(SyntheticPhoto photo) throws IOException {
        int width = photo.picture.width;
        BufferedImage image = new BufferedImage(width, photo.picture.height, BufferedImage.TYPE_INT_RGB);
        for (int p = 0; p < photo.picture.ink.length; p++) {
            image.setRGB(p % width, p / width, Math.round(255 * photo.picture.ink[p]) * 0x010101);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static SyntheticPhoto paper(Drawing... digits) {
        SyntheticPhoto photo = new SyntheticPhoto(640, 480, 0.85, 1);
        for (int i = 0; i < digits.length; i++) {
            photo.write(digits[i], 30 + 260 * i, 60, 300, 14, 0.15);
        }
        return photo.gradient(0.5).noise(0.03);
    }

    private static void choose(Locator figure, String name, String type, byte[] bytes) {
        figure.locator("[data-action=picture]").setInputFiles(new FilePayload(name, type, bytes));
    }

    private static void waitForWords(Page page, Locator figure, String words) {
        page.waitForCondition(
                () -> figure.locator("[data-part=told]").innerText().contains(words));
    }

    @Test
    void aChosenPhotographIsReadAndEveryFigureFollows() throws IOException {
        Page page = open("index.html");
        Locator figure = emptyPad(page);
        live(page, "networks");
        choose(figure, "photo.png", "image/png", png(paper(OwnDigits.first(3))));
        waitForWords(page, figure, "has not left your device");
        waitForDigit(page, "3");
        page.waitForCondition(
                () -> "3".equals(page.locator("[data-network=reader]").getAttribute("data-digit")));
        // Kept for the visit, and a stroke makes a new drawing, which can be taken back.
        page.navigate(address() + "softmax.html");
        figure = live(page, "draw");
        waitForDigit(page, "3");
        drawWithMouse(page, figure, Drawing.decode("500,100,500,900"));
        assertEquals("1", digit(page));
        figure.locator("[data-action=undo]").click();
        waitForDigit(page, "3");
    }

    private static String send(Page page, String script, byte[] bytes, String type) {
        return (String) page.evaluate(script, Map.of("data", Base64.getEncoder().encodeToString(bytes), "type", type));
    }

    private static final String FILE = """
            const bytes = Uint8Array.from(atob(data), c => c.charCodeAt(0));
            const transfer = new DataTransfer();
            transfer.items.add(new File([bytes], 'photo', { type }));
            """;

    @Test
    void aPhotographIsPastedAndDropped() throws IOException {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        send(
                page,
                "({ data, type }) => {" + FILE
                        + "document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true })); }",
                png(paper(OwnDigits.first(2))),
                "image/png");
        waitForDigit(page, "2");
        figure.locator("[data-action=clear]").click();
        waitForDigit(page, "");
        send(
                page,
                "({ data, type }) => {" + FILE
                        + "document.querySelector('[data-part=pad]').dispatchEvent("
                        + "new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true })); }",
                png(paper(OwnDigits.first(5))),
                "image/png");
        waitForDigit(page, "5");
    }

    @Test
    @Fault("Browser: damaged picture")
    void whatIsNoPictureOfADigitIsRefusedInASentenceAndTheDrawingStays() throws IOException {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        drawWithMouse(page, figure, OwnDigits.first(7));
        byte[] broken = png(paper(OwnDigits.first(3)));
        java.util.Arrays.fill(broken, 20, broken.length, (byte) 7);
        record Case(String name, String type, byte[] bytes, String words) {}
        for (Case one : List.of(
                new Case("a.txt", "text/plain", "no picture".getBytes(StandardCharsets.UTF_8), "is not a picture"),
                new Case("empty.png", "image/png", new byte[0], "is not a picture"),
                new Case("broken.png", "image/png", broken, "is not a picture"),
                new Case("tiny.png", "image/png", png(new SyntheticPhoto(2, 2, 0.5, 1)), "too small"),
                new Case("blank.png", "image/png", png(paper()), "nothing stands out"),
                new Case(
                        "noise.png",
                        "image/png",
                        png(new SyntheticPhoto(300, 200, 0.5, 1).noise(2)),
                        "No digit was found"),
                new Case(
                        "two.png", "image/png", png(paper(OwnDigits.first(3), OwnDigits.first(4))), "more than one"))) {
            choose(figure, one.name(), one.type(), one.bytes());
            waitForWords(page, figure, one.words());
            assertEquals("7", digit(page), one.name() + " has replaced the drawing");
        }
    }

    @Test
    void aPhotographIsLookedAtInNoTime() throws IOException {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        SyntheticPhoto large = new SyntheticPhoto(3000, 2000, 0.85, 1);
        large.write(OwnDigits.first(6), 500, 100, 1800, 70, 0.15);
        long start = System.nanoTime();
        choose(figure, "large.png", "image/png", png(large));
        waitForDigit(page, "6");
        double took = (System.nanoTime() - start) / 1e9;
        System.out.println("a photograph of 6 megapixels is read in " + took + " s");
        assertTrue(took < 10, took + " s");
    }

    @Test
    void aSpecimenIsPickedByKeyboardAndItsTrueLabelTold() {
        Page page = open("softmax.html");
        Locator figure = emptyPad(page);
        figure.locator("[data-action=pick]").focus();
        page.keyboard().press("Enter");
        Locator dialog = page.locator("dialog.picker");
        dialog.waitFor();
        assertEquals(24, dialog.locator(".picker-tiles button").count());
        dialog.locator(".picker-classes button").nth(8).focus();
        page.keyboard().press("Enter");
        Locator second = dialog.locator(".picker-tiles button").nth(1);
        String label = second.getAttribute("aria-label");
        assertTrue(label.matches("an 8 of .*, number \\d+"), label);
        dialog.locator(".picker-foot button").first().click();
        assertTrue(!label.equals(second.getAttribute("aria-label")), "no more of them were shown");
        label = second.getAttribute("aria-label");
        second.focus();
        page.keyboard().press("Enter");
        waitForWords(page, figure, label);
        page.waitForCondition(() -> !digit(page).isEmpty());
        assertEquals(
                true, page.evaluate("seeingDigits.strokes().startsWith('p')"), "the specimen is not the current digit");
        figure.locator("[data-action=undo]").click();
        waitForDigit(page, "");
        assertEquals("", figure.locator("[data-part=told]").innerText());
        figure.locator("[data-action=pick]").click();
        page.keyboard().press("Escape");
        assertEquals("pick", page.evaluate("document.activeElement.dataset.action"));
    }
}
