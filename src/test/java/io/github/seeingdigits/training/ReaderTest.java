package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.digit.CrudeDigits;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.ModelCodec;
import io.github.seeingdigits.network.Network;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published reader on drawings by a hand that its training does not know: few points, straight lines, a mouse. */
class ReaderTest {
    private static final int TIMES = 10;

    private final Network reader = ModelFolder.read(Path.of("models/reader")).network(1);

    @Test
    void itReadsCrudeDrawingsOfEveryDigit() {
        StringBuilder accuracies = new StringBuilder();
        int allRight = 0;
        int all = 0;
        for (int digit = 0; digit < 10; digit++) {
            List<Drawing> drawings = CrudeDigits.of(digit, TIMES, 5);
            int right = 0;
            for (Drawing drawing : drawings) {
                right += Network.argmax(reader.predict(Ink.of(drawing))) == digit ? 1 : 0;
            }
            accuracies
                    .append("\n")
                    .append(digit)
                    .append(": ")
                    .append(right)
                    .append(" of ")
                    .append(drawings.size());
            assertTrue(right >= 0.9 * drawings.size(), digit + ": " + right + " of " + drawings.size());
            allRight += right;
            all += drawings.size();
        }
        System.out.println("The reader on crude drawings: " + allRight + " of " + all + accuracies);
        assertTrue(allRight >= 0.98 * all, allRight + " of " + all);
    }

    @Test
    void itFitsIntoAPage() {
        int bytes = ModelCodec.encode(reader).length;
        assertTrue(bytes <= 64 * 1024, bytes + " bytes");
    }
}
