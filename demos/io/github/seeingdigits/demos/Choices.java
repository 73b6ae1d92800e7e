package io.github.seeingdigits.demos;

import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;

/** A row of buttons that are pressed or not. */
final class Choices {
    /** What happens when a button is pressed. */
    interface Chosen {
        void chosen(int k);
    }

    /** Not an array: to keep elements in one, TeaVM would wrap each in an object, with a kilobyte of code for that. */
    private final NodeList<? extends HTMLElement> buttons;

    /**
     * Fills {@code host} with one button for each name.
     *
     * @param kind what {@code data-KIND} each carries its number in
     */
    Choices(HTMLElement host, String kind, String[] names, Chosen action) {
        for (int i = 0; i < names.length; i++) {
            int k = i;
            HTMLElement button = HTMLDocument.current().createElement("button");
            button.setAttribute("type", "button");
            button.setAttribute("data-" + kind, Integer.toString(k));
            Browser.write(button, names[k]);
            button.addEventListener("click", (Event event) -> action.chosen(k));
            host.appendChild(button);
        }
        buttons = host.querySelectorAll("[data-" + kind + "]");
    }

    /** The numbers from 0 to {@code count} − 1 as names. */
    static String[] numbers(int count) {
        String[] names = new String[count];
        for (int k = 0; k < count; k++) {
            names[k] = Integer.toString(k);
        }
        return names;
    }

    /** Shows button {@code k} as pressed or not. */
    void press(int k, boolean pressed) {
        buttons.item(k).setAttribute("aria-pressed", pressed ? "true" : "false");
    }

    /** Shows button {@code k} as the only one that is pressed; none for −1. */
    void only(int k) {
        for (int i = 0; i < buttons.getLength(); i++) {
            press(i, i == k);
        }
    }
}
