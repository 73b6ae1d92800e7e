package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.figure.Align;
import io.github.seeingdigits.figure.Still;
import io.github.seeingdigits.figure.Surface;
import io.github.seeingdigits.figure.Tone;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SvgSurfaceTest {
    private static String svg(Consumer<Surface> drawing) {
        return SvgSurface.markup(
                new Still() {
                    @Override
                    public double width() {
                        return 40;
                    }

                    @Override
                    public double height() {
                        return 20.126;
                    }

                    @Override
                    public void draw(Surface surface) {
                        drawing.accept(surface);
                    }

                    @Override
                    public String[][] table() {
                        return new String[0][];
                    }
                },
                "it-caption");
    }

    private static final String ROOT = "<svg viewBox=\"0 0 40 20.13\" width=\"40\" height=\"20.13\" role=\"img\""
            + " aria-labelledby=\"it-caption\" fill=\"currentColor\">";

    @Test
    void shapesBecomeElementsThatFollowTheStyleSheet() {
        String expected = ROOT
                + "<g data-unit=\"7\">"
                + "<rect class=\"tone-rule\" x=\"1\" y=\"2.5\" width=\"3\" height=\"4\" fill-opacity=\"0.5\"/>"
                + "<rect class=\"tone-ink\" x=\"0.5\" y=\"0.5\" width=\"9\" height=\"9\" fill=\"none\" stroke=\"currentColor\"/>"
                + "</g>"
                + "<polyline class=\"tone-accent\" points=\"0,0 1.25,-2\" fill=\"none\" stroke=\"currentColor\""
                + " stroke-width=\"2\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>"
                + "<circle class=\"tone-accent\" cx=\"5\" cy=\"6\" r=\"1\"/>"
                + "<text class=\"tone-muted\" x=\"1\" y=\"2\" font-size=\"12\" text-anchor=\"end\" font-weight=\"600\">a &lt; b &amp; c</text>"
                + "<text class=\"tone-ink\" x=\"1\" y=\"2\" font-size=\"9\">x</text>"
                + "</svg>";
        assertEquals(expected, svg(surface -> {
            surface.beginUnit(7);
            surface.fill(1, 2.499999, 3, 4, Tone.RULE, 0.5);
            surface.frame(0, 0, 10, 10, Tone.INK);
            surface.end();
            surface.line(new double[] {0, 1.25}, new double[] {0, -2}, 2, Tone.ACCENT);
            surface.line(new double[] {5}, new double[] {6}, 2, Tone.ACCENT);
            surface.text("a < b & c", 1, 2, 12, Align.END, Tone.MUTED, true);
            surface.text("x", 1, 2, 9, Align.START, Tone.INK, false);
        }));
    }

    @Test
    void dotsAreasAndTextThatRunsUpwards() {
        String expected = ROOT
                + "<circle class=\"tone-digit-3\" cx=\"5\" cy=\"6\" r=\"2.5\" fill-opacity=\"0.4\"/>"
                + "<polygon class=\"tone-raised\" points=\"0,0 4,0 4,3\"/>"
                + "<text class=\"tone-ink\" font-size=\"13\" text-anchor=\"middle\""
                + " transform=\"translate(8 20) rotate(-90)\">error</text>"
                + "</svg>";
        assertEquals(expected, svg(surface -> {
            surface.dot(5, 6, 2.5, Tone.digit(3), 0.4);
            surface.area(new double[] {0, 4, 4}, new double[] {0, 0, 3}, Tone.PAPER, 1);
            surface.textUpwards("error", 8, 20, 13, Align.MIDDLE, Tone.INK);
        }));
    }

    @Test
    void numbersHaveAtMostTwoDecimals() {
        assertEquals("0", SvgSurface.number(-0.001));
        assertEquals("-0.01", SvgSurface.number(-0.0149));
        assertEquals("12.3", SvgSurface.number(12.3));
        assertEquals("1000000", SvgSurface.number(1e6));
        assertEquals("0.05", SvgSurface.number(0.05));
        assertThrows(IllegalArgumentException.class, () -> SvgSurface.number(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> SvgSurface.number(Double.POSITIVE_INFINITY));
    }

    @Test
    void unitsMustBeClosed() {
        assertThrows(IllegalStateException.class, () -> svg(surface -> surface.beginUnit(1)));
        assertThrows(IllegalStateException.class, () -> svg(Surface::end));
    }

    @Test
    void aPictureIsAPngWithExactlyItsPixels() throws Exception {
        int[] argb = {0xFF102030, 0x80FF0000, 0x00FFFFFF, 0xFFFFFFFF, 0x01020304, 0xFF000000};
        String svg = svg(surface -> surface.image(0, 0, 30, 20, 3, 2, argb));
        String base64 = svg.replaceAll(".*base64,([^\"]*)\".*", "$1");
        assertTrue(svg.contains(
                "<image class=\"pixels\" x=\"0\" y=\"0\" width=\"30\" height=\"20\" preserveAspectRatio=\"none\""));
        int[] expected = argb.clone();
        expected[2] = 0;
        assertArrayEquals(expected, pixels(Base64.getDecoder().decode(base64), 3, 2));
    }

    @Test
    void ofManyColoursEachIsRoundedFurtherThanNoEyeSees() throws Exception {
        int[] argb = new int[256];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xFF000000 | i << 16 | (255 - i) << 8 | i;
        }
        String svg = svg(surface -> surface.image(0, 0, 30, 20, 16, 16, argb));
        int[] rounded = pixels(Base64.getDecoder().decode(svg.replaceAll(".*base64,([^\"]*)\".*", "$1")), 16, 16);
        for (int i = 0; i < argb.length; i++) {
            for (int shift = 0; shift < 32; shift += 8) {
                assertEquals(argb[i] >>> shift & 0xFF, rounded[i] >>> shift & 0xFF, 4);
            }
        }
        assertEquals(0xFF00FF00, rounded[0]);
        assertTrue(Arrays.stream(rounded).distinct().count() <= 65);
    }

    @Test
    void ofManyStrengthsTwelveAreLeftFromNoneToFull() throws Exception {
        int[] argb = new int[256];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = i << 24 | 0x2070D0;
        }
        String svg = svg(surface -> surface.image(0, 0, 30, 20, 16, 16, argb));
        int[] rounded = pixels(Base64.getDecoder().decode(svg.replaceAll(".*base64,([^\"]*)\".*", "$1")), 16, 16);
        for (int i = 0; i < argb.length; i++) {
            assertEquals(i, rounded[i] >>> 24, 255 / 24.0 + 1);
        }
        assertEquals(0, rounded[0]);
        assertEquals(0xFF2070D0, rounded[255]);
        assertEquals(13, Arrays.stream(rounded).distinct().count());
    }

    @Test
    void manyColoursNeedNoPalette() throws Exception {
        int[] argb = new int[17 * 20];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = (i % 255 + 1) << 24 | i * 7919 & 0xFFFFFF;
        }
        byte[] png = Png.encode(17, 20, argb);
        assertArrayEquals(argb, pixels(png, 17, 20));
        assertEquals(6, png[25], "colour type");
    }

    @Test
    void whereNothingIsTranslucentManyColoursNeedNoAlpha() throws Exception {
        int[] argb = new int[900 * 400];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xFF000000 | i * 7919 & 0xFFFFFF;
        }
        byte[] png = Png.encode(900, 400, argb);
        assertEquals(2, png[25], "colour type");
        assertArrayEquals(argb, pixels(png, 900, 400));
    }

    @Test
    void fewColoursMakeAPalette() throws Exception {
        int[] argb = new int[16 * 16];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = i << 24 | (i == 0 ? 0 : 0x2F74D0);
        }
        byte[] png = Png.encode(16, 16, argb);
        assertEquals(3, png[25], "colour type");
        assertArrayEquals(argb, pixels(png, 16, 16));
        assertTrue(new String(png, StandardCharsets.ISO_8859_1).contains("tRNS"));
    }

    /** Rows like those above them are not looked at: they must not hide what others have. */
    @Test
    void rowsThatRepeatKeepTheirPixelsAndTheirColours() throws Exception {
        for (int colours : new int[] {2, 255, 256, 257, 400}) {
            for (boolean translucent : new boolean[] {false, true}) {
                int[] argb = new int[20 * 60];
                int next = 0;
                for (int row = 0; row < 60; row++) {
                    for (int column = 0; column < 20; column++) {
                        int i = row * 20 + column;
                        argb[i] = row % 3 == 1 ? argb[i - 20] : 0xFF000000 | (Math.min(next++, colours - 1)) * 7919;
                    }
                }
                // The last pixel of all is the only translucent one.
                argb[argb.length - 1] &= translucent ? 0x80FFFFFF : -1;
                byte[] png = Png.encode(20, 60, argb);
                assertArrayEquals(argb, pixels(png, 20, 60));
                int different = (int) Arrays.stream(argb).distinct().count();
                assertEquals(different <= 256 ? 3 : translucent ? 6 : 2, png[25], different + " colours");
            }
        }
    }

    private static int[] pixels(byte[] png, int columns, int rows) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertEquals(columns, image.getWidth());
        assertEquals(rows, image.getHeight());
        return image.getRGB(0, 0, columns, rows, null, 0, columns);
    }
}
