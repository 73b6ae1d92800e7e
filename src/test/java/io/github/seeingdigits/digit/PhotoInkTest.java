package io.github.seeingdigits.digit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.Damage;
import io.github.seeingdigits.Fault;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.network.Network;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Digits are found in photographs of many kinds, and what is no photograph of a digit is refused. */
class PhotoInkTest {
    /** A picture's width and height, and its pixels, which come again and again. */
    static final Damage DAMAGE = Damage.toPatient(picture -> {
                int width = picture.length < 2 ? 0 : 2 * (picture[0] & 255);
                int height = picture.length < 2 ? 0 : 2 * (picture[1] & 255);
                Raster raster = new Raster(width, height);
                for (int p = 0; p < raster.ink.length; p++) {
                    raster.ink[p] = picture.length == 2 ? 0 : (picture[2 + p % (picture.length - 2)] & 255) / 255f;
                }
                PhotoInk found = PhotoInk.of(raster);
                assertEquals(found.ink() == null, found.problem() != null);
                for (int k = 0; found.ink() != null && k < Ink.PIXELS; k++) {
                    assertTrue(found.ink()[k] >= 0 && found.ink()[k] <= 1, "ink of " + found.ink()[k]);
                }
            })
            .allocating(0, 256 << 20);

    private static final List<HandDrawn.Digit> DIGITS = HandDrawn.all();

    private static final Network READER =
            ModelFolder.read(Path.of("models/reader")).network(1);

    /** Every so many of our digits are photographed: fewer where the same tests run a thousand times, as mutation testing does. */
    private static final int EVERY = Integer.getInteger("photos.every", 2);

    /** That the reader reads 97 % of our drawn digits in photographs of one kind. */
    private static void assertRead(String kind, Function<HandDrawn.Digit, SyntheticPhoto> camera) {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (int k = 0; k < DIGITS.size(); k += EVERY) {
            HandDrawn.Digit digit = DIGITS.get(k);
            PhotoInk found = PhotoInk.of(camera.apply(digit).picture);
            int answer = found.ink() == null ? -1 : Network.argmax(READER.predict(found.ink()));
            if (answer != digit.label()) {
                wrong.add(digit + " as " + (answer < 0 ? found.problem() : answer));
            }
            asked++;
        }
        assertTrue(
                wrong.size() <= 0.03 * asked, kind + ", " + wrong.size() + " of " + asked + " are misread: " + wrong);
    }

    /** The digit brought to the middle of the pad and to a common size, so that the photograph decides about both. */
    private static Drawing inTheMiddle(Drawing drawing) {
        float[] box = {1, 1, 0, 0};
        for (Stroke stroke : drawing.strokes()) {
            for (int i = 0; i < stroke.size(); i++) {
                box[0] = Math.min(box[0], stroke.x(i));
                box[1] = Math.min(box[1], stroke.y(i));
                box[2] = Math.max(box[2], stroke.x(i));
                box[3] = Math.max(box[3], stroke.y(i));
            }
        }
        float extent = Math.max(box[2] - box[0], box[3] - box[1]);
        Drawing middle = new Drawing();
        for (Stroke stroke : drawing.strokes()) {
            for (int i = 0; i < stroke.size(); i++) {
                float x = 0.5f + (stroke.x(i) - (box[0] + box[2]) / 2) / extent;
                float y = 0.5f + (stroke.y(i) - (box[1] + box[3]) / 2) / extent;
                if (i == 0) {
                    middle.begin(x, y);
                } else {
                    middle.extend(x, y);
                }
            }
        }
        return middle;
    }

    private static SyntheticPhoto paper(HandDrawn.Digit digit, double x, double y, double size, double pen) {
        return new SyntheticPhoto(320, 240, 0.85, digit.toString().hashCode())
                .write(inTheMiddle(digit.drawing()), x, y, size, pen, 0.15);
    }

    private static SyntheticPhoto ruled(HandDrawn.Digit digit, boolean squares) {
        SyntheticPhoto photo =
                new SyntheticPhoto(320, 240, 0.85, digit.toString().hashCode());
        for (int y = 12; y < 240; y += 38) {
            photo.line(-5, y, 325, y + 7, 3.5, 0.5);
        }
        for (int x = 12; squares && x < 320; x += 38) {
            photo.line(x, -5, x - 5, 245, 3.5, 0.5);
        }
        return photo.write(inTheMiddle(digit.drawing()), 90, 50, 140, 7, 0.15);
    }

    /** The reader gets 99.5 % of the same digits right when they are drawn on the pad. */
    @Test
    void aDigitOnPaperIsReadAsWellAsOneOnThePad() {
        assertRead("in even light", d -> paper(d, 90, 50, 140, 7));
        assertRead(
                "where the light falls off",
                d -> paper(d, 90, 50, 140, 7).gradient(0.4).noise(0.03));
        assertRead(
                "across the edge of a shadow",
                d -> paper(d, 60, 60, 120, 7).shadow(0.5).noise(0.03));
        assertRead("with dust", d -> paper(d, 90, 50, 140, 7).specks(12, 0.2).noise(0.03));
        assertRead(
                "on a sheet on a dark table",
                d -> paper(d, 90, 50, 120, 7).onTable(0.2).gradient(0.7).noise(0.03));
    }

    @Test
    void anyPenAndAnySizeWillDo() {
        assertRead(
                "with a thin pen", d -> paper(d, 90, 50, 140, 3).gradient(0.5).noise(0.03));
        assertRead(
                "with a thick marker",
                d -> paper(d, 90, 50, 140, 20).gradient(0.6).noise(0.03));
        assertRead(
                "small and in a corner",
                d -> paper(d, 240, 170, 40, 4).gradient(0.6).noise(0.02));
        assertRead(
                "filling the picture",
                d -> paper(d, 45, 10, 220, 14).gradient(0.6).noise(0.03));
    }

