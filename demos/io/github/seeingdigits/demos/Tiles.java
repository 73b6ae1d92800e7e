package io.github.seeingdigits.demos;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Specimens;
import io.github.seeingdigits.figure.DrawFigure;
import io.github.seeingdigits.figure.Verdict;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** Small pictures of specimens that can be pressed. */
final class Tiles {
    /** Width of a digit's picture, in CSS pixels: two for each of its own. */
    private static final int SIDE = 56;

    private Tiles() {}

    /** Adds a button with the picture of specimen {@code i} to {@code host}; it is called {@code words}. */
    static HTMLElement add(HTMLElement host, Specimens specimens, int i, String words, Runnable pressed) {
        HTMLElement tile = HTMLDocument.current().createElement("button");
        tile.setAttribute("type", "button");
        tile.setAttribute("aria-label", words);
        tile.setAttribute("data-image", Integer.toString(specimens.index(i)));
        host.appendChild(tile);
        HTMLCanvasElement canvas = (HTMLCanvasElement) HTMLDocument.current().createElement("canvas");
        tile.appendChild(canvas);
        CanvasSurface surface = new CanvasSurface(canvas);
        surface.begin(SIDE, SIDE);
        DrawFigure.ink28(surface, specimens.pixels(i), 0, 0, SIDE);
        tile.addEventListener("click", (Event event) -> pressed.run());
        return tile;
    }

    /** Makes a specimen the current digit. */
    static void put(Specimens specimens, int i) {
        Drawing picture = new Drawing();
        picture.setPicture(specimens.pixels(i));
        Hand.put(picture);
    }

    /** What a specimen is, with its place in its source. */
    static String words(Specimens specimens, int i) {
        return Verdict.named(specimens.label(i))
                + (specimens.areMnist() ? " of MNIST’s test set" : " of this site’s own")
                + ", number " + specimens.index(i);
    }
}
