package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.data.Mnist;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.digit.Specimens;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecimenSheetTest {
    private static final Path ROOT = Path.of("");

    @TempDir
    Path folder;

    private static SpecimenSheet own() throws IOException {
        return SpecimenSheet.of(SampleDigits.read(ROOT), Project.NO_MNIST);
    }

    /** What another program reads from the picture, specimen by specimen. */
    private static byte[][] decoded(SpecimenSheet sheet) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(sheet.png()));
        assertEquals(BufferedImage.TYPE_BYTE_GRAY, image.getType());
        int columns = image.getWidth() / 28;
        byte[][] tiles = new byte[columns * image.getHeight() / 28][784];
        for (int i = 0; i < tiles.length; i++) {
            image.getRaster().getDataElements(i % columns * 28, i / columns * 28, 28, 28, tiles[i]);
        }
        return tiles;
    }

    private static JsonNode json(SpecimenSheet sheet) throws IOException {
        return Json.MAPPER.readTree(sheet.json());
    }

    private static void hasThousandDigitsTakingTurns(SpecimenSheet sheet) throws IOException {
        JsonNode json = json(sheet);
        assertEquals("0123456789".repeat(100), json.get("labels").asText());
        assertEquals(1000, json.get("indices").size());
        assertEquals(40, json.get("columns").asInt());
        byte[][] tiles = decoded(sheet);
        Specimens specimens = sheet.specimens();
        assertEquals(1000, specimens.size());
        for (int i = 0; i < 1000; i++) {
            assertEquals(i % 10, specimens.label(i));
            float[] expected = new float[784];
            for (int k = 0; k < 784; k++) {
                expected[k] = (tiles[i][k] & 0xFF) / 255f;
            }
            assertArrayEquals(expected, specimens.pixels(i));
        }
    }

    @Test
    void withoutMnistOurOwnDrawingsComeFirst() throws IOException {
        SpecimenSheet sheet = own();
        hasThousandDigitsTakingTurns(sheet);
        assertEquals("own", json(sheet).get("source").asText());
        byte[][] tiles = decoded(sheet);
        SampleDigits samples = SampleDigits.read(ROOT);
        for (int digit = 0; digit < 10; digit++) {
            assertTrue(samples.all(digit).size() >= 3, "drawings of " + digit);
            int round = 0;
            for (Drawing drawing : samples.all(digit)) {
                float[] ink = Ink.of(drawing);
                for (int k = 0; k < 784; k++) {
                    assertEquals(ink[k], (tiles[10 * round + digit][k] & 0xFF) / 255f, 0.002f);
                }
                round++;
            }
        }
        for (int i = 0; i < 1000; i++) {
            float mass = 0;
            for (float pixel : sheet.specimens().pixels(i)) {
                mass += pixel;
            }
            assertTrue(mass > 20, "specimen " + i + " has ink");
        }
    }

    @Test
    void theSameSourcesGiveTheSameBytes() throws IOException {
        assertArrayEquals(own().png(), own().png());
        assertArrayEquals(own().json(), own().json());
    }

    @Test
    void withMnistTheFirstHundredTestImagesOfEachDigit() throws IOException {
        Optional<Path> mnist = Mnist.find(System.getenv());
        assumeTrue(mnist.isPresent(), "needs MNIST");
        SpecimenSheet sheet = SpecimenSheet.of(SampleDigits.read(ROOT), System.getenv());
        hasThousandDigitsTakingTurns(sheet);
        JsonNode json = json(sheet);
        assertEquals("mnist-test", json.get("source").asText());
        LabelledImages test = Mnist.test(mnist.get());
        byte[][] tiles = decoded(sheet);
        int[] before = new int[10];
        int placed = 0;
        for (int i = 0; i < test.size(); i++) {
            int digit = test.labels()[i];
            int round = before[digit]++;
            if (round < 100) {
                assertEquals(i, json.get("indices").get(10 * round + digit).asInt());
                assertArrayEquals(test.pixels()[i], tiles[10 * round + digit]);
                placed++;
            }
        }
        assertEquals(1000, placed);
        assertTrue(sheet.png().length < 250_000, "bytes to fetch: " + sheet.png().length);
    }

    @Test
    void mnistThatIsDamagedFailsTheBakeWithTheRemedy() throws IOException {
        Files.write(folder.resolve("t10k-images-idx3-ubyte.gz"), new byte[100]);
        SampleDigits samples = SampleDigits.read(ROOT);
        String message = assertThrows(
                        PublishException.class,
                        () -> SpecimenSheet.of(samples, Map.of(Mnist.FOLDER_VARIABLE, folder.toString())))
                .getMessage();
        assertTrue(message.startsWith("the sheet of test digits cannot be made: "), message);
        assertTrue(message.endsWith("fetch it again with ./train --fetch"), message);
    }

    /** Our own models, whose records name test images. */
    private static SpecimenSheet mistakes(Map<String, String> environment) throws IOException {
        Models models = Models.read(ROOT, new BakeMemory());
        return SpecimenSheet.of(SampleDigits.read(ROOT), environment)
                .mistakes(models, environment)
                .orElse(null);
    }

    @Test
    void withoutMnistThereIsNoSheetOfMistakes() throws IOException {
        assertNull(mistakes(Project.NO_MNIST));
    }

    @Test
    void theSheetOfMistakesHasTheImagesThatRecordsNameButForThoseOfTheFirstSheet() throws IOException {
        Optional<Path> mnist = Mnist.find(System.getenv());
        assumeTrue(mnist.isPresent(), "needs MNIST");
        Specimens first =
                SpecimenSheet.of(SampleDigits.read(ROOT), System.getenv()).specimens();
        SpecimenSheet sheet = mistakes(System.getenv());
        JsonNode record = Json.MAPPER.readTree(
                ROOT.resolve("models/hidden-300/record.json").toFile());
        TreeSet<Integer> expected = new TreeSet<>();
        record.at("/findings/misread/specimens").forEach(image -> expected.add(image.asInt()));
        for (int i = 0; i < first.size(); i++) {
            expected.remove(first.index(i));
        }
        Specimens specimens = sheet.specimens();
        LabelledImages test = Mnist.test(mnist.get());
        int i = 0;
        for (int image : expected) {
            assertEquals(image, specimens.index(i));
            assertEquals(test.labels()[image], specimens.label(i));
            assertArrayEquals(unpacked(test.pixels()[image]), specimens.pixels(i++));
        }
        assertEquals(i, specimens.size());
        assertTrue(sheet.png().length < 300_000, "bytes to fetch: " + sheet.png().length);
        Specimens both = first.and(specimens);
        assertEquals(first.size() + specimens.size(), both.size());
        assertEquals(first.size() + 5, both.find(specimens.pixels(5)));
        assertArrayEquals(specimens.pixels(specimens.size() - 1), both.pixels(both.size() - 1));
    }

    private static float[] unpacked(byte[] pixels) {
        float[] input = new float[pixels.length];
        for (int k = 0; k < input.length; k++) {
            input[k] = (pixels[k] & 0xFF) / 255f;
        }
        return input;
    }
}
