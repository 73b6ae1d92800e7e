package io.github.seeingdigits.demos;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.PhotoInk;
import io.github.seeingdigits.digit.Raster;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Uint8ClampedArray;

/** A reader's picture becomes the current digit, or a sentence says why not. It is read here and goes nowhere. */
final class Photo {
    /** Larger files are hardly pictures of a digit, in bytes. */
    private static final int LARGEST = 40_000_000;

    /** The longer side that the browser shrinks a picture to, in pixels. */
    private static final int SIDE = 2 * PhotoInk.SIDE;

    private Photo() {}

    @JSFunctor
    interface Pixels extends JSObject {
        void accept(Uint8ClampedArray rgba, int width, int height);
    }

    /** Called with a file that was pasted, dropped or chosen. */
    static void take(JSObject file) {
        Desk.tell("Looking at your picture …");
        read(file, LARGEST, SIDE, Photo::look, Desk::tell);
    }

    private static void look(Uint8ClampedArray rgba, int width, int height) {
        Raster grey = new Raster(width, height);
        for (int p = 0; p < grey.ink.length; p++) {
            // How bright people find red, green and blue (ITU-R BT.601).
            float light = 0.299f * rgba.get(4 * p) + 0.587f * rgba.get(4 * p + 1) + 0.114f * rgba.get(4 * p + 2);
            grey.ink[p] = light / 255;
        }
        PhotoInk found = PhotoInk.of(grey);
        if (found.ink() == null) {
            Desk.tell(sorry(found.problem()));
            return;
        }
        Drawing picture = new Drawing();
        picture.setPicture(found.ink());
        Hand.put(picture);
        Desk.tell("This is the digit in your picture. It has not left your device.");
    }

    private static String sorry(PhotoInk.Problem problem) {
        return switch (problem) {
            case BLANK -> "No digit was found: nothing stands out in this picture. Try more light, or a darker pen.";
            case TOO_SMALL -> "This picture is too small to hold a digit.";
            case CONFUSED -> "No digit was found: there is too much in this picture. Try one digit on plain paper.";
            case SEVERAL -> "There seems to be more than one digit in this picture. Try one that shows a single digit.";
        };
    }

    // Transparent pictures are laid on white.
    @JSBody(
            params = {"file", "largest", "side", "done", "fail"},
            script = "var no = function() { fail('This file is not a picture that your browser can read.'); };"
                    + "if (file.size > largest) fail('This file is too large. Pictures may have up to 40 MB.');"
                    + "else createImageBitmap(file).then(function(b) {"
                    + "  var s = Math.min(1, side / Math.max(b.width, b.height)), c = document.createElement('canvas');"
                    + "  c.width = Math.max(1, Math.round(b.width * s));"
                    + "  c.height = Math.max(1, Math.round(b.height * s));"
                    + "  var g = c.getContext('2d');"
                    + "  g.fillStyle = '#fff';"
                    + "  g.fillRect(0, 0, c.width, c.height);"
                    + "  g.imageSmoothingQuality = 'high';"
                    + "  g.drawImage(b, 0, 0, c.width, c.height);"
                    + "  b.close();"
                    + "  done(g.getImageData(0, 0, c.width, c.height)['data'], c.width, c.height);"
                    + "}).catch(no);")
    private static native void read(JSObject file, int largest, int side, Pixels done, Browser.Text fail);
}
