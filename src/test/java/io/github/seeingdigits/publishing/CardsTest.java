package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pictures beside links, from the single pixel to the whole card. */
class CardsTest {
    private static final int WHITE = 0xFFFFFFFF;
    /** More shades than there are colours. */
    private static final int FINE = 1024;

    private static final String SANS = "templates/assets/fonts/sans.woff2";

    @TempDir
    Path root;

    private static int grey(Canvas canvas, int width, int x, int y) {
        return canvas.pixels()[y * width + x] & 0xFF;
    }

    @Test
    void aPixelIsAsDarkAsThePartOfItThatIsCovered() {
        Canvas canvas = new Canvas(4, 3, WHITE, FINE);
        canvas.fill(new Rectangle2D.Double(0.5, 1, 2, 0.25), 0, 1);
        assertEquals(255, grey(canvas, 4, 0, 0));
        assertEquals(255 - 255 / 8, grey(canvas, 4, 0, 1), 1);
        assertEquals(255 - 255 / 4, grey(canvas, 4, 1, 1), 1);
        assertEquals(255 - 255 / 8, grey(canvas, 4, 2, 1), 1);
        assertEquals(255, grey(canvas, 4, 3, 1));
        assertEquals(255, grey(canvas, 4, 1, 2));
    }

    @Test
    void aTriangleCoversHalfOfItsSquareWhereverItLies() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            double x = random.nextDouble() * 10;
            double y = random.nextDouble() * 10;
            double size = 2 + random.nextDouble() * 15;
            Path2D triangle = new Path2D.Double();
            triangle.moveTo(x, y);
            triangle.lineTo(x + size, y);
            triangle.lineTo(x, y + size);
            triangle.closePath();
            Canvas canvas = new Canvas(32, 32, WHITE, FINE);
            canvas.fill(triangle, 0, 1);
            double dark = Arrays.stream(canvas.pixels())
                            .mapToDouble(pixel -> 255 - (pixel & 0xFF))
                            .sum()
                    / 255;
            assertEquals(size * size / 2, dark, 0.15, "at " + x + ", " + y + " with " + size);
        }
    }

    @Test
    void anEdgeHasNoMoreShadesThanItIsGiven() {
        Canvas canvas = new Canvas(64, 3, WHITE, 4);
        for (int x = 0; x < 64; x++) {
            canvas.fill(new Rectangle2D.Double(x, 1, 1, x / 64.0), 0, 1);
        }
        for (int x = 0; x < 64; x++) {
            assertEquals(255 - Math.rint(x / 16.0) * 255 / 4, grey(canvas, 64, x, 1), 1, "at " + x);
        }
    }

    @Test
    void whatLiesOutsideIsCutOffAndLeavesNothingBehind() {
        Canvas canvas = new Canvas(8, 8, WHITE, FINE);
        canvas.fill(new Rectangle2D.Double(-5, -5, 7, 7), 0, 1);
        canvas.fill(new Rectangle2D.Double(6, 6, 50, 50), 0, 1);
        canvas.fill(new Rectangle2D.Double(100, 100, 5, 5), 0, 1);
        canvas.fill(new Rectangle2D.Double(3, -9, 1, 2), 0, 1);
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                boolean dark = x < 2 && y < 2 || x >= 6 && y >= 6;
                assertEquals(dark ? 0 : 255, grey(canvas, 8, x, y), x + ", " + y);
            }
        }
        canvas.fill(new Rectangle2D.Double(0, 0, 8, 8), 0xFFFFFF, 1);
        assertTrue(Arrays.stream(canvas.pixels()).allMatch(pixel -> pixel == WHITE));
        canvas.fill(new Rectangle2D.Double(0, 0, 0.5, 1), 0, 1);
        assertEquals(255 / 2, grey(canvas, 8, 0, 0), 1);
    }

    @Test
    void theFontsOutlinesAreThoseOfItsLetters() throws Exception {
        Woff2Font font = Woff2Font.read(Path.of(SANS), SANS);
        Rectangle2D l = font.outline('l', 0, 0, 100).getBounds2D();
        Rectangle2D x = font.outline('x', 0, 0, 100).getBounds2D();
        Rectangle2D p = font.outline('p', 0, 0, 100).getBounds2D();
        assertEquals(0, l.getMaxY(), 1, "stands on the line");
        assertEquals(0, x.getMaxY(), 1, "stands on the line");
        assertTrue(l.getMinY() < -70 && l.getMinY() > -80, "ascends: " + l);
        assertTrue(x.getMinY() < -50 && x.getMinY() > -60, "does not: " + x);
        assertTrue(p.getMaxY() > 15 && p.getMaxY() < 25, "descends: " + p);
        assertTrue(font.outline('o', 0, 0, 100).contains(8, -27)
                && !font.outline('o', 0, 0, 100).contains(30, -27));
        assertTrue(font.advance('m') > font.advance('i'));
        assertTrue(font.has('A') && !font.has('ж'));
        for (char even : "HTo–".toCharArray()) {
            Rectangle2D box = font.outline(even, 0, 0, 100).getBounds2D();
            assertEquals(box.getMinX(), 100 * font.advance(even) - box.getMaxX(), 1, "room beside " + even);
        }
        // Composed of two others.
        Rectangle2D e = font.outline('e', 0, 0, 100).getBounds2D();
        Rectangle2D accented = font.outline('é', 0, 0, 100).getBounds2D();
        assertEquals(e.getMaxY(), accented.getMaxY(), 0.1);
        assertTrue(accented.getMinY() < e.getMinY() - 15, "its accent: " + accented);
    }

    @Test
    void aFontThatIsDamagedIsRefusedByItsName() throws Exception {
        byte[] sound = Files.readAllBytes(Path.of(SANS));
        Random random = new Random(1);
        Path file = root.resolve("font.woff2");
        for (int length : new int[] {0, 3, 20, 47, 100, sound.length / 2}) {
            Files.write(file, Arrays.copyOf(sound, length));
            String message = assertThrows(PublishException.class, () -> Woff2Font.read(file, "x.woff2"))
                    .getMessage();
            assertTrue(message.startsWith("x.woff2: the font cannot be read"), message);
        }
        for (int i = 0; i < 300; i++) {
            byte[] damaged = sound.clone();
            damaged[random.nextInt(i < 100 ? 200 : damaged.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            try {
                Woff2Font.read(file, "x.woff2");
            } catch (PublishException e) {
                assertTrue(e.getMessage().startsWith("x.woff2: "), e.getMessage());
            }
        }
    }

    @Test
    void aCardShowsTheTitleAndTheFirstFigureThatIsNotThePad() throws Exception {
        Project project = new Project(root);
        project.article("Text.\n\n![D.](demo:draw)\n");
        project.bake();
        byte[] plain = Files.readAllBytes(root.resolve("site/cards/softmax.png"));
        project.article("Text.\n\n![D.](demo:draw)\n\n![F.](demo:filters)\n");
        project.bake();
        byte[] withFigure = Files.readAllBytes(root.resolve("site/cards/softmax.png"));
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(withFigure));
        assertEquals(Cards.WIDTH, picture.getWidth());
        assertEquals(Cards.HEIGHT, picture.getHeight());
        assertTrue(inked(picture, 0, Cards.WIDTH / 2 - 80) > 2000, "the title");
        assertTrue(inked(picture, Cards.WIDTH / 2, Cards.WIDTH) > 5000, "the figure");
        assertTrue(
                inked(ImageIO.read(new ByteArrayInputStream(plain)), Cards.WIDTH / 2, Cards.WIDTH) == 0, "no figure");
        project.bake();
        assertArrayEquals(withFigure, Files.readAllBytes(root.resolve("site/cards/softmax.png")));
        project.replace("content/softmax.md", "title: Softmax", "title: Softmin");
        project.bake();
        assertNotEquals(
                Arrays.hashCode(withFigure),
                Arrays.hashCode(Files.readAllBytes(root.resolve("site/cards/softmax.png"))));
    }

    private static int inked(BufferedImage picture, int from, int to) {
        int count = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = from; x < to; x++) {
                count += (picture.getRGB(x, y) & 0xFF) < 200 ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void aColourThatTheStyleSheetLacksIsNamed() throws Exception {
        Project project = new Project(root);
        project.replace("templates/assets/style.css", "--accent: #aa0000;", "");
        assertEquals(
                "templates/assets/style.css: there is no colour --accent; write it like --accent: #1d1b19",
                project.failure());
    }
}
