package io.github.seeingdigits.demos;

import io.github.seeingdigits.digit.Specimens;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;

/** A dialog that shows digits of the site's sheet by what they are; the one that is picked becomes the current digit. */
final class Picker {
    private static final int DIGITS = 10;

    /** Digits shown at a time. */
    private static final int SHOWN = 24;

    private static Picker open;

    private final Specimens specimens;
    private final HTMLElement dialog;
    private final NodeList<? extends HTMLElement> classes;
    private final HTMLElement tiles;
    private int digit = 3;

    /** How many of this digit come before those that are shown. */
    private int before;

    private Picker(Specimens specimens) {
        this.specimens = specimens;
        dialog = add(HTMLDocument.current().getBody(), "dialog", "picker");
        dialog.setAttribute("aria-label", "Pick a digit");
        HTMLElement row = add(dialog, "div", "picker-classes");
        row.setAttribute("role", "group");
        row.setAttribute("aria-label", "Which digit");
        for (int k = 0; k < DIGITS; k++) {
            int chosen = k;
            button(row, Integer.toString(k), () -> {
                digit = chosen;
                before = 0;
                show();
            });
        }
        classes = row.querySelectorAll("button");
        tiles = add(dialog, "div", "picker-tiles");
        HTMLElement foot = add(dialog, "div", "picker-foot");
        button(foot, "More of them", () -> {
            before += SHOWN;
            show();
        });
        button(foot, "Cancel", () -> close(dialog));
    }

    /** Opens the dialog, once the sheet is there. */
    static void open() {
        if (open != null) {
            showModal(open.dialog);
            return;
        }
        SpecimenLoader.load(
                specimens -> {
                    if (open == null) {
                        open = new Picker(specimens);
                        open.show();
                    }
                    showModal(open.dialog);
                },
                problem -> Desk.tell("The digits could not be loaded: " + problem + "."));
    }

    private void show() {
        for (int k = 0; k < DIGITS; k++) {
            classes.item(k).setAttribute("aria-pressed", k == digit ? "true" : "false");
        }
        tiles.clear();
        int seen = 0;
        int count = 0;
        for (int i = 0; i < specimens.size(); i++) {
            count += specimens.label(i) == digit ? 1 : 0;
        }
        before = count == 0 ? 0 : before % count;
        for (int i = 0; i < specimens.size() && seen < before + SHOWN; i++) {
            if (specimens.label(i) == digit && seen++ >= before) {
                int chosen = i;
                Tiles.add(tiles, specimens, i, Tiles.words(specimens, i), () -> pick(chosen));
            }
        }
    }

    private void pick(int i) {
        Tiles.put(specimens, i);
        close(dialog);
        Desk.tell("This is " + Tiles.words(specimens, i) + ".");
    }

    private static HTMLElement add(HTMLElement parent, String tag, String name) {
        HTMLElement element = HTMLDocument.current().createElement(tag);
        element.setAttribute("class", name);
        parent.appendChild(element);
        return element;
    }

    private static HTMLElement button(HTMLElement parent, String words, Runnable action) {
        HTMLElement button = add(parent, "button", "");
        button.setAttribute("type", "button");
        Browser.write(button, words);
        button.addEventListener("click", (Event event) -> action.run());
        return button;
    }

    @JSBody(params = "dialog", script = "dialog.showModal();")
    private static native void showModal(HTMLElement dialog);

    @JSBody(params = "dialog", script = "dialog.close();")
    private static native void close(HTMLElement dialog);
}
