package io.github.seeingdigits.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Initialiser;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.SeededRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LessonTest {
    private static final float[] SEVEN = Ink.of(Drawing.decode("250,200,750,200,450,850"));

    /**
     * One input of 1 and two outputs, everything zero: both have one half, the loss is ln 2, and the gradients are −½, ½ for weights
     * and biases, of squared length 1. So the rate is ln 2, each logit moves by ln 2, and e^{2 ln 2} = 4 to 1 are 80 %.
     */
    @Test
    void aStepWorkedByHand() {
        Network network = new Network("dense 1 2", 1, new PlainOps());
        Lesson lesson = new Lesson(network, new PlainOps());
        assertTrue(lesson.step(new float[] {1}, 0));
        assertEquals(0.8f, lesson.network().predict(new float[] {1})[0], 1e-6f);
        assertEquals(0.5f, network.predict(new float[] {1})[0], "the network itself has changed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dense 784 10",
                "scale 784 255 0, dense 784 6, relu 6, dense 6 10",
                "dense 784 32, relu 32, dropout 32 0.5, dense 32 10",
                "dense 784 16, relu 16, dense 16 10, relu 10, softermax 10",
                "yat 784 10 bias alpha learnable",
                "conv 1x28x28 4 5, relu 2304, maxpool 4x24x24 2, conv 4x12x12 6 3 pad 1, relu 864, dense 864 10"
            })
    void everyStepRaisesTheProbabilityAndTakingBackRestoresEveryBit(String architecture) {
        Network network = new Network(architecture, 1, new PlainOps());
        network.initialise(Initialiser.he(), new SeededRandom(5));
        float[] published = network.predict(SEVEN).clone();
        Lesson lesson = new Lesson(network, new PlainOps());
        for (int digit = 0; digit < 10; digit++) {
            float before = published[digit];
            for (int step = 0; step < 4; step++) {
                boolean learnt = lesson.step(SEVEN, digit);
                float after = lesson.network().predict(SEVEN)[digit];
                // Near 0 and 1 a float cannot show what the loss, in double precision, can.
                boolean shows = before > 1e-6f && before < 0.999f;
                assertTrue(learnt || !shows, digit + " did not learn from " + before);
                assertTrue(shows ? after > before : after >= before, digit + ": from " + before + " to " + after);
                before = after;
            }
            lesson.takeBack();
            assertArrayEquals(published, lesson.network().predict(SEVEN));
        }
        assertArrayEquals(published, network.predict(SEVEN));
    }

    @Test
    void whereNothingCanBeLearntNothingChanges() {
        Network network = new Network("dense 1 2", 1, new PlainOps());
        network.parameters().get(0).value.row[0][0] = 200;
        Lesson lesson = new Lesson(network, new PlainOps());
        assertFalse(lesson.step(new float[] {1}, 0));
        assertEquals(200, lesson.network().parameters().get(0).value.row[0][0]);
    }
}
