package io.github.seeingdigits.demos;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.network.Network;

/** The drawing pad, alive: whatever is drawn, the network answers in every frame. */
final class DrawDemo implements Demo {
    /** Only the first pad of a page draws a digit by itself. */
    private static boolean samplePlayed;

    @Override
    public void start(Stage stage, Network network) {
        Pad pad = new Pad(stage);
        Answer answer = new Answer(stage, network);
        stage.onDraw(() -> {
            pad.draw();
            answer.draw();
        });
        if (!samplePlayed && CurrentDigit.drawing().isEmpty()) {
            samplePlayed = true;
            Hand.play(Drawing.decode(stage.attribute("data-sample")));
        }
    }
}