    @Test
    void linesOnThePaperAreTakenAway() {
        assertRead("on ruled paper", d -> ruled(d, false).gradient(0.6).noise(0.03));
        assertRead("on squared paper", d -> ruled(d, true).gradient(0.6).noise(0.03));
    }

    @Test
    void lightInkOnDarkGroundIsReadToo() {
        assertRead(
                "with chalk",
                d -> new SyntheticPhoto(320, 240, 0.15, 3)
                        .write(inTheMiddle(d.drawing()), 90, 50, 140, 8, 0.9)
                        .gradient(0.6)
                        .noise(0.03));
        assertRead(
                "in 28×28 pixels, white on black, as in MNIST",
                d -> new SyntheticPhoto(28, 28, 0, 3).write(inTheMiddle(d.drawing()), 5, 5, 18, 2.5, 1));
    }

    @Test
    void whatIsFoundIsCentredAndAsWideAsMnistsPen() {
        for (double pen : new double[] {3, 7, 14}) {
            SyntheticPhoto photo = new SyntheticPhoto(320, 240, 0.85, 1)
                    .write(Drawing.decode("500,0,500,1000"), 100, 60, 120, pen, 0.15)
                    .noise(0.02);
            float[] ink = PhotoInk.of(photo.picture).ink();
            double row = 0;
            for (int i = 0; i < Ink.SIZE; i++) {
                row += ink[14 * Ink.SIZE + i];
            }
            assertEquals(Ink.PEN, row, 0.8, "a pen of " + pen + " pixels");
            assertTrue(ink[14 * Ink.SIZE + 14] > 0.8, "the line is not in the middle");
        }
    }

    private static void assertRefused(PhotoInk.Problem problem, SyntheticPhoto photo) {
        PhotoInk found = PhotoInk.of(photo.picture);
        assertEquals(problem, found.problem());
        assertNull(found.ink());
    }

    @Test
    void aBlankSheetIsRefused() {
        for (int seed = 0; seed < 10; seed++) {
            assertRefused(PhotoInk.Problem.BLANK, new SyntheticPhoto(320, 240, 0.8, seed));
            assertRefused(PhotoInk.Problem.BLANK, new SyntheticPhoto(320, 240, 0, seed));
            assertRefused(
                    PhotoInk.Problem.BLANK,
                    new SyntheticPhoto(320, 240, 0.8, seed).gradient(0.3).noise(0.04));
            assertRefused(
                    PhotoInk.Problem.BLANK,
                    new SyntheticPhoto(320, 240, 0.8, seed).shadow(0.5).noise(0.03));
            assertRefused(
                    PhotoInk.Problem.BLANK,
                    new SyntheticPhoto(320, 240, 0.8, seed).specks(3, 0.2).noise(0.03));
        }
        SyntheticPhoto lines = new SyntheticPhoto(320, 240, 0.85, 1);
        for (int y = 12; y < 240; y += 38) {
            lines.line(-5, y, 325, y + 7, 3.5, 0.5);
        }
        assertRefused(PhotoInk.Problem.BLANK, lines.noise(0.03));
    }

    @Test
    void noiseAloneIsRefused() {
        for (int seed = 0; seed < 10; seed++) {
            for (double deviation : new double[] {0.05, 0.2, 0.5, 2}) {
                PhotoInk found = PhotoInk.of(new SyntheticPhoto(320, 240, 0.5, seed).noise(deviation).picture);
                assertNotNull(found.problem(), "noise of " + deviation + " was taken for a digit");
            }
        }
    }

    @Test
    void twoDigitsAreRefused() {
        for (int k = 0; k + 1 < DIGITS.size(); k += 11) {
            Drawing one = inTheMiddle(DIGITS.get(k).drawing());
            Drawing two = inTheMiddle(DIGITS.get((k * 7 + 60) % DIGITS.size()).drawing());
            assertRefused(
                    PhotoInk.Problem.SEVERAL,
                    new SyntheticPhoto(320, 240, 0.85, k)
                            .write(one, 20, 60, 120, 8, 0.15)
                            .write(two, 165, 60, 120, 8, 0.15)
                            .noise(0.03));
        }
    }

    @Test
    void picturesOfAnySizeAreLookedAtAndTooSmallOnesRefused() {
        assertRefused(PhotoInk.Problem.TOO_SMALL, new SyntheticPhoto(1, 1, 0.5, 1));
        assertRefused(PhotoInk.Problem.TOO_SMALL, new SyntheticPhoto(300, 5, 0.5, 1));
        for (int[] size : new int[][] {{12, 12}, {13, 900}, {2000, 12}, {1000, 700}, {191, 193}}) {
            PhotoInk.of(new SyntheticPhoto(size[0], size[1], 0.5, 1).noise(0.3).picture);
        }
    }

    @Test
    @Fault("Every stage: damaged input to a parser")
    void anyPictureIsADigitOrHasAProblem() {
        Random random = new Random(6);
        for (int i = 0; i < 150; i++) {
            byte[] picture = new byte[2 + random.nextInt(3_000)];
            random.nextBytes(picture);
            // Pictures of few levels and of thin strips, too.
            for (int k = 2; k < picture.length && i % 3 > 0; k++) {
                picture[k] = (byte) (picture[k] > 40 * (i % 4) ? 255 : 0);
            }
            DAMAGE.answers(picture, "picture " + i);
        }
    }
}
