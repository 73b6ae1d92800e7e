package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.network.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the record of nmn-10 says about its prototypes, computed again from the committed files alone. */
class NmnRecordTest {
    private static final Path FOLDER = Path.of("models/nmn-10");
    private static final int PIXELS = 784;
    private static final int DIGITS = 10;
    /** Views hold half precision. */
    private static final double TOLERANCE = 1e-3;

    private final JsonNode findings = ModelFolder.readRecord(FOLDER).path("findings");
    private final float[] pictures = view("pictures");

    private static float[] view(String name) {
        try {
            return View.decode(Files.readAllBytes(FOLDER.resolve("view-" + name + ".bin")))
                    .values();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Where in the view a kind's ten pictures begin. */
    private int at(String kind) {
        String list = findings.at("/views/pictures").asText();
        String[] kinds =
                list.substring(list.indexOf("kinds: ") + "kinds: ".length()).split(", ");
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i].equals(kind)) {
                return i * DIGITS * PIXELS;
            }
        }
        throw new AssertionError("no kind " + kind + " in " + list);
    }

    /** The cosine of {@code a[from + k·step]} and digit {@code c}'s mean image. */
    private double cosine(float[] a, int from, int step, int c) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int k = 0; k < PIXELS; k++) {
            double x = a[from + k * step];
            double m = pictures[at("meanImages") + c * PIXELS + k];
            ab += x * m;
            aa += x * x;
            bb += m * m;
        }
        return ab / Math.sqrt(aa * bb);
    }

    @Test
    void everySeedsPrototypesLieAsTheRecordSays() {
        float[] seeds = view("seeds");
        JsonNode recorded = findings.at("/prototypes/nmn");
        int parameters = seeds.length / recorded.path("cosines").size();
        int positive = 0;
        for (int seed = 0; seed < recorded.path("cosines").size(); seed++) {
            for (int c = 0; c < DIGITS; c++) {
                double cosine = cosine(seeds, seed * parameters + c, DIGITS, c);
                assertEquals(
                        recorded.path("cosines").path(seed).path(c).asDouble(),
                        cosine,
                        TOLERANCE,
                        "seed " + (seed + 1) + ", digit " + c);
                positive += cosine > 0 ? 1 : 0;
            }
        }
        assertEquals(positive, recorded.path("positive").asInt());
        assertTrue(positive > 0 && positive < recorded.path("units").asInt(), "the start decides the sign");
    }

    @Test
    void theLinearFiltersLieAsTheRecordSaysAndLessAlongTheMeans() {
        double linear = 0;
        double nmn = 0;
        for (int c = 0; c < DIGITS; c++) {
            double cosine = cosine(pictures, at("linear") + c * PIXELS, 1, c);
            assertEquals(findings.at("/prototypes/linear/cosines/0/" + c).asDouble(), cosine, TOLERANCE, "digit " + c);
            linear += Math.abs(cosine) / DIGITS;
            nmn += Math.abs(cosine(pictures, at("nmn") + c * PIXELS, 1, c)) / DIGITS;
        }
        assertTrue(nmn > 2 * linear, nmn + " against " + linear);
    }

    @Test
    void noRecordedDirectionIsMoreParallelToItsDigitThanTheBest() {
        findings.path("prototypes")
                .forEach(kind -> assertTrue(kind.at("/partOfBest/max").asDouble() <= 1 + 1e-6));
    }

    @Test
    void theMaximumIsThatOfTheFormula() {
        float[] seeds = view("seeds");
        int parameters = seeds.length / findings.at("/prototypes/nmn/cosines").size();
        double mean = 0;
        int networks = seeds.length / parameters;
        for (int seed = 0; seed < networks; seed++) {
            int start = seed * parameters;
            double square = 0;
            for (int k = 0; k < PIXELS; k++) {
                square += Math.pow(seeds[start + k * DIGITS + 3], 2);
            }
            double bias = seeds[start + PIXELS * DIGITS + 3];
            double alpha = seeds[start + PIXELS * DIGITS + DIGITS];
            mean += alpha * (Math.pow(square + bias, 2) / 1e-5 + square) / networks;
        }
        assertEquals(mean, findings.at("/landscape/nmn/maximum/byDigit/3").asDouble(), TOLERANCE * mean);
    }
}
