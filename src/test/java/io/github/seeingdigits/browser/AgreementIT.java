package io.github.seeingdigits.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JVM and the page compute the same, from strokes to probabilities. */
class AgreementIT extends BrowserTest {
    private static final int IMAGES = 1000;
    private static final double TOLERANCE = 1e-5;
    /**
     * The same for logits beyond 20, of which ⵟ units give some: a logit of 37 is a square over a distance, each summed over 784
     * pixels in single precision, and known to a few millionths of itself.
     */
    private static final double OF_LARGEST_LOGIT = 5e-7;

    private static final String PREDICT = """
            async ({ model, address, text, size }) => {
              await seeingDigits.load(model, address);
              const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0));
              const answers = [];
              for (let at = 0; at < bytes.length; at += size)
                answers.push(...seeingDigits.predict(model, Float32Array.from(bytes.subarray(at, at + size), b => b / 255)));
              return answers;
            }
            """;

    static List<String> models() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("models"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** Where the built site keeps a model in its compact form, from a page at its root. */
    static String address(String model) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("site/assets/models"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(model + "\\.[0-9a-f]{8}\\.bin"))
                    .map(name -> "assets/models/" + name)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    @Fault("Every stage: JVM and browser disagree")
    void theBrowserGivesTheJvmsProbabilitiesForAThousandImages(String model) throws IOException {
        Network network = ModelFolder.read(Path.of("models", model)).network(1);
        int size = network.inputs();
        List<byte[]> images =
                size == Ink.PIXELS ? MnistForTests.testImages(IMAGES).orElseGet(AgreementIT::ownImages) : noise(size);
        assertEquals(IMAGES, images.size());
        byte[] all = new byte[IMAGES * size];
        for (int i = 0; i < IMAGES; i++) {
            System.arraycopy(images.get(i), 0, all, i * size, size);
        }
        Page page = open("softmax.html");
        live(page, "draw");
        List<?> answers = (List<?>) page.evaluate(
                PREDICT,
                Map.of(
                        "model",
                        model,
                        "address",
                        address(model),
                        "size",
                        size,
                        "text",
                        Base64.getEncoder().encodeToString(all)));
        int outputs = network.outputs();
        assertEquals(IMAGES * outputs, answers.size());
        double largest = 0;
        double largestLogit = 0;
        float[] pixels = new float[size];
        for (int i = 0; i < IMAGES; i++) {
            for (int p = 0; p < pixels.length; p++) {
                pixels[p] = (images.get(i)[p] & 0xFF) / 255f;
            }
            for (float logit : network.logits(pixels)) {
                largestLogit = Math.max(largestLogit, Math.abs(logit));
            }
            float[] expected = network.predict(pixels);
            int best = 0;
            for (int k = 0; k < outputs; k++) {
                double answer = ((Number) answers.get(outputs * i + k)).doubleValue();
                largest = Math.max(largest, Math.abs(expected[k] - answer));
                best = answer > ((Number) answers.get(outputs * i + best)).doubleValue() ? k : best;
            }
            assertEquals(Network.argmax(expected), best, "image " + i);
        }
        System.out.println(model + ": largest difference in " + outputs * IMAGES + " outputs for "
                + (size != Ink.PIXELS
                        ? "noise: "
                        : MnistForTests.available() ? "MNIST test images: " : "our own digits: ")
                + largest);
        double tolerance = Math.max(TOLERANCE, OF_LARGEST_LOGIT * largestLogit);
        assertTrue(largest <= tolerance, "largest difference " + largest + ", largest logit " + largestLogit);
    }

    private static List<byte[]> noise(int size) {
        Random random = new Random(12);
        return Stream.generate(() -> {
                    byte[] bytes = new byte[size];
                    random.nextBytes(bytes);
                    return bytes;
                })
                .limit(IMAGES)
                .toList();
    }

    private static List<byte[]> ownImages() {
        Random random = new Random(11);
        List<OwnDigits.Labelled> digits = OwnDigits.all();
        List<byte[]> images = new ArrayList<>();
        while (images.size() < IMAGES) {
            float[] ink = Ink.of(
                    OwnDigits.vary(digits.get(images.size() % digits.size()).drawing(), random));
            byte[] image = new byte[Ink.PIXELS];
            for (int p = 0; p < image.length; p++) {
                image[p] = (byte) Math.round(255 * ink[p]);
            }
            images.add(image);
        }
        return images;
    }

    @Test
    @Fault("Every stage: JVM and browser disagree")
    void theBrowserMakesTheJvmsInkFromStrokes() {
        Page page = open("softmax.html");
        live(page, "draw");
        Random random = new Random(5);
        double largest = 0;
        for (OwnDigits.Labelled digit : OwnDigits.all()) {
            String strokes = OwnDigits.vary(digit.drawing(), random).encode();
            float[] expected = Ink.of(Drawing.decode(strokes));
            List<?> ink = (List<?>) page.evaluate("s => Array.from(seeingDigits.ink(s))", strokes);
            for (int i = 0; i < expected.length; i++) {
                largest = Math.max(largest, Math.abs(expected[i] - ((Number) ink.get(i)).doubleValue()));
            }
        }
        System.out.println("largest difference in ink: " + largest);
        assertTrue(largest <= TOLERANCE, "largest difference " + largest);
    }
}
