package io.github.seeingdigits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code content/history.md} says of networks, records and published errors, and tells readers to try, is so. */
class HistoryArticleTest {
    private final Network network = ModelFolder.read(Path.of("models/cnn")).network(1);

    private static JsonNode json(String path) throws IOException {
        return new ObjectMapper().readTree(Path.of(path).toFile());
    }

    private static JsonNode record(String id) throws IOException {
        return json("models/" + id + "/record.json");
    }

    /** A third of the size, in the top left corner of the pad. */
    private static String inTheCorner(String strokes) {
        StringBuilder small = new StringBuilder();
        for (String number : strokes.split("(?<=[,;])|(?=[,;])")) {
            boolean sign = number.equals(",") || number.equals(";");
            small.append(sign ? number : Long.toString(Math.round(40 + 0.35 * Integer.parseInt(number))));
        }
        return small.toString();
    }

    private int read(String strokes, Ink.Steps steps) {
        return Network.argmax(network.predict(Ink.of(Drawing.decode(strokes), steps)));
    }

    @Test
    void smallDigitsInACornerAreReadWithTheStepsAndHardlyWithoutThem() throws IOException {
        int all = 0;
        int with = 0;
        int without = 0;
        for (int digit = 0; digit < 10; digit++) {
            for (String strokes : OwnStrokes.of(digit)) {
                String small = inTheCorner(strokes);
                all++;
                with += read(small, Ink.Steps.ALL) == digit ? 1 : 0;
                without += read(small, new Ink.Steps(false, false, true)) == digit ? 1 : 0;
            }
        }
        assertEquals(30, all);
        assertEquals(30, with);
        assertTrue(without <= 3, "without the steps: " + without);
    }

    @Test
    void aShiftByThreePixelsCostsTheSimplestNetworkMoreThanHalf() throws IOException {
        JsonNode published = record("softmax-10").get("published");
        JsonNode shift = published.at("/robustness/shift/2");
        assertEquals(3, shift.get("amount").asInt());
        assertTrue(shift.get("accuracy").asDouble()
                < published.at("/test/accuracy").asDouble() / 2);
    }

    @Test
    void knowingNextToNothingReadsMoreThanFourOfFive() throws IOException {
        JsonNode baselines = record("cnn").get("baselines");
        assertTrue(baselines.at("/nearestClassMean/accuracy").asDouble() > 0.8);
        assertEquals(1, baselines.at("/majorityClass/digit").asInt());
    }

    @Test
    void aCountScattersByItsRoot() {
        assertEquals(9.95, Math.sqrt(100 * (1 - 100 / 10_000.0)), 0.005);
    }

    /** Published errors in percent of a method and year. */
    private static double published(int year, String method) throws IOException {
        for (JsonNode error : json("content/published-errors.json").get("errors")) {
            if (error.get("year").asInt() == year
                    && error.get("method").asText().equals(method)) {
                return error.get("error").asDouble();
            }
        }
        throw new AssertionError("nothing published in " + year + " for " + method);
    }

    @Test
    void thePublishedErrorsInTheTextAreThoseInTheFigure() throws IOException {
        assertEquals(12, published(1998, "Linear classifier"));
        assertEquals(4.7, published(1998, "Network with 300 hidden units"));
        assertEquals(0.95, published(1998, "LeNet-5"));
        double least = 100;
        String bestOf2002 = "";
        double leastOf2002 = 100;
        double leastUntil2012 = 100;
        double leastOf1998 = 100;
        for (JsonNode error : json("content/published-errors.json").get("errors")) {
            int year = error.get("year").asInt();
            double percent = error.get("error").asDouble();
            least = Math.min(least, percent);
            leastOf1998 = year == 1998 ? Math.min(leastOf1998, percent) : leastOf1998;
            leastUntil2012 = year <= 2012 ? Math.min(leastUntil2012, percent) : leastUntil2012;
            assertFalse(year > 1998 && year < 2002, "a step before 2002");
            if (year == 2002 && percent < leastOf2002) {
                leastOf2002 = percent;
                bestOf2002 = error.get("method").asText();
            }
        }
        assertEquals(0.21, least);
        assertEquals(0.23, leastUntil2012);
        assertEquals("Virtual support vectors", bestOf2002);
        assertTrue(leastOf2002 < leastOf1998);
    }

    @Test
    void ourTwinsAreBetterExceptTheSmallerLeNetWhichIsAsGood() throws IOException {
        assertTrue(error("softmax-10") < published(1998, "Linear classifier"));
        assertTrue(error("hidden-300") < published(1998, "Network with 300 hidden units") / 2);
        assertEquals(published(1998, "LeNet-5"), error("cnn"), 0.1);
        assertTrue(record("cnn").at("/recipe/parameters").asInt() < 60_000 / 2);
    }

    private static double error(String id) throws IOException {
        return 100 * record(id).at("/test/error/mean").asDouble();
    }

    @Test
    void noSumOfTwoPointsAnswersXor() {
        List<Integer> found = new ArrayList<>();
        for (int a = -20; a <= 20; a++) {
            for (int b = -20; b <= 20; b++) {
                for (int c = -20; c <= 20; c++) {
                    if (c <= 0 && a + c > 0 && b + c > 0) {
                        assertTrue(a + b + c > -c && -c >= 0, a + ", " + b + ", " + c);
                        found.add(a);
                    }
                    assertFalse(c <= 0 && a + c > 0 && b + c > 0 && a + b + c <= 0);
                }
            }
        }
        assertFalse(found.isEmpty());
    }

    @Test
    void threeGoodNetworksDoubtTheLabelsOfTenThatReadAll() throws IOException {
        JsonNode misread = record("hidden-300").at("/findings/misread");
        assertEquals(10, misread.get("networks").size());
        int good = 0;
        for (JsonNode one : misread.get("networks")) {
            double right = 1 - one.get("misread").asInt() / 10_000.0;
            good += right >= misread.get("suspectAccuracy").asDouble() ? 1 : 0;
        }
        assertEquals(3, good);
    }

    /** As five people answered about each, in {@code mturk/mnist_mturk.json} of github.com/cleanlab/label-errors. */
    @Test
    void ofOurSuspectsPeopleContradictFiveLabelsAndUpholdSeven() throws IOException {
        List<Integer> contradicted =
                List.of(947, 1621, 1901, 2130, 2462, 2597, 2654, 3520, 3558, 5937, 6651, 6783, 8527, 9679, 9729);
        List<Integer> upheld = List.of(582, 1112, 1232, 3422, 4176, 6576, 6597);
        assertEquals(15, contradicted.size());
        int both = 0;
        int right = 0;
        for (JsonNode suspect : record("hidden-300").at("/findings/misread/suspects")) {
            int image = suspect.get("image").asInt();
            both += contradicted.contains(image) ? 1 : 0;
            right += upheld.contains(image) ? 1 : 0;
        }
        assertEquals(5, both);
        assertEquals(upheld.size(), right);
    }
}
