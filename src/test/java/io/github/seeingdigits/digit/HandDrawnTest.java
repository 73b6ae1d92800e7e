package io.github.seeingdigits.digit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.network.Network;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The drawn digits are as various as they claim to be, and networks read them. */
class HandDrawnTest {
    private static final int LEAST_PER_DIGIT = 20;

    private final List<HandDrawn.Digit> digits = HandDrawn.all();

    @Test
    void thereAreAtLeastTwentyOfEachDigitAndNoStyleTwice() {
        int[] count = new int[10];
        Set<String> styles = new HashSet<>();
        for (HandDrawn.Digit digit : digits) {
            count[digit.label()]++;
            assertTrue(styles.add(digit.toString()), digit + " is there twice");
        }
        for (int label = 0; label < 10; label++) {
            assertTrue(count[label] >= LEAST_PER_DIGIT, count[label] + " of " + label);
        }
    }

    @Test
    void everyOneStaysOnThePadAndSizesPlacesAndSpeedsDiffer() {
        double smallest = 1;
        double largest = 0;
        int fewest = Integer.MAX_VALUE;
        int most = 0;
        for (HandDrawn.Digit digit : digits) {
            float[] box = {1, 1, 0, 0};
            for (Stroke stroke : digit.drawing().strokes()) {
                for (int i = 0; i < stroke.size(); i++) {
                    box[0] = Math.min(box[0], stroke.x(i));
                    box[1] = Math.min(box[1], stroke.y(i));
                    box[2] = Math.max(box[2], stroke.x(i));
                    box[3] = Math.max(box[3], stroke.y(i));
                }
            }
            assertTrue(box[0] > 0 && box[1] > 0 && box[2] < 1 && box[3] < 1, digit + " leaves the pad");
            double extent = Math.max(box[2] - box[0], box[3] - box[1]);
            smallest = Math.min(smallest, extent);
            largest = Math.max(largest, extent);
            fewest = Math.min(fewest, digit.drawing().points());
            most = Math.max(most, digit.drawing().points());
        }
        assertTrue(smallest < 0.25 && largest > 0.8, "sizes from " + smallest + " to " + largest);
        assertTrue(fewest <= 5 && most > 150, "points from " + fewest + " to " + most);
    }

    @Test
    void noTwoMakeTheSamePicture() {
        for (int i = 0; i < digits.size(); i++) {
            float[] one = Ink.of(digits.get(i).drawing());
            for (int j = 0; j < i; j++) {
                float[] other = Ink.of(digits.get(j).drawing());
                double apart = 0;
                for (int p = 0; p < one.length; p++) {
                    apart += Math.abs(one[p] - other[p]);
                }
                // Worth of black pixels; the same line drawn with another tremor differs in fewer.
                assertTrue(apart > 6, digits.get(i) + " and " + digits.get(j) + " differ by only " + apart);
            }
        }
    }

    /** Each floor is a little below what was measured when the networks were published. */
    @ParameterizedTest
    @CsvSource({
        "reader, 0.97",
        "cnn, 0.97",
        "nmn-256-128, 0.93",
        "nmn-hidden, 0.93",
        "hidden-10, 0.93",
        "softmax-10, 0.92",
        "nmn-10, 0.92",
        "one-vs-rest, 0.88",
        "hidden-6, 0.79"
    })
    void aPublishedNetworkReadsThem(String model, double floor) {
        Network network = ModelFolder.read(Path.of("models", model)).network(1);
        List<String> misread = new ArrayList<>();
        for (HandDrawn.Digit digit : digits) {
            int answer = Network.argmax(network.predict(Ink.of(digit.drawing())));
            if (answer != digit.label()) {
                misread.add(digit + " as " + answer);
            }
        }
        double right = 1 - misread.size() / (double) digits.size();
        assertTrue(right >= floor, model + " reads " + 100 * right + " %; misread: " + misread);
    }
}
