package io.github.seeingdigits.demos;

import io.github.seeingdigits.digit.Drawing;
import org.teavm.jso.JSBody;

/** Puts the current digit into the address, so that it can be sent to others. */
final class Sharing {
    private Sharing() {}

    static void share() {
        Drawing drawing = CurrentDigit.drawing();
        if (drawing.isEmpty()) {
            Desk.tell("Draw a digit first.");
            return;
        }
        Address.put("draw", drawing.encode());
        copy(
                () -> Desk.tell("Copied: a link to this page with your drawing in it."),
                () -> Desk.tell("Your drawing is now in the address of this page, which you can copy."));
    }

    @JSBody(
            params = {"done", "fail"},
            script = "try { navigator.clipboard.writeText(location.href).then(done, fail); } catch (e) { fail(); }")
    private static native void copy(Browser.Action done, Browser.Action fail);
}
