package io.github.seeingdigits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.seeingdigits.analysis.Centres;
import io.github.seeingdigits.analysis.manifold.Neighbours;
import io.github.seeingdigits.analysis.manifold.PrincipalPictures;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.digit.Distortion;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.SeededRandom;
import io.github.seeingdigits.network.View;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code content/manifold.md} says in words about its record, and tells readers to try, is so. */
class ManifoldArticleTest {
    private static final String LEFT_SIDE = ";300,250,420,480;300,550,300,700";

    private final Network reader = ModelFolder.read(Path.of("models/reader")).network(1);

    private static JsonNode findings() throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("models/manifold/record.json").toFile())
                .get("findings");
    }

    private static float[] ink(String strokes) {
        return Ink.of(Drawing.decode(strokes));
    }

    private int read(float[] picture) {
        return Network.argmax(reader.predict(picture));
    }

    @Test
    void aThreeWithItsLeftSideClosedIsAnEight() throws IOException {
        for (String strokes : OwnStrokes.of(3)) {
            assertEquals(3, read(ink(strokes)), strokes);
            assertEquals(8, read(ink(strokes + LEFT_SIDE)), strokes);
        }
    }

    @Test
    void theWayOfAShiftIsBent() throws IOException {
        for (int digit = 0; digit < 10; digit++) {
            for (String strokes : OwnStrokes.of(digit)) {
                float[] start = ink(strokes);
                float[] end = Distortion.shift(start, 4, 0);
                double one = Neighbours.distance(start, Distortion.shift(start, 1, 0));
                double four = Neighbours.distance(start, end);
                assertEquals(2, four / one, 0.4, strokes);
                float[] middle = new float[start.length];
                for (int i = 0; i < middle.length; i++) {
                    middle[i] = (start[i] + end[i]) / 2;
                }
                double aside = Neighbours.distance(middle, Distortion.shift(start, 2, 0));
                assertTrue(aside > four / 2, strokes + ": the shift by two is nearer to the middle than the ends are");
            }
        }
    }

    /** r₁ = s·r₂ with the chance s^d, so s = u^(1/d) for u spread evenly over 0 to 1. */
    @Test
    void theRatioOfTheNearestTellsTheDimension() {
        int draws = 1_000_000;
        for (int d : new int[] {1, 2, 13}) {
            double logs = 0;
            int below = 0;
            for (int i = 0; i < draws; i++) {
                double ratio = 1 / Math.pow((i + 0.5) / draws, 1.0 / d);
                logs += Math.log(ratio);
                below += ratio < Math.pow(2, 1.0 / d) ? 1 : 0;
            }
            assertEquals(1.0 / d, logs / draws, 1e-5);
            assertEquals(draws / 2.0, below, 1);
        }
        assertEquals(1.41, Math.pow(2, 1.0 / 2), 0.005);
        assertEquals(1.05, Math.pow(2, 1.0 / 13), 0.005);
        assertEquals(8192, Math.pow(2, 13));
    }

    @Test
    void digitsHaveTenToSeventeenDimensionsLessThanHalfOfTheControls() throws IOException {
        for (JsonNode digit : findings().get("dimension")) {
            for (String way : List.of("twoNearest", "maximumLikelihood")) {
                double dimension = digit.at("/" + way + "/dimension").asDouble();
                assertTrue(dimension > 10 && dimension < 17, digit.toString());
                assertTrue(
                        dimension < digit.at("/control/" + way + "/dimension").asDouble() / 2, digit.toString());
                int straight = findings()
                        .at("/spectrum/digits/" + digit.get("digit").asInt() + "/for90")
                        .asInt();
                assertTrue(straight > 2 * dimension, digit.toString());
            }
        }
    }

    @Test
    void knownCloudsOfTenDimensionsAndMoreReadLowOrNearlyFifty() throws IOException {
        String[] order = {"cube", "sphere", "normal", "bent gently", "bent tightly"};
        int at = 0;
        for (JsonNode cloud : findings().get("calibration")) {
            // The table of the article takes them five by five.
            assertEquals(order[at++ % order.length], cloud.get("cloud").asText());
            int truth = cloud.get("trueDimension").asInt();
            double read = cloud.at("/maximumLikelihood/dimension").asDouble();
            if (truth >= 10 && !cloud.get("cloud").asText().equals("bent tightly")) {
                assertTrue(read < truth && read > 0.75 * truth, cloud.toString());
            } else if (truth >= 10) {
                assertTrue(read > 45 && read < 50, cloud.toString());
            }
        }
    }

    @Test
    void onTheWayFromOneToThreeThereAreTwosAndFromThreeToSevenNines() throws IOException {
        assertEquals("[1,1,1,2,2,3,3]", way(1, 3).get("labels").toString());
        assertEquals("[3,3,9,9,7,7,7]", way(3, 7).get("labels").toString());
        assertTrue(least(way(3, 7), "onPath") < least(way(3, 7), "onLine"));
    }

    private static JsonNode way(int from, int to) throws IOException {
        for (JsonNode way : findings().at("/paths/ways")) {
            if (way.get("from").asInt() == from && way.get("to").asInt() == to) {
                return way;
            }
        }
        throw new AssertionError("no way from " + from + " to " + to);
    }

    private static double least(JsonNode way, String along) {
        return way.at("/" + along + "/leastConfidence").asDouble();
    }

    @Test
    void theStretchesOfDoubtAreNearlyEquallyLong() throws IOException {
        double straight = 0;
        double around = 0;
        int longHops = 0;
        int pairs = 0;
        for (JsonNode way : findings().at("/paths/ways")) {
            if (way.get("from").asInt() == way.get("to").asInt()) {
                continue;
            }
            pairs++;
            double line = way.get("straight").asDouble();
            double path = way.get("path").asDouble();
            straight += (1 - way.at("/onLine/sure").asDouble()) * line;
            around += (1 - way.at("/onPath/sure").asDouble()) * path;
            longHops += path / (way.get("images").asInt() - 1) > line / 2 ? 1 : 0;
            // Steps are wider on the longer way, so borders slip through.
            assertTrue(path / way.get("pointsOnPath").asInt()
                    > 2 * line / way.get("pointsOnLine").asInt());
        }
        assertEquals(45, pairs);
        assertEquals(straight / pairs, around / pairs, 0.2);
        assertTrue(longHops > 0.75 * pairs, "hops: " + longHops);
    }

    @Test
    void fromMostDigitsToTheirLeastTypicalTheNetworkIsSureAllTheWay() throws IOException {
        int sure = 0;
        for (int digit = 0; digit < 10; digit++) {
            sure += least(way(digit, digit), "onLine") > 0.98 ? 1 : 0;
        }
        assertEquals(8, sure);
        assertTrue(least(way(4, 4), "onLine") > 0.999);
    }

    @Test
    void nothingButNoiseIsReadAsAnEightAndDigitsEndThere() throws IOException {
        int eights = 0;
        for (int seed = 0; seed < 200; seed++) {
            float[] noise = new float[Ink.PIXELS];
            SeededRandom random = new SeededRandom(seed);
            for (int i = 0; i < noise.length; i++) {
                noise[i] = random.nextFloat();
            }
            eights += read(noise) == 8 ? 1 : 0;
        }
        assertTrue(eights > 190, "eights: " + eights);
        int ended = 0;
        int all = 0;
        for (int digit = 0; digit < 10; digit++) {
            for (String strokes : OwnStrokes.of(digit)) {
                all++;
                ended += read(Distortion.noise(ink(strokes), 1, new SeededRandom(1))) == 8 ? 1 : 0;
            }
        }
        assertTrue(ended > 0.6 * all, ended + " of " + all);
    }

    @Test
    void noDigitComesNearTentaclesAndEveryKnownCloudIsNamed() throws IOException {
        for (JsonNode digit : findings().get("verdict")) {
            assertEquals("MANIFOLD", digit.get("verdict").asText());
            assertTrue(digit.get("fullness").asDouble() < 0.5);
            assertEquals(1, digit.get("contrast").asDouble(), 0.4);
            assertTrue(digit.at("/cloud/taper").asDouble() < 1.1);
            assertTrue(digit.at("/cloud/taper").asDouble()
                    < digit.at("/control/taper").asDouble());
            assertTrue(digit.at("/cloud/passage").asDouble() > 0.35);
        }
        for (JsonNode known : findings().get("knownAnswers")) {
            String cloud = known.get("cloud").asText();
            String right = cloud.contains("tentacles") ? "TENTACLES" : cloud.startsWith("blob") ? "BLOB" : "MANIFOLD";
            assertEquals(3, known.get("verdicts").size());
            for (JsonNode verdict : known.get("verdicts")) {
                assertEquals(right, verdict.asText(), cloud);
            }
        }
    }

    @Test
    void strangersInManyDimensionsAreAboutEquallyFar() {
        int pixels = Ink.PIXELS;
        double deviation = Math.sqrt(pixels) / 2;
        assertEquals(19.8, Math.sqrt(pixels / 2.0), 0.05);
        assertEquals(28, 2 * deviation);
        assertEquals(19.1, Math.sqrt(pixels / 2.0 - 2 * deviation), 0.05);
        assertEquals(20.5, Math.sqrt(pixels / 2.0 + 2 * deviation), 0.05);
    }

    @Test
    void theFirstComponentTellsZerosFromOnes() throws IOException {
        PrincipalPictures pictures = new PrincipalPictures(
                ModelFolder.read(Path.of("models/manifold")).views().get(PrincipalPictures.VIEW));
        for (String strokes : OwnStrokes.of(0)) {
            assertTrue(pictures.coefficients(ink(strokes), 1)[0] > 2, strokes);
        }
        for (String strokes : OwnStrokes.of(1)) {
            assertTrue(pictures.coefficients(ink(strokes), 1)[0] < -2, strokes);
        }
    }

    @Test
    void trainingDrawsDigitsTogetherAroundCentresOfTheirOwn() throws IOException {
        View tour = ModelFolder.read(Path.of("models/cnn")).views().get("tour");
        int epochs = tour.shape()[0];
        double before = nearestOwnCentre(tour, 0);
        double after = nearestOwnCentre(tour, epochs - 1);
        double pixels = new ObjectMapper()
                .readTree(Path.of("models/manifold/record.json").toFile())
                .at("/baselines/nearestClassMean/accuracy")
                .asDouble();
        assertTrue(before < 0.65 && pixels < 0.85 && after > 0.98, before + ", " + pixels + ", " + after);
    }

    /** The share of images that lie nearest the centre of their own digit in the last layer after so many epochs. */
    private static double nearestOwnCentre(View tour, int epoch) {
        int layers = tour.shape()[1];
        int images = tour.shape()[2];
        int axes = tour.shape()[3];
        float[][] points = new float[images][];
        for (int i = 0; i < images; i++) {
            int at = ((epoch * layers + layers - 1) * images + i) * axes;
            points[i] = Arrays.copyOfRange(tour.values(), at, at + axes);
        }
        return Centres.nearest(points, Centres.of(points, 10));
    }
}
